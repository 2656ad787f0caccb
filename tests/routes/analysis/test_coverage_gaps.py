"""Gaps against a calculation by hand: every cell of the lattice, one after the other."""

from collections.abc import Sequence
from math import hypot
from types import SimpleNamespace

import numpy as np
import pytest
import shapely
from shapely.geometry.base import BaseGeometry

from geo.texts import Text
from geo.utm import PHATTHALUNG
from routes.coverage import cells
from routes.coverage.areas import Area
from routes.coverage.gaps import Goals, gaps, goals_of
from routes.coverage.spaces import Space
from routes.streets.building import build
from routes.streets.joining import meeting_by_position
from routes.streets.network import Network
from routes.streets.profiles import WALK
from routes.streets.streets import Streets
from routes.streets.tag_rules import traits_of
from spaces.models import AgeGroup

PRIMARY, OLDER = (
    AgeGroup(id="primary", walking_speed_mps=1.1),
    AgeGroup(id="older", walking_speed_mps=0.9),
)
BOTH = (PRIMARY, OLDER)
EAST_M, NORTH_M = 620_000, 841_000
CORNER_M = np.array([EAST_M, NORTH_M], dtype=float)


def space(east: float, north: float, groups: Sequence[str] = ("primary", "older"), accuracy_m: int = 10) -> Space:
    """A learning space so many metres from the corner of the town."""
    lon, lat = PHATTHALUNG.degrees(np.array([[EAST_M + east, NORTH_M + north]]))[0]
    return Space("space", Text("ที่", "Space"), (float(lon), float(lat)), accuracy_m, age_groups=frozenset(groups))


def area(outline: BaseGeometry, id_: str = "town") -> Area:
    return Area(id_, Text("เมือง", "Town"), shapely.transform(outline, lambda xy: xy + CORNER_M))


