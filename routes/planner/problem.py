"""The planner's question and answer, and the rules both sides keep.

Everything is an integer: seconds, metres, milli-points. Time 0 is the departure.

Nodes. 0 is the start, 1..n the candidates in their order, n + 1 the end. Matrices are (n + 2, n + 2), the row is
the origin. A route goes from 0 over its stops, each at most once, to n + 1; it may have no stop.

Legs. A leg with `travel_s < 0` is forbidden. A leg with `ride_m > 0` is ridden, every other leg is walked. A walked
leg is at most `max_leg_m` metres, a ridden one takes at most `max_ride_s` seconds; neither limit touches the other.
`walk_m` is 0 where a leg is ridden, and the walked metres together are at most `max_walk_total_m`.

Time. The route leaves node 0 at 0 and goes on at once after each visit and rest. A visit starts inside one of the
candidate's windows (earliest start, latest start), both included; it may end after the window. Whoever is early
waits. At a stop: `arrive_s <= start_s`, `leave_s = start_s + visit_s + rest_s`, and the next `arrive_s` is `leave_s`
plus the leg. Arrival at the end is `finish_s <= budget_s`.

Session. The seconds of walking and visiting since the departure, since the last ridden leg, or since the last rest.
A rest is an idle time of at least `Limits.rest_s` in one piece at a stop: before the visit (`start_s - arrive_s`,
whether the group waits or sits down on purpose) or after it (`Visit.rest_s`). The session is at most `max_session_s`
at every moment. Riding and waiting do not add to it; a wait shorter than `rest_s` does not end it.

Choice. `must` are all visited. Of a `Group` at most `at_most` members are visited. For a pair (a, b) in `before`, a
comes before b when both are visited.

Score. The sum of the visited candidates' scores, plus for each group the first k of its `gains` when k members are
visited. Gains never rise from one to the next, so variety earns more than repetition.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import ArrayLike, NDArray

from routes.planner.errors import InvalidProblem

IntMatrix = NDArray[np.int64]
Window = tuple[int, int]

LARGEST = 2**30
"""No time, length or window may exceed this (34 years, in seconds); limits above it bind nothing."""

LARGEST_SCORE = 2**24
"""No score or gain may exceed this, so that score times seconds stays exact in 64 bits."""

MOST_CANDIDATES = 600
MOST_GROUPS = 100

ANY_TIME: tuple[Window, ...] = ((0, LARGEST),)


@dataclass(frozen=True)
class Candidate:
    """A space that may become a stop. `windows` are (earliest, latest) starts, sorted and disjoint; none = closed."""

    id: str
    score: int
    visit_s: int
    windows: tuple[Window, ...] = ANY_TIME


@dataclass(frozen=True)
class Limits:
    """What the party can bear; None = unlimited. `rest_s` None = idle time never ends a session."""

    budget_s: int | None = None
    max_leg_m: int | None = None
    max_walk_total_m: int | None = None
    max_session_s: int | None = None
    rest_s: int | None = 1200
    max_ride_s: int | None = None


@dataclass(frozen=True)
class Group:
    """Candidates that belong together: at most `at_most` of them, the i-th one visited adds `gains[i - 1]`."""

    ids: frozenset[str]
    at_most: int | None = None
    gains: tuple[int, ...] = ()


@dataclass(frozen=True, eq=False)
class Problem:
    """One planning question. Raises InvalidProblem when its parts do not fit together."""

    candidates: tuple[Candidate, ...]
    travel_s: IntMatrix
    walk_m: IntMatrix
    ride_m: IntMatrix
    limits: Limits = field(default_factory=Limits)
    must: frozenset[str] = frozenset()
    groups: tuple[Group, ...] = ()
    before: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        require_candidates(self.candidates)
        nodes = len(self.candidates) + 2
        for name in ("travel_s", "walk_m", "ride_m"):
            object.__setattr__(self, name, frozen_matrix(name, getattr(self, name), nodes))
        require_legs(self.travel_s, self.walk_m, self.ride_m)
        require_limits(self.limits)
        known = {candidate.id for candidate in self.candidates}
        require_known("must", self.must, known)
        if len(self.groups) > MOST_GROUPS:
            raise InvalidProblem(f"{len(self.groups)} groups; at most {MOST_GROUPS} are taken.")
        for group in self.groups:
            require_group(group, known)
        for pair in self.before:
            require_known("before", pair, known)

    @property
    def node(self) -> dict[str, int]:
        """Node number of each candidate id."""
        return {candidate.id: number for number, candidate in enumerate(self.candidates, start=1)}


@dataclass(frozen=True)
class Visit:
    """One stop: seconds after departure, and the seconds of rest after the visit (inside `leave_s`)."""

    id: str
    arrive_s: int
    start_s: int
    leave_s: int
    rest_s: int = 0


@dataclass(frozen=True)
class Route:
    """One answer. `upper_bound` is a score no route of this problem can exceed."""

    stops: tuple[Visit, ...]
    score: int
    finish_s: int
    walk_m: int
    ride_m: int
    proved_optimal: bool
    upper_bound: int

    @property
    def ids(self) -> tuple[str, ...]:
        """The stops' ids in visiting order."""
        return tuple(visit.id for visit in self.stops)


@dataclass(frozen=True)
class Solutions:
    """Routes, best first. `complete` is False when the clock ended the search before its iterations did."""

    routes: tuple[Route, ...]
    complete: bool = True

    @property
    def best(self) -> Route:
        """The first route; there is always one."""
        return self.routes[0]


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
    """Members are known, `at_most` not negative, gains never rise."""
    require_known("a group", group.ids, known)
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
