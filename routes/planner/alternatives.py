"""Other routes worth offering: truly different, and as good as that allows."""

from __future__ import annotations

from dataclasses import replace

from routes.planner.problem import Group, Problem, Route
from routes.planner.searching import Effort, searched
from routes.planner.tables import tables_of

MOST_SHARED = (3, 5)
"""Two routes offered share at most three fifths of the shorter one's stops, must-stops not counted."""

LEAST_WORTH = (9, 10)
"""A route that earns less than nine tenths of the best is not offered."""


def another_route(problem: Problem, routes: list[Route], effort: Effort) -> tuple[Route | None, bool]:
    """One more route than `routes`, and whether the search was completed; None when none differs and is worth it.

    Never called proved: it is the best found among those that differ. Its bound is the first route's.
    """
    allowed = [shared_at_most(len(free_stops(problem, route))) for route in routes]
    while True:
        other, complete = searched_apart(problem, routes, allowed, effort)
        if other is None or not worth_it(other, routes[0]):
            return None, complete
        close = [index for index, route in enumerate(routes) if not differ(problem, other, route)]
        if not close:
            return other, complete
        for index in close:  # the new route is the shorter one: allow it fewer of the old one's stops
            allowed[index] = min(allowed[index], shared_at_most(len(free_stops(problem, other))), allowed[index] - 1)
        if min(allowed) < 0:
            return None, complete


def searched_apart(
    problem: Problem, routes: list[Route], allowed: list[int], effort: Effort
) -> tuple[Route | None, bool]:
    """The best route that holds at most `allowed[k]` of the free stops of `routes[k]`."""
    limits = tuple(Group(free_stops(problem, route), at_most=most) for route, most in zip(routes, allowed, strict=True))
    apart = replace(problem, groups=problem.groups + limits)
    other, complete = searched(apart, tables_of(apart), effort, upper_bound=routes[0].upper_bound)
    return other and replace(other, proved_optimal=False), complete


def free_stops(problem: Problem, route: Route) -> frozenset[str]:
    """The stops that were chosen, not asked for."""
    return frozenset(route.ids) - problem.must


def shared_at_most(stops: int) -> int:
    """How many of so many stops another route may share."""
    return stops * MOST_SHARED[0] // MOST_SHARED[1]


def differ(problem: Problem, route: Route, other: Route) -> bool:
    """Whether two routes share few enough stops."""
    mine, theirs = free_stops(problem, route), free_stops(problem, other)
    return len(mine & theirs) <= shared_at_most(min(len(mine), len(theirs))) and mine != theirs


def worth_it(route: Route, best: Route) -> bool:
    """Whether the route earns enough beside the best, and has a stop."""
    return bool(route.stops) and route.score * LEAST_WORTH[1] >= best.score * LEAST_WORTH[0]
