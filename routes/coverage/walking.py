"""How far it is on foot from many cells to the nearest learning space: along streets, else an estimate."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from geo.utm import PHATTHALUNG
from routes.streets.estimate import DETOUR
from routes.streets.graph import Graph
from routes.streets.matrix import between, places_of
from routes.streets.profiles import WALK
from routes.streets.snapping import LonLat, Snap, snap
from routes.streets.streets import Streets

FloatArray = NDArray[np.float64]
BoolArray = NDArray[np.bool_]

AT_ONCE = 4_000_000  # lengths in memory


@dataclass(frozen=True, eq=False)
class Ways:
    """(g, m) metres from each of m cells to the nearest space of each of g groups, inf beyond what was looked for.

    `estimated` (m,): the cells that stand at no street.
    """

    metres: FloatArray
    estimated: BoolArray


def ways(cells: FloatArray, spaces: FloatArray, suits: BoolArray, most_m: float, streets: Streets | None) -> Ways:
    """`cells` (m, 2) and `spaces` (n, 2) are metres in EPSG:32647; `suits` (g, n): which space suits which group."""
    if streets is None:
        metres = np.array([estimated_m(cells, spaces[wanted]) for wanted in suits]).reshape(len(suits), len(cells))
        return Ways(metres, np.ones(len(cells), dtype=np.bool_))
    graph = streets.matrix(WALK).graph
    stands = snap(graph, lonlats(cells))
    goals = snap(graph, lonlats(spaces))
    off_street = np.array([goal is None for goal in goals], dtype=np.bool_)
    lost = np.array([one is None for one in stands], dtype=np.bool_)
    metres = along_streets(graph, stands, goals, suits, most_m)
    for number, wanted in enumerate(suits):
        metres[number] = np.minimum(metres[number], estimated_m(cells, spaces[wanted & off_street]))
        metres[number, lost] = estimated_m(cells[lost], spaces[wanted])
    return Ways(metres, lost)


def estimated_m(cells: FloatArray, spaces: FloatArray) -> FloatArray:
    """(m,) the straight line to the nearest space × DETOUR; inf where there is none."""
    if not len(spaces) or not len(cells):
        return np.full(len(cells), np.inf)
    straight, _ = cKDTree(spaces).query(cells)
    metres: FloatArray = straight * DETOUR
    return metres


def lonlats(metres: FloatArray) -> list[LonLat]:
    return [(lon, lat) for lon, lat in PHATTHALUNG.degrees(metres).tolist()]


def along_streets(
    graph: Graph, stands: Sequence[Snap | None], goals: Sequence[Snap | None], suits: BoolArray, most_m: float
) -> FloatArray:
    """(g, m) along streets, with the bits to the street at both ends; searched from the spaces, against the way."""
    metres = np.full((len(suits), len(stands)), np.inf)
    here = [number for number, one in enumerate(stands) if one is not None]
    there = [number for number, one in enumerate(goals) if one is not None]
    if not here or not there:
        return metres
    cells, spaces = [one for one in stands if one is not None], [one for one in goals if one is not None]
    turned = graph.turned
    targets, best = places_of(turned, cells), np.full((len(suits), len(here)), np.inf)
    step = max(1, AT_ONCE // len(here))
    for first in range(0, len(there), step):
        some = spaces[first : first + step]
        lengths = between(turned, places_of(turned, some), targets, most_m).metres + away(some)[:, None]
        for number, wanted in enumerate(suits[:, there[first : first + step]]):
            best[number] = np.minimum(best[number], lengths[wanted].min(axis=0, initial=np.inf))
    metres[:, here] = best + away(cells)
    return metres


def away(snaps: Sequence[Snap]) -> FloatArray:
    return np.array([one.away_m for one in snaps])
