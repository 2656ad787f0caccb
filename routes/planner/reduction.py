"""The problem without the candidates that no route can hold."""

from __future__ import annotations

import numpy as np

from routes.planner.errors import NoFeasibleItinerary
from routes.planner.problem import Group, Problem
from routes.planner.tables import reachable, tables_of


def reduce_problem(problem: Problem) -> Problem:
    """The same problem over the reachable candidates only, in the same order.

    Raises NoFeasibleItinerary when a must-stop is not among them.
    """
    usable = reachable(tables_of(problem))[1:-1]
    kept = tuple(candidate for candidate, use in zip(problem.candidates, usable, strict=True) if use)
    ids = {candidate.id for candidate in kept}
    lost = tuple(sorted(problem.must - ids))
    if lost:
        raise NoFeasibleItinerary(f"No route reaches {', '.join(lost)}.", proved=True, unreachable=lost)
    nodes = np.flatnonzero(np.concatenate(([True], usable, [True])))
    square = np.ix_(nodes, nodes)
    return Problem(
        kept,
        problem.travel_s[square],
        problem.walk_m[square],
        problem.ride_m[square],
        problem.limits,
        problem.must,
        tuple(Group(group.ids & ids, group.at_most, group.gains) for group in problem.groups),
        tuple((first, second) for first, second in problem.before if first in ids and second in ids),
    )
