"""Only listed properties with a comparable column can be asked about."""

import pytest

from geo.cql2.errors import InvalidFilter
from geo.cql2.queryables import Kind, Queryable, queryables_of
from geo.cql2.translating import condition
from spaces.models import AnySpace, StreetArtWall


def test_kinds_follow_the_columns(queryables: dict[str, Queryable]):
    kinds = {name: queryables[name].kind for name in ("id", "year", "verified", "last_seen", "updated_at", "themes")}

    assert kinds == {
        "id": Kind.TEXT,
        "year": Kind.INTEGER,
        "verified": Kind.BOOLEAN,
        "last_seen": Kind.DATE,
        "updated_at": Kind.TIMESTAMP,
        "themes": Kind.ARRAY,
    }


def test_json_has_no_order_and_is_left_out(queryables: dict[str, Queryable]):
    assert "visit_minutes" not in queryables


def test_a_relation_is_its_key(queryables: dict[str, Queryable]):
    assert (queryables["partner"].kind, queryables["partner"].field) == (Kind.TEXT, "partner_id")


def test_a_property_may_have_another_name_than_its_column():
    found = queryables_of(StreetArtWall, {"seen": "last_seen"})

    assert found["seen"].schema == {"type": "string", "format": "date"}
    assert condition("seen IS NULL", found)


@pytest.mark.parametrize(
    "name",
    [
        "search_text",
        "pk",
        "partner__members",
        "partner__name_th",
        "changeset__author__password",
        "events__pgh_label",
        "year__gt",
        "Year",
        "status",
        "__class__",
        "?",
        "spaces_streetartwall.year",
        '"year',
    ],
)
def test_a_name_that_is_not_listed_never_reaches_the_database(queryables: dict[str, Queryable], name: str):
    quoted = name.replace('"', '""')

    with pytest.raises(InvalidFilter):
        condition(f"\"{quoted}\" = 'insert'", queryables)


def test_the_view_over_all_kinds_is_asked_alike(walls: None):
    names = queryables_of(AnySpace, {"id": "id", "collection": "collection", "themes": "themes"})

    asked = condition("collection = 'street-art-walls' AND A_CONTAINS(themes, ('murals'))", names)

    assert set(AnySpace.objects.filter(asked).values_list("id", flat=True)) == {"train", "boat"}
