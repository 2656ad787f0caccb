"""Spatial operators, against PostGIS asked by hand; geometry literals, strictly read."""

import json

import pytest
from django.contrib.gis.geos import GEOSGeometry, LineString, Point
from django.db import connection

from geo.cql2.errors import InvalidFilter
from geo.cql2.parsing import Language
from geo.cql2.queryables import Queryable, queryables_of
from geo.cql2.translating import condition
from geo.rest.reference_systems import SYSTEMS
from spaces.models import StreetArtWall, UrbanDesignZone
from tests.conftest import MakeSpace
from tests.geo.cql2.conftest import BySql, Found

EPSG = "http://www.opengis.net/def/crs/EPSG/0/"
TOWN = "POLYGON((100.05 7.6,100.15 7.6,100.15 7.65,100.05 7.65,100.05 7.6))"
IN_TOWN = {"dragon", "shadow-play", "train", "long"}
LINE = "LINESTRING(100.07 7.6,100.095 7.625)"
LITERALS = [
    TOWN,
    LINE,
    "POINT(100.08 7.61)",
    "POINT(100.1 7.63)",
    "MULTIPOINT((100.08 7.61),(100.2 7.7))",
    "MULTILINESTRING((100.0 7.61,100.08 7.61),(100.2 7.7,100.3 7.8))",
    "MULTIPOLYGON(((100.05 7.6,100.15 7.6,100.15 7.65,100.05 7.6)),((100.2 7.7,100.3 7.7,100.3 7.8,100.2 7.7)))",
    "POLYGON((100 7.5,101 7.5,101 8,100 8,100 7.5),(100.05 7.6,100.15 7.6,100.15 7.65,100.05 7.65,100.05 7.6))",
    "POLYGON((100.08 7.61,100.09 7.61,100.09 7.62,100.08 7.61))",
]
OVERLAPPING = "MULTIPOLYGON(((100 0,102 0,102 2,100 2,100 0)),((101 1,103 1,103 3,101 3,101 1)))"
OPERATORS = ["INTERSECTS", "DISJOINT", "CONTAINS", "WITHIN", "EQUALS", "TOUCHES", "CROSSES", "OVERLAPS"]


@pytest.fixture(autouse=True)
def a_long_wall(make_space: MakeSpace, walls: None):
    make_space("street-art-walls", "long", geometry=LineString((100.08, 7.6), (100.08, 7.62), srid=4326))


@pytest.mark.parametrize("operator", OPERATORS)
def test_spatial_operators_are_those_of_postgis(found: Found, by_sql: BySql, operator: str):
    for wkt in LITERALS:
        literal = f"ST_GeomFromText('{wkt}', 4326)"

        assert found(f"S_{operator}(geometry, {wkt})") == by_sql(f"ST_{operator}(geometry, {literal})")
        assert found(f"NOT S_{operator}({wkt}, geometry)") == by_sql(f"NOT ST_{operator}({literal}, geometry)")


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        (f"S_WITHIN(geometry, {TOWN})", IN_TOWN),
        ("S_EQUALS(geometry, POINT(100.08 7.61))", {"dragon"}),
        ("S_EQUALS(geometry, POINT(100.08 7.61 25))", {"dragon"}),
        ("S_TOUCHES(geometry, POLYGON((100.2 7.7,100.4 7.7,100.4 7.6,100.2 7.7)))", {"fish"}),
        ("S_CROSSES(geometry, LINESTRING(100.07 7.62,100.09 7.6))", {"long"}),
        ("S_OVERLAPS(geometry, LINESTRING(100.08 7.61,100.08 7.65))", {"long"}),
        ("S_CONTAINS(geometry, POINT(100.08 7.61))", {"dragon", "long"}),
        ("S_INTERSECTS(geometry, BBOX(100.2,7.7,100.3,7.8))", {"fish", "boat"}),
        ("S_INTERSECTS(geometry, BBOX(100.2,7.7,-5,100.3,7.8,5))", {"fish", "boat"}),
        ("S_INTERSECTS(geometry, BBOX(100.2,7.7,100.2,7.7))", {"fish"}),
        ("S_INTERSECTS(geometry, BBOX(100.2,7,100.2,8))", {"fish"}),
        ("S_INTERSECTS(geometry, BBOX(179,7,100.2,8))", {"dragon", "shadow-play", "train", "fish", "long"}),
        ("S_INTERSECTS(geometry, BBOX(100.25,7,-179,8))", {"boat"}),
        ("S_INTERSECTS(geometry, geometry)", {*IN_TOWN, "fish", "boat"}),
        (
            "S_INTERSECTS(geometry, GEOMETRYCOLLECTION(POINT(100.2 7.7),LINESTRING(100.3 7.8,100.4 7.9)))",
            {"fish", "boat"},
        ),
        ("S_WITHIN(geometry, GEOMETRYCOLLECTION(POINT(100.2 7.7),POINT(100.3 7.8)))", {"fish", "boat"}),
    ],
)
def test_spatial_filters(found: Found, text: str, ids: set[str]):
    assert found(text) == ids


