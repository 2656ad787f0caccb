"""The answer: the names of the contract, and what they say."""

import sys
from collections.abc import Callable
from typing import Any

import pytest
from answer_rules import faults

from routes.planner import Problem, Route, Solutions
from routes.planning import ImpossiblePlanRequest, NoStopPossible
from routes.planning.errors import BrokenRoute

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("town")]

ITINERARY = [
    "id",
    "alternative",
    "group",
    "complete",
    "party",
    "depart",
    "arrive",
    "minutes",
    "walk_m",
    "ride_m",
    "score",
    "proved_optimal",
    "upper_bound",
    "certainty",
    "fits_in_worst_case",
    "stops",
    "legs",
    "breaks",
    "outcomes_covered",
    "warnings",
    "ask_before_you_go",
    "omitted",
]
STOP = [
    "n",
    "space",
    "collection",
    "name_th",
    "name_en",
    "lonlat",
    "accuracy_m",
    "arrive",
    "start",
    "leave",
    "hours",
    "activity",
    "outcomes",
    "why",
]
LEG = ["from", "to", "mode", "metres", "metres_low", "metres_high", "seconds", "source", "geometry", "steps"]


def codes(answer: dict[str, Any]) -> set[str]:
    return {warning["code"] for warning in answer["itineraries"][0]["warnings"]}


def test_the_names_of_the_contract(planned: Any) -> None:
    best = planned()["itineraries"][0]

    assert set(ITINERARY) <= set(best)
    assert all(set(STOP) <= set(stop) for stop in best["stops"])
    assert all(set(LEG) <= set(leg) for leg in best["legs"])


def test_an_answer_keeps_every_rule(planned: Any) -> None:
    assert faults(planned(themes=["crafts"], minutes=90, people=20)) == []


def test_the_same_request_gives_the_same_answer(planned: Any) -> None:
    assert planned() == planned()


def test_a_longer_wish_than_the_group_can_bear_is_clipped_not_refused(planned: Any) -> None:
    answer = planned(minutes=900)

    assert answer["budget_minutes"] == 300
    clipped = next(one for one in answer["itineraries"][0]["warnings"] if one["code"] == "clipped_to_group_limit")
    assert "900" in clipped["en"]
    assert "300" in clipped["th"]


def test_a_wish_within_the_limit_is_not_clipped(planned: Any) -> None:
    assert "clipped_to_group_limit" not in codes(planned(minutes=300))


def test_unknown_hours_are_a_warning_and_a_question(planned: Any) -> None:
    best = planned()["itineraries"][0]
    unknown = {stop["space"] for stop in best["stops"] if stop["hours"] == "unknown"}

    assert "library" in unknown
    assert "hours_unknown" in codes(planned())
    assert unknown == {line["space"] for line in best["ask_before_you_go"] if "hours" in line["topics"]}


def test_the_midday_break_is_kept(planned: Any) -> None:
    best = planned(depart="2027-01-20T11:30:00+07:00", must=["palace"], minutes=180)["itineraries"][0]
    palace = next(stop for stop in best["stops"] if stop["space"] == "palace")

    assert palace["hours"] == "open"
    assert palace["start"] <= "2027-01-20T11:40:00+07:00" or palace["start"] >= "2027-01-20T13:00:00+07:00"


def test_positions_exact_enough_fit_in_the_worst_case(planned: Any) -> None:
    assert planned(minutes=200)["itineraries"][0]["fits_in_worst_case"] is True


def test_rough_positions_do_not_fit_and_the_answer_says_so(make_space: Any, planned: Any) -> None:
    make_space("wisdom-places", "somewhere", (100.0815, 7.6175), accuracy_m=1800)

    answer = planned(must=["somewhere"], mode="walk")

    assert answer["itineraries"][0]["fits_in_worst_case"] is False
    assert "estimated" in codes(answer)


def test_surveyed_means_verified_and_known_exactly(make_space: Any, planned: Any) -> None:
    for number in range(3):
        make_space(
            "wisdom-places", f"known-{number}", (100.0815, 7.617 + number / 1000), verified=True, themes=["murals"]
        )
    others = ["station-wall", "market-wall"]

    assert planned(themes=["murals"], avoid=others)["itineraries"][0]["certainty"] == "surveyed"
    assert planned()["itineraries"][0]["certainty"] == "approximate"


def test_the_best_says_of_how_many_known(planned: Any) -> None:
    answer = planned()

    assert answer["candidates"] == 5
    assert answer["itineraries"][0]["note"]["en"] == "Best of the 5 spaces known, by the positions on record."


def test_what_is_left_out_tells_its_price(planned: Any) -> None:
    best = planned(minutes=60)["itineraries"][0]
    left_out = {row["space"] for row in best["omitted"]}

    assert left_out
    assert left_out.isdisjoint(stop["space"] for stop in best["stops"])
    assert all(row["reason"]["th"] and row["reason"]["en"] for row in best["omitted"])


def test_start_and_end_may_differ(planned: Any) -> None:
    best = planned(start="old-temple", end="palace", avoid=["palace"])["itineraries"][0]

    assert (best["start"]["id"], best["end"]["id"]) == ("old-temple", "palace")
    assert best["legs"][-1]["geometry"]["coordinates"][-1] == [100.079, 7.615]


@pytest.mark.parametrize(
    ("changes", "code", "pointer"),
    [
        ({"start": [2.35, 48.85]}, "outside_service_area", "/start"),
        ({"end": [2.35, 48.85]}, "outside_service_area", "/end"),
        ({"start": "nowhere"}, "unknown_place", "/start"),
        ({"start": "weaving-house"}, "unknown_place", "/start"),
        ({"story": "nothing"}, "unknown_story", "/story"),
        ({"outcomes": ["PS-1"]}, "unknown_outcome", "/outcomes/0"),
    ],
)
def test_places_that_are_not_there_are_named(
    service_area: None, planned: Any, changes: dict[str, Any], code: str, pointer: str
) -> None:
    with pytest.raises(ImpossiblePlanRequest) as fault:
        planned(**changes)

    assert (fault.value.code, fault.value.pointer) == (code, pointer)


def test_musts_that_do_not_fit_are_named(planned: Any) -> None:
    with pytest.raises(NoStopPossible) as refusal:
        planned(must=["library", "old-temple", "palace", "market-wall"], minutes=30)

    assert (refusal.value.code, refusal.value.pointer) == ("musts_do_not_fit", "/must")
    assert refusal.value.extra["nearest"]


def test_a_route_that_breaks_a_rule_never_leaves(monkeypatch: pytest.MonkeyPatch, planned: Any) -> None:
    """A planner gone wrong: it claims a stop that nobody makes."""
    module = sys.modules["routes.planning.plan"]  # the package's `plan` is the function
    honest: Callable[..., Solutions] = module.solve

    def wrong(problem: Problem, **options: Any) -> Solutions:
        best = honest(problem, **options).best
        return Solutions(
            (Route(best.stops[1:], best.score, best.finish_s, best.walk_m, best.ride_m, True, best.score),)
        )

    monkeypatch.setattr(module, "solve", wrong)

    with pytest.raises(BrokenRoute):
        planned()
