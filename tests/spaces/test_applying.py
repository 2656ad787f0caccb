"""Many changes at once: few statements, and every change at fault is named."""

import pytest
from django.contrib.gis.geos import MultiPolygon, Point, Polygon

from spaces.changesets import Action, Change, InvalidValues, SpaceExists, StaleVersion, apply
from spaces.models import EVENT_OF, Amenity, Boundary, BoundaryLevel, Changeset

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("look_ups")]


def new(number, **values):
    values = {
        "name_th": "ห้องน้ำ",
        "name_en": f"Toilets {number}",
        "subkind": "toilets",
        "geometry": Point(100 + number / 1000, 7.5, srid=4326),
        "accuracy_m": 5,
    } | values
    return Change(Action.CREATE, "amenities", f"toilets-{number}", values)


def modify(number, version=1, **values):
    return Change(Action.MODIFY, "amenities", f"toilets-{number}", values, version)


def commit(*changes):
    return apply(changes, author=None, comment="many", source="tests")


def test_a_hundred_changes_cost_few_statements(django_assert_max_num_queries):
    with django_assert_max_num_queries(20):
        commit(*(new(number) for number in range(100)))
    with django_assert_max_num_queries(20):
        commit(*(modify(number, contact=str(number)) for number in range(100)))

    assert set(Amenity.objects.values_list("version", flat=True)) == {2}
    assert EVENT_OF["amenities"].objects.count() == 200
    assert Amenity.objects.get(pk="toilets-7").contact == "7"


def test_every_type_of_value_arrives_as_it_was_given():
    values = {
        "themes": ["crafts", "murals"],
        "visit_minutes": {"primary": 20},
        "capacity": None,
        "verified": True,
        "verified_on": "2026-11-22",
        "description_th": "ก\"'\\\n\t{}[]😀",
        "opening_hours": "Mo-Su 08:00-17:00",
    }
    commit(new(1, **values))

    stored = Amenity.objects.get()
    assert {name: getattr(stored, name) for name in values} == values | {"verified_on": stored.verified_on}
    assert str(stored.verified_on) == "2026-11-22"
    assert (stored.geometry.coords, stored.geometry.srid) == ((100.001, 7.5), 4326)


def test_changes_of_different_fields_go_together():
    commit(new(1), new(2), new(3))

    commit(
        modify(1, contact="1"),
        modify(2, accuracy_m=9, toilet="yes"),
        Change(Action.DELETE, "amenities", "toilets-3", {}, 1),
    )

    assert list(Amenity.objects.values_list("id", "version", "contact", "accuracy_m", "status")) == [
        ("toilets-1", 2, "1", 5, "draft"),
        ("toilets-2", 2, "", 9, "draft"),
        ("toilets-3", 2, "", 5, "deleted"),
    ]


@pytest.mark.parametrize(
    ("error", "values"),
    [(InvalidValues, {"themes": ["no-such"]}), (InvalidValues, {"capacity": 0}), (InvalidValues, {"accuracy_m": -1})],
)
def test_every_change_at_fault_is_named_and_nothing_stays(error, values):
    with pytest.raises(error) as refusal:
        commit(new(0), new(1, **values), new(2), new(3, **values))

    assert [one.index for one in refusal.value.together] == [1, 3]
    assert not Amenity.objects.exists()
    assert not Changeset.objects.exists()


def test_stale_and_taken_ones_are_all_named():
    commit(new(1), new(2), new(3))
    commit(modify(1, contact="x"), modify(2, contact="x"))

    with pytest.raises(StaleVersion) as refusal:
        commit(modify(1, contact="y"), modify(2, contact="y"), modify(3, contact="y"), new(3))

    assert [(type(one), one.index) for one in refusal.value.together] == [(StaleVersion, 0), (StaleVersion, 1)]
    with pytest.raises(SpaceExists) as refusal:
        commit(new(5), new(3), new(1))
    assert [one.index for one in refusal.value.together] == [1, 2]


def test_what_only_the_database_knows_is_told_for_each_row():
    corners = [(99, 7), (100.5, 7), (100.5, 8), (99, 8), (99, 7)]
    area = MultiPolygon(Polygon(corners), srid=4326)
    Boundary.objects.create(id="area", level=BoundaryLevel.SERVICE_AREA, name_th="ก", name_en="a", geometry=area)
    far = {"geometry": Point(110, 7.5, srid=4326)}

    with pytest.raises(InvalidValues) as refusal:
        commit(new(0), new(1, **far), new(2), new(3, **far))

    assert [one.index for one in refusal.value.together] == [1, 3]
    assert "geometry" in refusal.value.faults
    assert not Amenity.objects.exists()


def test_a_later_change_of_a_space_sees_the_earlier_one():
    commit(new(1), modify(1, contact="1"), modify(1, version=2, contact="2"))

    assert list(EVENT_OF["amenities"].objects.order_by("version").values_list("version", "contact")) == [
        (1, ""),
        (2, "1"),
        (3, "2"),
    ]


def test_a_change_without_values_changes_nothing():
    commit(new(1))
    commit(modify(1), modify(1, contact=""))

    assert Amenity.objects.get().version == 1
