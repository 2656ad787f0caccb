"""The ways between start, candidates and end: how far, how long, walked, cycled or ridden.

No streets are loaded yet: all lengths are estimates (`routes.streets.estimate`).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from routes.planning.candidates import CLASS_SIZE
from routes.planning.limits import Party
from routes.planning.request import PlanRequest
from routes.planning.spots import Spot
from routes.planning.world import KnownSpace
from routes.streets.estimate import Estimates, estimate

RIDE_MPS = 30 / 3.6  # an assumption until streets are loaded, as are the minutes of boarding
BOARDING_S = 5 * 60
GROUP_BOARDING_S = 10 * 60
STROLL_M = 100  # by vehicle, what lies this near is walked

WALK, BICYCLE, VEHICLE, NO_WAY = 0, 1, 2, -1
MODE_NAMES = {WALK: "walk", BICYCLE: "bicycle", VEHICLE: "vehicle"}
FORBIDDEN_S = -1

IntMatrix = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Ways:
    """(n, n) matrices, row = origin: 0 is the start, then the candidates, last the end. Metres, seconds."""

    lengths: Estimates
    mode: IntMatrix
    travel_s: IntMatrix

    @property
    def walk_m(self) -> IntMatrix:
        return np.where(self.mode == WALK, self.lengths.metres, 0)

    @property
    def ride_m(self) -> IntMatrix:
        """Ridden metres as the planner means them: cycling is effort, it does not rest anybody."""
        return np.where(self.mode == VEHICLE, np.maximum(self.lengths.metres, 1), 0)


def ways_between(start: Spot, spaces: Sequence[KnownSpace], end: Spot, request: PlanRequest, party: Party) -> Ways:
    """All ways of a request."""
    positions = [start.lonlat, *(space.lonlat for space in spaces), end.lonlat]
    accuracies = [start.accuracy_m, *(space.accuracy_m for space in spaces), end.accuracy_m]
    places = [start.place, *(space.id for space in spaces), end.place]
    lengths = estimate(positions, accuracies, places=places)
    mode = modes(lengths.metres, request, party)
    return Ways(lengths, mode, np.where(mode == NO_WAY, FORBIDDEN_S, seconds(lengths.metres, mode, request, party)))


def modes(metres: IntMatrix, request: PlanRequest, party: Party) -> IntMatrix:
    """How each way is gone: the nearest allowed, NO_WAY where none is."""
    way = np.full(metres.shape, NO_WAY, dtype=np.int64)
    if request.mode == "bicycle":
        return np.where(metres <= (party.get("max_bicycle_leg_m") or np.inf), BICYCLE, way)
    if request.mode != "walk":
        way = np.where(ride_s(metres, request) <= (party.seconds("max_ride_minutes") or np.inf), VEHICLE, way)
    return np.where(walkable(metres, request, party), WALK, way)


def walkable(metres: IntMatrix, request: PlanRequest, party: Party) -> NDArray[np.bool_]:
    """Within the longest leg of the party, and not longer than it walks without a rest."""
    most_m = party.get("max_leg_m") or np.inf
    if request.mode == "vehicle":
        most_m = min(most_m, STROLL_M)
    rested: NDArray[np.bool_] = walk_s(metres, party) <= (party.seconds("rest_every_minutes") or np.inf)
    return (metres <= most_m) & rested


def seconds(metres: IntMatrix, mode: IntMatrix, request: PlanRequest, party: Party) -> IntMatrix:
    """How long ways of these lengths take in these modes; rounded up."""
    by_bicycle = up(metres / (party.bicycle_speed_mps or 1))
    ridden = np.where(mode == VEHICLE, ride_s(metres, request), by_bicycle)
    return np.where(mode == WALK, walk_s(metres, party), ridden)


def walk_s(metres: IntMatrix, party: Party) -> IntMatrix:
    return up(metres / (party.get("walking_speed_mps") or 1))


def ride_s(metres: IntMatrix, request: PlanRequest) -> IntMatrix:
    boarding = GROUP_BOARDING_S if request.people and request.people > CLASS_SIZE else BOARDING_S
    return up(metres / RIDE_MPS) + boarding


def up(values: NDArray[np.float64]) -> IntMatrix:
    return np.ceil(values - 1e-9).astype(np.int64)


def quickest(travel_s: IntMatrix) -> NDArray[np.float64]:
    """(n, n) seconds of the quickest way over any nodes, visits aside; inf where there is none (Floyd-Warshall)."""
    path = np.where(travel_s < 0, np.inf, travel_s.astype(np.float64))
    np.fill_diagonal(path, 0)
    for node in range(len(path)):
        path = np.minimum(path, path[:, node, None] + path[None, node, :])
    return path
