"""A rest says where there are seats and toilets for it."""

from typing import Any

import pytest

from spaces.models import AgeGroup, Amenity

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("town")]


@pytest.fixture
def rests(planned: Any) -> Any:
    """The breaks of a class that must rest after three quarters of an hour."""
    AgeGroup.objects.filter(pk="primary").update(max_session_minutes=45)

    def asked() -> list[dict[str, Any]]:
        breaks: list[dict[str, Any]] = planned(mode="walk", themes=["crafts"])["itineraries"][0]["breaks"]
        assert breaks
        return breaks

    return asked


def test_a_rest_names_the_toilets_nearby(rests: Any) -> None:
    first = rests()[0]

    assert [(comfort["what"], comfort["space"]) for comfort in first["comforts"]] == [("toilet", "park-toilets")]
    assert 0 < first["comforts"][0]["m"] <= 300
    assert first["comforts"][0]["en"] in first["en"]


def test_a_rest_promises_nothing_that_nobody_knows(rests: Any) -> None:
    Amenity.objects.update(toilet="unknown")

    assert not any(one["comforts"] for one in rests())


def test_seats_at_the_stop_come_first(rests: Any, small_town: Any) -> None:
    for space in small_town.values():
        type(space).objects.filter(pk=space.pk).update(seats="yes")

    comforts = rests()[0]["comforts"]

    assert [(comfort["what"], comfort["m"] > 0) for comfort in comforts] == [("seats", False), ("toilet", True)]
    assert "there are seats" in rests()[0]["en"]


def test_seats_are_worth_a_point_at_each_stop_to_who_must_rest(planned: Any, small_town: Any) -> None:
    AgeGroup.objects.filter(pk="primary").update(max_session_minutes=45)
    bare = planned(mode="walk", themes=["crafts"])["itineraries"][0]
    for space in small_town.values():
        type(space).objects.filter(pk=space.pk).update(seats="yes")

    seated = planned(mode="walk", themes=["crafts"])["itineraries"][0]

    assert [stop["space"] for stop in seated["stops"]] == [stop["space"] for stop in bare["stops"]]
    assert seated["score"] == pytest.approx(bare["score"] + len(bare["stops"]))
