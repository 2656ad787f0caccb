"""The best routes of a problem."""

from __future__ import annotations

from dataclasses import replace

from routes.planner.alternatives import another_route
from routes.planner.bounds import Knapsack, knapsack_of, root_bound
from routes.planner.errors import NoFeasibleItinerary
from routes.planner.exact import EXACT_CANDIDATES, TRIED_CANDIDATES, exact
from routes.planner.labels import NOTHING
from routes.planner.problem import Problem, Route, Solutions
from routes.planner.reduction import reduce_problem
from routes.planner.relaxation import walking_bound
from routes.planner.routing import timed_route
from routes.planner.searching import Effort, searched
from routes.planner.tables import Tables, tables_of

ITERATIONS = ((16, 2_000), (30, 6_000), (60, 8_000), (120, 10_000), (600, 20_000))
"""Search effort: up to so many candidates, so many iterations. Up to 16 it only gives the exact search a start."""

SMOOTHING = 500


def solve(
    problem: Problem,
    *,
    seed: int = 1,
    iterations: int | None = None,
    seconds: float | None = None,
    alternatives: int = 1,
    tight: bool = True,
) -> Solutions:
    """The best route, and up to `alternatives` - 1 others that truly differ from it (see `alternatives.py`).

    Without `iterations` and `seconds` the work is fixed by the number of candidates: the same problem and seed give
    the same routes on any machine. `seconds` ends the search for each route by the clock instead (with `iterations`,
    whichever ends first). `tight` False saves the work of a tighter bound above 18 candidates. Where no stop is
    possible but the way from start to end is, the one route has no stops.

    Raises NoFeasibleItinerary when no route keeps all limits and holds all must-stops.
    """
    small = reduce_problem(problem)
    effort = Effort(seed, iterations, seconds)
    if iterations is None and seconds is None:
        effort = Effort(seed, iterations_for(len(small.candidates)))
    best, complete = best_route(small, effort)
    if tight and seconds is None and len(small.candidates) > TRIED_CANDIDATES:
        best = bounded(best, tables_of(small))
    routes = [best]
    while len(routes) < alternatives:
        other, whole = another_route(small, routes, effort.halved())
        complete = complete and whole
        if other is None:
            break
        routes.append(other)
    routes.sort(key=lambda route: -route.score)  # stable: a proved route stays before its equals
    return Solutions(tuple(routes), complete)


def root_bound_of(tables: Tables) -> int:
    """A score that no route can exceed."""
    return root_bound(tables, knapsack_of(tables))


def best_route(problem: Problem, effort: Effort) -> tuple[Route, bool]:
    """The best route found, and whether the search was completed; raises NoFeasibleItinerary."""
    tables = tables_of(problem)
    knapsack = knapsack_of(tables)
    bound = root_bound(tables, knapsack)
    first, complete = searched(problem, tables, effort, upper_bound=bound)
    if tables.n > TRIED_CANDIDATES or (tables.n > EXACT_CANDIDATES and effort.seconds is not None):
        return required(first, proved=False), complete
    return required(*prove(problem, tables, knapsack, first, bound, effort.seed)), complete


def bounded(route: Route, tables: Tables) -> Route:
    """The route with the tighter of its bound and that of walks; proved when it reaches it."""
    bound = walking_bound(tables, route.score)
    if bound is None or bound >= route.upper_bound:
        return route
    bound = max(bound, route.score)
    return replace(route, upper_bound=bound, proved_optimal=route.score == bound)


def prove(
    problem: Problem, tables: Tables, knapsack: Knapsack, first: Route | None, bound: int, seed: int
) -> tuple[Route | None, bool]:
    """The best of all routes, starting from a route known, and whether nothing was cut."""
    if first and first.proved_optimal:
        return first, True
    answer = exact(tables, knapsack, known_score=first.score if first else NOTHING)
    bound = answer.score if answer.proved else bound
    if answer.nodes is None:
        return first and replace(first, upper_bound=bound, proved_optimal=first.score == bound), answer.proved
    return smoothed(problem, tables, answer.nodes, seed, bound), answer.proved


def smoothed(problem: Problem, tables: Tables, nodes: tuple[int, ...], seed: int, bound: int) -> Route | None:
    """The same score, but an earlier finish if a short search finds one: the proof does not look for it."""
    route = timed_route(problem, tables, nodes, upper_bound=bound)
    other, _ = searched(problem, tables, Effort(seed, SMOOTHING), upper_bound=bound, first=nodes)
    if route and other and (other.score, -other.finish_s) > (route.score, -route.finish_s):
        return other
    return route


def required(route: Route | None, proved: bool) -> Route:
    """The route; raises NoFeasibleItinerary when there is none."""
    if route is None:
        raise NoFeasibleItinerary("No route keeps all limits with all must-stops.", proved=proved)
    return route


def iterations_for(candidates: int) -> int:
    """Iterations for so many candidates."""
    return next(iterations for most, iterations in ITERATIONS if candidates <= most)
