"""From a position to the street it stands at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray

from routes.streets.graph import Graph
from routes.streets.spheroid import apart_m, plane_per_metre, to_plane

SNAP_M = 300.0
"""A place farther than this from every street is off the network: an assumption, a lane's length in a Thai village."""

LonLat = tuple[float, float]


@dataclass(frozen=True)
class Snap:
    """A point on an edge, `at_m` metres from its start, and how far the place lies from it."""

    edge: int
    at_m: float
    lonlat: LonLat
    away_m: float


def snap(graph: Graph, lonlats: Sequence[LonLat], limit_m: float = SNAP_M) -> list[Snap | None]:
    """For each position (WGS 84) the nearest point of a street; None where none lies within `limit_m`."""
    if not len(graph.streets) or not lonlats:
        return [None] * len(lonlats)
    points = np.asarray(lonlats, dtype=np.float64)
    found: list[Snap | None] = [None] * len(points)
    plane = to_plane(points)
    reach = limit_m * 1.01 * max(plane_per_metre(lat) for lat in points[:, 1])
    indices, streets = graph.tree.query_nearest(shapely.points(plane), max_distance=reach, all_matches=False)
    for index, street in zip(indices.tolist(), streets.tolist(), strict=True):
        snapped = on_edge(graph, int(graph.streets[street]), points[index], plane[index])
        found[index] = snapped if snapped.away_m <= limit_m else None
    return found


def on_edge(graph: Graph, edge: int, lonlat: NDArray[np.float64], place: NDArray[np.float64]) -> Snap:
    """The nearest point of the edge."""
    line, reached = graph.network.line(edge), graph.network.reached(edge)
    plane = to_plane(line)
    start, move = plane[:-1], np.diff(plane, axis=0)
    share = np.clip(((place - start) * move).sum(axis=1) / (move**2).sum(axis=1), 0, 1)
    segment = int(np.argmin(((start + share[:, None] * move - place) ** 2).sum(axis=1)))
    part = float(share[segment])
    lon, lat = (1 - part) * line[segment] + part * line[segment + 1]
    at_m = float((1 - part) * reached[segment] + part * reached[segment + 1])
    return Snap(edge, at_m, (float(lon), float(lat)), apart_m(lonlat, (lon, lat)))
