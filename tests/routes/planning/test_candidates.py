"""Which spaces may be stops, and what is said of the others."""

from typing import Any

import pytest

from routes.planning import ImpossiblePlanRequest, NoStopPossible
from spaces.models import AgeGroup

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("town")]


def stops(answer: dict[str, Any]) -> set[str]:
    return {stop["space"] for stop in answer["itineraries"][0]["stops"]}


def reasons(answer: dict[str, Any]) -> dict[str, str]:
    return {row["space"]: row["reason"]["code"] for row in answer["itineraries"][0]["omitted"]}


def test_amenities_drafts_and_other_themes_are_no_candidates(planned: Any) -> None:
    answer = planned(themes=["crafts"])

    assert stops(answer) == {"library", "old-temple", "palace", "market-wall"}
    assert reasons(answer) == {}


def test_any_theme_of_several_will_do(planned: Any) -> None:
    assert "station-wall" in stops(planned(themes=["crafts", "murals"]))


def test_avoided_is_avoided_and_says_so(planned: Any) -> None:
    answer = planned(avoid=["palace"])

    assert "palace" not in stops(answer)
    assert reasons(answer)["palace"] == "avoided"


def test_a_space_for_one_age_is_none_for_the_whole_party(make_space: Any, planned: Any) -> None:
    make_space("wisdom-places", "chess-club", (100.0815, 7.617), age_groups=["older"])

    assert reasons(planned())["chess-club"] == "not_for_age"
    assert reasons(planned(party=["primary", "older"]))["chess-club"] == "not_for_age"
    assert "chess-club" in stops(planned(party=["older"]))


def test_an_unlocated_space_is_a_stop_only_by_must(make_space: Any, planned: Any) -> None:
    make_space("street-art-walls", "lost-wall", (100.0815, 7.617), accuracy_m=5000)

    by_itself, wanted = planned(), planned(must=["lost-wall"])

    assert reasons(by_itself)["lost-wall"] == "not_located"
    assert "lost-wall" in stops(wanted)
    assert wanted["itineraries"][0]["certainty"] == "unlocated"
    assert "unlocated_stop" in {warning["code"] for warning in wanted["itineraries"][0]["warnings"]}


def test_a_wall_that_is_gone_is_left_out(make_space: Any, planned: Any) -> None:
    make_space("street-art-walls", "old-wall", (100.0815, 7.617), condition="painted-over")

    assert reasons(planned())["old-wall"] == "gone"


def test_a_closed_space_is_left_out_and_no_must(planned: Any) -> None:
    tuesday = "2027-01-19T09:00:00+07:00"

    assert reasons(planned(depart=tuesday))["palace"] == "closed"
    with pytest.raises(NoStopPossible) as refusal:
        planned(depart=tuesday, must=["palace"])
    assert (refusal.value.code, refusal.value.pointer) == ("must_closed", "/must/0")


def test_it_is_closed_on_a_holiday(planned: Any) -> None:
    holiday = planned(depart="2026-12-05T09:00:00+07:00")

    assert reasons(holiday)["palace"] == "closed"
    assert "holiday" in {warning["code"] for warning in holiday["itineraries"][0]["warnings"]}


def test_a_group_larger_than_the_room_stays_out(make_space: Any, planned: Any) -> None:
    make_space("wisdom-places", "small-shop", (100.0815, 7.617), capacity=12)

    assert "small-shop" in stops(planned(people=12))
    assert reasons(planned(people=13))["small-shop"] == "capacity"


def test_a_known_barrier_is_no_stop_when_step_free_is_preferred(make_space: Any, planned: Any) -> None:
    make_space("heritage-sites", "tower", (100.0815, 7.617), steps="yes")
    make_space("heritage-sites", "cellar", (100.0815, 7.6175), wheelchair="no")

    assert {"tower", "cellar"} <= stops(planned())
    found = reasons(planned(access="prefer"))
    assert (found["tower"], found["cellar"]) == ("steps", "not_accessible")


def test_unknown_access_is_marked_not_promised(planned: Any) -> None:
    best = planned(access="prefer")["itineraries"][0]

    assert "access_unknown" in {warning["code"] for warning in best["warnings"]}
    assert all("access" in line["topics"] for line in best["ask_before_you_go"])


def test_required_access_takes_surveyed_spaces_only(make_space: Any, planned: Any) -> None:
    make_space("wisdom-places", "ramp-house", (100.0815, 7.617), wheelchair="yes", verified=True)
    make_space("wisdom-places", "hearsay-house", (100.0815, 7.6175), wheelchair="yes")

    assert stops(planned(access="require")) == {"ramp-house"}


def test_nothing_surveyed_is_refused_with_the_softer_wish(planned: Any) -> None:
    with pytest.raises(NoStopPossible) as refusal:
        planned(access="require")

    assert refusal.value.code == "nothing_surveyed"
    assert [offer["change"] for offer in refusal.value.extra["nearest"]] == ["access"]


@pytest.mark.parametrize("space", ["nowhere", "weaving-house", "park-toilets"])
def test_what_is_hidden_missing_or_no_stop_cannot_be_a_must(planned: Any, space: str) -> None:
    with pytest.raises(ImpossiblePlanRequest) as fault:
        planned(must=["library", space])

    assert (fault.value.code, fault.value.pointer) == ("unknown_must", "/must/1")


def test_an_unknown_theme_is_named(planned: Any) -> None:
    with pytest.raises(ImpossiblePlanRequest) as fault:
        planned(themes=["crafts", "rockets"])

    assert fault.value.pointer == "/themes/1"


def test_what_a_group_needs_is_hard_where_it_is_known_and_a_question_where_not(make_space: Any, planned: Any) -> None:
    AgeGroup.objects.filter(pk="primary").update(needs=["toilets", "seats"])
    make_space("wisdom-places", "bare-yard", (100.0815, 7.617), toilet="no")
    make_space("wisdom-places", "kind-house", (100.0815, 7.6175), toilet="yes", seats="yes")

    by_itself, wanted = planned(), planned(must=["bare-yard"])
    asked = {line["space"]: line["topics"] for line in by_itself["itineraries"][0]["ask_before_you_go"]}

    assert reasons(by_itself)["bare-yard"] == "no_toilet"
    assert "no_toilet" in {warning["code"] for warning in wanted["itineraries"][0]["warnings"]}
    assert {"toilet", "seats"} <= set(asked["library"])
    assert {"toilet", "seats"}.isdisjoint(asked.get("kind-house", []))
