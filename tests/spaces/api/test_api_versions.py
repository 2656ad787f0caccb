"""The history of one feature: its versions, one of them, and what differs between two."""

import pytest
from django.contrib.gis.geos import Point
from django.utils.translation import override

from geo.templatetags.history import moment
from spaces.changesets import Action, Change, apply

pytestmark = pytest.mark.django_db
MOVED = Point(100.082, 7.617, srid=4326)
AT = "collections/wisdom-places/items/library/versions"


def listed(get, at=AT, **asked):
    answer = get(at, **asked)
    assert answer.status_code == 200, answer.content
    return answer.json()["versions"]


@pytest.fixture
def edited(library, write, planner, now):
    """Created, renamed and moved by the planner, deleted, brought back."""
    now()
    write(library, author=planner, comment="A better name", name_en="Town Library", geometry=MOVED)
    write(library, author=planner, comment="Closed down")
    write(library, author=planner, comment="It opened again", status="published")
    return library


@pytest.mark.parametrize("collection", ["wisdom-places", "learning-spaces"])
def test_every_version_says_what_it_was(get, edited, reviewer, collection):
    found = listed(get, f"collections/{collection}/items/library/versions", as_user=reviewer)

    assert [(each["version"], each["action"], each["why"], each["who"]) for each in found] == [
        (4, "restore", "It opened again", "planner"),
        (3, "delete", "Closed down", "planner"),
        (2, "modify", "A better name", "planner"),
        (1, "create", "Create library", None),
    ]
    assert [each["changed"] for each in found] == [["status"], ["status"], ["name_en", "geometry"], []]


def test_visitors_hear_nothing_of_people(get, edited):
    assert all("who" not in version for version in listed(get))
    assert b"planner" not in get(AT).content + get(AT, f="html").content


def test_when_a_version_was_committed_is_a_moment_that_as_of_takes(get, edited, reviewer):
    when = {each["version"]: each["when"] for each in listed(get, as_user=reviewer)}

    then = get("collections/wisdom-places/items/library", as_of=when[2]).json()
    assert then["properties"]["version"] == 2


def test_a_visitor_sees_only_versions_that_were_published(get, make_space, write):
    space = make_space("wisdom-places", "weaving", status="draft", name_en="Working title")
    write(space, name_en="Secret title")
    write(space, status="published", name_en="Weaving house")
    write(space, contact="x")
    at = "collections/wisdom-places/items/weaving/versions"

    assert [(each["version"], each["action"]) for each in listed(get, at)] == [(4, "modify"), (3, "create")]
    assert b"title" not in get(at).content
    for hidden in ("1", "2", "1/diff/3", "3/diff/2"):
        assert get(f"{at}/{hidden}").status_code == 404
    assert get(f"{at}/3").json()["properties"]["name_en"] == "Weaving house"
    assert "predecessor-version" not in {link["rel"] for link in get(f"{at}/3").json()["links"]}


def test_what_is_hidden_now_has_no_history_for_visitors(get, library, write, planner, reviewer):
    write(library, status="archived")

    for part in ("", "/1", "/1/diff/2"):
        assert get(AT + part).status_code == get(AT + part, as_user=planner).status_code == 404
        assert get(AT + part, as_user=reviewer).status_code == 200


def test_the_deleted_has_a_history_for_who_may_bring_it_back(get, make_space, write, municipality, owner, planner):
    space = make_space("wisdom-places", "weaving", partner_id="municipality")
    write(space)
    at = "collections/wisdom-places/items/weaving/versions"

    assert [each["action"] for each in listed(get, at, as_user=owner)] == ["delete", "create"]
    assert get(at).status_code == get(at, as_user=planner).status_code == 404


def test_a_comment_that_could_name_what_is_hidden_is_not_told(get, library, make_space, now, reviewer):
    make_space("wisdom-places", "weaving", status="draft")
    changes = [
        Change(Action.MODIFY, "wisdom-places", id, {"contact": "x"}, base_version=1) for id in ("library", "weaving")
    ]
    apply(changes, author=None, comment="Prepare the weaving house", source="tests")
    now()

    assert [each["why"] for each in listed(get)] == ["", "Create library"]
    assert listed(get, as_user=reviewer)[0]["why"] == "Prepare the weaving house"


EXACT, BLURRED = (Point(lon, 7.62, srid=4326) for lon in (100.0812345, 100.1))


def test_the_position_before_it_was_blurred_is_in_no_version(get, library, write, administrator):
    write(library, geometry=EXACT)
    write(library, geometry=BLURRED, sensitive=True)

    for person in (None, administrator):
        assert [each["version"] for each in listed(get, as_user=person)] == [3]
        assert get(f"{AT}/2", as_user=person).status_code == 404
        assert get(f"{AT}/2/diff/3", as_user=person).status_code == 404
        assert b"100.08" not in get(AT, as_user=person).content


def test_one_version_is_the_feature_as_it_was(get, edited):
    answer = get(f"{AT}/2", crs="http://www.opengis.net/def/crs/EPSG/0/32647", properties="name_en,version")

    assert answer.json()["properties"] == {"name_en": "Town Library", "version": 2}
    assert answer.json()["geometry"]["coordinates"] == pytest.approx(
        MOVED.transform(32647, clone=True).coords, abs=0.002
    )
    assert answer["ETag"] == '"2"'


