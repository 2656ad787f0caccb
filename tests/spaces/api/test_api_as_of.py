"""Any collection as it stood at a moment."""

from datetime import timedelta

import pytest
from django.contrib.gis.geos import Point
from django.utils import timezone

from spaces.changesets import Action, Change, apply

pytestmark = pytest.mark.django_db


def at(moment):
    return moment.isoformat().replace("+00:00", "Z")


def names(get, moment, collection="wisdom-places", **query):
    answer = get(f"collections/{collection}/items", as_of=at(moment), **query)
    assert answer.status_code == 200, answer.content
    return {feature["id"]: feature["properties"]["name_en"] for feature in answer.json()["features"]}


@pytest.fixture
def story(library, write, now):
    """The moments in the life of the library: first, renamed, gone, back."""
    first = now()
    renamed = write(library, name_en="Town Library")
    gone = write(library)
    back = write(library, status="published", name_en="New Library")
    return {"before": first - timedelta(days=2), "first": first, "renamed": renamed, "gone": gone, "back": back}


@pytest.mark.parametrize("collection", ["wisdom-places", "learning-spaces"])
def test_a_collection_is_shown_as_it_stood(get, story, collection):
    assert names(get, story["before"], collection) == {}
    assert names(get, story["first"], collection) == {"library": "Public Library"}
    assert names(get, story["renamed"], collection) == {"library": "Town Library"}
    assert names(get, story["gone"], collection) == {}
    assert names(get, story["back"], collection) == {"library": "New Library"}


def test_one_feature_is_shown_as_it_stood(get, story):
    then = get("collections/wisdom-places/items/library", as_of=at(story["renamed"]))

    assert then.json()["properties"]["name_en"] == "Town Library"
    assert then["ETag"] == '"2"'
    assert get("collections/wisdom-places/items/library", as_of=at(story["gone"])).status_code == 404


def test_a_day_means_its_end_here(get, story):
    today = timezone.localdate()

    assert get("collections/wisdom-places/items", as_of=today).json()["numberMatched"] == 1
    assert get("collections/wisdom-places/items", as_of=today - timedelta(days=1)).json()["numberMatched"] == 0


@pytest.mark.parametrize("text", ["2999-01-01", "yesterday", "2026-13-01", "2026-01-01T00:00:00", "", "2026-02-30"])
def test_what_is_no_past_moment_is_refused(get, library, text):
    answer = get("collections/wisdom-places/items", as_of=text)

    assert (answer.status_code, answer.json()["parameter"]) == (400, "as_of")


@pytest.mark.parametrize(
    "narrowing",
    [
        {"bbox": "100.08,7.61,100.09,7.63"},
        {"q": "ห้องสมุด"},
        {"theme": "crafts"},
        {"filter": "name_en = 'Town Library' AND version = 2"},
        {"datetime": "2026-01-01T00:00:00Z"},
        {"crs": "http://www.opengis.net/def/crs/EPSG/0/32647", "properties": "name_en", "sortby": "-name_en"},
    ],
)
def test_every_other_parameter_works_on_the_past(get, story, narrowing):
    assert names(get, story["renamed"], **narrowing) == {"library": "Town Library"}


def test_the_words_of_that_time_are_searched(get, story):
    assert names(get, story["first"], q="Town") == {}
    assert set(names(get, story["renamed"], q="Town")) == {"library"}


def test_pages_of_the_past_follow_each_other(get, small_town, write, now):
    then = now()
    write(small_town["park-toilets"])
    seen, answer = [], get("collections/learning-spaces/items", as_of=at(then), limit=2).json()
    while True:
        seen += [feature["id"] for feature in answer["features"]]
        onward = next((link["href"] for link in answer["links"] if link["rel"] == "next"), None)
        if onward is None:
            break
        answer = get(onward.partition("/api/")[2]).json()

    assert seen == ["library", "market-wall", "old-temple", "palace", "park-toilets", "station-wall"]
    assert answer["numberMatched"] == 6


