"""Wishes that bind the whole route: outcomes, stories, kinds, waits, the end; heat, rain, freshness and riding."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser

from routes.models import Story, StoryChapter
from routes.planning import ImpossiblePlanRequest, NoStopPossible, NotOfferedYet
from routes.planning.question import question_of
from routes.planning.scoring import FRESH, RIDE_PER_KM, STALE, freshness, midday, ride_cost
from routes.planning.world import load_world
from spaces.models import Activity, AgeGroup, CurriculumOutcome, HeritageSite, Phase, StreetArtWall, Subkind
from spaces.opening import BANGKOK

pytestmark = pytest.mark.usefixtures("town")


@pytest.fixture
def outcome(db: None) -> CurriculumOutcome:
    texts = {"subject_th": "ก", "subject_en": "S", "text_th": "ทำได้", "text_en": "Can"}
    return CurriculumOutcome.objects.create(code="T-1", edition="2027", grade_band="p4-6", **texts)


def spaces(answer: dict[str, Any]) -> list[str]:
    return [stop["space"] for stop in answer["itineraries"][0]["stops"]]


def problem(request: Any) -> Any:
    return question_of(request, load_world(AnonymousUser())).problem


def test_an_outcome_is_covered_though_other_stops_earn_more(planned: Any, outcome: CurriculumOutcome) -> None:
    HeritageSite.objects.filter(pk="palace").update(outcomes=["T-1"])

    answer = planned(outcomes=["T-1"], minutes=60)

    assert "palace" in spaces(answer)
    assert "T-1" in answer["itineraries"][0]["outcomes_covered"]


def test_an_activity_that_covers_an_outcome_is_the_one_told(planned: Any, outcome: CurriculumOutcome) -> None:
    for id_, code in (("a-usual", None), ("b-wished", outcome)):
        Activity.objects.create(
            id=id_, space_id="old-temple", phase=Phase.ON_SITE, text_th="ก", text_en=id_, outcome=code, status="draft"
        )

    stops = planned(outcomes=["T-1"])["itineraries"][0]["stops"]

    assert {stop["space"]: stop["activity"]["en"] for stop in stops if stop["activity"]}["old-temple"] == "b-wished"


def test_an_outcome_nobody_offers_is_named_with_its_place_in_the_request(planned: Any, outcome: Any) -> None:
    with pytest.raises(NoStopPossible) as refusal:
        planned(outcomes=["T-1"])

    assert (refusal.value.code, refusal.value.pointer) == ("outcome_not_covered", "/outcomes/0")
    assert [wish["value"] for wish in refusal.value.extra["clash"]["wishes"]] == ["T-1"]
    assert refusal.value.extra["nearest"][0]["change"] == "outcomes"


def test_an_unknown_outcome_is_refused(planned: Any) -> None:
    with pytest.raises(ImpossiblePlanRequest) as refusal:
        planned(outcomes=["T-404"])

    assert refusal.value.code == "unknown_outcome"


@pytest.fixture
def story(make_space: Any) -> list[str]:
    """Three walls within 60 m of each other, told from east to west."""
    told = Story.objects.create(id="walls", name_th="ผนัง", name_en="Walls", status="published")
    walls = [make_space("street-art-walls", f"wall-{n}", (100.0815 - n * 0.0002, 7.6175)).id for n in range(3)]
    texts = {"title_th": "บท", "title_en": "Chapter", "text_th": "เรื่อง", "text_en": "Text"}
    StoryChapter.objects.bulk_create(StoryChapter(story=told, order=n, wall_id=w, **texts) for n, w in enumerate(walls))
    return walls


def test_a_story_is_walked_in_its_order_once_three_walls_are_known(planned: Any, story: list[str]) -> None:
    assert [space for space in spaces(planned(story="walls")) if space in story] == story


def test_a_story_of_two_known_walls_stays_closed_and_says_so(planned: Any, story: list[str]) -> None:
    StreetArtWall.objects.filter(pk=story[1]).update(accuracy_m=5000)

    with pytest.raises(NotOfferedYet) as refusal:
        planned(story="walls")

    assert refusal.value.code == "story_not_located"
    assert "2 walls" in refusal.value.text.en


def test_at_most_so_many_of_a_kind(planned: Any) -> None:
    stops = planned(most_of_a_kind=1)["itineraries"][0]["stops"]

    kinds = [stop["subkind"] for stop in stops]
    assert len(kinds) == len(set(kinds))


def test_an_open_end_is_the_last_stop(planned: Any) -> None:
    best = planned(end="open", minutes=90)["itineraries"][0]

    assert best["end"]["id"] == best["stops"][-1]["space"]
    assert best["arrive"] == best["stops"][-1]["leave"]
    assert best["legs"][-1]["metres"] == 0


def test_nobody_stands_before_a_closed_door_longer_than_they_will(planned: Any) -> None:
    HeritageSite.objects.filter(pk="old-temple").update(opening_hours="Mo-Su 11:00-17:00")

    stops = planned(must=["old-temple"], most_wait_minutes=10)["itineraries"][0]["stops"]

    waits = [datetime.fromisoformat(stop["start"]) - datetime.fromisoformat(stop["arrive"]) for stop in stops]
    assert max(wait.total_seconds() for wait in waits) <= 600


def test_heat_counts_outdoors_for_who_needs_shade_and_not_where_shade_is_known(wish: Any) -> None:
    Subkind.objects.update(outdoor="yes")
    AgeGroup.objects.filter(pk="older").update(needs=["shade"])
    hot = {one.id: one.hot for one in problem(wish(party=["older"])).candidates}
    HeritageSite.objects.filter(pk="old-temple").update(shade="yes")
    shaded = {one.id: one.hot for one in problem(wish(party=["older"])).candidates}

    assert hot["old-temple"] > 0
    assert shaded["old-temple"] == 0
    assert not any(one.hot for one in problem(wish(party=["primary"])).candidates)


def test_midday_is_counted_from_the_departure() -> None:
    nine = datetime(2027, 1, 20, 9, tzinfo=BANGKOK)

    assert midday(nine) == (2 * 3600 + 1800, 5 * 3600)
    assert midday(nine.replace(hour=12)) == (0, 2 * 3600)
    assert midday(nine.replace(hour=15)) == (20 * 3600 + 1800, 23 * 3600)


def test_outdoor_stops_are_worth_less_in_the_rain(wish: Any) -> None:
    Subkind.objects.update(outdoor="yes")
    dry, wet = (wish(depart=f"2027-{month}-20T09:00:00+07:00") for month in ("02", "11"))

    worth = [sum(candidate.score for candidate in problem(request).candidates) for request in (dry, wet)]
    assert worth[0] > worth[1]


def test_walls_seen_of_late_are_worth_more_than_those_nobody_saw_for_years(town: Any) -> None:
    wall = load_world(AnonymousUser()).spaces["station-wall"]
    today = date(2027, 1, 20)

    seen = {day: freshness(replace(wall, last_seen=day), today) for day in (date(2026, 6, 1), date(2022, 1, 1))}

    assert freshness(wall, today) == 0
    assert list(seen.values()) == [FRESH, -STALE]
    assert freshness(replace(wall, faded=True, last_seen=today), today) == -STALE


def test_riding_costs_by_the_kilometre(wish: Any) -> None:
    ridden = problem(wish(mode="vehicle"))

    assert (ridden.cost == ride_cost(ridden.ride_m)).all()
    assert ride_cost(ridden.ride_m * 0 + 10_000)[0, 1] == 10 * RIDE_PER_KM


def test_a_route_that_loses_more_than_it_earns_is_still_an_answer(
    planned: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("routes.planning.scoring.RIDE_PER_KM", 10_000)

    best = planned(start="pier", end="pier", must=["old-temple"], mode="vehicle")["itineraries"][0]

    assert best["score"] < 0
    assert "old-temple" in [stop["space"] for stop in best["stops"]]
