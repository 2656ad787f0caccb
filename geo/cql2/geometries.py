"""Geometry literals: GeoJSON or BBOX in the filter's reference system, out as a valid geometry in WGS 84.

`geo.geometry.at_entry` is the judge, as for everything that is stored, so an exact position finds its equal. Heights
are left out. No text of a client ever reaches GEOS.
"""

from collections.abc import Iterator
from typing import Any

import shapely
from django.contrib.gis.gdal import GDALException
from django.contrib.gis.geos import GEOSException, GEOSGeometry
from shapely.geometry import mapping, shape
from shapely.geometry.base import BaseGeometry

from geo.bbox import BBox, InvalidBBox
from geo.cql2.errors import InvalidFilter
from geo.cql2.parsing import Node
from geo.crs import WGS84
from geo.geometry import InvalidGeometry, at_entry
from geo.rest.reference_systems import ReferenceSystem

TYPES = ("Point", "LineString", "Polygon", "MultiPoint", "MultiLineString", "MultiPolygon")
_PIECES = 200  # a straight line of a projected system is a curve in degrees
_MOST_VERTICES = 10_000

Coordinates = Any  # a position, or lists of positions as deep as the GeoJSON type asks


def is_literal(node: Node) -> bool:
    return isinstance(node, dict) and ("bbox" in node or "type" in node)


def literal(node: Node, system: ReferenceSystem) -> GEOSGeometry:
    """The geometry in WGS 84. Raises InvalidFilter."""
    try:
        if "bbox" in node:
            return _box(node["bbox"], system)
        if node["type"] == "GeometryCollection":
            return _collection(node["geometries"], system)
        return _single(node["type"], _flat(node["coordinates"]), system)
    except InvalidGeometry as fault:
        raise InvalidFilter(f"รูปทรงในตัวกรองไม่ถูกต้อง: {fault.text.th}", f"Invalid geometry: {fault.text.en}") from fault
    except InvalidBBox as fault:
        raise InvalidFilter(f"BBOX ไม่ถูกต้อง: {fault}", str(fault)) from fault


def _collection(parts: list[Node], system: ReferenceSystem) -> GEOSGeometry:
    if not parts:
        raise InvalidFilter("รูปทรงว่างเปล่า", "The geometry is empty.")
    found = [shapely.from_wkb(bytes(literal(part, system).wkb)) for part in parts]
    if any(part.geom_type == "GeometryCollection" for part in found):
        raise InvalidFilter("GEOMETRYCOLLECTION ซ้อนกันไม่ได้", "A GEOMETRYCOLLECTION cannot hold another.")
    union = shapely.union_all(found)
    return _to_geos(union if union.geom_type in TYPES else shapely.GeometryCollection(found), WGS84)


def _single(kind: str, coordinates: Coordinates, system: ReferenceSystem) -> GEOSGeometry:
    if not system.is_degrees:
        return at_entry(_in_degrees(kind, coordinates, system), TYPES)
    lon_first = _turned(coordinates) if system.north_first else coordinates
    return at_entry({"type": kind, "coordinates": lon_first}, TYPES)


def _box(numbers: list[Node], system: ReferenceSystem) -> GEOSGeometry:
    """BBOX with four numbers, or six with heights; in degrees, west above east crosses the antimeridian."""
    if len(numbers) not in {4, 6} or not all(isinstance(number, int | float) for number in numbers):
        raise InvalidFilter("BBOX ต้องเป็นตัวเลข 4 หรือ 6 ค่า", "BBOX takes 4 or 6 numbers.")
    half = len(numbers) // 2
    (west, south), (east, north) = numbers[:2], numbers[half : half + 2]
    if not system.is_degrees:
        if west > east or south > north:
            raise InvalidBBox("BBOX wants the lower corner first.")
        return _single(*_rectangle(west, south, east, north), system)
    if system.north_first:
        west, south, east, north = south, west, north, east
    box = BBox.parse(",".join(repr(float(number)) for number in (west, south, east, north)))
    if box.crosses_antimeridian:
        return box.to_geos()
    kind, coordinates = _rectangle(west, south, east, north)
    return at_entry({"type": kind, "coordinates": coordinates}, TYPES)


def _rectangle(west: float, south: float, east: float, north: float) -> tuple[str, Coordinates]:
    """The box as GeoJSON: a polygon, or what is left of it without width or height."""
    lower, upper = (west, south), (east, north)
    if lower == upper:
        return "Point", lower
    if west == east or south == north:
        return "LineString", [lower, upper]
    return "Polygon", [[lower, (east, south), upper, (west, north), lower]]


def _in_degrees(kind: str, coordinates: Coordinates, system: ReferenceSystem) -> dict[str, Any]:
    """GeoJSON in WGS 84 of a geometry in metres."""
    positions = list(_positions(coordinates))
    for position in positions:
        _must_be_within_reach(position, system)
    if not positions:
        raise InvalidFilter("รูปทรงว่างเปล่า", "The geometry is empty.")
    try:
        geometry = system.to_degrees(_to_geos(_dense(shape({"type": kind, "coordinates": coordinates})), system.srid))
    except (ValueError, TypeError, IndexError, shapely.errors.ShapelyError, GEOSException, GDALException) as fault:
        raise InvalidFilter("รูปทรงไม่ครบถ้วน", "The geometry is malformed.") from fault
    found: dict[str, Any] = mapping(shapely.from_wkb(bytes(geometry.wkb)))
    return found


def _must_be_within_reach(position: Any, system: ReferenceSystem) -> None:
    west, south, east, north = system.reach
    if len(position) < 2 or not (west <= position[0] <= east and south <= position[1] <= north):
        raise InvalidFilter(f"พิกัดอยู่นอกขอบเขตของ {system.uri}", f"A position lies beyond the reach of {system.uri}.")


def _dense(geometry: BaseGeometry) -> BaseGeometry:
    """The same line or area with its long sides cut into pieces, fewer where there are many vertices."""
    west, south, east, north = geometry.bounds
    vertices = int(shapely.get_num_coordinates(geometry))
    pieces = max(1, min(_PIECES, _MOST_VERTICES // vertices))
    longest = max(east - west, north - south) / pieces
    return shapely.segmentize(geometry, longest) if longest > 0 else geometry


def _to_geos(geometry: BaseGeometry, srid: int) -> GEOSGeometry:
    return GEOSGeometry(memoryview(shapely.to_wkb(geometry)), srid=srid)


def _is_position(coordinates: Coordinates) -> bool:
    return bool(coordinates) and isinstance(coordinates[0], int | float)


def _flat(coordinates: Coordinates) -> Coordinates:
    """Without heights."""
    return coordinates[:2] if _is_position(coordinates) else [_flat(part) for part in coordinates]


def _turned(coordinates: Coordinates) -> Coordinates:
    """Latitude and longitude change places."""
    return coordinates[::-1] if _is_position(coordinates) else [_turned(part) for part in coordinates]


def _positions(coordinates: Coordinates) -> Iterator[Any]:
    if _is_position(coordinates):
        yield coordinates
    else:
        for part in coordinates:
            yield from _positions(part)
