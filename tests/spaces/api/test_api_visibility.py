"""What is hidden is 404 in every form, counted nowhere, and answered like what never was."""

import pytest

from spaces.changesets import Action, Change, apply

pytestmark = pytest.mark.django_db

FORMS = [
    {},
    {"f": "json"},
    {"f": "html"},
    {"properties": "name_en"},
    {"crs": "http://www.opengis.net/def/crs/EPSG/0/3857"},
]
HIDDEN = "weaving-house"  # a draft of the small town


@pytest.mark.parametrize("query", FORMS)
@pytest.mark.parametrize("collection", ["wisdom-places", "learning-spaces"])
def test_a_draft_is_404_for_a_visitor(get, small_town, collection, query):
    hidden = get(f"collections/{collection}/items/{HIDDEN}", **query)
    absent = get(f"collections/{collection}/items/never-was", **query)

    assert hidden.status_code == absent.status_code == 404
    assert hidden.content.decode().replace(HIDDEN, "never-was") == absent.content.decode()


def test_a_space_is_404_in_the_collection_of_another_kind(get, small_town):
    assert get("collections/amenities/items/library").status_code == 404


def test_a_draft_is_in_no_list_count_search_or_extent(get, ids, small_town, make_space):
    make_space("wisdom-places", "far-draft", (101, 8), status="draft")

    assert HIDDEN not in ids()
    assert get("collections/wisdom-places/items").json()["numberMatched"] == 1
    assert get("search", q="บ้านทอ").json()["numberMatched"] == 0
    assert get("collections/wisdom-places").json()["extent"]["spatial"]["bbox"] == [[100.081, 7.617, 100.081, 7.617]]


@pytest.mark.parametrize(
    ("person", "sees"), [("teacher", False), ("planner", True), ("reviewer", True), ("owner", True)]
)
def test_who_sees_a_draft(request, get, small_town, person, sees):
    user = request.getfixturevalue(person)
    response = get(f"collections/wisdom-places/items/{HIDDEN}", as_user=user)

    assert (response.status_code == 200) is sees


def test_a_member_sees_the_drafts_of_the_own_partner_only(get, make_space, teacher, municipality):
    make_space("amenities", "ours", status="draft", partner=municipality.pk)
    make_space("amenities", "theirs", status="draft")
    teacher.memberships.create(partner=municipality)
    teacher.memberships.create(
        partner=municipality.__class__.objects.create(id="other", name_th="ก", name_en="O", helix="private")
    )
    found = get("collections/amenities/items", as_user=teacher).json()

    assert [feature["id"] for feature in found["features"]] == ["ours"]
    assert found["numberMatched"] == 1


def test_the_deleted_are_gone_for_everybody(get, small_town, administrator):
    apply([Change(Action.DELETE, "wisdom-places", "library", base_version=1)], author=None, comment="-", source="tests")

    assert get("collections/wisdom-places/items/library").status_code == 404
    assert get("collections/wisdom-places/items/library", as_user=administrator).status_code == 404
    everything = get("collections/learning-spaces/items", as_user=administrator).json()
    assert "library" not in [feature["id"] for feature in everything["features"]]


def test_the_exact_position_of_a_sensitive_space_is_nowhere(get, make_space):
    from django.contrib.gis.geos import Point

    from spaces.models import ExactPosition

    space = make_space("heritage-sites", "cave", (100.1, 7.6), sensitive=True)
    ExactPosition.objects.create(
        space_id="cave", geometry=Point(100.1234567, 7.6, srid=4326), accuracy_m=5, changeset=space.changeset
    )

    for path in ("collections/heritage-sites/items/cave", "collections/learning-spaces/items", "search?q=cave"):
        assert b"100.1234567" not in get(path).content
