"""The problem without the candidates that no route can hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from routes.planner.errors import NoFeasibleItinerary
from routes.planner.problem import Candidate, Problem
from routes.planner.tables import reachable, tables_of


def reduce_problem(problem: Problem) -> Problem:
    """The same problem over the reachable candidates only, in the same order.

    Raises NoFeasibleItinerary when a must-stop is not among them, or too few of a group of which some must be.
    """
    usable = reachable(tables_of(problem))[1:-1]
    kept = tuple(candidate for candidate, use in zip(problem.candidates, usable, strict=True) if use)
    require_enough(problem, {candidate.id for candidate in kept})
    return restricted(problem, kept)


def require_enough(problem: Problem, ids: set[str]) -> None:
    """All must-stops and enough of each group are among `ids`; raises NoFeasibleItinerary."""
    lost = tuple(sorted(problem.must - ids))
    if lost:
        raise NoFeasibleItinerary(f"No route reaches {', '.join(lost)}.", proved=True, unreachable=lost)
    for group in problem.groups:
        if len(group.ids & ids) < group.at_least:
            away = tuple(sorted(group.ids - ids))
            raise NoFeasibleItinerary("No route reaches enough of a group.", proved=True, unreachable=away)


def restricted(problem: Problem, kept: Sequence[Candidate]) -> Problem:
    """The problem over these of its candidates only."""
    ids, node = {candidate.id for candidate in kept}, problem.node
    nodes = [0, *(node[candidate.id] for candidate in kept), len(node) + 1]
    square = np.ix_(nodes, nodes)
    return replace(
        problem,
        candidates=tuple(kept),
        travel_s=problem.travel_s[square],
        walk_m=problem.walk_m[square],
        ride_m=problem.ride_m[square],
        must=problem.must & ids,
        groups=tuple(replace(group, ids=group.ids & ids) for group in problem.groups),
        before=tuple((first, second) for first, second in problem.before if first in ids and second in ids),
        cost=None if problem.cost is None else problem.cost[square],
    )