# The point 100.2, 7.7 and a box about it, in the three other systems (by PROJ, metres to the millimetre).
@pytest.mark.parametrize(
    ("system", "literal"),
    [
        ("4326", "POINT(7.7 100.2)"),
        ("4326", "BBOX(7.69,100.19,7.71,100.21)"),
        ("4326", "POLYGON((7.69 100.19,7.71 100.19,7.71 100.21,7.69 100.21,7.69 100.19))"),
        ("3857", "BBOX(11153000,859000,11155000,861000)"),
        ("3857", "POLYGON((11153000 859000,11155000 859000,11155000 861000,11153000 861000,11153000 859000))"),
        ("32647", "BBOX(632000,851000,633000,852000)"),
        ("32647", "LINESTRING(600000 851300,700000 851300)"),
    ],
)
def test_coordinates_follow_filter_crs(found: Found, system: str, literal: str):
    ids = found(f"S_INTERSECTS(geometry, {literal})", system=SYSTEMS[EPSG + system])

    assert ids == ({"fish"} if "LINESTRING" not in literal else set())


@pytest.mark.parametrize("system", ["3857", "32647"])
def test_a_position_in_metres_finds_its_equal(found: Found, system: str):
    point = Point(100.2, 7.7, srid=4326)
    point.transform(int(system))
    text = f"S_EQUALS(geometry, POINT({point.x:.3f} {point.y:.3f}))"

    assert found(text, system=SYSTEMS[EPSG + system]) == {"fish"}


@pytest.mark.parametrize(
    "literal",
    [
        "'POINT(100 7)'",
        "POINT EMPTY",
        "POINT(100 97)",
        "POINT(7.7 1000)",
        "POINT(1)",
        "LINESTRING(100 7)",
        "LINESTRING(100 7,100 7)",
        "POLYGON((100 7,101 7))",
        "POLYGON((100 7,101 7,101 8,100 8))",
        "POLYGON((100 7,101 8,101 7,100 8,100 7))",
        "BBOX(100,8,101,7)",
        "BBOX(100,7,101)",
        "BBOX(year,7,101,8)",
        "BBOX('a',7,101,8)",
        "BBOX(-200,7,101,8)",
        "GEOMETRYCOLLECTION(POINT(100 97))",
        "year",
        "3",
        "DATE('2027-01-01')",
    ],
)
def test_other_geometries_are_refused(found: Found, literal: str):
    with pytest.raises(InvalidFilter):
        found(f"S_INTERSECTS(geometry, {literal})")


