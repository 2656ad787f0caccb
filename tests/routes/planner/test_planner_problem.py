"""A problem that contradicts itself is refused by name."""

import numpy as np
import pytest

from routes.planner import Candidate, Group, InvalidProblem, Limits, Problem
from routes.planner.requirements import LARGEST, MOST_CANDIDATES

ONE = Candidate("a", 1, 1)
SQUARE = np.zeros((3, 3), dtype=np.int64)


def problem(candidate=ONE, *, travel=SQUARE, walk=SQUARE, ride=SQUARE, **parts):
    return Problem((candidate,), travel, walk, ride, **parts)


def test_matrices_are_kept_as_copies_nobody_can_change():
    travel = np.zeros((3, 3), dtype=np.int32)

    kept = problem(travel=travel).travel_s
    travel[0, 1] = 9

    assert kept[0, 1] == 0
    with pytest.raises(ValueError, match="read-only"):
        kept[0, 1] = 9


@pytest.mark.parametrize(
    "parts",
    [
        {"travel": np.zeros((2, 2), dtype=int)},
        {"walk": np.zeros((3, 4), dtype=int)},
        {"travel": np.zeros((3, 3))},
        {"travel": np.full((3, 3), np.nan)},
        {"travel": np.full((3, 3), LARGEST + 1)},
        {"walk": np.full((3, 3), -1)},
        {"ride": np.full((3, 3), -1)},
        {"walk": np.ones((3, 3), dtype=int), "ride": np.ones((3, 3), dtype=int)},
        {"limits": Limits(budget_s=-1)},
        {"limits": Limits(max_leg_m=-1)},
        {"limits": Limits(rest_s=0)},
        {"must": frozenset({"nowhere"})},
        {"groups": (Group(frozenset({"nowhere"})),)},
        {"groups": (Group(frozenset({"a"}), at_most=-1),)},
        {"groups": (Group(frozenset({"a"}), gains=(1, 2)),)},
        {"groups": (Group(frozenset({"a"}), gains=(-1,)),)},
        {"groups": (Group(frozenset({"a"})),) * 101},
        {"before": (("a", "nowhere"),)},
        {"candidate": Candidate("a", -1, 1)},
        {"candidate": Candidate("a", 2**24 + 1, 1)},
        {"candidate": Candidate("a", 1, -1)},
        {"candidate": Candidate("a", 1, LARGEST + 1)},
        {"candidate": Candidate("a", 1, 1, ((5, 4),))},
        {"candidate": Candidate("a", 1, 1, ((-1, 4),))},
        {"candidate": Candidate("a", 1, 1, ((5, 9), (1, 2)))},
        {"candidate": Candidate("a", 1, 1, ((1, 5), (5, 9)))},
    ],
    ids=str,
)
def test_what_does_not_fit_together_is_refused(parts):
    with pytest.raises(InvalidProblem):
        problem(**parts)


def test_two_candidates_cannot_share_an_id():
    with pytest.raises(InvalidProblem, match="same id"):
        Problem((ONE, ONE), *[np.zeros((4, 4), dtype=int)] * 3)


def test_more_candidates_than_the_planner_takes_are_refused():
    crowd = tuple(Candidate(str(number), 1, 1) for number in range(MOST_CANDIDATES + 1))

    with pytest.raises(InvalidProblem, match=str(MOST_CANDIDATES)):
        Problem(crowd, SQUARE, SQUARE, SQUARE)
