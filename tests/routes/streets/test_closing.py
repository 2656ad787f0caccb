"""Closed ways: what a drawn line closes, the way round it, and places it cuts off."""

from typing import Any

import numpy as np
import pytest

from routes.streets.closing import ClosedWay, closings
from routes.streets.profiles import PROFILES, VEHICLE, WALK
from routes.streets.spheroid import apart_m
from routes.streets.streets import Streets
from tests.routes.streets.osm_files import SOUTH, STEP, WEST, OsmFile, grid_town


def at(column: float, row: float) -> tuple[float, float]:
    """A position by streets from the south-west corner."""
    return (WEST + column * STEP, SOUTH + row * STEP)


def closed(*lonlat: tuple[float, float], number: int = 1) -> ClosedWay:
    return ClosedWay(number, lonlat, "ซ่อมถนน", "Road works")


@pytest.fixture
def town(streets_of: Any) -> Streets:
    streets: Streets = streets_of(grid_town(4))
    return streets


BLOCK_M = apart_m(at(0, 0), at(1, 0))


def metres(streets: Streets, origin: Any, destination: Any, profile: str = WALK) -> float:
    return float(streets.lengths(profile, [origin, destination]).metres[0, 1])


@pytest.mark.parametrize("profile", PROFILES)
def test_a_closed_block_is_gone_round(town: Streets, profile: str) -> None:
    works = town.without([closed(at(1, 1), at(2, 1))])
    usual, round_it = (metres(streets, at(0.5, 1), at(2.5, 1), profile) for streets in (town, works))

    leg = works.leg(profile, at(0.5, 1), at(2.5, 1))

    assert usual == pytest.approx(2 * BLOCK_M, abs=0.5)
    assert round_it == pytest.approx(4 * BLOCK_M, abs=3)
    assert leg is not None
    assert leg.metres == pytest.approx(round_it, abs=0.1)


def test_a_line_drawn_a_little_beside_the_street_closes_it_and_no_other(town: Streets) -> None:
    drawn = closed(at(1.02, 1.02), at(1.5, 0.98), at(1.97, 1.02))

    (found,) = closings(town.network, [drawn])

    assert {tuple(end) for end in town.network.line(found.edge)[[0, -1]].tolist()} == {
        tuple(np.round(at(1, 1), 7).tolist()),
        tuple(np.round(at(2, 1), 7).tolist()),
    }


def test_streets_across_a_closed_one_stay_open(town: Streets) -> None:
    works = town.without([closed(at(0, 1), at(3, 1))])

    assert metres(works, at(1, 0.5), at(1, 1.5)) == pytest.approx(metres(town, at(1, 0.5), at(1, 1.5)))


def test_a_line_across_a_street_closes_it_there(town: Streets) -> None:
    fence = town.without([closed(at(1.5, 0.9), at(1.5, 1.1))])

    assert metres(fence, at(1.2, 1), at(1.4, 1)) == pytest.approx(0.2 * BLOCK_M, abs=0.5)
    assert metres(fence, at(1.4, 1), at(1.6, 1)) > 3 * BLOCK_M
    assert fence.closed_between(WALK, at(1.4, 1), at(1.6, 1))[0][0].en == "Road works"
    assert fence.closed_between(WALK, at(1.2, 1), at(1.4, 1)) == ()


def test_a_place_at_a_closed_street_is_not_reached(town: Streets) -> None:
    works = town.without([closed(at(1, 1), at(2, 1))])

    assert np.isinf(metres(works, at(0, 0), at(1.5, 1)))
    assert np.isinf(metres(works, at(1.5, 1), at(0, 0), VEHICLE))
    assert works.leg(WALK, at(0, 0), at(1.5, 1)) is None


def test_a_dead_end_that_is_fenced_off_is_not_reached(streets_of: Any) -> None:
    town = grid_town(3)
    town.nodes[9001] = at(3, 1)
    town.ways.append(((1003, 9001), {"highway": "residential"}))
    streets = streets_of(town)

    fenced = streets.without([closed(at(2.5, 0.9), at(2.5, 1.1))])

    assert np.isfinite(metres(streets, at(0, 0), at(3, 1)))
    assert np.isinf(metres(fenced, at(0, 0), at(3, 1)))
    assert np.isinf(metres(fenced, at(3, 1), at(0, 0)))


def test_what_touches_no_street_changes_nothing_and_sets_are_kept(town: Streets) -> None:
    field, works = closed(at(0.4, 0.4), at(0.6, 0.6)), closed(at(1, 1), at(2, 1), number=2)

    assert town.without([]) is town
    assert town.without([field]) is town
    assert town.without([works, field]) is town.without([field, works])
    assert town.without([works]).whole is town


def test_one_way_streets_stay_so_beside_a_closed_part(streets_of: Any) -> None:
    town = OsmFile({1: at(0, 0), 2: at(1, 0), 3: at(0.5, 1)}, [])
    town.ways = [((1, 2), {"highway": "residential", "oneway": "yes"}), ((2, 3, 1), {"highway": "residential"})]
    streets = streets_of(town)

    fenced = streets.without([closed(at(0.5, -0.1), at(0.5, 0.1))])

    assert metres(fenced, at(0.2, 0), at(0.4, 0), VEHICLE) == pytest.approx(0.2 * BLOCK_M, abs=0.5)
    assert np.isinf(metres(fenced, at(0.4, 0), at(0.2, 0), VEHICLE))
    assert np.isinf(metres(fenced, at(0.4, 0), at(0.6, 0), VEHICLE))
    assert np.isfinite(metres(fenced, at(0.6, 0), at(0.2, 0), VEHICLE))
