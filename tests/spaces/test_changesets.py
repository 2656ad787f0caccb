import pytest
from django.contrib.gis.geos import Point

from spaces.changesets import (
    Action,
    Change,
    InvalidValues,
    SpaceExists,
    SpaceMissing,
    StaleVersion,
    UnknownCollection,
    apply,
)
from spaces.models import Changeset, HeritageSite, SpaceRegistry, WisdomPlace

pytestmark = pytest.mark.django_db


def modify(space, base_version=None, **values):
    return Change(Action.MODIFY, space.collection, space.id, values, base_version or space.version)


def commit(*changes, author=None):
    return apply(changes, author=author, comment="a test", source="tests")


def test_a_created_space_carries_version_one_and_its_changeset(library):
    assert library.version == 1
    assert library.changeset.comment == "Create library"
    assert SpaceRegistry.objects.get(pk="library").collection == "wisdom-places"


def test_a_change_raises_the_version_and_names_its_author(library, planner):
    changeset = commit(modify(library, contact="074 000 000"), author=planner)

    library.refresh_from_db()
    assert (library.version, library.changeset) == (2, changeset)
    assert changeset.author == planner


def test_a_change_that_changes_nothing_leaves_no_trace(library):
    commit(modify(library, name_en=library.name_en))

    library.refresh_from_db()
    assert library.version == 1
    assert WisdomPlace.objects.count() == 1


def test_a_stale_change_is_refused_and_shows_theirs(library):
    commit(modify(library, contact="first"))

    with pytest.raises(StaleVersion) as refusal:
        commit(modify(library, base_version=1, contact="second"))

    assert refusal.value.theirs.contact == "first"


def test_a_changeset_applies_whole_or_not_at_all(small_town):
    before = Changeset.objects.count()
    changes = [modify(small_town["old-temple"], period="old"), modify(small_town["palace"], accuracy_m=-5)]

    with pytest.raises(InvalidValues) as refusal:
        commit(*changes)

    assert refusal.value.index == 1
    assert "accuracy_m" in refusal.value.faults
    assert HeritageSite.objects.get(pk="old-temple").period == ""
    assert Changeset.objects.count() == before


def test_deleting_is_a_state_and_the_id_is_never_used_again(library, visitor):
    commit(Change(Action.DELETE, "wisdom-places", "library", base_version=1))

    assert not WisdomPlace.objects.visible_to(visitor).exists()
    with pytest.raises(SpaceExists):
        commit(Change(Action.CREATE, "heritage-sites", "library", {**HERITAGE, "subkind": "temple"}))


def test_ids_are_unique_over_all_kinds(library):
    with pytest.raises(SpaceExists):
        commit(Change(Action.CREATE, "heritage-sites", "library", HERITAGE))


HERITAGE = {
    "name_th": "วัด",
    "name_en": "Temple",
    "subkind": "temple",
    "geometry": Point(100.08, 7.62, srid=4326),
    "accuracy_m": 10,
}


@pytest.mark.parametrize("name", ["version", "id", "uid", "changeset", "search_text", "no_such_field", "pk"])
def test_what_the_database_stamps_cannot_be_written(library, name):
    with pytest.raises(InvalidValues) as refusal:
        commit(modify(library, **{name: "7"}))

    assert name in refusal.value.faults


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("themes", ["no-such-theme"]),
        ("age_groups", ["dinosaurs"]),
        ("outcomes", ["X-1"]),
        ("subkind", "temple"),
        ("visit_minutes", {"primary": 0}),
        ("visit_minutes", {"primary": True}),
        ("visit_minutes", [20]),
        ("wheelchair", "perhaps"),
        ("status", "hidden"),
        ("capacity", 0),
        ("name_th", "  "),
        ("opening_hours", ""),
    ],
)
def test_impossible_values_are_refused_by_name(library, field, value):
    with pytest.raises(InvalidValues) as refusal:
        commit(modify(library, **{field: value}))

    assert any(field in name for name in refusal.value.faults)


def test_an_unknown_collection_and_a_missing_space_are_named(look_ups):
    with pytest.raises(UnknownCollection):
        commit(Change(Action.CREATE, "castles", "neuschwanstein"))
    with pytest.raises(SpaceMissing):
        commit(Change(Action.MODIFY, "amenities", "nowhere", {}, 1))


def test_a_new_space_without_a_position_is_refused_in_words(look_ups):
    with pytest.raises(InvalidValues) as refusal:
        commit(
            Change(Action.CREATE, "heritage-sites", "floating", {k: v for k, v in HERITAGE.items() if k != "geometry"})
        )

    assert "geometry" in str(refusal.value)
