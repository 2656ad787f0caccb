"""A problem as flat arrays, the form the kernels read, and what can be known before any search.

Legs that break a rule on their own (forbidden, too long to walk, too long to ride) become *broken* legs.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

from routes.planner.jit import njit
from routes.planner.problem import Limits, Problem
from routes.planner.requirements import FAR, LARGEST, Flags, IntMatrix, IntVector
from routes.planner.windows import earliest_start, last_starts, window_arrays


class Tables(NamedTuple):
    """Nodes 0 (start), 1..n (candidates), n + 1 (end); N = n + 2, K windows, G groups."""

    n: int
    travel: IntMatrix  # (N, N) seconds; FAR on broken legs
    walk: IntMatrix  # (N, N) metres walked
    ridden: Flags  # (N, N)
    visit: IntVector  # (N,) seconds
    opens: IntMatrix  # (N, K) earliest starts, ascending
    closes: IntMatrix  # (N, K) latest starts; -1 where there is no such window
    score: IntVector  # (N,)
    must: Flags  # (N,)
    member: Flags  # (N, G)
    at_most: IntVector  # (G,)
    at_least: IntVector  # (G,)
    gains: IntMatrix  # (G, n + 1): what the first, second, ... member adds
    before: Flags  # (N, N): row must precede column
    ordered: bool  # any entry in `before`
    budget: int
    max_walk: int  # metres; FAR where no route can exceed the limit
    pace: int  # most metres any walked leg covers in 1000 s
    max_session: int
    rest: int
    path: IntMatrix  # (N, N) least seconds from leaving i to arriving at j, over any unbroken legs and their visits
    path_walk: IntMatrix  # (N, N) least metres walked on any such way
    last_start: IntVector  # (N,) latest start of a visit from which the end can be reached in the budget; -1 = none
    cost: IntMatrix  # (N, N) points lost by leg
    hot: IntVector  # (N,) points lost by a visit at midday
    midday: IntVector  # (2,) when that is; (FAR, FAR) = never
    costly: bool  # any entry in `cost` or `hot`
    seat: Flags  # (N,) a visit ends the stretch
    toilet: Flags  # (N,) a visit ends the toilet clock
    max_wait: int
    max_stretch: int
    max_toilet: int
    clocks: bool  # session, stretch or toilet can bind


def tables_of(problem: Problem) -> Tables:
    """The arrays of all candidates."""
    legs, visits, limits = leg_arrays(problem), visit_arrays(problem), limit_numbers(problem.limits)
    path = shortest_paths(legs["travel"], visits["visit"])
    visits["last_start"] = last_starts(visits["opens"], visits["closes"], visits["visit"], path, limits["budget"])
    return Tables(
        n=len(problem.candidates),
        path=path,
        costly=bool(legs["cost"].any() or visits["hot"].any()),
        **legs,
        **visits,
        **limits,
        **choice_arrays(problem),
    )


def leg_arrays(problem: Problem) -> dict[str, Any]:
    """What each leg takes."""
    broken, ridden = broken_legs(problem), problem.ride_m > 0
    travel = np.where(broken, FAR, problem.travel_s)
    walk = np.where(ridden, 0, problem.walk_m)
    return {
        "travel": travel,
        "walk": walk,
        "ridden": ridden,
        "pace": fastest_pace(walk, travel),
        "path_walk": shortest_paths(np.where(broken, FAR, walk), np.zeros(len(travel), dtype=np.int64)),
        "cost": np.zeros_like(problem.travel_s) if problem.cost is None else np.array(problem.cost),
    }


def visit_arrays(problem: Problem) -> dict[str, Any]:
    """What each visit takes and brings, and when it may start."""
    candidates, heat = problem.candidates, problem.midday is not None
    opens, closes = window_arrays(candidates, limit_or(problem.limits.budget_s, LARGEST))
    return {
        "opens": opens,
        "closes": closes,
        "visit": around(0, [candidate.visit_s for candidate in candidates], 0),
        "score": around(0, [candidate.score for candidate in candidates], 0),
        "hot": around(0, [candidate.hot if heat else 0 for candidate in candidates], 0),
        "midday": np.array(problem.midday or (FAR, FAR), dtype=np.int64),
        "seat": np.array([True, *(candidate.seat for candidate in candidates), True]),
        "toilet": np.array([True, *(candidate.toilet for candidate in candidates), True]),
    }


def choice_arrays(problem: Problem) -> dict[str, Any]:
    """What must be, what belongs together, and what comes before what."""
    member, at_most, gains = group_arrays(problem)
    before = order_array(problem)
    return {
        "must": np.array([False, *(candidate.id in problem.must for candidate in problem.candidates), False]),
        "member": member,
        "at_most": at_most,
        "at_least": np.array([group.at_least for group in problem.groups], dtype=np.int64),
        "gains": gains,
        "before": before,
        "ordered": bool(before.any()),
    }


def limit_numbers(limits: Limits) -> dict[str, Any]:
    """The limits that bind a whole route."""
    budget = limit_or(limits.budget_s, LARGEST)
    session, stretch, toilet = clock_limits(limits, budget)
    return {
        "budget": budget,
        "max_walk": limit_or(limits.max_walk_total_m, FAR),
        "rest": limit_or(limits.rest_s, FAR),
        "max_wait": limit_or(limits.max_wait_s, FAR),
        "max_session": session,
        "max_stretch": stretch,
        "max_toilet": toilet,
        "clocks": min(session, stretch, toilet) < FAR,
    }


def limit_or(limit: int | None, unlimited: int) -> int:
    return unlimited if limit is None else min(limit, unlimited)


def around(first: int, middle: list[int], last: int) -> IntVector:
    """A vector over the nodes from the start's, the candidates' and the end's value."""
    return np.array([first, *middle, last], dtype=np.int64)