def test_tiles_of_the_past_hold_what_was_there(get, story):
    tile = "collections/wisdom-places/tiles/WebMercatorQuad/12/1961/3186"

    assert get(tile, as_of=at(story["renamed"])).status_code == 200
    assert get(tile, as_of=at(story["gone"])).status_code == 204


@pytest.mark.parametrize("form", ["geojson", "geojsonseq", "csv"])
def test_files_of_the_past_hold_what_was_there(get, story, form):
    for moment, name in [("first", b"Public Library"), ("renamed", b"Town Library")]:
        for collection in ("wisdom-places", "learning-spaces"):
            file = get(f"collections/{collection}/export", as_of=at(story[moment]), f=form, bbox="100,7,101,8")
            assert name in file.getvalue()
    assert b"Library" not in get("collections/wisdom-places/export", as_of=at(story["gone"]), f=form).getvalue()


def test_what_was_a_draft_stays_hidden_from_visitors(get, make_space, write, now, planner):
    draft = make_space("wisdom-places", "weaving", status="draft")
    as_draft = now()
    published = write(draft, status="published")

    assert names(get, as_draft) == {}
    assert set(names(get, as_draft, as_user=planner)) == {"weaving"}
    assert set(names(get, published)) == {"weaving"}


def test_what_was_public_and_is_archived_now_was_public_then(get, library, write, now):
    then = now()
    write(library, status="archived")

    assert set(names(get, then)) == {"library"}


EXACT, BLURRED, WIDER = (Point(lon, 7.62, srid=4326) for lon in (100.0812345, 100.1, 100.2))


@pytest.mark.parametrize("collection", ["wisdom-places", "learning-spaces"])
def test_what_was_blurred_later_is_never_shown_exactly(get, library, write, collection, administrator):
    exact = write(library, geometry=EXACT)
    blurred = write(library, geometry=BLURRED, sensitive=True)
    wider = write(library, geometry=WIDER, accuracy_m=5000)
    around = {"bbox": "100.08,7.61,100.09,7.63"}

    assert names(get, exact, collection) == {}
    assert names(get, exact, collection, **around) == {}
    assert names(get, blurred, collection) == {}
    assert set(names(get, wider, collection)) == {"library"}
    assert names(get, exact, collection, as_user=administrator) == {}


def test_what_is_sensitive_no_more_has_its_whole_past(get, library, write):
    exact = write(library, geometry=EXACT)
    write(library, geometry=BLURRED, sensitive=True)
    write(library, geometry=EXACT, sensitive=False)

    assert set(names(get, exact)) == {"library"}


def test_two_changes_in_one_commit_show_the_last(get, library, write, now):
    write(library, name_en="One")
    for version, name in [(2, "Two"), (3, "Three")]:
        change = Change(Action.MODIFY, "wisdom-places", "library", {"name_en": name}, base_version=version)
        apply([change], author=None, comment="", source="tests")

    assert names(get, now()) == {"library": "Three"}


def test_an_answer_about_the_past_is_asked_for_again_when_something_was_blurred(get, library, write, now):
    then = now()
    address = "collections/wisdom-places/items"
    held = get(address, as_of=at(then))["ETag"]

    assert get(address, as_of=at(then), headers={"if-none-match": held}).status_code == 304
    write(library, geometry=BLURRED, sensitive=True)
    assert get(address, as_of=at(then), headers={"if-none-match": held}).status_code == 200


def test_a_page_of_the_past_costs_one_statement(get, library, now, django_assert_num_queries):
    then = now()

    with django_assert_num_queries(1):
        get("collections/wisdom-places/items", as_of=at(then), bbox="100,7,101,8")


def test_the_pages_of_the_past_say_so_and_stay_there(get, story):
    then = at(story["renamed"])
    page = get("collections/wisdom-places/items", as_of=then, f="html").content.decode()
    link = f"/api/collections/wisdom-places/items/library?f=html&amp;as_of={then.replace(':', '%3A')}"

    assert f"As it stood on {then}" in page
    assert link in page
    one = get(link.removeprefix("/api/").replace("&amp;", "&")).content.decode()
    assert "Town Library" in one
    assert f"As it stood on {then}" in one