def by_hand(outline: BaseGeometry, goals: Goals, group: int, size: int) -> float:
    """The km² of the outline's parts whose cell has its middle too far from every space of the group."""
    west, south, east, north = outline.bounds
    left = 0.0
    for column in range(int(west // size), int(east // size) + 1):
        for row in range(int(south // size), int(north // size) + 1):
            x, y = (column + 0.5) * size, (row + 0.5) * size
            ways = [
                hypot(x - e, y - n) * 1.3
                for (e, n), suits in zip(goals.points, goals.suits[group], strict=True)
                if suits
            ]
            if not any(way <= goals.most_m[group] for way in ways):
                square = shapely.box(column * size, row * size, (column + 1) * size, (row + 1) * size)
                left += outline.intersection(square).area
    return left / 1e6


@pytest.mark.parametrize("seed", range(4))
def test_gaps_are_those_found_cell_by_cell(seed: int) -> None:
    random = np.random.default_rng(seed)
    spaces = [
        space(east, north, ["primary", "older"][: 1 + number % 2])
        for number, (east, north) in enumerate(random.uniform(-500, 6500, (12, 2)))
    ]
    outline = shapely.Polygon([(0, 0), (6000, 400), (5200, 5600), (2500, 3000), (300, 5900)])
    goals = goals_of(spaces, BOTH, 10 + 10 * (seed % 2))
    town = area(outline)

    found = gaps("district", [town], BOTH, goals, None)

    for number, gap in enumerate(found.gaps):
        assert gap.km2 == pytest.approx(by_hand(town.outline, goals, number, 250), abs=1e-6)


def test_a_space_reaches_a_disc_of_its_groups_walk() -> None:
    """660 m on foot are 508 m as the crow flies; the squares make of that disc what they can."""
    goals = goals_of([space(3000, 3000)], BOTH, 10)
    town = area(shapely.box(0, 0, 6000, 6000))

    primary, older = gaps("zone", [town], BOTH, goals, None).gaps

    assert 36 - primary.km2 == pytest.approx(np.pi * (0.66 / 1.3) ** 2, rel=0.03)
    assert 36 - older.km2 == pytest.approx(np.pi * (0.54 / 1.3) ** 2, rel=0.03)
    assert primary.share == pytest.approx(primary.km2 / 36)


def test_areas_side_by_side_share_what_is_between_them() -> None:
    goals = goals_of([space(3000, 3000)], [PRIMARY], 20)
    whole = area(shapely.box(0, 0, 6000, 6000))
    halves = [area(shapely.box(0, 0, 2900, 6000), "west"), area(shapely.box(2900, 0, 6000, 6000), "east")]

    (one,), two = (gaps("district", some, [PRIMARY], goals, None).gaps for some in ([whole], halves))

    assert sum(gap.km2 for gap in two) == pytest.approx(one.km2)
    assert all(gap.share < 1 for gap in two)


def test_who_has_nothing_and_what_nobody_located_leave_all_of_it() -> None:
    goals = goals_of([space(3000, 3000, ["primary"], accuracy_m=2001), space(3000, 3000, ["older"])], BOTH, 10)

    primary, older = gaps("district", [area(shapely.box(0, 0, 6000, 6000))], BOTH, goals, None).gaps

    assert (primary.share, older.share < 1) == (1.0, True)


def test_a_larger_area_is_laid_out_in_larger_squares() -> None:
    small, large = shapely.box(0, 0, 20_000, 20_000), shapely.box(0, 0, 1_000_000, 1_000_000)

    assert cells.size_for("district", [small]) == 250
    assert cells.size_for("zone", [shapely.box(0, 0, 700, 700)]) == 50
    assert cells.size_for("district", [large]) == 2000
    assert cells.size_for("district", []) == 250


# --- Along streets ----------------------------------------------------------------------------------------------------


def streets_of(*lines: Sequence[tuple[float, float]]) -> Streets:
    """Residential streets through points in metres from the corner of the town."""
    traits = traits_of({"highway": "residential"})
    ways = [
        (PHATTHALUNG.degrees(np.array(line, dtype=float) + CORNER_M), traits, number)
        for number, line in enumerate(lines)
    ]
    return Streets(Network.of(build(meeting_by_position(ways))), "test", "© somebody")


def test_along_a_street_the_whole_walk_is_made() -> None:
    """One street from west to east. Farther than 300 m from it, to the north and south, the estimate holds."""
    goals = goals_of([space(3000, 3025)], [PRIMARY], 10)
    streets = streets_of([(0, 3025), (6000, 3025)])
    town = area(shapely.box(0, 0, 6000, 6000))

    (gap,) = gaps("zone", [town], [PRIMARY], goals, streets).gaps
    reached = town.outline.difference(gap.geometry)

    east, north = reached.centroid.x - EAST_M, reached.centroid.y - NORTH_M
    assert (east, north) == (pytest.approx(3000, abs=1), pytest.approx(3025, abs=5))
    width, height = reached.bounds[2] - reached.bounds[0], reached.bounds[3] - reached.bounds[1]
    assert width == pytest.approx(2 * 660, abs=50)
    assert height == pytest.approx(2 * 660 / 1.3, abs=50)


def test_the_way_round_a_river_counts() -> None:
    """Two banks, one bridge 2 km away: opposite the library nobody is there in time."""
    goals = goals_of([space(1000, 3025)], [PRIMARY], 10)
    streets = streets_of([(0, 3025), (3000, 3025)], [(0, 3425), (3000, 3425)], [(3000, 3025), (3000, 3425)])
    town = area(shapely.box(0, 0, 6000, 6000))

    (gap,) = gaps("zone", [town], [PRIMARY], goals, streets).gaps
    (estimated,) = gaps("zone", [town], [PRIMARY], goals, None).gaps
    opposite = shapely.Point(EAST_M + 1000, NORTH_M + 3425)

    assert gap.geometry.contains(opposite)
    assert not estimated.geometry.contains(opposite)


def test_far_from_every_street_the_estimate_holds_and_is_told() -> None:
    goals = goals_of([space(3000, 3025)], [PRIMARY], 10)
    far = streets_of([(0, 100), (6000, 100)])
    town = area(shapely.box(0, 0, 6000, 6000))

    along, straight = (gaps("zone", [town], [PRIMARY], goals, streets) for streets in (far, None))

    assert along.estimated_share == 1.0
    assert along.gaps[0].km2 == pytest.approx(straight.gaps[0].km2)


def test_ways_are_those_the_planner_would_walk() -> None:
    """Each cell's metres against one search of its own, on streets that bend."""
    places = [(100, 100), (1900, 900), (700, 1500)]
    streets = streets_of(
        [(0, 100), (700, 100), (1500, 100), (2000, 100)],
        [(0, 900), (700, 900), (1500, 900), (2000, 900)],
        [(700, 100), (700, 900), (700, 1500)],
        [(1500, 100), (1700, 500), (1500, 900)],
    )
    goals = goals_of([space(*place) for place in places], [PRIMARY], 20)
    town = area(shapely.box(0, 0, 2000, 1600))
    (gap,) = gaps("zone", [town], [PRIMARY], goals, streets).gaps

    middles = cells.middles(town.outline, 50)[::37]
    for middle in middles:
        home = tuple(PHATTHALUNG.degrees(middle[None])[0].tolist())
        found = streets.lengths(WALK, [home, *(space(*place).lonlat for place in places)])
        if np.isfinite(found.away[0]):
            in_time = bool((found.cost[0, 1:] <= goals.most_m[0]).any())
            assert gap.geometry.contains(shapely.Point(middle)) != in_time, SimpleNamespace(home=home, found=found)