def test_versions_are_linked_to_their_neighbours(get, edited, reviewer):
    def links(at):
        return {each["rel"]: each["href"].partition("/api/")[2] for each in get(at, as_user=reviewer).json()["links"]}

    found = links(f"{AT}/2")
    assert found["predecessor-version"] == f"{AT}/1"
    assert found["successor-version"] == f"{AT}/3"
    assert found["latest-version"] == f"{AT}/4"
    assert found["version-history"] == links("collections/wisdom-places/items/library")["version-history"] == AT


def test_a_difference_tells_values_and_the_map(get, edited):
    found = get(f"{AT}/1/diff/2").json()

    assert found["attributes"] == {"name_en": {"before": "Public Library", "after": "Town Library"}}
    assert {each["id"] for each in found["geometry"]["features"]} == {"before", "after", "added", "removed"}
    assert found["geometry"]["moved_m"] == pytest.approx(110.3, abs=0.5)


def test_a_difference_can_be_asked_for_backwards_and_of_nothing(get, edited):
    assert get(f"{AT}/2/diff/1").json()["attributes"]["name_en"]["after"] == "Public Library"
    same = get(f"{AT}/2/diff/2").json()
    assert (same["attributes"], same["geometry"]) == ({}, None)


def test_who_is_stale_is_not_told_a_position_from_before_the_blurring(client, library, write, administrator):
    write(library, geometry=EXACT)
    write(library, geometry=BLURRED, sensitive=True)
    client.force_login(administrator)
    answer = client.patch(
        "/api/collections/wisdom-places/items/library",
        '{"properties": {"contact": "x"}}',
        content_type="application/merge-patch+json",
        headers={"if-match": '"2"'},
    )

    assert (answer.status_code, answer.json()["base"]) == (412, None)
    assert b"100.0812" not in answer.content


def test_a_changeset_of_the_drafting_is_not_told_to_visitors(get, make_space, write, planner):
    space = make_space("wisdom-places", "weaving", status="draft")
    write(space, comment="Secret plan", name_en="Working title")
    write(space, comment="Open the doors", status="published")

    assert [each["comment"] for each in get("changesets").json()["changesets"]] == ["Open the doors"]
    drafting = get("changesets", as_user=planner).json()["changesets"][1]
    assert drafting["comment"] == "Secret plan"
    assert get(f"changesets/{drafting['id']}").status_code == 404


@pytest.mark.parametrize("number", ["0", "99", "-1", "x", "1e3", "٣", "9" * 5000, "2147483648", "1.0", "%00"])
def test_what_is_no_version_is_not_found(get, library, number):
    assert get(f"{AT}/{number}").status_code in {400, 404}
    assert get(f"{AT}/1/diff/{number}").status_code in {400, 404}


def test_long_histories_come_in_pages(get, library, write):
    for number in range(4):
        write(library, name_en=f"Name {number}")
    first = get(AT, limit=2).json()
    onward = next(link["href"] for link in first["links"] if link["rel"] == "next")
    second = get(onward.partition("/api/")[2]).json()

    assert [each["version"] for each in first["versions"] + second["versions"]] == [5, 4, 3, 2]
    assert all(each["changed"] == ["name_en"] for each in first["versions"] + second["versions"])


def test_a_history_is_not_sent_twice(get, library, write, now):
    now()
    held = get(AT)["ETag"]

    assert get(AT, headers={"if-none-match": held}).status_code == 304
    write(library, name_en="Town Library")
    assert get(AT, headers={"if-none-match": held}).status_code == 200


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_history_is_never_written(client, administrator, library, method):
    client.force_login(administrator)

    for at in (AT, f"{AT}/1", f"{AT}/1/diff/1"):
        assert getattr(client, method)(f"/api/{at}", data="{}", content_type="application/json").status_code == 405


@pytest.mark.parametrize(
    ("part", "words"),
    [("", "A better name"), ("/2", "Town Library"), ("/1/diff/2", "<del>Public Library</del>")],
)
def test_each_page_of_history_is_readable(get, edited, part, words):
    page = get(AT + part, f="html")

    assert "text/html" in page["Content-Type"]
    assert words in page.content.decode()


def test_a_page_tells_moments_as_people_write_them():
    with override("th"):
        assert moment("2026-11-22T18:30:00.000000Z") == "23/11/2569 01.30 น."
    with override("en"):
        assert moment("2026-11-22T18:30:00.000000Z") == "2026-11-23 01:30"


def test_the_description_of_history_is_part_of_openapi(get):
    document = get("openapi.json").json()

    at = "/collections/{}/items/{{feature_id}}/versions".format("wisdom-places")
    assert {at, f"{at}/{{version}}", f"{at}/{{older}}/diff/{{newer}}"} <= document["paths"].keys()
    assert {"Version", "Versions", "Difference", "GeometryDifference"} <= document["components"]["schemas"].keys()
