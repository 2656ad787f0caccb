"""The database refuses what `geo.validity` calls an error, and stores what it only warns of."""

import pytest
from django.db import DatabaseError, connection, transaction
from shapely import MultiPolygon, Polygon
from shapely.geometry import shape

from geo.history import write_under
from spaces.models import Boundary
from spaces.validity import rules_of, service_areas
from tests.geo.validity.bad_geometries import ERRORS, SERVICE_AREA, WARNINGS

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("served")]
JUDGED = [pytest.param(bad, id=bad.name) for bad in ERRORS if bad.law]


@pytest.fixture
def served(small_town):
    """A service area, and an open changeset."""
    Boundary.objects.create(
        id="area", level="service-area", name_th="พื้นที่", name_en="Area", geometry=MultiPolygon([SERVICE_AREA]).wkt
    )
    write_under(small_town["library"].changeset_id)


def wkt(bad):
    if bad.wkt:
        return bad.wkt
    geometry = shape(bad.geometry)
    return MultiPolygon([geometry]).wkt if isinstance(geometry, Polygon) else geometry.wkt


def store(text):
    table, id_ = ("streetartwall", "station-wall") if text.startswith("LINESTRING") else ("heritagesite", "old-temple")
    sql = f"UPDATE spaces_{table} SET geometry = ST_ForcePolygonCCW(ST_GeomFromText(%s, 4326)) WHERE id = %s"
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, [text, id_])


@pytest.mark.parametrize("bad", JUDGED)
def test_each_fault_that_a_database_can_judge_is_refused_by_it(bad):
    if bad.law != "service area":  # whose trigger comes before every CHECK
        Boundary.objects.all().delete()

    either = f"{bad.law}|counter_clockwise"  # what crosses itself has no clear turn: whichever law comes first
    with pytest.raises(DatabaseError, match=either if bad.law == "valid" else bad.law):
        store(wkt(bad))


@pytest.mark.parametrize("bad", [pytest.param(bad, id=bad.name) for bad in WARNINGS])
def test_what_is_only_warned_of_is_stored(bad):
    store(wkt(bad))


def test_the_rules_of_a_kind_hold_its_types_and_the_service_area():
    rules = rules_of("heritage-sites")

    assert rules.types == ("Point", "MultiPolygon")
    assert rules.areas[0].equals(SERVICE_AREA)
    Boundary.objects.all().delete()
    assert service_areas() == ()
