"""Snap an area to its neighbours: copy their corners, so that borders match to the last digit."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from geo.acts.areas import Position, Ring, corners_of, rings_of, with_rings, without_repeats
from geo.acts.cutting import edges_of
from geo.acts.errors import ActImpossible
from geo.texts import Text
from geo.utm import Plane, plane_at

MOST_TOLERANCE_M = 50.0
_ROUNDS = 10


@dataclass(frozen=True)
class Snapped:
    """The area, and its corners that lie on an edge of a neighbour which has no corner there."""

    area: shapely.MultiPolygon
    loose: list[Position]


@dataclass(frozen=True)
class _Neighbours:
    """The corners and edges of all neighbours; places in degrees, measured in metres."""

    plane: Plane
    tolerance_m: float
    corners: list[Position]
    points: shapely.STRtree  # of the corners, metres
    edges: list[frozenset[Position]]
    lines: shapely.STRtree  # of the edges, metres

    @classmethod
    def of(cls, areas: Sequence[BaseGeometry], plane: Plane, tolerance_m: float) -> "_Neighbours":
        corners = sorted({corner for area in areas for corner in corners_of(area)})
        edges = [edge for area in areas for edge in edges_of(rings_of(area))]
        points = [shapely.Point(place) for place in plane.metres(np.array(corners))]
        lines = [plane.project(shapely.LineString(edge)) for edge in edges]
        return cls(
            plane,
            tolerance_m,
            corners,
            shapely.STRtree(points),
            [frozenset(edge) for edge in edges],
            shapely.STRtree(lines),
        )

    def corner_near(self, position: Position) -> Position | None:
        """The nearest corner within the tolerance; its own, if the position is one."""
        point = self.plane.project(shapely.Point(position))
        index = self.points.query_nearest(point, max_distance=self.tolerance_m, all_matches=False)
        return self.corners[int(index[0])] if len(index) else None

    def along(self, start: Position, end: Position) -> list[Position]:
        """The corners within the tolerance of an edge, in its order, without its ends."""
        edge = self.plane.project(shapely.LineString([start, end]))
        near = self.points.query(edge, predicate="dwithin", distance=self.tolerance_m)
        found = []
        for index in near:
            along = edge.project(self.points.geometries[index])
            if 0 < along < edge.length and self.corners[index] not in (start, end):
                found.append((along, self.corners[index]))
        return [corner for _, corner in sorted(found)]

    def is_beside(self, position: Position) -> bool:
        point = self.plane.project(shapely.Point(position))
        return len(self.lines.query(point, predicate="dwithin", distance=self.tolerance_m)) > 0


def snap(area: BaseGeometry, neighbours: Sequence[BaseGeometry], tolerance_m: float) -> Snapped:
    """The area with every corner within `tolerance_m` of a neighbour's moved there, and with the neighbour's corners
    along its own edges; own corners between two that follow a neighbour's edge go. Again, it changes nothing more.

    Raises ActImpossible when no neighbour is that near, or when it never comes to rest.
    """
    plane = plane_at(area.bounds[0])
    near = [other for other in neighbours if _is_near(area, other, plane, tolerance_m)]
    if not near:
        words = Text(f"ไม่มีเขตข้างเคียงในระยะ {tolerance_m:g} ม.", f"No neighbour lies within {tolerance_m:g} m.")
        raise ActImpossible("no_neighbour_near", words, "/tolerance_m")
    around = _Neighbours.of(near, plane, tolerance_m)
    found = with_rings(area, without_repeats)
    for _ in range(_ROUNDS):
        before, found = found, with_rings(found, lambda ring: _snapped(ring, around))
        if found.is_empty or shapely.equals_exact(before, found):
            break
    else:
        words = Text("ระยะใหญ่เกินไปสำหรับเขตนี้", "The tolerance is too large for this area.")
        raise ActImpossible("never_at_rest", words, "/tolerance_m")
    known = set(around.corners)
    loose = sorted(corner for corner in corners_of(found) - known if around.is_beside(corner))
    return Snapped(found, loose)


def _is_near(area: BaseGeometry, other: BaseGeometry, plane: Plane, tolerance_m: float) -> bool:
    return bool(shapely.dwithin(plane.project(area), plane.project(other), tolerance_m))


def _snapped(ring: Ring, around: _Neighbours) -> Ring:
    moved = without_repeats([around.corner_near(position) or position for position in ring])
    filled = [moved[0]]
    used = set(moved)
    for start, end in pairwise(moved):
        new = [corner for corner in around.along(start, end) if corner not in used]
        used.update(new)
        filled += [*new, end]
    return _without_followers(without_repeats(filled), around)


def _without_followers(ring: Ring, around: _Neighbours) -> Ring:
    """Drops own corners that only follow an edge of a neighbour from one of its corners to the next."""
    corners, edges = set(around.corners), set(around.edges)
    open_ring = ring[:-1]
    beside = [position in corners or around.is_beside(position) for position in open_ring]

    def corner_from(index: int, step: int) -> Position | None:
        """The next corner of a neighbour that way, if the ring runs beside neighbours until there."""
        for far in range(1, len(open_ring)):
            at = (index + step * far) % len(open_ring)
            if open_ring[at] in corners:
                return open_ring[at]
            if not beside[at]:
                return None
        return None

    kept = []
    for index, position in enumerate(open_ring):
        only_follows = position not in corners and beside[index]
        ends = frozenset((corner_from(index, -1), corner_from(index, 1))) if only_follows else None
        if ends not in edges:
            kept.append(position)
    return [*kept, kept[0]] if kept else []
