"""Hand-made bad geometries: what is drawn, its faults, where the first lies, and which law of the database says no."""

from dataclasses import dataclass
from typing import Any

from shapely import box

SERVICE_AREA = box(99.6, 6.9, 100.6, 8.1)
W, S = 100.0, 7.6  # a corner in Phatthalung; a thousandth of a degree is about 110 m
ANY = ("Point", "LineString", "MultiPolygon")


def at(x, y):
    """Thousandths of a degree from the corner."""
    return [round(W + x / 1000, 7), round(S + y / 1000, 7)]


def ring(*corners):
    return [at(*corner) for corner in (*corners, corners[0])]


def square(x, y, size):
    return ring((x, y), (x + size, y), (x + size, y + size), (x, y + size))


def polygon(*rings):
    return {"type": "Polygon", "coordinates": list(rings)}


def multi(*parts):
    return {"type": "MultiPolygon", "coordinates": [list(rings) for rings in parts]}


def line(*positions):
    return {"type": "LineString", "coordinates": [at(*position) for position in positions]}


def point(*numbers):
    return {"type": "Point", "coordinates": list(numbers)}


SQUARE = square(0, 0, 10)


@dataclass(frozen=True)
class Bad:
    name: str
    geometry: Any
    codes: tuple[str, ...]  # all of them, errors before warnings
    at: tuple[float, float] | None = None  # of the first fault
    pointer: str = ""  # of the first fault
    law: str | None = None  # the CHECK constraint or trigger that refuses the same; None: SQL cannot even say it
    repaired: bool = True  # whether one proposal takes all errors away
    wkt: str | None = None  # as SQL would write it, where GeoJSON text is no way in


