"""Walls have a condition log, spaces and paths have dated closures."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, transaction
from django.test import Client
from django.utils import timezone

from spaces.models import Closure, Membership, Role, StreetArtWall, WallSighting
from spaces.proposals.deciding import accept

pytestmark = pytest.mark.django_db

LOG = "/api/collections/street-art-walls/items/wall/sightings"
TODAY = timezone.localdate()
FLOOD = {"th": "น้ำท่วม", "en": "Flood"}


@pytest.fixture
def wall(make_space, municipality):
    return make_space("street-art-walls", "wall", partner=municipality.id)


@pytest.fixture
def post():
    def send(user, path, body):
        client = Client(raise_request_exception=False, headers={"accept-language": "en"})
        if user is not None:
            client.force_login(user)
        return client.post(path, body, content_type="application/json")

    return send


def seen(days_ago, condition, **more):
    return {"seen_on": (TODAY - timedelta(days=days_ago)).isoformat(), "condition": condition, **more}


def stored():
    return StreetArtWall.objects.get(pk="wall")


def test_the_newest_sighting_says_how_the_wall_is(post, reviewer, wall, client):
    assert post(reviewer, LOG, seen(10, "painted")).status_code == 201
    assert post(reviewer, LOG, seen(1, "faded", note="Moss")).status_code == 201
    assert post(reviewer, LOG, seen(5, "gone")).status_code == 201

    log = client.get(LOG).json()
    assert (log["condition"], log["last_seen"]) == ("faded", seen(1, "")["seen_on"])
    assert [line["condition"] for line in log["sightings"]] == ["faded", "gone", "painted"]
    assert (stored().version, stored().changeset.source) == (3, "sighting")


def test_a_coachs_sighting_waits_and_then_counts(post, wall, client, reviewer, django_user_model):
    coach = django_user_model.objects.create_user("coach", password="x", role=Role.COACH)

    response = post(coach, LOG, seen(1, "faded"))

    assert (response.status_code, response.json()["applied"]) == (202, False)
    assert client.get(LOG).json()["sightings"] == []
    accept(WallSighting.objects.get().changeset, reviewer=reviewer, revision=1)
    assert client.get(LOG).json()["condition"] == "faded"
    assert stored().changeset.author == coach


@pytest.mark.parametrize(
    "body",
    [
        seen(-1, "faded"),
        seen(0, "shiny"),
        {"seen_on": "2569-01-01", "condition": "faded"},
        {"seen_on": "yesterday", "condition": "faded"},
        {"seen_on": 7, "condition": "faded"},
        {"condition": "faded"},
        seen(0, "faded", note=["x"]),
        seen(0, "faded", version=9),
        [],
    ],
)
def test_a_sighting_that_cannot_be_is_refused_by_name(post, reviewer, wall, body):
    response = post(reviewer, LOG, body)

    assert response.status_code == 400
    assert response.json()["errors"]
    assert not WallSighting.objects.exists()


def test_a_hidden_wall_has_no_log(post, planner, client, make_space):
    make_space("street-art-walls", "wall", status="archived")

    assert client.get(LOG).status_code == 404
    assert post(planner, LOG, seen(0, "faded")).status_code == 404
    assert post(None, LOG, seen(0, "faded")).status_code == 401


def test_what_somebody_has_seen_is_never_changed(post, reviewer, wall):
    post(reviewer, LOG, seen(1, "faded"))

    for act in (lambda: WallSighting.objects.update(condition="gone"), WallSighting.objects.all().delete):
        with pytest.raises(DatabaseError), transaction.atomic():
            act()


# --- Closures


def closing(**more):
    return {"starts_on": TODAY.isoformat(), "reason": FLOOD, **more}


@pytest.mark.parametrize(
    ("role", "status"),
    [("coach", 201), ("public-works", 201), ("reviewer", 201), ("planner", 403), ("teacher", 403), ("visitor", 403)],
)
def test_coaches_public_works_and_reviewers_close_at_once(post, library, django_user_model, role, status):
    somebody = django_user_model.objects.create_user("somebody", password="x", role=role)

    assert post(somebody, "/api/closures", closing(space="library")).status_code == status


def test_a_partners_publisher_closes_its_spaces_only(post, owner, wall, library):
    assert post(owner, "/api/closures", closing(space="wall")).status_code == 201
    assert post(owner, "/api/closures", closing(space="library")).status_code == 403
    Membership.objects.update(may_publish=False)
    assert post(owner, "/api/closures", closing(space="wall")).status_code == 403


def test_closures_are_read_by_everybody_by_day_and_space(post, client, reviewer, library):
    last = (TODAY + timedelta(days=3)).isoformat()
    line = {"type": "LineString", "coordinates": [[100.08, 7.61], [100.081, 7.612]]}
    post(reviewer, "/api/closures", closing(space="library", ends_on=last))
    post(reviewer, "/api/closures", closing(geometry=line))
    past = {"starts_on": "2020-01-01", "ends_on": "2020-01-02"}
    post(reviewer, "/api/closures", closing(space="library") | past)

    def found(query=""):
        return [feature["properties"]["space"] for feature in client.get(f"/api/closures{query}").json()["features"]]

    assert found() == ["library", None]
    assert found("?space=library") == ["library"]
    assert found("?on=2020-01-02") == ["library"]
    assert found(f"?on={TODAY + timedelta(days=4)}") == [None]
    assert client.get("/api/closures").json()["features"][1]["geometry"] == line
    assert client.get("/api/closures?on=soon").status_code == 400


def test_lifting_a_closure_keeps_it_on_record(post, client, reviewer, planner, library):
    made = post(reviewer, "/api/closures", closing(space="library"))
    here = f"/api/closures/{made.json()['id']}"

    client.force_login(planner)
    assert client.delete(here).status_code == 403
    client.force_login(reviewer)
    assert client.delete(here).status_code == 204
    assert client.get("/api/closures").json()["numberMatched"] == 0
    assert client.get(here).json()["properties"]["lifted_at"]
    assert Closure.objects.get().lifted_by == reviewer


def test_the_closure_of_a_hidden_space_is_hidden(post, client, reviewer, make_space):
    make_space("wisdom-places", "secret", status="draft")
    made = post(reviewer, "/api/closures", closing(space="secret"))

    assert made.status_code == 201
    assert client.get(f"/api/closures/{made.json()['id']}").status_code == 404
    assert client.get("/api/closures").json()["features"] == []


@pytest.mark.parametrize(
    "change",
    [
        {"space": None},
        {"space": 7},
        {"space": "library", "geometry": {"type": "LineString", "coordinates": [[100, 7], [100.1, 7]]}},
        {"geometry": {"type": "Point", "coordinates": [100, 7]}},
        {"geometry": "LINESTRING(100 7, 101 8)"},
        {"geometry": {"type": "LineString", "coordinates": [[100, 7]]}},
        {"space": "library", "ends_on": "2020-01-01"},
        {"space": "library", "starts_on": "0001-01-01"},
        {"space": "library", "reason": {"th": "น้ำท่วม"}},
        {"space": "library", "author": 1},
        {},
    ],
)
def test_a_closure_that_cannot_be_is_refused_by_name(post, reviewer, library, change):
    response = post(reviewer, "/api/closures", closing(**change))

    assert response.status_code == 400
    assert response.json()["errors"]


def test_a_day_in_order_is_a_law_of_the_database(reviewer, library):
    with pytest.raises(DatabaseError), transaction.atomic():
        Closure.objects.create(
            space_id="library", author=reviewer, starts_on=date(2027, 1, 2), ends_on=date(2027, 1, 1)
        )
