"""Cut a hole into an area, and fill one."""

import shapely
from shapely.geometry.base import BaseGeometry

from geo.acts.areas import Position, Ring, parts_of, ring_of, together
from geo.acts.errors import ActImpossible
from geo.texts import Text


def cut_hole(area: BaseGeometry, hole: shapely.Polygon) -> shapely.MultiPolygon:
    """The area without the inside of `hole`, which lies wholly within one part. Raises ActImpossible."""
    parts = parts_of(area)
    at = next((index for index, part in enumerate(parts) if shapely.contains_properly(part, hole)), None)
    if at is None:
        words = Text(
            "ช่องว่างต้องอยู่ข้างในทั้งหมด ไม่แตะขอบและไม่ทับช่องอื่น",
            "A hole lies wholly inside: it touches no border and no other hole.",
        )
        raise ActImpossible("hole_not_inside", words, "/hole")
    part = parts[at]
    parts[at] = shapely.Polygon(ring_of(part.exterior), [*map(ring_of, part.interiors), ring_of(hole.exterior)])
    return together(parts)


def fill_hole(area: BaseGeometry, at: Position) -> shapely.MultiPolygon:
    """The area with the hole around the position filled; parts that lay in it become one with it.

    Raises ActImpossible.
    """
    point = shapely.Point(at)
    parts = parts_of(area)
    for index, part in enumerate(parts):
        for hole in part.interiors:
            if shapely.contains(shapely.Polygon(hole), point):
                filled = _without(part, ring_of(hole))
                beside = [other for place, other in enumerate(parts) if place != index]
                return together([filled, *(other for other in beside if not shapely.covers(filled, other))])
    raise ActImpossible("no_hole_there", Text("ตรงนั้นไม่มีช่องว่าง", "There is no hole at that position."), "/at")


def _without(part: shapely.Polygon, hole: Ring) -> shapely.Polygon:
    return shapely.Polygon(ring_of(part.exterior), [ring for ring in map(ring_of, part.interiors) if ring != hole])
