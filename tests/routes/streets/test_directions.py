"""What a walker is told, in both languages, and that it stands at the right place of the line."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from routes.streets.profiles import BICYCLE, STEP_FREE, VEHICLE, WALK
from routes.streets.spheroid import apart_m, length_m
from routes.streets.streets import Leg, Streets
from tests.routes.streets.osm_files import OsmFile, grid_town

FOOT = {"highway": "footway"}
NIWAT = {"highway": "residential", "name": "ถนนนิวาส", "name:en": "Niwat Road"}
RAMET = {"highway": "residential", "name": "ถนนราเมศวร์", "name:en": "Ramet Road", "surface": "unpaved"}


@pytest.fixture
def leg(streets_of: Callable[[OsmFile], Streets]) -> Callable[..., Leg]:
    """The leg between two nodes of a file."""

    def make(file: OsmFile, origin: Any, destination: Any, profile: str = WALK) -> Leg:
        found = streets_of(file).leg(profile, file.nodes.get(origin, origin), file.nodes.get(destination, destination))
        assert found is not None
        return found

    return make


def said(leg: Leg, language: str = "en") -> list[str]:
    return [getattr(step.words, language) for step in leg.steps]


def corner(**more: str) -> OsmFile:
    """East along Niwat Road, then north into Ramet Road."""
    nodes = {1: (100.08, 7.617), 2: (100.082, 7.617), 3: (100.082, 7.618)}
    return OsmFile(nodes, [([1, 2], NIWAT), ([2, 3], RAMET | more)])


def test_a_turn_names_the_street_its_length_and_its_surface(leg: Any) -> None:
    found = leg(corner(), 1, 3)

    assert said(found) == [
        "Start along Niwat Road, heading east, and walk 220 m",
        "Turn left into Ramet Road and walk 110 m (unpaved)",
        "You have arrived",
    ]
    assert said(found, "th") == [
        "เริ่มจากถนนนิวาส เดินไปทางทิศตะวันออก 220 ม.",
        "เลี้ยวซ้ายเข้าถนนราเมศวร์ เดินต่อ 110 ม. (ทางไม่ลาดยาง)",
        "ถึงจุดหมาย",
    ]
    assert [step.kind for step in found.steps] == ["start", "turn", "arrive"]


def test_each_means_of_travel_has_its_verb(leg: Any) -> None:
    assert "and cycle 110 m" in said(leg(corner(), 1, 3, BICYCLE))[1]
    assert "ปั่นต่อ" in said(leg(corner(), 1, 3, BICYCLE), "th")[1]


def test_steps_are_counted_and_told_with_their_direction(leg: Any) -> None:
    stairs = corner(highway="steps", step_count="24", incline="up")

    assert said(leg(stairs, 1, 3))[1] == "Turn left, then go up the steps (24 steps, 110 m)"
    assert said(leg(stairs, 1, 3), "th")[1] == "เลี้ยวซ้ายแล้วขึ้นบันได (24 ขั้น, 110 ม.)"
    assert said(leg(stairs, 3, 1))[0] == "Go down the steps (24 steps, 110 m)"


def test_steps_of_unknown_direction_and_number_are_just_steps(leg: Any) -> None:
    assert said(leg(corner(highway="steps"), 3, 1))[0] == "Take the steps (110 m)"
    assert said(leg(corner(highway="steps"), 3, 1), "th")[0] == "ใช้บันได (110 ม.)"


def test_a_crossing_names_the_street_that_is_crossed(leg: Any) -> None:
    file = OsmFile(
        {1: (100.08, 7.6166), 2: (100.08, 7.617), 3: (100.08, 7.6174), 4: (100.079, 7.617), 5: (100.081, 7.617)},
        [([1, 2, 3], FOOT), ([4, 2, 5], NIWAT)],
        {2: {"highway": "crossing", "crossing": "marked"}},
    )

    assert said(leg(file, 1, 3))[1] == "Cross Niwat Road at the zebra crossing"
    assert said(leg(file, 1, 3), "th")[1] == "ข้ามถนนนิวาสที่ทางม้าลาย"
    assert all(step.kind != "crossing" for step in leg(file, 4, 5).steps)


def test_a_place_off_the_street_says_how_far_and_on_which_side(leg: Any) -> None:
    found = leg(corner(), 1, (100.0823, 7.6176))

    assert said(found)[-1] == "You have arrived: 30 m from the street, on the right"
    assert said(found, "th")[-1] == "ถึงจุดหมาย อยู่ทางขวา ห่างจากถนน 30 ม."


def test_a_crossing_in_parts_is_one_crossing(leg: Any) -> None:
    """Over both carriageways of a road with an island between them, the second by lights."""
    places = [(100.08, 7.6166), (100.08, 7.617), (100.08, 7.61708), (100.08, 7.61716), (100.08, 7.6175)]
    file = OsmFile(dict(enumerate(places, start=1)) | {6: (100.079, 7.617), 7: (100.081, 7.617)})
    file.nodes |= {8: (100.079, 7.61716), 9: (100.081, 7.61716)}
    file.ways = [([1, 2, 3, 4, 5], FOOT), ([6, 2, 7], NIWAT), ([9, 4, 8], NIWAT)]
    file.node_tags = {
        2: {"highway": "crossing", "crossing": "unmarked"},
        4: {"highway": "crossing", "crossing": "traffic_signals"},
    }

    assert said(leg(file, 1, 5))[1:] == [
        "Cross Niwat Road at the traffic lights",
        "Go straight on along the footway and walk 40 m",
        "You have arrived",
    ]


def test_a_short_change_of_surface_is_not_told(leg: Any) -> None:
    nodes = {1: (100.08, 7.617), 2: (100.082, 7.617), 3: (100.0822, 7.617), 4: (100.084, 7.617)}
    stones = NIWAT | {"surface": "cobblestone"}
    file = OsmFile(nodes, [([1, 2], NIWAT), ([2, 3], stones), ([3, 4], NIWAT)])

    assert said(leg(file, 1, 4)) == ["Start along Niwat Road, heading east, and walk 440 m", "You have arrived"]


def test_stones_are_told_to_walkers_only(leg: Any) -> None:
    assert "(stone setts)" in said(leg(corner(surface="sett"), 1, 3))[1]
    assert said(leg(corner(surface="sett"), 1, 3, VEHICLE))[1] == "Turn left into Ramet Road and drive 110 m"


def test_who_goes_step_free_is_told_to_go(leg: Any) -> None:
    assert said(leg(corner(surface="asphalt"), 1, 3, STEP_FREE), "th")[:2] == [
        "เริ่มจากถนนนิวาส ไปทางทิศตะวันออก 220 ม.",
        "เลี้ยวซ้ายเข้าถนนราเมศวร์ ไปต่อ 110 ม.",
    ]


def test_a_steep_street_says_so_in_the_direction_one_goes(leg: Any) -> None:
    assert (
        said(leg(corner(incline="12%"), 1, 3))[1] == "Turn left into Ramet Road and walk 110 m (unpaved, uphill, 12 %)"
    )
    assert said(leg(corner(incline="12%"), 3, 1), "th")[0].endswith("110 ม. (ทางไม่ลาดยาง, ลงเนินชัน 12%)")
    assert "hill" not in said(leg(corner(incline="5%"), 1, 3))[1]


@pytest.mark.parametrize("profile", [WALK, STEP_FREE, BICYCLE])
def test_the_line_is_as_long_as_the_leg_and_every_step_stands_on_it(streets_of: Any, profile: str) -> None:
    town, dice = grid_town(5), np.random.default_rng(7)
    streets = streets_of(town)
    places = [tuple(place) for place in dice.uniform((100.0785, 7.6145), (100.0855, 7.6215), (6, 2)).tolist()]

    for origin in places:
        for destination in places:
            found = streets.leg(profile, origin, destination)
            assert found is not None
            if origin == destination:
                continue
            assert length_m(found.coordinates) == pytest.approx(found.metres, abs=0.1)
            assert apart_m(found.coordinates[0], origin) < 0.02
            assert apart_m(found.coordinates[-1], destination) < 0.02
            for step in found.steps[:-1]:
                assert apart_m(found.coordinates[step.first], step.lonlat) < 0.02


def test_what_keeps_wheels_out_is_named_where_it_stands(streets_of: Any) -> None:
    file = corner(highway="steps", step_count="24")
    streets = streets_of(file)

    (obstacle,) = streets.obstacles(file.nodes[1], file.nodes[3])

    assert (obstacle.traits.barrier, obstacle.traits.steps) == ("steps", 24)
    assert apart_m(obstacle.lonlat, file.nodes[2]) < 0.02
    assert streets.obstacles(file.nodes[1], file.nodes[2]) == ()
