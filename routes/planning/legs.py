"""The ways between start, candidates and end: how far, how long, walked, cycled or ridden."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from routes.planning.candidates import CLASS_SIZE, effective_access
from routes.planning.known_spaces import KnownSpace
from routes.planning.lengths import IntMatrix, Lengths, Places, lengths
from routes.planning.limits import Party
from routes.planning.request import PlanRequest
from routes.planning.spots import Spot
from routes.streets import profiles
from routes.streets.streets import Streets

BOARDING_S = 5 * 60  # an assumption
GROUP_BOARDING_S = 10 * 60
STROLL_M = 100  # by vehicle, what lies this near is walked

WALK, BICYCLE, VEHICLE, NO_WAY = 0, 1, 2, -1
MODE_NAMES = {WALK: "walk", BICYCLE: "bicycle", VEHICLE: "vehicle"}
FORBIDDEN_S = -1


@dataclass(frozen=True, eq=False)
class Ways:
    """(n, n) matrices, row = origin: 0 is the start, then the candidates, last the end. Metres, seconds.

    `lengths` are those of the mode each way is gone in; `foot` those on foot, whatever the mode. `high_s` is how long
    ways of `lengths.metres_high` take.
    """

    lengths: Lengths
    foot: Lengths
    mode: IntMatrix
    travel_s: IntMatrix
    high_s: IntMatrix
    foot_profile: str

    @property
    def walk_m(self) -> IntMatrix:
        return np.where(self.mode == WALK, self.lengths.metres, 0)

    @property
    def ride_m(self) -> IntMatrix:
        """Ridden metres as the planner means them: cycling is effort, it does not rest anybody."""
        return np.where(self.mode == VEHICLE, np.maximum(self.lengths.metres, 1), 0)

    def among(self, nodes: Sequence[int]) -> "Ways":
        """The ways between these nodes only."""
        square = np.ix_(nodes, nodes)
        return Ways(
            self.lengths.picked(square),
            self.foot.picked(square),
            self.mode[square],
            self.travel_s[square],
            self.high_s[square],
            self.foot_profile,
        )

    def profile(self, origin: int, destination: int) -> str:
        """The street profile of a way."""
        modes_profiles = {WALK: self.foot_profile, BICYCLE: profiles.BICYCLE, VEHICLE: profiles.VEHICLE}
        return modes_profiles[int(self.mode[origin, destination])]


def ways_between(
    start: Spot,
    spaces: Sequence[KnownSpace],
    end: Spot,
    request: PlanRequest,
    party: Party,
    streets: Streets | None = None,
) -> Ways:
    """All ways of a request."""
    places = Places(
        [start.lonlat, *(space.lonlat for space in spaces), end.lonlat],
        [start.accuracy_m, *(space.accuracy_m for space in spaces), end.accuracy_m],
        [start.place, *(space.id for space in spaces), end.place],
    )
    return ways_among(places, request, party, streets)


def ways_among(places: Places, request: PlanRequest, party: Party, streets: Streets | None) -> Ways:
    """All ways between any places, each in the mode of the request that suits it."""
    foot_profile = profiles.WALK if effective_access(request, party) == "any" else profiles.STEP_FREE
    foot = lengths(places, streets, foot_profile)
    other = profiles.BICYCLE if request.mode == "bicycle" else profiles.VEHICLE
    wheels = foot if request.mode == "walk" else lengths(places, streets, other)
    mode = modes(foot, wheels, request, party)
    chosen = picked(mode == WALK, foot, wheels)
    travel_s = seconds(chosen, chosen.metres, mode, request, party)
    high_s = seconds(chosen, chosen.metres_high, mode, request, party)
    return Ways(
        chosen,
        foot,
        mode,
        np.where(mode == NO_WAY, FORBIDDEN_S, travel_s),
        np.where(mode == NO_WAY, FORBIDDEN_S, high_s),
        foot_profile,
    )


def picked(first: NDArray[np.bool_], ours: Lengths, theirs: Lengths) -> Lengths:
    """`ours` where `first` holds, `theirs` elsewhere."""
    return Lengths(**{name: np.where(first, getattr(ours, name), getattr(theirs, name)) for name in vars(ours)})


def modes(foot: Lengths, wheels: Lengths, request: PlanRequest, party: Party) -> IntMatrix:
    """How each way is gone: the nearest allowed, NO_WAY where none is."""
    way = np.full(foot.metres.shape, NO_WAY, dtype=np.int64)
    if request.mode == "bicycle":
        near = wheels.metres <= (party.get("max_bicycle_leg_m") or np.inf)
        return np.where(near & wheels.open, BICYCLE, way)
    if request.mode != "walk":
        quick = ride_s(wheels.drive_s, request) <= (party.seconds("max_ride_minutes") or np.inf)
        way = np.where(quick & wheels.open, VEHICLE, way)
    return np.where(walkable(foot.metres, request, party) & foot.open, WALK, way)


def walkable(metres: IntMatrix, request: PlanRequest, party: Party) -> NDArray[np.bool_]:
    """Within the longest leg of the party, and not longer than it walks without a rest."""
    most_m = party.get("max_leg_m") or np.inf
    if request.mode == "vehicle":
        most_m = min(most_m, STROLL_M)
    rested: NDArray[np.bool_] = walk_s(metres, party) <= (party.seconds("rest_every_minutes") or np.inf)
    return (metres <= most_m) & rested


def seconds(ways: Lengths, metres: IntMatrix, mode: IntMatrix, request: PlanRequest, party: Party) -> IntMatrix:
    """How long the ways take in these modes if they are `metres` long; rounded up. Driving takes as much longer."""
    in_time = metres + ways.afloat_m
    by_bicycle = up(in_time / (party.bicycle_speed_mps or 1))
    driving = ways.drive_s * (metres / np.maximum(ways.metres, 1))
    ridden = np.where(mode == VEHICLE, ride_s(driving, request), by_bicycle)
    return np.where(mode == WALK, walk_s(in_time, party), ridden)


def walk_s(metres: IntMatrix, party: Party) -> IntMatrix:
    return up(metres / (party.get("walking_speed_mps") or 1))


def ride_s(drive_s: NDArray[np.float64], request: PlanRequest) -> IntMatrix:
    boarding = GROUP_BOARDING_S if request.people and request.people > CLASS_SIZE else BOARDING_S
    return up(drive_s) + boarding


def up(values: NDArray[np.float64]) -> IntMatrix:
    return np.ceil(values - 1e-9).astype(np.int64)


def quickest(first_s: NDArray[np.float64], travel_s: IntMatrix) -> NDArray[np.float64]:
    """(starts, n) seconds of the quickest way to each node over any others, visits aside; inf where there is none.

    `first_s` (starts, n) are the ways from each start straight there, `travel_s` (n, n) those between the nodes. Each
    round adds a node to the ways; few rounds are enough, because few ways are quicker over many places.
    """
    step = np.where(travel_s < 0, np.inf, travel_s.astype(np.float64))
    best = first_s
    while True:
        better = np.array([np.minimum(row, (row[:, None] + step).min(axis=0)) for row in best])
        if np.array_equal(better, best):
            return best
        best = better
