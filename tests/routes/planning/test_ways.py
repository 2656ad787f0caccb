"""Ways between places: what is walked, cycled, ridden, and how long that takes."""

from typing import Any

import pytest

from routes.planning import ImpossiblePlanRequest, NoStopPossible
from spaces.models import AgeGroup

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("town")]


def legs(answer: dict[str, Any]) -> dict[tuple[str, str], dict[str, Any]]:
    return {(leg["from"], leg["to"]): leg for leg in answer["itineraries"][0]["legs"]}


def test_auto_walks_what_the_group_can_and_rides_what_it_cannot(planned: Any) -> None:
    found = legs(planned(start="pier"))

    assert all(leg["mode"] == ("walk" if leg["metres"] <= 800 else "vehicle") for leg in found.values())
    assert {leg["mode"] for leg in found.values()} == {"walk", "vehicle"}


def test_a_ride_is_thirty_km_an_hour_and_five_minutes(planned: Any) -> None:
    ride = next(leg for leg in legs(planned(start="pier")).values() if leg["mode"] == "vehicle")

    assert ride["seconds"] == pytest.approx(ride["metres"] / 30_000 * 3600 + 300, abs=1)


def test_more_than_fifteen_people_take_ten_minutes_to_board(planned: Any) -> None:
    ride = next(leg for leg in legs(planned(start="pier", people=16)).values() if leg["mode"] == "vehicle")

    assert ride["seconds"] == pytest.approx(ride["metres"] / 30_000 * 3600 + 600, abs=1)


def test_on_foot_nothing_is_ridden(planned: Any) -> None:
    best = planned(mode="walk")["itineraries"][0]

    assert (best["ride_m"], {leg["mode"] for leg in best["legs"]}) == (0, {"walk"})
    with pytest.raises(NoStopPossible):
        planned(mode="walk", start="pier")


def test_the_slowest_sets_the_pace(planned: Any) -> None:
    def pace(answer: dict[str, Any]) -> float:
        walk = next(leg for leg in legs(answer).values() if leg["metres"] > 100)
        return float(walk["metres"] / walk["seconds"])

    assert pace(planned(mode="walk")) == pytest.approx(1.1, abs=0.01)
    assert pace(planned(mode="walk", party=["primary", "older"])) == pytest.approx(0.9, abs=0.01)


def test_who_cannot_cycle_is_refused_by_name(planned: Any) -> None:
    with pytest.raises(ImpossiblePlanRequest) as fault:
        planned(mode="bicycle")

    assert (fault.value.code, fault.value.pointer) == ("no_bicycle", "/mode")
    assert "Primary" in fault.value.text.en


def test_cycling_stays_within_its_longest_leg(planned: Any) -> None:
    AgeGroup.objects.filter(pk="primary").update(bicycle_speed_mps=3.0, max_bicycle_leg_m=600)

    best = planned(mode="bicycle")["itineraries"][0]

    assert {leg["mode"] for leg in best["legs"]} == {"bicycle"}
    assert max(leg["metres"] for leg in best["legs"]) <= 600
    assert best["ride_m"] == sum(leg["metres"] for leg in best["legs"])


def test_by_vehicle_only_the_last_steps_are_walked(planned: Any) -> None:
    found = legs(planned(mode="vehicle"))

    assert all((leg["metres"] <= 100) == (leg["mode"] == "walk") for leg in found.values())


def test_the_start_is_no_way_off_from_the_space_that_stands_there(planned: Any) -> None:
    found = legs(planned(must=["library"]))
    first = next((leg for pair, leg in found.items() if pair == ("start", "library")), None)
    last = next((leg for pair, leg in found.items() if pair == ("library", "end")), None)

    assert [leg["metres"] for leg in (first, last) if leg] == [0]


def test_two_spaces_at_one_point_are_fifty_metres_apart(make_space: Any, planned: Any) -> None:
    make_space("wisdom-places", "upstairs", (100.081, 7.617))

    found = legs(planned(must=["library", "upstairs"], avoid=["old-temple", "palace", "market-wall", "station-wall"]))

    assert {leg["metres"] for pair, leg in found.items() if set(pair) == {"library", "upstairs"}} == {50}


def test_every_leg_has_a_range_that_holds_it(planned: Any) -> None:
    for leg in legs(planned(start=[100.08, 7.62])).values():
        assert leg["metres_low"] <= leg["metres"] <= leg["metres_high"]
        assert leg["source"] == "estimate"
        assert len(leg["geometry"]["coordinates"]) == 2


def test_a_walk_longer_than_the_time_between_rests_is_ridden(planned: Any) -> None:
    AgeGroup.objects.filter(pk="primary").update(rest_every_minutes=5)

    walked = [leg for leg in legs(planned()).values() if leg["mode"] == "walk"]

    assert all(leg["seconds"] <= 300 for leg in walked)
