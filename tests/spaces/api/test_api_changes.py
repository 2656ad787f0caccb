"""What was changed, in commit order."""

import json
import threading

import pytest
from django.contrib.gis.geos import Point
from django.db import connections

from geo.models import ChangeLog
from spaces.changesets import Action, Change, apply
from spaces.feed import commits

pytestmark = pytest.mark.django_db


def changes(get, **asked):
    answer = get("changes", **asked)
    assert answer.status_code == 200, answer.content
    return answer.json()["changes"]


def told(found):
    return [(each["collection"], [(line["id"], line["action"]) for line in each["features"]]) for each in found]


@pytest.fixture
def week(library, make_space, write, now, planner):
    """Created; renamed and moved; another space made; the first deleted."""
    start = now()
    write(library, author=planner, comment="A better name", name_en="Town Library", geometry=Point(100.09, 7.62))
    make_space("amenities", "tap")
    middle = now()
    write(library)
    return {"start": start, "middle": middle}


def test_changes_come_in_commit_order_with_what_they_touched(get, week):
    assert told(changes(get)) == [
        ("wisdom-places", [("library", "create")]),
        ("wisdom-places", [("library", "modify")]),
        ("amenities", [("tap", "create")]),
        ("wisdom-places", [("library", "delete")]),
    ]


def test_a_change_says_where_it_was_before_and_after(get, week):
    assert changes(get)[1]["bbox"] == [100.081, 7.617, 100.09, 7.62]


def test_who_is_told_to_who_is_signed_in(get, week, teacher):
    assert changes(get, as_user=teacher)[1]["who"] == "planner"
    assert all("who" not in each for each in changes(get))


def test_what_came_since_a_moment(get, week):
    since = week["middle"].isoformat().replace("+00:00", "Z")

    assert told(changes(get, since=since)) == [("wisdom-places", [("library", "delete")])]
    assert len(changes(get, since=week["middle"].date())) == 4


def test_one_collection(get, week):
    assert told(changes(get, collection="amenities")) == [("amenities", [("tap", "create")])]
    assert len(changes(get, collection="amenities,wisdom-places")) == 4


def test_pages_follow_each_other_and_the_last_cursor_waits_for_more(get, week, make_space, now):
    first = get("changes", limit=3).json()
    onward = next(link["href"] for link in first["links"] if link["rel"] == "next")
    last = get(onward.partition("/api/")[2]).json()

    assert told(first["changes"] + last["changes"]) == told(changes(get))
    assert not [link for link in last["links"] if link["rel"] == "next"]
    assert changes(get, cursor=last["cursor"]) == []
    make_space("amenities", "bench")
    now()
    assert told(changes(get, cursor=last["cursor"])) == [("amenities", [("bench", "create")])]


def test_a_draft_is_no_news_until_it_is_published_and_news_when_it_is_hidden(get, make_space, write, now):
    space = make_space("wisdom-places", "weaving", status="draft")
    now()
    write(space, name_en="Secret title")
    write(space, status="published")
    write(space, status="archived")

    assert [each["features"][0]["action"] for each in changes(get)] == ["create", "delete"]


def test_reviewers_see_drafts_too(get, make_space, now, reviewer):
    make_space("wisdom-places", "weaving", status="draft")
    now()

    assert told(changes(get, as_user=reviewer)) == [("wisdom-places", [("weaving", "create")])]


def test_the_position_before_the_blurring_is_nowhere(get, library, write, administrator):
    write(library, geometry=Point(100.0812345, 7.62))
    write(library, geometry=Point(100.1, 7.7), sensitive=True)

    for person in (None, administrator):
        found = changes(get, as_user=person)
        assert [(each["features"][0]["action"], each["bbox"]) for each in found] == [("create", [100.1, 7.7] * 2)]


def test_a_comment_that_could_name_what_is_hidden_is_not_told(get, library, make_space, now):
    make_space("wisdom-places", "weaving", status="draft")
    both = [
        Change(Action.MODIFY, "wisdom-places", id, {"contact": "x"}, base_version=1) for id in ("library", "weaving")
    ]
    apply(both, author=None, comment="Prepare the weaving house", source="tests")
    now()

    assert changes(get)[-1]["why"] == ""
    assert b"weaving" not in get("changes").content


def test_a_map_can_draw_them(get, week):
    found = get("changes", f="geojson").json()

    assert found["type"] == "FeatureCollection"
    assert found["features"][1]["geometry"]["coordinates"][0][0] == [100.081, 7.617]
    assert found["numberReturned"] == 4


def test_there_is_a_page_for_people(get, week):
    page = get("changes", f="html").content.decode()

    assert "<h1>Changes</h1>" in page
    assert "/items/library/versions?f=html" in page


@pytest.mark.parametrize(
    "asked", [{"collection": "learning-spaces"}, {"since": "today"}, {"cursor": "x"}, {"limit": 0}, {"collection": ""}]
)
def test_what_cannot_be_read_is_refused(get, db, asked):
    assert get("changes", **asked).status_code == 400


def test_the_feed_is_not_sent_twice(get, week, library, now):
    held = get("changes")["ETag"]

    assert get("changes", headers={"if-none-match": held}).status_code == 304


@pytest.mark.django_db(transaction=True)
def test_a_reader_in_the_middle_of_many_writers_misses_nothing(make_space):
    """Whoever follows the feed while others commit sees each commit once."""
    names = [f"space-{number}" for number in range(4)]
    for name in names:
        make_space("wisdom-places", name)
    seen, place, busy = [], {}, threading.Barrier(len(names))

    def work(name):
        busy.wait()
        for version in range(1, 6):
            change = Change(Action.MODIFY, "wisdom-places", name, {"contact": str(version)}, base_version=version)
            apply([change], author=None, comment="", source="tests")
        connections.close_all()

    threads = [threading.Thread(target=work, args=(name,)) for name in names]
    for thread in threads:
        thread.start()
    while True:
        alive = any(thread.is_alive() for thread in threads)
        found = commits(["wisdom-places"], place, 3)[:3]
        seen += [each.changeset_id for each in found]
        place |= {each.collection: (each.n, each.changeset_id) for each in found}
        if not alive and not found:
            break

    logged = ChangeLog.objects.filter(collection="wisdom-places", changeset_id__gt=0).order_by("n")
    assert seen == list(logged.values_list("changeset_id", flat=True))
    assert len(seen) == len(set(seen)) == 24
    assert json.dumps(place)


def test_of_a_huge_changeset_some_is_told_and_that_it_is_not_all(get, library, make_space, now, monkeypatch):
    monkeypatch.setattr("spaces.feed.MOST_READ", 2)
    new = {"subkind": "library", "geometry": Point(100.08, 7.62, srid=4326), "accuracy_m": 9, "status": "published"}
    names = {"name_th": "ห้องอ่าน", "name_en": "Reading Room"}
    apply(
        [Change(Action.CREATE, "wisdom-places", f"room-{number}", new | names) for number in range(5)],
        author=None,
        comment="",
        source="tests",
    )
    now()

    first, huge = changes(get)
    assert (first["complete"], huge["complete"]) == (True, False)
    assert huge["counts"] == {"create": 3, "modify": 0, "delete": 0}
