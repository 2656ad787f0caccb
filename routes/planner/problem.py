"""The planner's question and answer, and the rules both sides keep.

Everything is an integer: seconds, metres, milli-points. Time 0 is the departure.

Nodes. 0 is the start, 1..n the candidates in their order, n + 1 the end. Matrices are (n + 2, n + 2), the row is
the origin. A route goes from 0 over its stops, each at most once, to n + 1; it may have no stop.

Legs. A leg with `travel_s < 0` is forbidden. A leg with `ride_m > 0` is ridden, every other leg is walked. A walked
leg is at most `max_leg_m` metres, a ridden one takes at most `max_ride_s` seconds; neither limit touches the other.
`walk_m` is 0 where a leg is ridden, and the walked metres together are at most `max_walk_total_m`.

Time. The route leaves node 0 at 0 and goes on at once after each visit and rest. A visit starts inside one of the
candidate's windows (earliest start, latest start), both included; it may end after the window. Whoever is early
waits, at most `max_wait_s` at a stop; longer idle time is spent at the stop before, as a rest there. At a stop:
`arrive_s <= start_s <= arrive_s + max_wait_s`, `leave_s = start_s + visit_s + rest_s`, and the next `arrive_s` is
`leave_s` plus the leg. Arrival at the end is `finish_s <= budget_s`.

Clocks. A rest is an idle time of at least `Limits.rest_s` in one piece at a stop: before the visit (`start_s -
arrive_s`, whether the group waits or sits down on purpose) or after it (`Visit.rest_s`). Idle time adds to no clock.

- Session: the seconds of walking and visiting since the departure, since the last ridden leg, or since the last
  rest; at most `max_session_s` at every moment. Riding does not add to it.
- Stretch: the seconds of walking since the departure, the last ridden leg, the last rest, or the last visit to a
  candidate with a `seat`; at most `max_stretch_s` at every moment.
- Toilet: the seconds of travelling and visiting since the departure or since a stop with a `toilet` was left, where
  it stands at 0; at most `max_toilet_s` at every moment. A rest does not end it, riding adds to it.

Choice. `must` are all visited. Of a `Group` at least `at_least` and at most `at_most` members are visited. For a pair
(a, b) in `before`, a comes before b when both are visited.

Score. The sum of the visited candidates' scores, plus for each group the first k of its `gains` when k members are
visited, minus the `cost` of each leg, minus `hot` for each visit of which any second falls into `Problem.midday`.
Gains never rise from one to the next, so variety earns more than repetition. A score may be negative.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from routes.planner.errors import InvalidProblem
from routes.planner.requirements import (
    LARGEST,
    LARGEST_SCORE,
    MOST_GROUPS,
    IntMatrix,
    Window,
    frozen_matrix,
    require_candidates,
    require_group,
    require_known,
    require_legs,
    require_limits,
)

ANY_TIME: tuple[Window, ...] = ((0, LARGEST),)


@dataclass(frozen=True)
class Candidate:
    """A space that may become a stop. `windows` are (earliest, latest) starts, sorted and disjoint; none = closed.

    `hot` is what a visit in the midday heat loses. `seat` and `toilet` say that the clocks of those end here.
    """

    id: str
    score: int
    visit_s: int
    windows: tuple[Window, ...] = ANY_TIME
    hot: int = 0
    seat: bool = True
    toilet: bool = True


@dataclass(frozen=True)
class Limits:
    """What the party can bear; None = unlimited. `rest_s` None = idle time never ends a session."""

    budget_s: int | None = None
    max_leg_m: int | None = None
    max_walk_total_m: int | None = None
    max_session_s: int | None = None
    rest_s: int | None = 1200
    max_ride_s: int | None = None
    max_wait_s: int | None = None
    max_stretch_s: int | None = None
    max_toilet_s: int | None = None


@dataclass(frozen=True)
class Group:
    """Candidates that belong together: from `at_least` to `at_most` of them; the i-th visited adds `gains[i - 1]`."""

    ids: frozenset[str]
    at_most: int | None = None
    gains: tuple[int, ...] = ()
    at_least: int = 0


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
    cost: IntMatrix | None = None  # milli-points by leg; None = legs cost nothing
    midday: Window | None = None  # seconds after departure, the end excluded

    def __post_init__(self) -> None:
        require_candidates(self.candidates)
        nodes = len(self.candidates) + 2
        self.require_costs(nodes)
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

    def require_costs(self, nodes: int) -> None:
        """Costs are not negative, and midday ends after it begins."""
        if self.cost is not None:
            object.__setattr__(self, "cost", frozen_matrix("cost", self.cost, nodes))
            if not 0 <= int(self.cost.min()) <= int(self.cost.max()) <= LARGEST_SCORE:
                raise InvalidProblem(f"cost must lie between 0 and {LARGEST_SCORE}.")
        if self.midday is not None and not 0 <= self.midday[0] < self.midday[1] <= LARGEST:
            raise InvalidProblem(f"midday is {self.midday}; it must end after it begins.")

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
