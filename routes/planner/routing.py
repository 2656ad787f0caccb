"""From an order of stops to a timed route."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from routes.planner.problem import Problem, Route, Visit
from routes.planner.tables import Tables
from routes.planner.timing import time_order


def timed_route(problem: Problem, tables: Tables, nodes: Sequence[int], *, upper_bound: int) -> Route | None:
    """The route over the candidate `nodes` in this order that finishes first; None when none keeps all limits."""
    order = np.array([0, *nodes, tables.n + 1], dtype=np.int64)
    clock = time_order(tables, order)
    if len(clock) == 0:
        return None
    legs = list(pairwise(order.tolist()))
    stops = visits(problem, legs, clock.tolist())
    return route_of(problem, tables, legs, stops, upper_bound=upper_bound)


def route_of(
    problem: Problem, tables: Tables, legs: Sequence[tuple[int, int]], stops: tuple[Visit, ...], *, upper_bound: int
) -> Route:
    """The route of these legs and visits, added up."""
    score = score_of(problem, [node for _, node in legs[:-1]]) - lost(problem, tables, legs, stops)
    return Route(
        stops=stops,
        score=score,
        finish_s=(stops[-1].leave_s if stops else 0) + max(0, int(problem.travel_s[legs[-1]])),
        walk_m=sum(int(problem.walk_m[leg]) for leg in legs),
        ride_m=sum(int(problem.ride_m[leg]) for leg in legs),
        proved_optimal=score == upper_bound,
        upper_bound=upper_bound,
    )


def visits(problem: Problem, legs: Sequence[tuple[int, int]], clock: Sequence[Sequence[int]]) -> tuple[Visit, ...]:
    """The stops; row k of `clock` is (start of visit k, rest after the visit before it)."""
    stops: list[Visit] = []
    left_s = 0
    for index, leg in enumerate(legs[:-1]):
        candidate = problem.candidates[leg[1] - 1]
        start_s, rest_s = clock[index][0], clock[index + 1][1]
        leave_s = start_s + candidate.visit_s + rest_s
        stops.append(Visit(candidate.id, left_s + int(problem.travel_s[leg]), start_s, leave_s, rest_s))
        left_s = leave_s
    return tuple(stops)


def score_of(problem: Problem, nodes: Sequence[int]) -> int:
    """What these candidate nodes earn, before anything is lost on the way."""
    ids = {problem.candidates[node - 1].id for node in nodes}
    alone = sum(problem.candidates[node - 1].score for node in nodes)
    return alone + sum(sum(group.gains[: len(ids & group.ids)]) for group in problem.groups)


def lost(problem: Problem, tables: Tables, legs: Sequence[tuple[int, int]], stops: Sequence[Visit]) -> int:
    """The points lost on these legs, and in the midday heat of these visits."""
    begins, ends = (int(moment) for moment in tables.midday)
    points = sum(int(tables.cost[leg]) for leg in legs)
    for (_, node), visit in zip(legs, stops, strict=False):
        over = visit.start_s + problem.candidates[node - 1].visit_s
        points += int(tables.hot[node]) if max(visit.start_s, begins) < min(over, ends) else 0
    return points
