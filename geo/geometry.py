"""What a valid geometry is, and the one way in: parse, round once, orient, validate.

GeoJSON in WGS 84 (RFC 7946) comes in; a GEOSGeometry that every CHECK constraint accepts goes out, or a named fault
with the place where it lies. Nothing is repaired: only coordinates are rounded to 1e-7 degree (by decimal: snapping
to a grid differs from the decimal in a third of all cases) and rings turned counter-clockwise, as RFC 7946 asks.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from decimal import ROUND_HALF_EVEN, Decimal
from typing import Any

import shapely
from django.contrib.gis.geos import GEOSGeometry
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from geo.crs import COORDINATE_DECIMALS, WGS84
from geo.texts import Text

MAX_VERTICES = 50_000
_QUANTUM = Decimal(1).scaleb(-COORDINATE_DECIMALS)
_DEPTH = {"Point": 0, "LineString": 1, "MultiPoint": 1, "Polygon": 2, "MultiLineString": 2, "MultiPolygon": 3}
_PROMOTED = {"Point": "MultiPoint", "LineString": "MultiLineString", "Polygon": "MultiPolygon"}


class InvalidGeometry(ValueError):
    """The geometry breaks a law; `code` names it, `text` says it in both languages, `at` is where (lon, lat)."""

    def __init__(self, code: str, text: Text, at: tuple[float, float] | None = None) -> None:
        super().__init__(text.en)
        self.code, self.text, self.at = code, text, at


def round_coordinate(value: float) -> float:
    """The decimal nearest to `value` with 7 digits, about 1 cm."""
    return float(Decimal(repr(value)).quantize(_QUANTUM, ROUND_HALF_EVEN)) + 0.0  # -0.0 becomes 0.0


def at_entry(geojson: Mapping[str, Any], types: Sequence[str]) -> GEOSGeometry:
    """The geometry as it will be stored, in WGS 84.

    `types` are the GeoJSON types the collection holds; a single Polygon enters a MultiPolygon collection as one of one.
    Raises InvalidGeometry.
    """
    kind, coordinates = _structure(geojson, types)
    rounded = _rounded(coordinates, _DEPTH[kind])
    if kind not in types:
        kind, rounded = _PROMOTED[kind], [rounded]
    geometry = shapely.orient_polygons(_built(kind, rounded))
    must_be_valid(geometry)
    return GEOSGeometry(memoryview(shapely.to_wkb(geometry)), srid=WGS84)


def must_be_valid(geometry: BaseGeometry) -> None:
    """Raises InvalidGeometry for the first law that `geometry` breaks."""
    if geometry.is_empty or any(part.is_empty for part in getattr(geometry, "geoms", ())):
        raise InvalidGeometry("empty", Text("รูปทรงว่างเปล่า", "The geometry is empty."))
    if (vertices := shapely.get_num_coordinates(geometry)) > MAX_VERTICES:
        raise InvalidGeometry(
            "too_many_vertices",
            Text(
                f"มีจุดมุม {vertices} จุด เกินที่รับได้ {MAX_VERTICES} จุด",
                f"{vertices} vertices are more than the {MAX_VERTICES} allowed.",
            ),
        )
    if not geometry.is_valid:
        _raise_invalid(shapely.is_valid_reason(geometry))


def _raise_invalid(reason: str) -> None:
    """GEOS words a fault as `Self-intersection[100.1 7.6]`."""
    words, _, place = reason.partition("[")
    numbers = place.rstrip("]").split()
    at = (float(numbers[0]), float(numbers[1])) if len(numbers) >= 2 else None
    code = words.strip().lower().replace("-", "_").replace(" ", "_")
    thai = _THAI_REASONS.get(code, "รูปทรงไม่ถูกต้อง")
    where = f" ({at[0]:.7f}, {at[1]:.7f})" if at else ""
    raise InvalidGeometry(code, Text(f"{thai}{where}", f"{words.strip()}{where}."), at)


_THAI_REASONS = {
    "self_intersection": "เส้นขอบตัดกันเอง",
    "ring_self_intersection": "วงรอบแตะหรือตัดกันเอง",
    "too_few_points_in_geometry_component": "จุดมุมน้อยเกินไป",
    "hole_lies_outside_shell": "ช่องว่างอยู่นอกขอบเขต",
    "holes_are_nested": "ช่องว่างซ้อนกัน",
    "nested_shells": "ส่วนหนึ่งซ้อนอยู่ในอีกส่วนหนึ่ง",
    "interior_is_disconnected": "เนื้อที่ภายในขาดจากกัน",
    "duplicate_rings": "วงรอบซ้ำกัน",
}


def _structure(geojson: Mapping[str, Any], types: Sequence[str]) -> tuple[str, Any]:
    if not isinstance(geojson, Mapping):
        raise InvalidGeometry("not_geojson", Text("ต้องเป็นวัตถุ GeoJSON", "A GeoJSON geometry object is wanted."))
    kind = geojson.get("type")
    welcome = {*types, *(single for single, multi in _PROMOTED.items() if multi in types)}
    if not isinstance(kind, str) or kind not in welcome:
        names = ", ".join(sorted(welcome))
        raise InvalidGeometry(
            "wrong_type",
            Text(f"ชนิดรูปทรงต้องเป็น {names} ไม่ใช่ {kind!r:.40}", f"The type must be {names}, not {kind!r:.40}."),
        )
    return kind, geojson.get("coordinates")


def _rounded(coordinates: Any, depth: int) -> Any:
    """The nested list with every position rounded; `depth` 0 is a position."""
    if not isinstance(coordinates, list | tuple):
        raise InvalidGeometry(
            "not_geojson", Text("โครงสร้างพิกัดไม่ถูกต้อง", "The coordinates are not nested as the type asks.")
        )
    if depth:
        return [_rounded(part, depth - 1) for part in coordinates]
    return tuple(_position(coordinates))


def _position(numbers: Sequence[Any]) -> Iterator[float]:
    if len(numbers) != 2:
        raise InvalidGeometry(
            "not_2d", Text("พิกัดต้องมีสองค่า (ลองจิจูด, ละติจูด)", f"A position is (lon, lat), not {len(numbers)} numbers.")
        )
    for number, limit, name in zip(numbers, (180, 90), ("lon", "lat"), strict=True):
        if isinstance(number, bool) or not isinstance(number, int | float) or not _finite(number):
            raise InvalidGeometry("not_a_number", Text(f"{name} ไม่ใช่ตัวเลข", f"{name} is not a finite number."))
        if abs(number) > limit:
            raise InvalidGeometry(
                "out_of_range",
                Text(f"{name} {number:g} เกินขอบเขต ±{limit}", f"{name} {number:g} lies beyond ±{limit}."),
            )
        yield round_coordinate(float(number))


def _finite(number: float) -> bool:
    try:
        return math.isfinite(number)
    except OverflowError:  # an int beyond any float
        return False


def _built(kind: str, coordinates: Any) -> BaseGeometry:
    _rings_must_close(kind, coordinates)
    try:
        return shape({"type": kind, "coordinates": coordinates})
    except (ValueError, TypeError, IndexError, shapely.errors.ShapelyError) as fault:
        raise InvalidGeometry("malformed", Text("รูปทรงไม่ครบถ้วน", f"The geometry is malformed: {fault}.")) from fault


def _rings_must_close(kind: str, coordinates: Any) -> None:
    """RFC 7946 section 3.1.6: at least four positions, the first and last the same. GEOS would close them silently."""
    polygons = {"Polygon": [coordinates], "MultiPolygon": coordinates}.get(kind, [])
    for ring in (ring for polygon in polygons for ring in polygon):
        if len(ring) < 4:
            raise InvalidGeometry(
                "too_few_points",
                Text("วงรอบต้องมีอย่างน้อยสี่จุด", "A ring has at least four positions."),
                ring[0] if ring else None,
            )
        if ring[0] != ring[-1]:
            raise InvalidGeometry("unclosed_ring", Text("วงรอบไม่ปิด", "The ring is not closed."), ring[-1])
