"""A route as somebody else drew it: its times, whether or not it keeps the rules."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from routes.planner.problem import Candidate, Problem, Route, Visit
from routes.planner.routing import route_of, timed_route
from routes.planner.solving import root_bound_of
from routes.planner.tables import tables_of


def replay(problem: Problem, ids: Sequence[str]) -> Route:
    """The stops in this order: with rests where that keeps all limits, else each as early as it can be.

    Every leg between them needs a time. The independent checker tells which rules the route breaks.
    """
    nodes = [problem.node[id_] for id_ in ids]
    tables = tables_of(problem)
    bound = root_bound_of(tables)
    kept = timed_route(problem, tables, nodes, upper_bound=bound)
    legs = list(pairwise([0, *nodes, len(problem.node) + 1]))
    route = kept or route_of(problem, tables, legs, straight_on(problem, legs), upper_bound=bound)
    return replace(route, proved_optimal=False, upper_bound=max(bound, route.score))


def straight_on(problem: Problem, legs: Sequence[tuple[int, int]]) -> tuple[Visit, ...]:
    """The visits without any rest."""
    visits: list[Visit] = []
    left_s = 0
    for leg in legs[:-1]:
        candidate = problem.candidates[leg[1] - 1]
        arrive_s = left_s + max(0, int(problem.travel_s[leg]))
        start_s = first_start(candidate, arrive_s)
        left_s = start_s + candidate.visit_s
        visits.append(Visit(candidate.id, arrive_s, start_s, left_s))
    return tuple(visits)


def first_start(candidate: Candidate, arrive_s: int) -> int:
    """When the visit starts: as soon as the place opens, at once where it does not open any more."""
    return next((max(arrive_s, opens) for opens, closes in candidate.windows if closes >= arrive_s), arrive_s)
