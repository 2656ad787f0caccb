"""A loaded street network and all that is asked of it: lengths between places, one way in full, how far one gets."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from threading import Lock

import numpy as np

from routes.streets.directions import Step, line_of, told
from routes.streets.graph import Graph
from routes.streets.network import Network
from routes.streets.path import Path, path_between
from routes.streets.places import Lengths, PlaceMatrix
from routes.streets.profiles import BICYCLE, PROFILES, STEP_FREE, VEHICLE, WALK
from routes.streets.snapping import LonLat
from routes.streets.traits import Traits

# Farther than this nobody goes in one leg: searches end there. Metres; by vehicle, seconds.
LIMIT = {WALK: 12_000.0, STEP_FREE: 12_000.0, BICYCLE: 40_000.0, VEHICLE: np.inf}
MOST_LEGS = 4_000  # kept in memory


@dataclass(frozen=True)
class Obstacle:
    """Something on a way that keeps wheels out, and where."""

    traits: Traits
    lonlat: LonLat


@dataclass(frozen=True)
class Leg:
    """One way from place to place: its line (WGS 84), its length, how it is told, what on it is not step-free."""

    coordinates: tuple[LonLat, ...]
    metres: float
    steps: tuple[Step, ...]
    obstacles: tuple[Obstacle, ...]


class Streets:
    """A network in one version. Safe to ask from several threads; what was found stays until the process ends."""

    def __init__(self, network: Network, version: str, attribution: str = "") -> None:
        self.network, self.version, self.attribution = network, version, attribution
        self._lock = Lock()
        self._matrices: dict[str, PlaceMatrix] = {}
        self._legs: OrderedDict[tuple[str, LonLat, LonLat], Leg | None] = OrderedDict()

    def matrix(self, profile: str) -> PlaceMatrix:
        """The places of a profile."""
        with self._lock:
            if profile not in self._matrices:
                self._matrices[profile] = PlaceMatrix(Graph.of(self.network, profile), LIMIT[profile])
            return self._matrices[profile]

    def lengths(self, profile: str, lonlats: Sequence[LonLat]) -> Lengths:
        """From each place to each other."""
        return self.matrix(profile).between(lonlats)

    def warm(self, lonlats: Sequence[LonLat]) -> None:
        """Make every profile ready for these places."""
        for profile in PROFILES:
            self.lengths(profile, lonlats)

    def leg(self, profile: str, origin: LonLat, destination: LonLat) -> Leg | None:
        """The way with its line and directions; None where no way leads there."""
        key = (profile, origin, destination)
        with self._lock:
            if key in self._legs:
                self._legs.move_to_end(key)
                return self._legs[key]
        made = self._leg(profile, origin, destination)
        with self._lock:
            self._legs[key] = made
            if len(self._legs) > MOST_LEGS:
                self._legs.popitem(last=False)
        return made

    def _leg(self, profile: str, origin: LonLat, destination: LonLat) -> Leg | None:
        path = self.path(profile, origin, destination)
        if path is None:
            return None
        line = line_of(path, self.network, origin, destination)
        metres = path.origin.away_m + path.metres + path.destination.away_m
        coordinates = tuple((lon, lat) for lon, lat in np.round(line, 7).tolist())
        steps = tuple(told(path, self.network, profile, destination))
        return Leg(coordinates, metres, steps, tuple(obstacles_of(path, self.network)))

    def path(self, profile: str, origin: LonLat, destination: LonLat) -> Path | None:
        """The best way; None where there is none, or a place stands at no street."""
        matrix = self.matrix(profile)
        start, goal = matrix.snap_of(origin), matrix.snap_of(destination)
        if start is None or goal is None:
            return None
        return path_between(matrix.graph, start, goal, LIMIT[profile])

    def obstacles(self, origin: LonLat, destination: LonLat) -> tuple[Obstacle, ...]:
        """What keeps somebody on wheels from taking the way that others walk, in order."""
        leg = self.leg(WALK, origin, destination)
        return leg.obstacles if leg else ()


def obstacles_of(path: Path, network: Network) -> Iterator[Obstacle]:
    """Where each stretch begins that is not step-free; the same thing twice in a row is one."""
    last = ""
    for one in path.stretches:
        traits = one.traits(network)
        if traits.barrier and traits.barrier != last:
            lon, lat = one.line(network)[0]
            yield Obstacle(traits, (float(lon), float(lat)))
        last = traits.barrier
