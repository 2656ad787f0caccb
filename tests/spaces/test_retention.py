"""The one way out: what was deleted long ago goes for good, and leaves a line for every row."""

from datetime import timedelta

import pytest
from django.contrib.gis.geos import Point
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from geo.history import write_under
from geo.models import KeptAnswer, PurgedRow
from routes.models import Gateway
from spaces.changesets import Action, Change, SpaceExists, apply
from spaces.models import EVENT_OF, Changeset, ExactPosition, ResidentContact, SpaceRegistry, WisdomPlace
from spaces.retention import due, purge

pytestmark = pytest.mark.django_db


@pytest.fixture
def gone(library, make_space):
    """The library is deleted; another space stays."""
    make_space("wisdom-places", "craft-house")
    apply([Change(Action.DELETE, "wisdom-places", "library", base_version=1)], author=None, comment="", source="tests")
    return library


@pytest.fixture
def later():
    """A moment after everything that the test wrote."""
    return timezone.now() + timedelta(days=400)


def versions(id="library"):
    return EVENT_OF["wisdom-places"]._default_manager.filter(id=id).count()


def test_what_was_deleted_long_ago_goes_with_its_versions(gone, later):
    found, changeset = purge(later, later)

    assert found.ids == ["library"]
    assert not WisdomPlace.objects.filter(pk="library").exists()
    assert (versions(), versions("craft-house")) == (0, 1)
    assert (changeset.source, "library" in changeset.comment) == ("purge", True)


def test_every_row_that_goes_leaves_a_line(gone, later):
    _, changeset = purge(later, later)

    lines = PurgedRow.objects.filter(changeset_id=changeset.pk).order_by("pk")
    assert [(line.table_name, line.key, line.version) for line in lines] == [
        ("spaces_wisdomplace", "library", 2),
        ("spaces_wisdomplaceevent", "library", 1),
        ("spaces_wisdomplaceevent", "library", 2),
    ]


def test_the_id_is_never_given_again(gone, later):
    purge(later, later)

    assert SpaceRegistry.objects.filter(pk="library").exists()
    values = {"name_th": "ก", "name_en": "A", "subkind": "library", "geometry": gone.geometry, "accuracy_m": 5}
    with pytest.raises(SpaceExists):
        apply([Change(Action.CREATE, "wisdom-places", "library", values)], author=None, comment="", source="tests")


def test_what_is_not_deleted_or_deleted_later_stays(gone):
    before_it_was_made = timezone.now() - timedelta(days=1)

    assert due(before_it_was_made, timezone.now()).ids == []
    assert purge(before_it_was_made, timezone.now())[1] is None
    assert versions() == 2


def test_the_exact_position_goes_too(gone, later):
    write_under(gone.changeset_id)
    ExactPosition.objects.create(
        space_id="library", geometry=Point(100, 7, srid=4326), accuracy_m=1, changeset=gone.changeset
    )

    purge(later, later)

    assert not ExactPosition.objects.exists()
    assert PurgedRow.objects.filter(table_name__startswith="spaces_exactposition", key="library").count() == 2


def test_what_others_still_refer_to_stays(gone, later):
    Gateway.objects.create(id="gate", space_id="library", geometry=gone.geometry, accuracy_m=5)
    found, changeset = purge(later, later)

    assert (found.ids, list(found.kept), changeset) == ([], ["library"], None)
    assert versions() == 2


def test_what_has_expired_goes(db, later):
    KeptAnswer.objects.create(person="1", key="k", asked="", status=200, body=b"", created_at=timezone.now())
    proposal = Changeset.objects.create(state="proposed", source="resident")
    ResidentContact.objects.create(changeset=proposal, contact="074", expires_at=timezone.now())

    found, _ = purge(later, later)

    assert (found.contacts, found.answers) == (1, 1)
    assert (KeptAnswer.objects.count(), ResidentContact.objects.count()) == (0, 0)


def test_the_command_only_shows_unless_told_to_do_it(gone, capsys):
    call_command("purge", "--days", "0")
    assert "Would purge 1 of wisdom-places: library" in capsys.readouterr().out
    assert versions() == 2

    call_command("purge", "--days", "0", "--apply")
    assert "Purged 1 of wisdom-places: library" in capsys.readouterr().out
    assert versions() == 0


@pytest.mark.parametrize("asked", [["--before", "2999-01-01"], ["--before", "soon"], []])
def test_the_command_refuses_what_is_no_past_day(db, asked):
    with pytest.raises(CommandError):
        call_command("purge", *asked)


def test_the_door_is_open_for_one_transaction_only(gone, later):
    purge(later, later)
    with connection.cursor() as cursor:  # the test's transaction goes on: put back what a commit would end
        cursor.execute("SELECT set_config('map.retention', '', true)")
        with pytest.raises(DatabaseError, match="never deleted"), transaction.atomic():
            cursor.execute("DELETE FROM spaces_wisdomplaceevent")


@pytest.mark.parametrize(
    "act",
    [
        "UPDATE spaces_wisdomplaceevent SET name_en = 'forged'",
        "DELETE FROM geo_purgedrow",
        "UPDATE geo_purgedrow SET key = 'other'",
        "DELETE FROM geo_changelog",
        "UPDATE geo_changelog SET committed_at = now()",
        "DELETE FROM spaces_spaceregistry",
    ],
)
def test_through_the_open_door_nothing_is_changed_and_no_log_is_lost(gone, later, act):
    purge(later, later)

    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        with pytest.raises(DatabaseError, match="only grows"), transaction.atomic():
            cursor.execute(act)
