"""A kept route whose stops changed, closed or went is told, and never altered."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from routes.checking import doubts, versions_of
from routes.models import LearningRoute
from spaces.changesets import Action, Change, apply
from spaces.models import Closure, Role

pytestmark = pytest.mark.django_db

STOPS = ["library", "old-temple", "station-wall"]


@pytest.fixture(autouse=True)
def _plain_static_files(settings):
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }


@pytest.fixture
def route(small_town):
    stops = [{"space": id_, "name_th": f"จุด {id_}", "name_en": f"Stop {id_}"} for id_ in STOPS]
    return LearningRoute.objects.create(
        id="kept",
        name_th="เก็บไว้",
        name_en="Kept",
        stops=STOPS,
        request={"party": ["primary"]},
        itinerary={"stops": stops},
        stop_versions=versions_of(STOPS),
        status="published",
    )


@pytest.fixture
def coach(django_user_model):
    return django_user_model.objects.create_user("coach", password="x", role=Role.COACH)


def change(space, **values):
    space.refresh_from_db()
    modified = Change(Action.MODIFY, space.collection, space.id, values, space.version)
    apply([modified], author=None, comment="", source="tests")


def found(route):
    route.refresh_from_db()
    return [(doubt.code, doubt.space) for doubt in doubts([route])[route.pk]]


def test_a_route_holds_until_something_changes(route):
    assert found(route) == []


def test_changed_hours_are_told_by_name(route, small_town):
    change(small_town["library"], opening_hours="Mo 09:00-10:00", seats="yes")

    (doubt,) = doubts([route])["kept"]
    assert (doubt.code, doubt.space) == ("changed", "library")
    assert doubt.text.en == "“Stop library” has changed: opening hours, comfort."
    assert "เวลาเปิด" in doubt.text.th


def test_a_better_description_makes_no_route_doubtful(route, small_town):
    change(small_town["library"], description_en="Books", contact="074")

    assert found(route) == []


def test_what_is_changed_back_is_doubted_no_more(route, small_town):
    change(small_town["library"], opening_hours="Mo 09:00-10:00")
    change(small_town["library"], opening_hours="unknown")

    assert found(route) == []


def test_a_wall_that_is_gone_and_a_space_that_is_archived_are_told(route, small_town):
    change(small_town["station-wall"], condition="painted-over")
    change(small_town["old-temple"], status="archived")

    assert found(route) == [("archived", "old-temple"), ("gone", "station-wall"), ("changed", "station-wall")]


@pytest.mark.parametrize(("begins", "told"), [(-1, True), (59, True), (61, False)])
def test_a_closure_now_or_soon_is_told(route, reviewer, begins, told):
    first = timezone.localdate() + timedelta(days=begins)
    Closure.objects.create(space_id="library", author=reviewer, starts_on=first, reason_th="ซ่อม", reason_en="Repairs")

    assert found(route) == ([("closed", "library")] if told else [])


def test_a_coach_says_that_it_holds_and_the_route_stays_as_it_was(route, small_town, coach):
    change(small_town["library"], opening_hours="Mo 09:00-10:00")
    frozen = (route.request, route.itinerary, route.stops)
    client = Client()

    assert client.get("/api/routes/kept/check").json()["needs_check"]
    assert client.post("/api/routes/kept/check").status_code == 401
    client.force_login(coach)
    answer = client.post("/api/routes/kept/check", {}, content_type="application/json").json()

    assert (answer["needs_check"], answer["checked_on"]) == (False, timezone.localdate().isoformat())
    route.refresh_from_db()
    assert (route.request, route.itinerary, route.stops) == frozen
    assert route.checked_by == coach


def test_planners_do_not_say_so(route, planner):
    client = Client()
    client.force_login(planner)

    assert client.post("/api/routes/kept/check", {}, content_type="application/json").status_code == 403


def test_the_doubts_are_in_the_routes_json(route, small_town):
    change(small_town["old-temple"], status="archived")

    assert Client().get("/api/routes/kept?f=json").json()["doubts"][0]["code"] == "archived"


def test_the_administration_marks_what_is_in_doubt(route, small_town, administrator):
    change(small_town["old-temple"], status="archived")
    client = Client()
    client.force_login(administrator)

    assert 'alt="False"' in client.get("/admin/routes/learningroute/").content.decode()
    data = {"action": "say_it_holds", "_selected_action": ["kept"]}
    client.post("/admin/routes/learningroute/", data)
    route.refresh_from_db()
    assert route.checked_by == administrator


def test_many_routes_cost_no_more_queries_than_one(route, small_town, django_assert_max_num_queries):
    for number in range(5):
        route.pk = f"kept-{number}"
        route.save(force_insert=True)
    change(small_town["library"], opening_hours="Mo 09:00-10:00")

    with django_assert_max_num_queries(6):
        assert len(doubts(LearningRoute.objects.all())) == 6
