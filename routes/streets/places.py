"""Costs and metres between places, kept once found: warm, a question is a look-up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from routes.streets.graph import Graph
from routes.streets.matrix import between, places_of
from routes.streets.snapping import LonLat, Snap, snap

MOST_PLACES = 2_500
"""Kept at once, 50 MB at most; when more come, all is forgotten and begun anew."""

CONNECTOR_MPS = 10 / 3.6  # by vehicle over yards and lanes between a place and its street: an assumption

FloatArray = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Lengths:
    """(n, n) costs and metres from place to place, the row is the origin; inf where no way leads there.

    `away` (n,) are the metres from each place to its street; inf for a place at no street, which has no way anywhere.
    """

    cost: FloatArray
    metres: FloatArray
    away: FloatArray


class PlaceMatrix:
    """The best ways of one profile between all places asked about so far. Safe to ask from several threads."""

    def __init__(self, graph: Graph, limit: float = np.inf, most: int = MOST_PLACES) -> None:
        self.graph, self.limit, self.most = graph, limit, most
        self._lock = Lock()
        self._number: dict[LonLat, int] = {}
        self._snaps: list[Snap | None] = []
        self._cost = np.zeros((0, 0), dtype=np.float32)
        self._metres = np.zeros((0, 0), dtype=np.float32)

    def between(self, lonlats: Sequence[LonLat]) -> Lengths:
        """From each place to each other, the ends' distance from the street included."""
        with self._lock:
            self._learn(list(dict.fromkeys(lonlats)))
            numbers = np.array([self._number[place] for place in lonlats], dtype=np.int64)
            square = np.ix_(numbers, numbers)
            snaps = [self._snaps[number] for number in numbers.tolist()]
            away = np.array([np.inf if one is None else one.away_m for one in snaps], dtype=np.float64)
            return Lengths(self._cost[square].astype(np.float64), self._metres[square].astype(np.float64), away)

    def snap_of(self, lonlat: LonLat) -> Snap | None:
        """Where a place stands."""
        with self._lock:
            self._learn([lonlat])
            return self._snaps[self._number[lonlat]]

    def _learn(self, lonlats: list[LonLat]) -> None:
        """Find all ways between the places known and those that are new."""
        new = [place for place in lonlats if place not in self._number]
        if not new:
            return
        if len(self._number) + len(new) > self.most:
            self._number, self._snaps, new = {}, [], lonlats
        known = len(self._snaps)
        self._snaps += snap(self.graph, new)
        self._number |= {place: known + index for index, place in enumerate(new)}
        self._cost, self._metres = (
            enlarged(self._cost, known, len(self._snaps)),
            enlarged(self._metres, known, len(self._snaps)),
        )
        self._fill(known)

    def _fill(self, known: int) -> None:
        """The rows and columns of the places from number `known` on."""
        here = np.array([number for number, one in enumerate(self._snaps) if one is not None], dtype=np.int64)
        snaps = [one for one in self._snaps if one is not None]
        first = int(np.searchsorted(here, known))
        everywhere, new = places_of(self.graph, snaps), places_of(self.graph, snaps[first:])
        away = np.array([one.away_m for one in snaps])
        there = between(self.graph, new, everywhere, self.limit)
        self._store(here[first:], here, there.cost, there.metres, away[first:], away)
        if not first:
            return  # nothing was known before
        turned = self.graph.turned
        old, goal = places_of(turned, snaps[:first]), places_of(turned, snaps[first:])
        back = between(turned, goal, old, self.limit)
        self._store(here[:first], here[first:], back.cost.T, back.metres.T, away[:first], away[first:])

    def _store(
        self,
        rows: NDArray[np.int64],
        columns: NDArray[np.int64],
        cost: FloatArray,
        metres: FloatArray,
        away: FloatArray,
        other_away: FloatArray,
    ) -> None:
        apart = away[:, None] + other_away[None, :]
        pace = 1.0 if self.graph.cost_is_metres else 1 / CONNECTOR_MPS
        self._cost[np.ix_(rows, columns)] = cost + apart * pace
        self._metres[np.ix_(rows, columns)] = metres + apart


def enlarged(matrix: NDArray[np.float32], known: int, size: int) -> NDArray[np.float32]:
    """The matrix with room for `size` places; nothing is known of the new ones."""
    larger = np.full((size, size), np.inf, dtype=np.float32)
    larger[:known, :known] = matrix[:known, :known]
    return larger
