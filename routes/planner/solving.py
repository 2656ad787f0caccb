"""The best routes of a problem."""

from __future__ import annotations

from routes.planner.annealing import anneal
from routes.planner.bounds import Knapsack, knapsack_of, root_bound
from routes.planner.errors import NoFeasibleItinerary
from routes.planner.exact import EXACT_CANDIDATES, exact
from routes.planner.problem import Problem, Route, Solutions
from routes.planner.reduction import reduce_problem
from routes.planner.routing import timed_route
from routes.planner.tables import Tables, tables_of

ITERATIONS = ((0, 0), (16, 2_000), (30, 20_000), (60, 30_000), (120, 40_000), (2_000, 60_000))
"""Search effort: up to so many candidates, so many iterations. Up to 16 it only warms the exact search up."""


def solve(
    problem: Problem,
    *,
    seed: int = 1,
    iterations: int | None = None,
    seconds: float | None = None,
    alternatives: int = 1,
) -> Solutions:
    """The best route, and up to `alternatives` - 1 others that truly differ from it, best first.

    Without `iterations` and `seconds` the work is fixed by the number of candidates: the same problem and seed give
    the same routes on any machine. `seconds` ends the search for each route by the clock instead (with `iterations`,
    whichever ends first). Where no stop is possible but the way from start to end is, the one route has no stops.

    Raises NoFeasibleItinerary when no route keeps all limits and holds all must-stops.
    """
    small = reduce_problem(problem)
    best, complete = best_route(small, seed=seed, iterations=iterations, seconds=seconds)
    return Solutions((best,), complete)


def best_route(
    problem: Problem, *, seed: int, iterations: int | None = None, seconds: float | None = None
) -> tuple[Route, bool]:
    """The best route found and whether the search was completed; raises NoFeasibleItinerary."""
    tables = tables_of(problem)
    knapsack = knapsack_of(tables)
    if iterations is None and seconds is None:
        iterations = effort(tables.n)
    found = anneal(tables, seed=seed, iterations=iterations, seconds=seconds)
    bound = root_bound(tables, knapsack)
    first = None if found.nodes is None else timed_route(problem, tables, found.nodes, upper_bound=bound)
    if tables.n > EXACT_CANDIDATES:
        return required(first, proved=False), found.complete
    return required(*prove(problem, tables, knapsack, first, bound)), found.complete


def prove(
    problem: Problem, tables: Tables, knapsack: Knapsack, first: Route | None, bound: int
) -> tuple[Route | None, bool]:
    """The best of all routes, starting from a route known, and whether nothing was cut."""
    if first and first.proved_optimal:
        return first, True
    answer = exact(tables, knapsack, known_score=first.score if first else -1)
    bound = answer.score if answer.proved else bound
    nodes = answer.nodes if answer.nodes is not None else nodes_of(problem, first)
    return (None if nodes is None else timed_route(problem, tables, nodes, upper_bound=bound)), answer.proved


def nodes_of(problem: Problem, route: Route | None) -> tuple[int, ...] | None:
    """The nodes of a route's stops."""
    return None if route is None else tuple(problem.node[id_] for id_ in route.ids)


def required(route: Route | None, proved: bool) -> Route:
    """The route; raises NoFeasibleItinerary when there is none."""
    if route is None:
        raise NoFeasibleItinerary("No route keeps all limits with all must-stops.", proved=proved)
    return route


def effort(candidates: int) -> int:
    """Iterations for so many candidates."""
    return next(iterations for most, iterations in ITERATIONS if candidates <= most)
