"""A space that is closed on the day is no stop, and says why not."""

from datetime import UTC, date, datetime

import pytest
from django.contrib.auth.models import AnonymousUser

from routes.models import Gateway
from routes.planning import NoStopPossible, PlanRequest, plan
from spaces.models import Closure

pytestmark = pytest.mark.django_db

DEPART = "2027-01-20T09:00:00+07:00"


@pytest.fixture
def closed(small_town, reviewer):
    """The library, closed from 18 January 2027 until further notice; a flood closes the palace for one day before."""
    Gateway.objects.create(
        id="park",
        name_th="สวน",
        name_en="Park",
        space_id="park-toilets",
        geometry=small_town["library"].geometry,
        accuracy_m=10,
        default=True,
    )
    reason = {"reason_th": "ซ่อม", "reason_en": "Repairs", "author": reviewer}
    Closure.objects.create(space_id="palace", starts_on=date(2027, 1, 19), ends_on=date(2027, 1, 19), **reason)
    return Closure.objects.create(space_id="library", starts_on=date(2027, 1, 18), **reason)


def planned(**wish):
    request = PlanRequest.from_json({"party": ["primary"], "depart": DEPART, "minutes": 240, **wish})
    return plan(request, AnonymousUser())["itineraries"][0]


def stops(itinerary):
    return {stop["space"] for stop in itinerary["stops"]}


def test_a_closed_space_is_left_out_and_says_so(closed):
    itinerary = planned()

    assert "library" not in stops(itinerary)
    assert "palace" in stops(itinerary)
    assert {one["space"]: one["reason"]["code"] for one in itinerary["omitted"]}["library"] == "closed"


def test_a_lifted_closure_closes_nothing(closed):
    closed.lifted_at = datetime(2027, 1, 1, tzinfo=UTC)
    closed.save()

    assert "library" in stops(planned())


def test_a_closed_space_cannot_be_a_must(closed):
    with pytest.raises(NoStopPossible) as refusal:
        planned(must=["library"])

    assert refusal.value.code == "must_closed"
