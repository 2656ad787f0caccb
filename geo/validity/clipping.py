"""The part of an area that lies within a boundary, on the grid, and still within."""

from collections.abc import Sequence
from itertools import product

import shapely
from shapely.geometry.base import BaseGeometry

from geo.crs import COORDINATE_DECIMALS
from geo.validity.reading import round_coordinate

Position = tuple[float, float]
_CELLS = sorted(product(range(-2, 3), repeat=2), key=lambda cell: cell[0] ** 2 + cell[1] ** 2)


def clipped(area: BaseGeometry, boundary: BaseGeometry) -> shapely.MultiPolygon:
    """The polygons that both have in common, WGS 84; empty where they have none.

    A new corner goes to the nearest position of the grid that the boundary covers: rounded the ordinary way, half of
    them would lie a hair outside.
    """
    shapely.prepare(boundary)
    common = shapely.intersection(area, boundary)
    known = _positions(area) | _positions(boundary)
    parts = [part for part in shapely.get_parts(common) if isinstance(part, shapely.Polygon)]
    places = {position: _inside(position, boundary) for part in parts for position in _positions(part) - known}
    moved = [_moved(part, places) for part in parts]
    kept = [part for part in moved if part is not None and part.area]
    return shapely.MultiPolygon(kept)


def _moved(part: shapely.Polygon, places: dict[Position, Position]) -> shapely.Polygon | None:
    rings = [_ring(ring, places) for ring in (part.exterior, *part.interiors)]
    whole = [ring for ring in rings if len(ring) >= 4]
    return shapely.Polygon(whole[0], whole[1:]) if whole and whole[0] is rings[0] else None


def _ring(ring: BaseGeometry, places: dict[Position, Position]) -> list[Position]:
    moved = [places.get(position, position) for position in map(_pair, ring.coords)]
    return [position for index, position in enumerate(moved) if not index or position != moved[index - 1]]


def _inside(position: Position, boundary: BaseGeometry) -> Position:
    lon, lat = (round_coordinate(number) for number in position)
    step = 10.0**-COORDINATE_DECIMALS
    for east, north in _CELLS:
        near = round_coordinate(lon + east * step), round_coordinate(lat + north * step)
        if shapely.intersects_xy(boundary, *near):
            return near
    return lon, lat


def _positions(geometry: BaseGeometry) -> set[Position]:
    return set(map(_pair, shapely.get_coordinates(geometry)))


def _pair(position: Sequence[float]) -> Position:
    return float(position[0]), float(position[1])
