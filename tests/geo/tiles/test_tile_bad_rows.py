"""A row that no writer could have stored, put in by hand with its laws dropped, must not take a tile down."""

import pytest
from django.db import connection, transaction

from geo.history import write_under
from geo.tiles.matrix import tile_at
from spaces.models import Changeset
from tests.geo.tiles.conftest import by_hand, features

TABLES = {"heritage-sites": "spaces_heritagesite", "wisdom-places": "spaces_wisdomplace"}
BAD = {
    "an area beyond the pole": "ST_SetSRID(ST_MakeEnvelope(100, 7, 101, 95), 4326)",
    "an area up to the pole": "ST_SetSRID(ST_MakeEnvelope(100, 7, 101, 90), 4326)",
    "an area beyond the antimeridian": "ST_SetSRID(ST_MakeEnvelope(100, 7, 400, 8), 4326)",
    "an area larger than any number": "ST_SetSRID(ST_MakeEnvelope(-1e300, -1e300, 1e300, 1e300), 4326)",
    "a bow tie": "'SRID=4326;POLYGON((100 7,101 8,101 7,100 8,100 7))'",
    "a curve": "'SRID=4326;CURVEPOLYGON(CIRCULARSTRING(100 7,101 8,102 7,101 6,100 7))'",
    "half a curve": "'SRID=4326;COMPOUNDCURVE(CIRCULARSTRING(100 7,101 8,102 7),(102 7,103 7))'",
    "a collection": "'SRID=4326;GEOMETRYCOLLECTION(POINT(100.08 7.6),LINESTRING(100 7,101 8))'",
    "a surface": "'SRID=4326;POLYHEDRALSURFACE(((100 7,101 7,101 8,100 7)))'",
    "a net": "'SRID=4326;TIN(((100 7,101 7,101 8,100 7)))'",
    "nothing": "'SRID=4326;MULTIPOLYGON EMPTY'",
    "no number": "ST_SetSRID(ST_MakePoint('NaN', 7.6), 4326)",
    "a line without end": "ST_SetSRID(ST_MakeLine(ST_MakePoint(100, 7), ST_MakePoint('Infinity', 8)), 4326)",
    "a line into nowhere": "ST_SetSRID(ST_MakeLine(ST_MakePoint('NaN', 8), ST_MakePoint(100.08, 7.6)), 4326)",
    "an area around nowhere": "ST_SetSRID('POLYGON((100 7,101 7,NaN NaN,100 7))'::geometry, 4326)",
    "a point beyond the pole": "ST_SetSRID(ST_MakePoint(100, 95), 4326)",
}


@pytest.fixture
def lawless(db, make_space):
    """Drops the laws of the two tables (the transaction of the test brings them back) and takes a geometry as it is."""
    for table in TABLES.values():
        by_hand(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        for law in laws_of(table):
            by_hand(f"ALTER TABLE {table} DROP CONSTRAINT {law}")
    write_under(Changeset.objects.create(comment="by hand").pk)

    def spoil(collection: str, id: str, geometry: str) -> None:
        by_hand(f"UPDATE {TABLES[collection]} SET geometry = {geometry} WHERE id = %s", id)

    return spoil


def laws_of(table: str) -> list[str]:
    """The names of the constraints on the geometry."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT conname FROM pg_constraint WHERE conrelid = %s::regclass AND conname LIKE %s",
            [table, f"{table}_geometry_%"],
        )
        return [name for (name,) in cursor.fetchall()]


@pytest.mark.parametrize("geometry", BAD.values(), ids=BAD.keys())
@pytest.mark.parametrize("zoom", [0, 6, 12, 15])
def test_the_good_rows_are_still_there(make_tile, make_space, lawless, geometry, zoom):
    make_space("heritage-sites", "good", (100.081, 7.617))
    make_space("heritage-sites", "bad", (100.082, 7.617))
    lawless("heritage-sites", "bad", geometry)

    for collection in ("heritage-sites", "learning-spaces"):
        assert "good" in features(make_tile(collection, tile_at(100.081, 7.617, zoom)))


@pytest.mark.parametrize("zoom", [0, 6, 12])
def test_a_point_that_is_no_place_does_not_disturb_a_table_of_points(make_tile, make_space, lawless, zoom):
    make_space("wisdom-places", "good", (100.081, 7.617))
    for number, geometry in enumerate(["ST_MakePoint('NaN', 7.6)", "ST_MakePoint(100, 95)", "'POINT EMPTY'::geometry"]):
        make_space("wisdom-places", f"bad-{number}", (100.082, 7.617))
        lawless("wisdom-places", f"bad-{number}", f"ST_SetSRID({geometry}, 4326)")

    assert set(features(make_tile("wisdom-places", tile_at(100.081, 7.617, zoom)))) == {"good"}


def test_postgis_alone_would_have_failed(make_space, lawless):
    """So that these tests can fail: the plain statement does not survive the first of them."""
    make_space("heritage-sites", "bad", (100.082, 7.617))
    lawless("heritage-sites", "bad", BAD["an area beyond the pole"])

    with pytest.raises(Exception, match="transform"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT ST_Transform(geometry, 3857) FROM spaces_heritagesite")
