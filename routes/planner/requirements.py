"""What every problem must keep to be one: shapes, ranges and names that fit together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import ArrayLike, NDArray

from routes.planner.errors import InvalidProblem

if TYPE_CHECKING:
    from routes.planner.problem import Candidate, Group, Limits

IntMatrix = NDArray[np.int64]
IntVector = NDArray[np.int64]
Flags = NDArray[np.bool_]
Window = tuple[int, int]

LARGEST = 2**30
"""No time, length or window may exceed this (34 years, in seconds); limits above it bind nothing."""

FAR = 2**40
"""Longer than any feasible time or length."""

LARGEST_SCORE = 2**24
"""No score or gain may exceed this, so that score times seconds stays exact in 64 bits."""

MOST_CANDIDATES = 600
MOST_GROUPS = 100


def frozen_matrix(name: str, values: ArrayLike, nodes: int) -> IntMatrix:
    """A read-only integer copy of shape (nodes, nodes)."""
    given = np.asarray(values)
    if given.shape != (nodes, nodes):
        raise InvalidProblem(f"{name} has shape {given.shape}; {nodes - 2} candidates need {(nodes, nodes)}.")
    if given.dtype.kind not in "iu":
        raise InvalidProblem(f"{name} holds {given.dtype}; whole numbers are wanted.")
    if given.size and int(given.max()) > LARGEST:
        raise InvalidProblem(f"{name} holds {given.max()}; the largest number taken is {LARGEST}.")
    matrix = np.array(given, dtype=np.int64, order="C")
    matrix.setflags(write=False)
    return matrix


def require_legs(travel_s: IntMatrix, walk_m: IntMatrix, ride_m: IntMatrix) -> None:
    """Lengths are not negative, and no leg is walked and ridden at once."""
    for name, lengths in (("walk_m", walk_m), ("ride_m", ride_m)):
        if (lengths < 0).any():
            raise InvalidProblem(f"{name} holds a negative length.")
    if ((ride_m > 0) & (walk_m > 0) & (travel_s >= 0)).any():
        raise InvalidProblem("A leg has both walk_m and ride_m; a ridden leg has walk_m 0.")


def require_candidates(candidates: Sequence[Candidate]) -> None:
    """Ids are unique, scores and visits not negative, windows sorted and disjoint."""
    if len(candidates) > MOST_CANDIDATES:
        raise InvalidProblem(f"{len(candidates)} candidates; at most {MOST_CANDIDATES} are taken.")
    if len({candidate.id for candidate in candidates}) < len(candidates):
        raise InvalidProblem("Two candidates have the same id.")
    for candidate in candidates:
        if not 0 <= candidate.score <= LARGEST_SCORE:
            raise InvalidProblem(f"{candidate.id} has score {candidate.score}; 0 to {LARGEST_SCORE} is wanted.")
        if not 0 <= candidate.hot <= LARGEST_SCORE:
            raise InvalidProblem(f"{candidate.id} has hot {candidate.hot}; 0 to {LARGEST_SCORE} is wanted.")
        if not 0 <= candidate.visit_s <= LARGEST:
            raise InvalidProblem(f"{candidate.id} has visit_s {candidate.visit_s}; 0 to {LARGEST} is wanted.")
        require_windows(candidate)


def require_windows(candidate: Candidate) -> None:
    """Each window opens after the last one closed, and closes no earlier than it opens."""
    last_close = -1
    for opens, closes in candidate.windows:
        if not last_close < opens <= closes <= LARGEST:
            raise InvalidProblem(f"{candidate.id} has window ({opens}, {closes}); sorted, disjoint ones are wanted.")
        last_close = closes


def require_limits(limits: Limits) -> None:
    """No limit is negative."""
    for name, value in vars(limits).items():
        if value is not None and value < 0:
            raise InvalidProblem(f"{name} is {value}; it cannot be negative.")
    if limits.rest_s == 0:
        raise InvalidProblem("rest_s is 0; a rest takes at least one second, None means no rests.")


def require_group(group: Group, known: set[str]) -> None:
    """Members are known, `at_most` not negative, `at_least` not more, gains never rise."""
    require_known("a group", group.ids, known)
    if group.at_least < 0 or (group.at_most is not None and group.at_least > group.at_most):
        raise InvalidProblem(f"at_least is {group.at_least}, at_most {group.at_most}; no choice fits both.")
    if group.at_most is not None and group.at_most < 0:
        raise InvalidProblem(f"at_most is {group.at_most}; it cannot be negative.")
    falling = all(first >= second for first, second in zip(group.gains, group.gains[1:], strict=False))
    if not falling or any(not 0 <= gain <= LARGEST_SCORE for gain in group.gains):
        raise InvalidProblem(f"gains are {group.gains}; they must not be negative nor rise.")


def require_known(where: str, ids: Iterable[str], known: set[str]) -> None:
    """All `ids` are candidates."""
    unknown = sorted(set(ids) - known)
    if unknown:
        raise InvalidProblem(f"{where} names {', '.join(unknown[:5])}, which no candidate has as id.")
