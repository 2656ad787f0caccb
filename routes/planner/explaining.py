"""Why a candidate is not in a route, from evidence: by asking for it and seeing what gives way.

Codes of an `Omission`, with the figures behind them (PLACE is the candidate):

- `closed`: no window can be met; `needed` is the earliest arrival, `limit` the latest start that leaves time to
  return (None when there is none).
- `leg_too_long`: every way over PLACE has a walk of at least `needed` metres in one leg, `limit` is allowed.
- `ride_too_long`: every way over PLACE has a ride of at least `needed` seconds, `limit` is allowed.
- `session`: the visit or a walked leg on every way takes `needed` seconds, a session may last `limit`.
- `walk_total`: the way over PLACE with the least walking has `needed` metres, `limit` is allowed.
- `budget`: the earliest return from PLACE is at `needed` seconds, `limit` is allowed.
- `several`: more than one limit stands in the way. `no_way`: no leg leads there or back.
- `costs`: a route with PLACE exists, but the best found earns `points` milli-points less (0: it is as good).
- `not_together`: no single limit forbids it, but no route that holds it (and all must-stops) was found.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from routes.planner.annealing import anneal
from routes.planner.bounds import knapsack_of
from routes.planner.exact import exact
from routes.planner.problem import ANY_TIME, Candidate, Limits, Problem, Route
from routes.planner.reduction import reduce_problem
from routes.planner.requirements import FAR, IntMatrix
from routes.planner.routing import timed_route
from routes.planner.tables import Tables, reachable, tables_of
from routes.planner.windows import earliest_start

EXACTLY_EXPLAINED = 11
"""Up to so many candidates what a stop would cost is exact."""

FORCED_ITERATIONS = 80
"""Search effort for a route with one more must-stop, starting from the route to explain."""


@dataclass(frozen=True)
class Omission:
    """Why one candidate is left out; the figures that belong to its code, None for others."""

    id: str
    code: str
    needed: int | None = None
    limit: int | None = None
    points: int | None = None


def explain(problem: Problem, route: Route, *, seed: int = 1) -> tuple[Omission, ...]:
    """The reason for each candidate that `route` leaves out, in the problem's order.

    The same problem, route and seed give the same answer. Raises NoFeasibleItinerary when a must-stop is unreachable.
    """
    small = reduce_problem(problem)
    inside = {candidate.id for candidate in small.candidates}
    outside = [candidate.id for candidate in problem.candidates if candidate.id not in inside]
    reasons = unreachable(problem, outside) | costs(small, route, seed)
    return tuple(reasons[candidate.id] for candidate in problem.candidates if candidate.id in reasons)


def costs(problem: Problem, route: Route, seed: int) -> dict[str, Omission]:
    """What each reachable candidate would cost, by a short search that must hold it."""
    tables, node = tables_of(problem), problem.node
    first = tuple(node[id_] for id_ in route.ids)
    found: dict[str, Omission] = {}
    for candidate in problem.candidates:
        if candidate.id not in route.ids:
            forced = tables._replace(must=tables.must | (np.arange(tables.n + 2) == node[candidate.id]))
            nodes = best_forced(forced, first, seed)
            found[candidate.id] = cost(problem, tables, route, candidate, nodes)
    return found


def best_forced(tables: Tables, first: tuple[int, ...], seed: int) -> tuple[int, ...] | None:
    """The best route with all must-stops: proved for few candidates, else by a short search; None without one."""
    if tables.n <= EXACTLY_EXPLAINED:
        return exact(tables, knapsack_of(tables)).nodes
    return anneal(tables, seed=seed, iterations=FORCED_ITERATIONS, seconds=None, first=first).nodes


def cost(
    problem: Problem, tables: Tables, route: Route, candidate: Candidate, nodes: tuple[int, ...] | None
) -> Omission:
    """The omission of a candidate, given the route found with it."""
    forced = None if nodes is None else timed_route(problem, tables, nodes, upper_bound=route.upper_bound)
    if forced is None:
        return Omission(candidate.id, "not_together")
    return Omission(candidate.id, "costs", points=max(0, route.score - forced.score))


def unreachable(problem: Problem, ids: list[str]) -> dict[str, Omission]:
    """The one limit that keeps each of `ids` out of every route: without it the candidate could be reached."""
    found: dict[str, Omission] = {}
    for code, lift, figures in REASONS:
        left = [id_ for id_ in ids if id_ not in found]
        if not left:
            break
        tables = tables_of(lift(problem))
        free = reachable(tables)
        for id_ in left:
            if free[problem.node[id_]]:
                needed, limit = figures(problem, tables, problem.node[id_])
                found[id_] = Omission(id_, code, needed, limit)
    return {id_: found.get(id_, Omission(id_, "no_way")) for id_ in ids}


Figures = tuple[int | None, int | None]


def without(limit: str) -> Callable[[Problem], Problem]:
    """What makes the same problem without one limit."""
    return lambda problem: replace(problem, limits=replace(problem.limits, **{limit: None}))


def always_open(problem: Problem) -> Problem:
    """The same problem with every candidate open at any time."""
    return replace(problem, candidates=tuple(replace(each, windows=ANY_TIME) for each in problem.candidates))


def without_any(problem: Problem) -> Problem:
    """The same problem with no limit at all."""
    return replace(always_open(problem), limits=Limits())


def closed(problem: Problem, tables: Tables, node: int) -> Figures:
    latest = int(tables_of(problem).last_start[node])
    return int(tables.path[0, node]), latest if latest >= 0 else None


def long_leg(problem: Problem, tables: Tables, node: int) -> Figures:
    walks = np.where(tables.ridden, 0, problem.walk_m)
    return least_longest(np.where(tables.travel >= FAR, FAR, walks), node), problem.limits.max_leg_m


def long_ride(problem: Problem, tables: Tables, node: int) -> Figures:
    rides = np.where(tables.ridden, problem.travel_s, 0)
    return least_longest(np.where(tables.travel >= FAR, FAR, rides), node), problem.limits.max_ride_s


def long_session(problem: Problem, tables: Tables, node: int) -> Figures:
    walks = np.where(tables.ridden, 0, problem.travel_s)
    longest = least_longest(np.where(tables.travel >= FAR, FAR, walks), node)
    return max(longest, problem.candidates[node - 1].visit_s), problem.limits.max_session_s


def long_walk(problem: Problem, tables: Tables, node: int) -> Figures:
    return int(tables.path_walk[0, node] + tables.path_walk[node, -1]), problem.limits.max_walk_total_m


def late_return(problem: Problem, tables: Tables, node: int) -> Figures:
    start = earliest_start(tables.opens, tables.closes, node, int(tables.path[0, node]))
    return start + int(tables.visit[node] + tables.path[node, -1]), problem.limits.budget_s


def no_figures(problem: Problem, tables: Tables, node: int) -> Figures:
    return None, None


def least_longest(legs: IntMatrix, node: int) -> int:
    """The least that the longest leg can be on a way from the start over `node` to the end."""
    least = legs.copy()
    for via in range(len(least)):
        least = np.minimum(least, np.maximum(least[:, via, None], least[None, via, :]))
    return int(max(least[0, node], least[node, -1]))


REASONS: tuple[tuple[str, Callable[[Problem], Problem], Callable[[Problem, Tables, int], Figures]], ...] = (
    ("closed", always_open, closed),
    ("leg_too_long", without("max_leg_m"), long_leg),
    ("ride_too_long", without("max_ride_s"), long_ride),
    ("session", without("max_session_s"), long_session),
    ("walk_total", without("max_walk_total_m"), long_walk),
    ("budget", without("budget_s"), late_return),
    ("several", without_any, no_figures),
)
"""Code, what to lift, and the figures to show; the first that lets the candidate in is the reason."""