def broken_legs(problem: Problem) -> Flags:
    """Legs no route may use, whatever else it does; also those into the start, out of the end, and to itself."""
    limits = problem.limits
    ridden = problem.ride_m > 0
    broken: Flags = problem.travel_s < 0
    broken |= ~ridden & (problem.walk_m > walk_limit(limits))
    broken |= ridden & (problem.travel_s > limit_or(limits.max_ride_s, FAR))
    broken |= ~ridden & (problem.travel_s > limit_or(limits.max_session_s, FAR))
    broken |= ~ridden & (problem.travel_s > limit_or(limits.max_stretch_s, FAR))
    broken |= problem.travel_s > limit_or(limits.max_toilet_s, FAR)
    broken |= problem.travel_s > limit_or(limits.budget_s, LARGEST)
    np.fill_diagonal(broken, True)
    broken[:, 0] = True
    broken[-1, :] = True
    return broken


def clock_limits(limits: Limits, budget: int) -> tuple[int, int, int]:
    """The limits of session, stretch and toilet; FAR where the whole budget is within."""
    given = (limits.max_session_s, limits.max_stretch_s, limits.max_toilet_s)
    session, stretch, toilet = (FAR if limit is None or limit >= budget else limit for limit in given)
    return session, stretch, toilet


def fastest_pace(walk: IntMatrix, travel: IntMatrix) -> int:
    """The most metres walked in 1000 s on any unbroken leg, rounded up; FAR if a leg takes no time."""
    walked = (walk > 0) & (travel < FAR)
    if (walked & (travel == 0)).any():
        return FAR
    return int(np.max(-(-walk * 1000 // np.maximum(travel, 1)), where=walked, initial=0))


def walk_limit(limits: Limits) -> int:
    """The longest walked leg in metres, from both walking limits."""
    return min(limit_or(limits.max_leg_m, FAR), limit_or(limits.max_walk_total_m, FAR))


def group_arrays(problem: Problem) -> tuple[Flags, IntVector, IntMatrix]:
    """Membership (n + 2, G), the most members each group allows (G,), and its gains (G, n + 1)."""
    n, groups = len(problem.candidates), problem.groups
    member = np.zeros((n + 2, len(groups)), dtype=np.bool_)
    gains = np.zeros((len(groups), n + 1), dtype=np.int64)
    node = problem.node
    for column, group in enumerate(groups):
        member[[node[id_] for id_ in group.ids], column] = True
        gains[column, : min(len(group.gains), n)] = group.gains[:n]
    at_most = np.array([limit_or(group.at_most, n) for group in groups], dtype=np.int64)
    return member, at_most, gains


def order_array(problem: Problem) -> Flags:
    """Which node must precede which, (n + 2, n + 2)."""
    node = problem.node
    before = np.zeros((len(node) + 2, len(node) + 2), dtype=np.bool_)
    for first, second in problem.before:
        before[node[first], node[second]] = True
    return before


@njit
def shortest_paths(step: IntMatrix, stay: IntVector) -> IntMatrix:
    """Least cost between all nodes when each node in between costs its `stay` (Floyd and Warshall)."""
    size = step.shape[0]
    least = step.copy()
    for k in range(size):
        for i in range(size):
            head = least[i, k] + stay[k]
            if head < FAR:
                for j in range(size):
                    if head + least[k, j] < least[i, j]:
                        least[i, j] = head + least[k, j]
    return least


def reachable(tables: Tables) -> Flags:
    """(n + 2,) which candidates some route may hold, as far as times, walking and session say one by one."""
    end = tables.n + 1
    found = np.zeros(end + 1, dtype=np.bool_)
    for node in range(1, end):
        start = earliest_start(tables.opens, tables.closes, node, int(tables.path[0, node]))
        found[node] = (
            0 <= start <= tables.last_start[node]
            and tables.path_walk[0, node] + tables.path_walk[node, end] <= tables.max_walk
            and tables.visit[node] <= tables.max_session
            and (tables.toilet[node] or tables.visit[node] <= tables.max_toilet)
        )
    return found