ERRORS = [
    Bad(
        "a bow tie",
        polygon(ring((0, 0), (10, 10), (10, 0), (0, 10))),
        ("self_intersection",),
        (100.005, 7.605),
        "/coordinates/0/0",
        "valid",
    ),
    Bad(
        "two crossings of one outline",
        polygon(ring((0, 0), (10, 0), (10, 2), (-2, 4), (12, 6), (0, 9))),
        ("self_intersection", "self_intersection"),
        pointer="/coordinates/0/2",
        law="valid",
    ),
    Bad(
        "an outline that touches itself",
        polygon(ring((0, 0), (10, 0), (10, 10), (5, 0), (0, 10))),
        ("ring_self_intersection",),
        (100.005, 7.6),
        "/coordinates/0/0",
        "valid",
    ),
    Bad(
        "a spike without width",
        polygon(ring((0, 0), (10, 0), (10, 5), (15, 5), (10, 5), (10, 10), (0, 10))),
        ("spike",),
        (100.015, 7.605),
        "/coordinates/0/3",
        "valid",
    ),
    Bad("an open ring", polygon(SQUARE[:-1]), ("unclosed_ring",), (100.0, 7.61), "/coordinates/0/3"),
    Bad(
        "two corners", polygon(ring((0, 0), (10, 0))), ("too_few_points",), (100.0, 7.6), "/coordinates/0", None, False
    ),
    Bad("a line of one point", line((0, 0)), ("too_few_points",), (100.0, 7.6), "/coordinates", None, False),
    Bad(
        "a line that goes nowhere", line((0, 0), (0, 0)), ("zero_length",), (100.0, 7.6), "/coordinates", "valid", False
    ),
    Bad(
        "a ring along one line",
        polygon(ring((0, 0), (5, 0), (10, 0))),
        ("spike", "spike", "zero_area"),
        law="valid",
        repaired=False,
        pointer="/coordinates/0/0",
    ),
    Bad(
        "a hole somewhere else",
        polygon(SQUARE, square(20, 20, 2)),
        ("hole_lies_outside_shell",),
        (100.021, 7.621),
        "/coordinates/1/0",
        "valid",
    ),
    Bad(
        "a hole over the edge",
        polygon(SQUARE, square(8, 4, 4)),
        ("hole_crosses_shell",),
        (100.011, 7.606),
        "/coordinates/1/0",
        "valid",
    ),
    Bad(
        "a hole along the edge",
        polygon(SQUARE, square(0, 4, 2)),
        ("hole_shares_edge",),
        pointer="/coordinates/1/0",
        law="valid",
    ),
    Bad(
        "a hole in a hole",
        polygon(SQUARE, square(1, 1, 8), square(3, 3, 2)),
        ("holes_are_nested",),
        (100.004, 7.604),
        "/coordinates/2/0",
        "valid",
    ),
    Bad(
        "two holes that overlap",
        polygon(SQUARE, square(1, 1, 4), square(4, 4, 4)),
        ("holes_overlap",),
        (100.0045, 7.6045),
        "/coordinates/2/0",
        "valid",
    ),
    Bad(
        "two holes with one edge",
        polygon(SQUARE, square(1, 1, 3), square(4, 1, 3)),
        ("holes_share_edge",),
        pointer="/coordinates/2/0",
        law="valid",
    ),
    Bad(
        "the same hole twice",
        polygon(SQUARE, square(1, 1, 3), square(1, 1, 3)),
        ("duplicate_rings",),
        law="valid",
        pointer="/coordinates/2/0",
        at=(100.0025, 7.6025),
    ),
    Bad(
        "two parts that overlap",
        multi([SQUARE], [square(8, 0, 10)]),
        ("parts_overlap",),
        (100.009, 7.605),
        "/coordinates/1/0/0",
        "valid",
    ),
    Bad(
        "a part in a part",
        multi([SQUARE], [square(3, 3, 2)]),
        ("nested_shells",),
        (100.004, 7.604),
        "/coordinates/1/0/0",
        "valid",
    ),
    Bad(
        "two parts with one edge",
        multi([SQUARE], [square(10, 0, 10)]),
        ("parts_share_edge",),
        pointer="/coordinates/1/0/0",
        law="valid",
    ),
    Bad(
        "an inside in pieces",
        polygon(SQUARE, ring((0, 5), (3, 6), (5, 5), (3, 4)), ring((5, 5), (7, 6), (10, 5), (7, 4))),
        ("interior_is_disconnected",),
        law="valid",
        pointer="/coordinates",
    ),
    Bad(
        "four faults at once",
        polygon(ring((0, 0), (10, 10), (10, 0), (0, 10))[:-1], square(30, 30, 2), ring((1, 1), (2, 2))),
        ("too_few_points", "unclosed_ring", "self_intersection", "hole_lies_outside_shell"),
        pointer="/coordinates/2",
    ),
    Bad(
        "nothing",
        polygon(),
        ("empty",),
        law="not_empty",
        repaired=False,
        pointer="/coordinates",
        wkt="MULTIPOLYGON EMPTY",
    ),
    Bad(
        "an empty part",
        multi([SQUARE], []),
        ("empty_part",),
        None,
        "/coordinates/1",
        "not_empty",
        wkt="MULTIPOLYGON(((100 7.6, 100.01 7.6, 100.01 7.61, 100 7.6)), EMPTY)",
    ),
    Bad("latitude first", point(7.6, 100.0), ("swapped",), (100.0, 7.6), "/coordinates", "in_range"),
    Bad(
        "latitude first, a zone",
        polygon([p[::-1] for p in SQUARE]),
        ("swapped",),
        (100.0, 7.6),
        "/coordinates/0/0",
        "in_range",
    ),
    Bad("beyond the poles", point(100.0, -90.1), ("out_of_range",), None, "/coordinates/1", "in_range", False),
    Bad("beyond the date line", point(180.5, 7.6), ("out_of_range",), None, "/coordinates/0", "in_range", False),
    Bad("Paris", point(2.35, 48.85), ("outside_area",), (2.35, 48.85), "/coordinates", "service area", False),
    Bad(
        "half outside",
        {"type": "Polygon", "coordinates": [[[100.5, 7.5], [100.7, 7.5], [100.7, 7.6], [100.5, 7.6], [100.5, 7.5]]]},
        ("outside_area",),
        (100.7, 7.5),
        "/coordinates/0/1",
        "service area",
    ),
    Bad(
        "half of Asia",
        {"type": "Polygon", "coordinates": [[[80, 0], [120, 0], [120, 40], [80, 40], [80, 0]]]},
        ("too_large", "outside_area"),
        (100.0, 20.0),
        law="width",
        repaired=False,
    ),
    Bad(
        "not a number",
        point(float("nan"), 7.6),
        ("not_a_number",),
        None,
        "/coordinates/0",
        "in_range",
        False,
        wkt="POINT(NaN 7.6)",
    ),
    Bad(
        "without end",
        point(100.0, float("inf")),
        ("not_a_number",),
        None,
        "/coordinates/1",
        None,
        False,
    ),
    Bad("a text for a number", point("100", 7.6), ("not_a_number",), None, "/coordinates/0", None, False),
    Bad(
        "a height",
        point(100.0, 7.6, 12.0),
        ("not_2d",),
        None,
        "/coordinates",
        "dimension",
        True,
        wkt="POINT Z (100 7.6 12)",
    ),
    Bad("half a position", point(100.0), ("not_2d",), None, "/coordinates", None, False),
    Bad(
        "a type that no space has",
        {"type": "MultiPoint", "coordinates": [[100.0, 7.6]]},
        ("wrong_type",),
        None,
        "/type",
        "type",
        False,
    ),
    Bad(
        "a curve",
        {"type": "CircularString", "coordinates": [[100.0, 7.6], [100.1, 7.7], [100.2, 7.6]]},
        ("curve",),
        None,
        "/type",
        "type",
        False,
        wkt="CIRCULARSTRING(100 7.6, 100.1 7.7, 100.2 7.6)",
    ),
    Bad("a text", "POINT(100 7.6)", ("not_geojson",), None, "", None, False),
    Bad("rings too shallow", polygon(at(0, 0)), ("not_geojson",) * 2, None, "/coordinates/0/0", None, False),
    Bad(
        "a million vertices",
        polygon([at(0, 0)] * 1_000_000),
        ("too_many_vertices",),
        None,
        "",
        "few_vertices",
        False,
        wkt="LINESTRING(" + ",".join(f"100.{n:05} 7.6" for n in range(50_001)) + ")",
    ),
]

WARNINGS = [
    Bad("a point given twice", polygon([SQUARE[0], *SQUARE]), ("duplicate_points",), (100.0, 7.6), "/coordinates/0/1"),
    Bad("a line's point given twice", line((0, 0), (0, 0), (5, 5)), ("duplicate_points",), pointer="/coordinates/1"),
    Bad(
        "a narrow spike",
        polygon(ring((0, 0), (10, 0), (10, 5), (15, 5.005), (10, 5.01), (10, 10), (0, 10))),
        ("spike",),
        (100.015, 7.605005),
        "/coordinates/0/3",
    ),
    Bad(
        "a sliver",
        multi([SQUARE], [ring((20, 0), (20.002, 0), (20.002, 9), (20, 9))]),
        ("sliver",),
        pointer="/coordinates/1/0",
    ),
    Bad("a table", polygon(square(0, 0, 0.005)), ("tiny",), pointer="/coordinates/0", repaired=False),
]
