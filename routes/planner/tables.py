"""A problem as flat arrays, the form the kernels read, and what can be known before any search.

Legs that break a rule on their own (forbidden, too long to walk, too long to ride) become *broken* legs.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from routes.planner.jit import njit
from routes.planner.problem import Candidate, Limits, Problem
from routes.planner.requirements import LARGEST, IntMatrix

FAR = 2**40
"""Longer than any feasible time or length."""

Flags = NDArray[np.bool_]
IntVector = NDArray[np.int64]


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
    n, limits = len(problem.candidates), problem.limits
    broken = broken_legs(problem)
    ridden = problem.ride_m > 0
    travel = np.where(broken, FAR, problem.travel_s)
    walk = np.where(ridden, 0, problem.walk_m)
    visit = around(0, [candidate.visit_s for candidate in problem.candidates], 0)
    budget = limit_or(limits.budget_s, LARGEST)
    opens, closes = window_arrays(problem.candidates, budget)
    path = shortest_paths(travel, visit)
    path_walk = shortest_paths(np.where(broken, FAR, walk), np.zeros(n + 2, dtype=np.int64))
    member, at_most, gains = group_arrays(problem)
    before, clocks = order_array(problem), clock_limits(limits, budget)
    cost, hot, midday = cost_arrays(problem)
    return Tables(
        n=n,
        travel=travel,
        walk=walk,
        ridden=ridden,
        visit=visit,
        opens=opens,
        closes=closes,
        score=around(0, [candidate.score for candidate in problem.candidates], 0),
        must=np.array([False, *(c.id in problem.must for c in problem.candidates), False]),
        member=member,
        at_most=at_most,
        at_least=np.array([group.at_least for group in problem.groups], dtype=np.int64),
        gains=gains,
        before=before,
        ordered=bool(before.any()),
        budget=budget,
        max_walk=limit_or(limits.max_walk_total_m, FAR),
        pace=fastest_pace(walk, travel),
        max_session=clocks[0],
        rest=limit_or(limits.rest_s, FAR),
        path=path,
        path_walk=path_walk,
        last_start=last_starts(opens, closes, visit, path, budget),
        cost=cost,
        hot=hot,
        midday=midday,
        costly=bool(cost.any() or hot.any()),
        seat=np.array([True, *(c.seat for c in problem.candidates), True]),
        toilet=np.array([True, *(c.toilet for c in problem.candidates), True]),
        max_wait=limit_or(limits.max_wait_s, FAR),
        max_stretch=clocks[1],
        max_toilet=clocks[2],
        clocks=min(clocks) < FAR,
    )


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


def cost_arrays(problem: Problem) -> tuple[IntMatrix, IntVector, IntVector]:
    """Points lost by leg, by visit at midday, and when that is."""
    cost = np.zeros_like(problem.travel_s) if problem.cost is None else np.array(problem.cost)
    hot = around(0, [candidate.hot if problem.midday else 0 for candidate in problem.candidates], 0)
    return cost, hot, np.array(problem.midday or (FAR, FAR), dtype=np.int64)


def fastest_pace(walk: IntMatrix, travel: IntMatrix) -> int:
    """The most metres walked in 1000 s on any unbroken leg, rounded up; FAR if a leg takes no time."""
    walked = (walk > 0) & (travel < FAR)
    if (walked & (travel == 0)).any():
        return FAR
    return int(np.max(-(-walk * 1000 // np.maximum(travel, 1)), where=walked, initial=0))


def walk_limit(limits: Limits) -> int:
    """The longest walked leg in metres, from both walking limits."""
    return min(limit_or(limits.max_leg_m, FAR), limit_or(limits.max_walk_total_m, FAR))


def window_arrays(candidates: tuple[Candidate, ...], budget: int) -> tuple[IntMatrix, IntMatrix]:
    """Window starts and ends, (n + 2, K); the end may be reached at any time in the budget."""
    most = max([1, *(len(candidate.windows) for candidate in candidates)])
    opens = np.full((len(candidates) + 2, most), FAR, dtype=np.int64)
    closes = np.full((len(candidates) + 2, most), -1, dtype=np.int64)
    windows = [((0, budget),), *(candidate.windows for candidate in candidates), ((0, budget),)]
    for node, own in enumerate(windows):
        for index, (opening, closing) in enumerate(own):
            opens[node, index], closes[node, index] = opening, closing
    return opens, closes


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


@njit
def earliest_start(opens: IntMatrix, closes: IntMatrix, node: int, ready: int) -> int:
    """The first moment from `ready` on at which a visit may start; -1 when there is none."""
    for index in range(opens.shape[1]):
        if closes[node, index] >= ready:
            return max(ready, int(opens[node, index]))
    return -1


@njit
def latest_start(opens: IntMatrix, closes: IntMatrix, node: int, until: int) -> int:
    """The last moment up to `until` at which a visit may start; -1 when there is none."""
    for index in range(opens.shape[1] - 1, -1, -1):
        if closes[node, index] >= 0 and opens[node, index] <= until:
            return min(until, int(closes[node, index]))
    return -1


@njit
def last_starts(opens: IntMatrix, closes: IntMatrix, visit: IntVector, path: IntMatrix, budget: int) -> IntVector:
    """`Tables.last_start`."""
    last = np.empty(visit.shape[0], dtype=np.int64)
    end = visit.shape[0] - 1
    for node in range(end):
        last[node] = latest_start(opens, closes, node, budget - visit[node] - path[node, end])
    last[end] = budget
    return last


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
