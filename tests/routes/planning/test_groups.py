"""Class groups that go at once: sizes, turns, counting heads, and what was assumed."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from routes.planning import ImpossiblePlanRequest, NoStopPossible
from routes.planning.grouping import HEAD_COUNT_S, UNKNOWN_ROOM, sizes_of
from spaces.models import HeritageSite, LearningSpace, StreetArtWall

pytestmark = pytest.mark.usefixtures("town")


def codes(itinerary: dict[str, Any]) -> set[str]:
    return {warning["code"] for warning in itinerary["warnings"]}


def inside(answer: dict[str, Any], space: str, moment: datetime) -> int:
    """People in a space then."""
    visits = [visit for place in answer["rotation"] if place["space"] == space for visit in place["visits"]]
    return sum(
        visit["people"]
        for visit in visits
        if datetime.fromisoformat(visit["start"]) <= moment < datetime.fromisoformat(visit["leave"])
    )


@pytest.mark.parametrize(("people", "groups", "sizes"), [(10, 3, (4, 3, 3)), (9, 3, (3, 3, 3)), (3, 3, (1, 1, 1))])
def test_groups_differ_by_at_most_one(wish: Any, people: int, groups: int, sizes: tuple[int, ...]) -> None:
    assert sizes_of(wish(people=people, groups=groups)) == sizes


def test_each_group_has_an_itinerary_of_its_own_size(planned: Any) -> None:
    answer = planned(groups=3, people=40)

    assert [(one["group"], one["people"]) for one in answer["itineraries"]] == [(1, 14), (2, 13), (3, 13)]
    assert len({one["id"] for one in answer["itineraries"]}) == 3
    assert all(one["stops"] for one in answer["itineraries"])


def test_no_place_ever_holds_more_than_it_can(planned: Any, town: dict[str, LearningSpace]) -> None:
    HeritageSite.objects.filter(pk="old-temple").update(capacity=20)

    answer = planned(groups=3, people=60)

    rooms = {place["space"]: place["room"] for place in answer["rotation"]}
    starts = [datetime.fromisoformat(visit["start"]) for place in answer["rotation"] for visit in place["visits"]]
    assert rooms["old-temple"] == 20
    assert all(inside(answer, space, start) <= room for space, room in rooms.items() for start in starts)


def test_what_was_assumed_is_said(planned: Any) -> None:
    answer = planned(groups=2)

    assert {"room_assumed", "people_assumed", "head_counts"} <= codes(answer["itineraries"][0])
    assert {place["room"] for place in answer["rotation"] if place["room_assumed"]} == {UNKNOWN_ROOM}
    assert not {"room_assumed", "people_assumed"} & codes(planned(people=20)["itineraries"][0])


def test_heads_are_counted_before_each_group_leaves(planned: Any) -> None:
    visit = planned(groups=2, people=40)["rotation"][0]["visits"][0]

    left = datetime.fromisoformat(visit["leave"]) - datetime.fromisoformat(visit["count_heads"])
    assert left == timedelta(seconds=HEAD_COUNT_S)


def test_a_group_too_large_for_a_place_does_not_go_there(planned: Any) -> None:
    StreetArtWall.objects.filter(pk="station-wall").update(capacity=10)

    answer = planned(groups=2, people=40)

    assert "station-wall" not in {place["space"] for place in answer["rotation"]}


def test_too_few_people_for_the_groups_are_refused(planned: Any) -> None:
    with pytest.raises(ImpossiblePlanRequest) as refusal:
        planned(groups=3, people=2)

    assert (refusal.value.code, refusal.value.pointer) == ("fewer_people_than_groups", "/people")


def test_groups_that_cannot_all_be_there_in_time_are_told_and_offered_fewer(planned: Any) -> None:
    HeritageSite.objects.filter(pk="old-temple").update(capacity=10)

    with pytest.raises(NoStopPossible) as refusal:
        planned(groups=10, people=100, must=["old-temple"], minutes=60)

    clash = refusal.value.extra["clash"]
    assert refusal.value.code == "groups_do_not_fit"
    assert "groups" in {wish["wish"] for wish in clash["wishes"]}
    assert refusal.value.extra["nearest"]


def test_the_same_seed_gives_the_same_turns(planned: Any) -> None:
    first, again = planned(groups=3, people=60, seed=4), planned(groups=3, people=60, seed=4)

    assert first["rotation"] == again["rotation"]
