"""`manage.py suggest_routes`: the catalogue of the demonstration."""

import io
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.core.management import call_command
from django.db import transaction
from django.test import Client

from routes.models import LearningRoute
from routes.planning import PlanRequest
from spaces.models import Status

AGES = {"early-childhood", "primary", "secondary", "adult", "older", "family"}
ENOUGH_STOPS = 3


def suggest(**options: Any) -> str:
    said = io.StringIO()
    call_command("suggest_routes", stdout=said, **options)
    return said.getvalue()


@pytest.fixture(scope="module")
def told(phatthalung: None, django_db_blocker: Any) -> Iterator[str]:
    """What the command says when it fills the catalogue, once for this module."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield suggest()


pytestmark = pytest.mark.django_db


def test_fifty_of_sixty_pairs_and_the_reason_for_the_others(told: str, db: None) -> None:
    lines = told.splitlines()

    assert int(lines[-1].split(" of 60 ")[0]) >= 50
    assert all("none (" in line and "spaces on the theme" in line for line in lines[:-1])
    assert len(lines) - 1 == 60 - int(lines[-1].split(" of 60 ")[0])


def test_every_age_group_has_published_routes_not_yet_walked(told: str, db: None) -> None:
    published = LearningRoute.objects.filter(status=Status.PUBLISHED)

    assert set(published.values_list("age_group", flat=True)) == AGES
    assert not published.exclude(walked_on=None).exists()
    assert LearningRoute.objects.filter(status=Status.DRAFT).exists()


def test_each_route_has_three_stops_at_three_points(told: str, db: None) -> None:
    for route in LearningRoute.objects.all():
        points = {tuple(stop["lonlat"]) for stop in route.itinerary["stops"]}
        assert len(points) >= ENOUGH_STOPS
        assert route.stops == [stop["space"] for stop in route.itinerary["stops"]]


def test_at_most_one_for_each_age_theme_and_area(told: str, db: None) -> None:
    keys = list(LearningRoute.objects.values_list("age_group", "theme", "area"))

    assert len(keys) == len(set(keys))


def test_what_can_be_walked_is_walked(told: str, db: None) -> None:
    assert LearningRoute.objects.get(pk="street-art-primary-town").itinerary["ride_m"] == 0


def test_a_kept_request_can_be_asked_again(told: str, db: None) -> None:
    for route in LearningRoute.objects.all()[:5]:
        assert PlanRequest.from_json(route.request).as_json() == route.request


def test_a_second_time_changes_nothing(told: str, db: None) -> None:
    before = list(LearningRoute.objects.order_by("id").values_list("id", "updated_at"))

    said = suggest()

    assert "Nothing to do" in said
    assert list(LearningRoute.objects.order_by("id").values_list("id", "updated_at")) == before


def test_a_refresh_leaves_published_and_walked_routes_as_they_are(told: str, db: None) -> None:
    walked = LearningRoute.objects.filter(status=Status.DRAFT).order_by("id")[0]
    walked.walked_on, walked.name_en = date(2027, 1, 2), "Walked by a coach"
    walked.save()
    published = LearningRoute.objects.filter(status=Status.PUBLISHED).order_by("id")[0]
    count = LearningRoute.objects.count()

    suggest(refresh=True)

    assert LearningRoute.objects.get(pk=walked.pk).name_en == "Walked by a coach"
    assert LearningRoute.objects.get(pk=published.pk).updated_at == published.updated_at
    assert LearningRoute.objects.count() == count


@pytest.mark.parametrize("f", ["json", "geojson", "html", "gpx", "kml", "ics", "csv"])
def test_a_published_route_can_be_taken_along(told: str, db: None, f: str) -> None:
    published = LearningRoute.objects.filter(status=Status.PUBLISHED)[0]

    assert Client().get(f"/api/routes/{published.pk}?f={f}").status_code == 200


def test_a_draft_is_as_good_as_absent(told: str, db: None) -> None:
    draft = LearningRoute.objects.filter(status=Status.DRAFT)[0]

    assert Client().get(f"/api/routes/{draft.pk}").status_code == 404
