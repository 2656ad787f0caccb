"""A loaded street network and all that is asked of it: lengths between places, one way in full, how far one gets."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from threading import Lock

import numpy as np

from routes.streets.closing import ClosedWay, closings, met_on, spans_of
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
MOST_CLOSED = 6  # sets of closed ways whose lengths are kept


@dataclass(frozen=True)
class Obstacle:
    """Something on a way that keeps wheels out, and where."""

    traits: Traits
    lonlat: LonLat


@dataclass(frozen=True)
class Leg:
    """One way from place to place: its line (WGS 84), its length, how it is told, what on it is not step-free.

    `off_street_m` are the metres from the two places to their streets, part of `metres`.
    """

    coordinates: tuple[LonLat, ...]
    metres: float
    steps: tuple[Step, ...]
    obstacles: tuple[Obstacle, ...]
    off_street_m: tuple[float, float]


class Streets:
    """A network in one version. Safe to ask from several threads; what was found stays until the process ends.

    `whole` is the same network with nothing closed, where `closed` ways are left out of this one.
    """

    def __init__(
        self,
        network: Network,
        version: str,
        attribution: str = "",
        *,
        closed: Sequence[ClosedWay] = (),
        whole: Streets | None = None,
    ) -> None:
        self.network, self.version, self.attribution = network, version, attribution
        self.whole = whole
        self._closings = tuple(closings(network, closed))
        self._spans = spans_of(self._closings)
        self._lock = Lock()
        self._without: OrderedDict[frozenset[ClosedWay], Streets] = OrderedDict()
        self._matrices: dict[str, PlaceMatrix] = {}
        self._legs: OrderedDict[tuple[str, LonLat, LonLat], Leg | None] = OrderedDict()

    def without(self, closed: Iterable[ClosedWay]) -> Streets:
        """The streets while some ways are closed; itself where nothing of it is. What was found for a set is kept."""
        key = frozenset(closed)
        if not key:
            return self
        with self._lock:
            if key in self._without:
                self._without.move_to_end(key)
                return self._without[key]
        ways = sorted(key, key=lambda way: way.id)
        made = Streets(self.network, self.version, self.attribution, closed=ways, whole=self)
        made = made if made._closings else self
        with self._lock:
            self._without[key] = made
            if len(self._without) > MOST_CLOSED:
                self._without.popitem(last=False)
        return made

    def closed_between(self, profile: str, origin: LonLat, destination: LonLat) -> tuple[tuple[ClosedWay, LonLat], ...]:
        """The closed ways that keep somebody from the way otherwise taken, each with a position (WGS 84)."""
        if self.whole is None:
            return ()
        usual = self.whole.path(profile, origin, destination)
        return met_on(usual, self._closings) if usual else ()

    def matrix(self, profile: str) -> PlaceMatrix:
        """The places of a profile."""
        whole = self.whole.matrix(profile).graph if self.whole else None
        with self._lock:
            if profile not in self._matrices:
                graph = whole.without(self._spans) if whole else Graph.of(self.network, profile)
                self._matrices[profile] = PlaceMatrix(graph, LIMIT[profile])
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
        off_street_m = (path.origin.away_m, path.destination.away_m)
        return Leg(coordinates, metres, steps, tuple(obstacles_of(path, self.network)), off_street_m)

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
