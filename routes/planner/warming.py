"""Compile every kernel now, so that no visitor's request has to wait for it."""

from __future__ import annotations

import numpy as np

from routes.planner.exact import TRIED_CANDIDATES
from routes.planner.explaining import explain
from routes.planner.problem import Candidate, Group, Limits, Problem
from routes.planner.solving import solve


def warm() -> None:
    """Solve small problems that use all kernels: seconds at the first start, from the cache afterwards."""
    for count in (3, TRIED_CANDIDATES + 1):
        problem = problem_of(count)
        explain(problem, solve(problem, iterations=20, alternatives=2).best)


def problem_of(count: int) -> Problem:
    """Candidates in a row, one second apart, that cannot all be visited."""
    places = np.arange(count + 2)
    seconds = np.abs(places[:, None] - places[None, :])
    candidates = tuple(Candidate(str(place), 1 + place % 3, 1) for place in range(count))
    limits = Limits(budget_s=2 * count, max_walk_total_m=2 * count, max_session_s=count, rest_s=1)
    groups = (Group(frozenset({"0", "1"}), at_most=1, gains=(1,)),)
    return Problem(candidates, seconds, seconds, np.zeros_like(seconds), limits, frozenset(), groups, (("0", "2"),))
