"""psql obeys the same law as the API: these tests go around Django."""

import pytest
from django.db import DatabaseError, connection, transaction

from geo.history import write_under
from spaces.models import KINDS, AnySpace, Boundary, CommonFields, WisdomPlace

pytestmark = pytest.mark.django_db


def execute(sql, *parameters):
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        return cursor.fetchall() if cursor.description else []


@pytest.fixture
def open_changeset(library):
    """Raw SQL after this belongs to the library's changeset."""
    write_under(library.changeset_id)


def set_geometry(wkt, table="spaces_heritagesite", id="old-temple"):
    execute(f"UPDATE {table} SET geometry = ST_GeomFromText(%s, 4326) WHERE id = %s", wkt, id)


def test_no_write_without_a_changeset(library):
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('map.changeset', '', true)")
    with pytest.raises(DatabaseError, match="only through a changeset"):
        execute("UPDATE spaces_wisdomplace SET contact = 'x'")


@pytest.mark.usefixtures("open_changeset")
def test_a_forged_version_is_ignored(library):
    execute("UPDATE spaces_wisdomplace SET contact = 'x', version = 99, uid = uid WHERE id = 'library'")

    assert WisdomPlace.objects.get(pk="library").version == 2


@pytest.mark.usefixtures("open_changeset")
def test_rows_are_never_deleted_and_ids_never_change(library):
    with pytest.raises(DatabaseError, match="never deleted"):
        execute("DELETE FROM spaces_wisdomplace")
    with pytest.raises(DatabaseError, match="never changes"):
        execute("UPDATE spaces_wisdomplace SET id = 'other'")
    with pytest.raises(DatabaseError, match="never deleted"):
        execute("DELETE FROM spaces_spaceregistry")


@pytest.mark.usefixtures("open_changeset")
def test_history_keeps_each_version_and_is_append_only(library):
    execute("UPDATE spaces_wisdomplace SET contact = 'x'")

    rows = execute("SELECT version, contact, changeset_id FROM spaces_wisdomplaceevent WHERE id = 'library' ORDER BY 1")
    assert rows == [(1, "", library.changeset_id), (2, "x", library.changeset_id)]
    for act in ("UPDATE spaces_wisdomplaceevent SET contact = 'forged'", "DELETE FROM spaces_wisdomplaceevent"):
        with pytest.raises(DatabaseError):
            execute(act)


@pytest.mark.usefixtures("open_changeset")
def test_no_setting_switches_history_off(library):
    execute("SELECT set_config('pgtrigger.ignore', '{versioned,kept_forever,append_only}', true)")

    with pytest.raises(DatabaseError, match="never deleted"):
        execute("DELETE FROM spaces_wisdomplace")


@pytest.mark.usefixtures("open_changeset", "small_town")
@pytest.mark.parametrize(
    ("wkt", "law"),
    [
        ("POINT EMPTY", "not_empty"),
        ("MULTIPOLYGON(((0 0, 1 0, 1 1, 0 0)), EMPTY)", "not_empty"),
        ("POINT(181 7)", "in_range"),
        ("MULTIPOLYGON(((0 0, 3 0, 3 3, 2 3, 2 -1, 1 -1, 0 0)))", "valid"),
        ("MULTIPOLYGON(((0 0, 0 1, 1 1, 1 0, 0 0)))", "counter_clockwise"),
        ("LINESTRING(0 0, 1 1)", "type"),
        ("CURVEPOLYGON(CIRCULARSTRING(0 0, 4 0, 4 4, 0 4, 0 0))", "type"),
        ("POINT Z (100 7 5)", "dimension"),
    ],
)
def test_nothing_invalid_is_stored(wkt, law):
    with pytest.raises(DatabaseError, match=law):
        set_geometry(wkt)


@pytest.mark.usefixtures("open_changeset", "small_town")
@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity"])
def test_no_position_is_stored_that_is_no_number(number):
    with pytest.raises(DatabaseError, match="geometry_"):
        execute("UPDATE spaces_heritagesite SET geometry = ST_SetSRID(ST_MakePoint(%s, 7), 4326)", number)


@pytest.mark.usefixtures("open_changeset", "small_town")
def test_a_space_lies_inside_the_service_area():
    Boundary.objects.create(
        id="area", level="service-area", name_th="พื้นที่", name_en="Area",
        geometry="SRID=4326;MULTIPOLYGON(((100 7, 101 7, 101 8, 100 8, 100 7)))",
    )  # fmt: skip

    set_geometry("POINT(100.5 7.5)")
    with pytest.raises(DatabaseError, match="outside the service area"):
        set_geometry("POINT(2.35 48.85)")


@pytest.mark.parametrize("kind", KINDS)
def test_the_view_over_all_kinds_has_every_common_column(kind):
    common = {field.column for field in CommonFields._meta.get_fields()}

    assert common <= {field.column for field in kind._meta.get_fields() if hasattr(field, "column")}
    assert {field.column for field in AnySpace._meta.get_fields()} == common | {"collection"}
    assert len(AnySpace._meta.get_fields()) == len(
        execute("SELECT column_name FROM information_schema.columns WHERE table_name = 'learning_spaces'")
    )


def test_the_view_shows_the_spaces_of_all_kinds(small_town):
    assert {space.id for space in AnySpace.objects.all()} == set(small_town)
    assert AnySpace.objects.get(pk="library").collection == "wisdom-places"


@pytest.mark.usefixtures("open_changeset", "small_town")
def test_a_bounding_box_over_all_kinds_uses_every_spatial_index():
    execute("SELECT set_config('enable_seqscan', 'off', true), set_config('enable_indexscan', 'off', true)")
    plan = execute("EXPLAIN SELECT id FROM learning_spaces WHERE geometry && ST_MakeEnvelope(100, 7, 101, 8, 4326)")

    for kind in KINDS:
        assert f"{kind._meta.db_table}_geometry" in str(plan)
