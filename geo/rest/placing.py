"""Coordinates of a client's reference system turned into WGS 84 (longitude, latitude), position by position.

Nothing is rounded here: `geo.geometry.at_entry` rounds once, after this.
"""

import math
from collections.abc import Iterator
from typing import Any

import shapely
from django.contrib.gis.gdal import GDALException
from django.contrib.gis.geos import GEOSGeometry
from django.http import HttpRequest

from geo.geometry import InvalidGeometry
from geo.rest.preconditions import BadHeader
from geo.rest.reference_systems import CRS84, SYSTEMS, ReferenceSystem
from geo.texts import Text

Position = tuple[float, float]


def system_of_body(request: HttpRequest) -> ReferenceSystem:
    """The system that `Content-Crs` names, CRS84 without it. Raises BadHeader."""
    header = request.META.get("HTTP_CONTENT_CRS", "").strip()
    uri = header[1:-1] if header.startswith("<") and header.endswith(">") else header
    system = SYSTEMS.get(uri) if header else CRS84
    if system is None:
        listed = ", ".join(f"<{uri}>" for uri in SYSTEMS)
        raise BadHeader("Content-Crs", Text(f"Content-Crs ที่ใช้ได้: {listed}", f"Content-Crs is one of {listed}."))
    return system


def in_degrees(geometry: Any, system: ReferenceSystem) -> Any:
    """The GeoJSON geometry with its positions in CRS84. Raises InvalidGeometry for positions that cannot be there."""
    if system is CRS84 or not isinstance(geometry, dict):
        return geometry
    positions = list(_positions(geometry.get("coordinates"), system))
    moved = iter(_moved(positions, system))
    return {**geometry, "coordinates": _filled(geometry.get("coordinates"), moved)}


def _positions(coordinates: Any, system: ReferenceSystem) -> Iterator[Position]:
    """Every position, in order, as (x, y)."""
    if not isinstance(coordinates, list):
        raise InvalidGeometry("not_geojson", Text("โครงสร้างพิกัดไม่ถูกต้อง", "The coordinates are not nested lists."))
    if any(isinstance(part, list) for part in coordinates):
        for part in coordinates:
            yield from _positions(part, system)
    elif coordinates:
        yield _position(coordinates, system)


def _position(numbers: list[Any], system: ReferenceSystem) -> Position:
    if len(numbers) != 2:
        raise InvalidGeometry("not_2d", Text("พิกัดต้องมีสองค่า", f"A position has 2 numbers, not {len(numbers)}."))
    if any(isinstance(number, bool) or not isinstance(number, int | float) for number in numbers):
        raise InvalidGeometry("not_a_number", Text("พิกัดไม่ใช่ตัวเลข", "A coordinate is not a number."))
    x, y = reversed(numbers) if system.north_first else numbers
    west, south, east, north = system.reach
    if not (west <= x <= east and south <= y <= north):
        words = Text(f"พิกัด {numbers} เกินขอบเขตของระบบ", f"{numbers} lies beyond the reach of {system.uri}.")
        raise InvalidGeometry("out_of_range", words)
    return float(x), float(y)


def _moved(positions: list[Position], system: ReferenceSystem) -> list[Position]:
    if system.is_degrees or not positions:
        return positions
    together = GEOSGeometry(memoryview(shapely.to_wkb(shapely.MultiPoint(positions))), srid=system.srid)
    try:
        found = shapely.from_wkb(bytes(system.to_degrees(together).wkb))
    except GDALException:
        raise InvalidGeometry("out_of_range", _NO_WAY) from None
    moved = [(float(lon), float(lat)) for lon, lat in shapely.get_coordinates(found)]
    if not all(math.isfinite(lon) and math.isfinite(lat) for lon, lat in moved):
        raise InvalidGeometry("out_of_range", _NO_WAY)
    return moved


_NO_WAY = Text("แปลงพิกัดเป็นองศาไม่ได้", "The coordinates have no place on the globe.")


def _filled(coordinates: Any, moved: Iterator[Position]) -> Any:
    """The same nesting with the positions from `moved`."""
    if any(isinstance(part, list) for part in coordinates):
        return [_filled(part, moved) for part in coordinates]
    return list(next(moved)) if coordinates else []