@pytest.mark.parametrize(
    "geometry",
    [
        {"type": "Polygon", "coordinates": []},
        {"type": "MultiPoint", "coordinates": []},
        {"type": "Polygon", "coordinates": [[]]},
        {"type": "GeometryCollection", "geometries": []},
        {"type": "GeometryCollection", "geometries": [{"type": "GeometryCollection", "geometries": []}]},
        {"type": "Curve", "coordinates": [1, 2]},
        {"bbox": []},
        {"bbox": [True, 1, 2, 3, 4]},
    ],
)
@pytest.mark.parametrize("system", ["4326", "32647"])
def test_odd_json_geometries_are_refused(found: Found, geometry: dict[str, object], system: str):
    tree = {"op": "s_intersects", "args": [{"property": "geometry"}, geometry]}

    with pytest.raises(InvalidFilter):
        found(json.dumps(tree), Language.JSON, SYSTEMS[EPSG + system])


@pytest.mark.parametrize(
    ("system", "literal"),
    [
        ("32647", "POINT(100.2 7.7e9)"),
        ("32647", "POINT(99999999 850000)"),
        ("3857", "BBOX(1,1,99999999,2)"),
        ("3857", "BBOX(2,2,1,1)"),
        ("32647", "POLYGON((600000 850000,600001 850000))"),
        ("32647", "LINESTRING(600000 850000)"),
    ],
)
def test_positions_out_of_reach_are_refused(found: Found, system: str, literal: str):
    with pytest.raises(InvalidFilter):
        found(f"S_INTERSECTS(geometry, {literal})", system=SYSTEMS[EPSG + system])


@pytest.mark.parametrize(
    "text", ["S_DWITHIN(geometry, POINT(100 7), 5, 'm')", "S_WITHIN(geometry)", "S_WITHIN(year, year)"]
)
def test_other_spatial_calls_are_refused(found: Found, text: str):
    with pytest.raises(InvalidFilter):
        found(text)


def test_mixed_collections_go_with_intersects_and_disjoint_only(found: Found):
    mixed = "GEOMETRYCOLLECTION(POINT(100.2 7.7),LINESTRING(100.3 7.8,100.4 7.9))"

    assert "fish" not in found(f"S_DISJOINT(geometry, {mixed})")
    with pytest.raises(InvalidFilter, match="S_DISJOINT"):
        found(f"S_WITHIN(geometry, {mixed})")


@pytest.mark.parametrize(
    ("text", "index"),
    [
        ("S_INTERSECTS(geometry, BBOX(100.2,7.7,100.3,7.8))", "Index Cond: (geometry &&"),
        ("A_CONTAINS(themes, ('murals'))", "Index Cond: (themes @>"),
        ("id = 'fish'", "Index Cond: ((id)::text = "),
    ],
)
def test_a_filter_may_use_the_indexes(queryables: dict[str, Queryable], text: str, index: str):
    asked = StreetArtWall.objects.filter(condition(text, queryables)).order_by()

    with connection.cursor() as db:
        db.execute("SET LOCAL enable_seqscan = off")

    assert index in asked.explain()


@pytest.mark.parametrize("operator", OPERATORS)
def test_a_bad_row_put_in_by_hand_does_not_fail_the_filter(make_space: MakeSpace, operator: str):
    with connection.cursor() as db:
        db.execute("SET CONSTRAINTS ALL IMMEDIATE")
        db.execute("ALTER TABLE spaces_urbandesignzone DROP CONSTRAINT spaces_urbandesignzone_geometry_valid")
    make_space("urban-design-zones", "bad", geometry=GEOSGeometry(OVERLAPPING, srid=4326))
    names = queryables_of(UrbanDesignZone, {"geometry": "geometry"})

    for literal in ("LINESTRING(99 1,105 1)", "POINT(101 1)", "POLYGON((100.5 0.5,101.5 0.5,101.5 1.5,100.5 0.5))"):
        asked = condition(f"S_{operator}(geometry, {literal}) OR S_{operator}({literal}, geometry)", names)
        assert not UrbanDesignZone.objects.filter(asked).exists()
