from copy import deepcopy

import pytest
from django.utils.translation import override
from plan_sample import ITINERARY

from frontend.itineraries import map_data, present


@pytest.fixture
def itinerary():
    return deepcopy(ITINERARY)


def test_every_leg_comes_before_the_stop_it_leads_to_and_the_last_one_ends_the_route(itinerary):
    shown = present(itinerary)

    assert [(stage.leg is not None, stage.stop and stage.stop.n) for stage in shown.stages] == [
        (True, 1),
        (True, 2),
        (True, 3),
        (True, None),
    ]


def test_walked_and_ridden_lengths_are_ranges(itinerary):
    with override("en"):
        shown = present(itinerary)

    assert shown.walk == "0.2–4.4 km"
    assert shown.ride == "14.8–18.0 km"


def test_unknown_hours_never_read_as_open(itinerary):
    shown = present(itinerary)

    assert [stop.hours_known for stop in shown.stops] == [True, False, True]


def test_a_wait_is_told_and_the_stop_begins_when_the_group_arrives(itinerary):
    itinerary["stops"][0]["start"] = "2027-01-20T09:40:00+07:00"
    with override("en"):
        first = present(itinerary).stops[0]

    assert (first.arrive, first.waits, first.stay) == ("09:25", "15 min", "15 min")


def test_a_last_leg_of_nothing_is_not_told(itinerary):
    itinerary["legs"][-1] |= {"metres": 0, "seconds": 0}

    assert present(itinerary).stages[-1].leg is None


def test_the_badge_is_not_said_twice(itinerary):
    itinerary["warnings"].append({"code": "estimated", "th": "โดยประมาณ", "en": "Estimated"})
    with override("en"):
        assert present(itinerary).warnings == ["No toilet is known on the way"]


def test_everything_follows_the_language_of_the_page(itinerary):
    with override("th"):
        thai = present(itinerary)
    with override("en"):
        english = present(itinerary)

    assert (thai.stops[0].name, english.stops[0].name) == ("จุด wat-wang", "Stop wat-wang")
    assert (thai.omitted[0][2], english.omitted[0][2]) == ("ไกลเกินไป", "Too far")
    assert (thai.start.name, english.start.name) == ("ประตู wat-khuha-sawan", "Gate wat-khuha-sawan")


def test_a_rest_stands_at_its_stop(itinerary):
    itinerary["breaks"] = [{"at": "wang-chao-mueang", "start": "2027-01-20T10:40:00+07:00", "seconds": 1200}]
    with override("en"):
        assert [stop.rest for stop in present(itinerary).stops] == ["", "20 min", ""]


def test_the_map_gets_a_closed_route_with_one_end(itinerary):
    data = map_data(present(itinerary))

    assert [stop["id"] for stop in data["stops"]] == ["wat-wang", "wang-chao-mueang", "lampam-beach"]
    assert [end["lonlat"] for end in data["ends"]] == [[100.081, 7.62]]
    assert all(leg["estimated"] for leg in data["legs"])
