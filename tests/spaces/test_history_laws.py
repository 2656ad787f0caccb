"""History only grows, holds every kind, and is right whoever writes at the same time."""

import threading

import pytest
from django.contrib.gis.geos import MultiPolygon, Point, Polygon
from django.db import DatabaseError, connection, connections, models, transaction

from geo.history import write_under
from geo.models import ChangeLog
from spaces.changesets import Action, Change, StaleVersion, apply
from spaces.history import PAST_OF
from spaces.models import EVENT_OF, KINDS, ExactPosition, ExactPositionHistory, LearningSpace, WisdomPlace

RING = ((100.08, 7.61), (100.09, 7.61), (100.09, 7.62), (100.08, 7.62), (100.08, 7.61))
SQUARE = MultiPolygon(Polygon(RING), srid=4326)
HISTORIES = [*EVENT_OF.values(), ExactPositionHistory]


def run(sql, *parameters):
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        return cursor.fetchall() if cursor.description else []


@pytest.fixture
def one_of_each(make_space):
    """A space of every kind, and an exact position."""
    for kind in KINDS:
        geometry = {"geometry": SQUARE} if kind.geometry_types == ("MultiPolygon",) else {}
        space = make_space(kind.collection, f"one-{kind._meta.model_name}", **geometry)
    write_under(space.changeset_id)
    position = Point(100, 7, srid=4326)
    ExactPosition.objects.create(space_id=space.pk, geometry=position, accuracy_m=1, changeset=space.changeset)


@pytest.mark.django_db
@pytest.mark.parametrize("history", HISTORIES, ids=lambda model: model._meta.db_table)
def test_no_raw_sql_changes_or_deletes_a_version(one_of_each, history):
    table = history._meta.db_table
    assert run(f"SELECT count(*) FROM {table}") == [(1,)]

    for act in (f"UPDATE {table} SET version = version", f"DELETE FROM {table}"):
        with pytest.raises(DatabaseError, match="only grows"):
            run(act)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "act",
    [
        "UPDATE geo_changelog SET n = 0",
        "DELETE FROM geo_changelog",
        "UPDATE spaces_spaceregistry SET uid = gen_random_uuid()",
        "DELETE FROM spaces_changeset",
        "UPDATE spaces_changeset SET comment = 'forged'",
    ],
)
def test_who_when_and_why_do_not_change_either(library, act):
    run("SET CONSTRAINTS ALL IMMEDIATE")

    with pytest.raises(DatabaseError, match=r"only grows|never"):
        run(act)


def untracked(tables):
    """Of these tables those that miss what history needs: a version on INSERT and UPDATE, kept and never changed."""
    wanted = {"insert_insert", "update_update", "versioned", "kept_forever", "counted"}
    missing = {}
    for table in tables:
        rows = run("SELECT tgname FROM pg_trigger WHERE tgrelid = to_regclass(%s) AND NOT tgisinternal", table)
        names = " ".join(name for (name,) in rows)
        kept = run("SELECT tgname FROM pg_trigger WHERE tgrelid = to_regclass(%s)", f"{table}event")
        if lacking := {name for name in wanted if f"_{name}_" not in names}:
            missing[table] = lacking
        if not any("append_only" in name for (name,) in kept):
            missing.setdefault(table, set()).add("append_only")
    return missing


def concrete(model):
    """The models below `model` that have a table."""
    below = {found for child in model.__subclasses__() for found in concrete(child)}
    return below if model._meta.abstract else {model, *below}


@pytest.mark.django_db
def test_every_kind_is_tracked():
    kinds = concrete(LearningSpace)

    assert kinds == set(KINDS)
    assert {kind.collection for kind in kinds} == EVENT_OF.keys() == PAST_OF.keys()
    assert untracked([kind._meta.db_table for kind in kinds] + [ExactPosition._meta.db_table]) == {}


@pytest.mark.django_db
def test_a_kind_without_history_would_be_found():
    assert untracked(["spaces_theme"])["spaces_theme"] >= {"update_update", "versioned", "append_only"}


@pytest.mark.parametrize("kind", KINDS)
def test_history_keeps_every_column_that_people_write(kind):
    kept = {field.name for field in EVENT_OF[kind.collection]._meta.concrete_fields}
    written = {field.name for field in kind._meta.concrete_fields if isinstance(field, models.Field)}

    assert written - kept == {"search_text"}


@pytest.mark.django_db
def test_rows_written_by_copy_have_a_history_too(library):
    write_under(library.changeset_id)
    columns = [field.column for field in WisdomPlace._meta.concrete_fields]
    names = ", ".join(f'"{name}"' for name in columns)
    values = ", ".join(
        "'copied'" if name == "id" else "gen_random_uuid()" if name == "uid" else f'"{name}"' for name in columns
    )
    with connection.cursor() as cursor:
        with cursor.copy(f"COPY (SELECT {values} FROM spaces_wisdomplace WHERE id = 'library') TO STDOUT") as out:
            rows = b"".join(bytes(block) for block in out)
        with cursor.copy(f"COPY spaces_wisdomplace ({names}) FROM STDIN") as into:
            into.write(rows)

    kept = EVENT_OF["wisdom-places"]._default_manager.get(id="copied")
    assert (kept.version, kept.changeset_id, kept.name_en) == (1, library.changeset_id, library.name_en)


@pytest.mark.django_db(transaction=True)
def test_versions_and_commits_of_one_space_go_in_the_same_order(make_space, visitor):
    """Six writers at once: no version is lost, and as of each commit the space has the version it made."""
    make_space("wisdom-places", "library")
    faults = []

    def work(name):
        try:
            for number in range(4):
                _write_on_top("library", f"{name}-{number}")
        except Exception as fault:
            faults.append(fault)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=work, args=(name,)) for name in "abcdef"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert faults == []
    versions = EVENT_OF["wisdom-places"]._default_manager.filter(id="library").order_by("version")
    log = ChangeLog.objects.filter(collection="wisdom-places", changeset_id__gt=0).order_by("n")
    assert [row.version for row in versions] == list(range(1, 26))
    assert [row.changeset_id for row in versions] == list(log.values_list("changeset_id", flat=True))
    for row, commit in zip(versions, log, strict=True):
        then = PAST_OF["wisdom-places"].as_of(visitor, commit.committed_at).get(id="library")
        assert (then.version, then.contact) == (row.version, row.contact)


def _write_on_top(id, contact):
    """Reads and writes until nobody was faster."""
    while True:
        seen = WisdomPlace.objects.get(pk=id).version
        change = Change(Action.MODIFY, "wisdom-places", id, {"contact": contact}, base_version=seen)
        try:
            apply([change], author=None, comment=contact, source="tests")
        except StaleVersion:
            continue
        return
