"""An itinerary edited by hand is judged in words and bettered around its pins."""

from datetime import datetime
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser

from routes.planning import EditRequest, ImpossiblePlanRequest, InvalidPlanRequest, evaluate
from spaces.models import HeritageSite

pytestmark = pytest.mark.usefixtures("town")

PLAN = {"party": ["primary"], "depart": "2027-01-20T09:00:00+07:00", "minutes": 180}


def judged(*stops: Any, **plan: Any) -> dict[str, Any]:
    return evaluate(EditRequest.from_json({"plan": PLAN | plan, "stops": list(stops)}), AnonymousUser())


def codes(answer: dict[str, Any]) -> list[str]:
    return [violation["code"] for violation in answer["violations"]]


def order(itinerary: dict[str, Any]) -> list[str]:
    return [stop["space"] for stop in itinerary["stops"]]


def test_a_sound_itinerary_has_times_and_no_violation() -> None:
    answer = judged("old-temple", "library")

    assert codes(answer) == []
    assert order(answer["itinerary"]) == ["old-temple", "library"]
    assert answer["gain"] >= 0
    assert answer["best"]["score"] == pytest.approx(answer["itinerary"]["score"] + answer["gain"])


def test_what_the_planner_found_has_no_violations(planned: Any) -> None:
    best = planned()["itineraries"][0]

    assert codes(judged(*order(best), minutes=None)) == []


def test_moving_a_stop_changes_the_times_and_removing_it_the_list() -> None:
    first, moved, removed = (judged(*stops) for stops in (("library", "palace"), ("palace", "library"), ("palace",)))

    assert first["itinerary"]["stops"][0]["arrive"] != moved["itinerary"]["stops"][1]["arrive"]
    assert order(removed["itinerary"]) == ["palace"]


def test_the_stay_may_be_changed_and_is_kept_where_the_stop_is_pinned() -> None:
    answer = judged({"space": "library", "stay_minutes": 55, "pinned": True}, "old-temple")

    for itinerary in (answer["itinerary"], answer["best"]):
        assert {stop["space"]: stop["visit_minutes"] for stop in itinerary["stops"]}["library"] == 55


def test_pins_keep_their_order_and_their_start() -> None:
    begin = "2027-01-20T10:00:00+07:00"
    answer = judged({"space": "palace", "pinned": True, "start": begin}, {"space": "library", "pinned": True})

    best = answer["best"]
    assert order(best).index("palace") < order(best).index("library")
    assert next(stop["start"] for stop in best["stops"] if stop["space"] == "palace") == begin


def test_a_closed_stop_is_told_in_words_and_still_timed() -> None:
    HeritageSite.objects.filter(pk="old-temple").update(opening_hours="Mo-Su 15:00-17:00")

    answer = judged("old-temple")

    assert codes(answer) == ["closed"]
    assert "วัดเก่า" in answer["violations"][0]["th"]
    assert answer["itinerary"]["stops"][0]["arrive"].startswith("2027-01-20T09:")


def test_too_much_for_the_time_says_by_how_much() -> None:
    answer = judged("old-temple", "station-wall", "palace", "library", minutes=60)

    late = next(violation for violation in answer["violations"] if violation["code"] == "budget")
    arrive, depart = (datetime.fromisoformat(answer["itinerary"][name]) for name in ("arrive", "depart"))
    assert f"{-(-(arrive - depart).total_seconds() // 60) - 60:.0f} minutes" in late["en"]


def test_a_wished_stop_that_was_removed_is_missed() -> None:
    answer = judged("library", must=["palace"])

    assert codes(answer) == ["must_missing"]
    assert "palace" in order(answer["best"])


def test_pins_that_cannot_be_kept_have_no_best_and_a_reason() -> None:
    answer = judged({"space": "palace", "pinned": True, "start": "2027-01-20T20:00:00+07:00"})

    assert answer["best"] is None
    assert answer["best_refused"]["en"]
    assert answer["gain"] is None


def test_no_stop_at_all_may_be_judged() -> None:
    answer = judged()

    assert (answer["itinerary"]["stops"], codes(answer)) == ([], [])


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        ([], ""),
        ({"plan": PLAN}, "/stops"),
        ({"stops": []}, "/plan"),
        ({"plan": {"party": []}, "stops": []}, "/plan/party"),
        ({"plan": PLAN, "stops": {}}, "/stops"),
        ({"plan": PLAN, "stops": ["library"] * 2}, "/stops/1/space"),
        ({"plan": PLAN, "stops": ["library"] * 10_000}, "/stops"),
        ({"plan": PLAN, "stops": [{}]}, "/stops/0"),
        ({"plan": PLAN, "stops": [{"space": "library", "stay_minutes": 0}]}, "/stops/0/stay_minutes"),
        ({"plan": PLAN, "stops": [{"space": "library", "stay_minutes": 1e9}]}, "/stops/0/stay_minutes"),
        ({"plan": PLAN, "stops": [{"space": "library", "pinned": "yes"}]}, "/stops/0/pinned"),
        ({"plan": PLAN, "stops": [{"space": "library", "colour": "red"}]}, "/stops/0/colour"),
        ({"plan": PLAN, "stops": [], "more": 1}, "/more"),
    ],
)
def test_what_cannot_be_read_is_named(body: Any, pointer: str) -> None:
    with pytest.raises(InvalidPlanRequest) as refusal:
        EditRequest.from_json(body)

    assert refusal.value.pointer == pointer


def test_a_space_that_is_no_stop_is_named() -> None:
    with pytest.raises(ImpossiblePlanRequest) as refusal:
        judged("library", "park-toilets")

    assert refusal.value.pointer == "/stops/1/space"
