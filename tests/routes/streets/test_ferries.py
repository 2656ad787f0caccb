"""Ferries: who may board, how long it takes, how it is told."""

from typing import Any

import pytest

from routes.streets.ferries import duration_s
from routes.streets.profiles import BICYCLE, PROFILES, STEP_FREE, VEHICLE, WALK
from routes.streets.spheroid import apart_m
from routes.streets.streets import Streets
from routes.streets.tag_rules import traits_of
from tests.routes.streets.osm_files import OsmFile

WEST, PIER, FAR_PIER, EAST = (100.08, 7.617), (100.09, 7.617), (100.096, 7.617), (100.106, 7.617)
ROAD = {"highway": "residential"}
WATER_M = apart_m(PIER, FAR_PIER)


@pytest.fixture
def lake(streets_of: Any) -> Any:
    """Two streets and a ferry between them."""

    def make(**tags: str) -> Streets:
        ferry = {"route": "ferry", "name": "เรือลำปำ", "name:en": "Lam Pam boat", **tags}
        file = OsmFile({1: WEST, 2: PIER, 3: FAR_PIER, 4: EAST}, [([1, 2], ROAD), ([2, 3], ferry), ([3, 4], ROAD)])
        streets: Streets = streets_of(file)
        return streets

    return make


@pytest.mark.parametrize(
    ("value", "seconds"),
    [("00:20", 1200), ("20", 1200), ("1:05:00", 3900), ("PT20M", 1200), ("PT1H5M", 3900), ("soon", None), ("0", None)],
)
def test_durations_as_people_write_them(value: str, seconds: int | None) -> None:
    assert duration_s({"duration": value}) == seconds


@pytest.mark.parametrize(
    ("tags", "boards"),
    [
        ({}, {WALK}),
        ({"foot": "no"}, set()),
        ({"bicycle": "yes", "wheelchair": "yes"}, {WALK, STEP_FREE, BICYCLE}),
        ({"motor_vehicle": "yes"}, {WALK, VEHICLE}),
    ],
)
def test_who_may_board(tags: dict[str, str], boards: set[str], lake: Any) -> None:
    streets = lake(**tags)

    assert {profile for profile in PROFILES if streets.leg(profile, WEST, EAST)} == boards


def test_a_ferry_takes_its_time(lake: Any) -> None:
    streets = lake(duration="00:30", motor_vehicle="yes", bicycle="yes")

    ride, walk, cycle = (streets.lengths(profile, [PIER, FAR_PIER]) for profile in (VEHICLE, WALK, BICYCLE))

    assert ride.cost[0, 1] == pytest.approx(1800, rel=0.01)
    assert walk.cost[0, 1] / 1.3 == pytest.approx(1800, rel=0.01)
    assert cycle.cost[0, 1] / 3.5 == pytest.approx(1800, rel=0.01)
    assert walk.metres[0, 1] == ride.metres[0, 1] == pytest.approx(WATER_M, abs=0.5)


def test_without_a_duration_eight_km_an_hour_are_assumed(lake: Any) -> None:
    assert lake(motor_vehicle="yes").lengths(VEHICLE, [PIER, FAR_PIER]).cost[0, 1] == pytest.approx(
        WATER_M / (8 / 3.6), rel=0.01
    )


def test_the_ferry_is_told_by_its_name_and_time(lake: Any) -> None:
    leg = lake(duration="20").leg(WALK, WEST, EAST)

    assert leg.steps[1].kind == "ferry"
    assert leg.steps[1].words.en == "Take the ferry Lam Pam boat (660 m, about 20 minutes)"
    assert leg.steps[1].words.th == "ลงเรือข้ามฟาก เรือลำปำ (660 ม. ราว 20 นาที)"
    assert [one.traits.barrier for one in leg.obstacles] == ["ferry"]


def test_a_boat_that_is_no_ferry_is_no_way() -> None:
    assert traits_of({"route": "hiking"}) is None
    assert traits_of({"waterway": "river", "boat": "yes"}) is None
