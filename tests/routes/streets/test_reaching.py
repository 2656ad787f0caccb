"""How far one gets: exact on a line and on a cross, the same as by lengths on a grid."""

from typing import Any

import numpy as np
import pytest

from routes.streets.graph import Graph
from routes.streets.profiles import VEHICLE, WALK
from routes.streets.reaching import reach
from routes.streets.spheroid import apart_m
from tests.routes.streets.osm_files import grid_town

STREET = {"highway": "residential"}
WEST, MIDDLE, EAST, NORTH = (100.08, 7.617), (100.09, 7.617), (100.1, 7.617), (100.09, 7.627)


@pytest.fixture
def cross(network_of: Any) -> Any:
    return network_of(((WEST, MIDDLE, EAST), STREET), ((MIDDLE, NORTH), STREET | {"name": "ซอย"}))


def test_both_ways_along_a_street(cross: Any) -> None:
    found = reach(Graph.of(cross, WALK), [(100.085, 7.617)], 200)

    assert found.metres == pytest.approx(400, abs=0.1)
    assert len(found.lines) == 1


def test_over_a_junction_into_every_arm(cross: Any) -> None:
    place = (100.0895, 7.617)
    to_junction = apart_m(place, MIDDLE)

    found = reach(Graph.of(cross, WALK), [place], 200)

    assert found.metres == pytest.approx(400 + (200 - to_junction), abs=0.1)


def test_the_walk_to_the_street_is_part_of_the_time(cross: Any) -> None:
    off = (100.085, 7.618)

    found = reach(Graph.of(cross, WALK), [off], 200)

    assert found.metres == pytest.approx(2 * (200 - apart_m(off, (100.085, 7.617))), abs=0.1)


def test_two_places_share_what_both_reach(cross: Any) -> None:
    graph = Graph.of(cross, WALK)

    together = reach(graph, [(100.085, 7.617), (100.0855, 7.617)], 200).metres

    assert together == pytest.approx(400 + apart_m((100.085, 7.617), (100.0855, 7.617)), abs=0.1)


@pytest.mark.parametrize(("oneway", "arms"), [("yes", 3), ("-1", 2)])
def test_a_one_way_street_is_not_driven_against(network_of: Any, oneway: str, arms: int) -> None:
    one_way = STREET | {"oneway": oneway}
    network = network_of(((WEST, MIDDLE), STREET), ((MIDDLE, EAST), one_way), ((MIDDLE, NORTH), STREET))

    found = reach(Graph.of(network, VEHICLE), [(100.0895, 7.617)], 300)

    assert found.metres == pytest.approx(np.sort(network.metres)[:arms].sum(), abs=5)


def test_a_place_at_no_street_is_named(cross: Any) -> None:
    found = reach(Graph.of(cross, WALK), [(100.3, 7.9)], 500)

    assert (found.metres, found.lines, found.off) == (0.0, (), ((100.3, 7.9),))


def test_every_corner_within_reach_lies_on_a_line(streets_of: Any) -> None:
    town = grid_town(5)
    streets, start, budget = streets_of(town), (100.0821, 7.6183), 500
    corners = list(town.nodes.values())

    metres = streets.lengths(WALK, [start, *corners]).metres[0, 1:]
    found = reach(streets.matrix(WALK).graph, [start], budget)

    reached = {tuple(position) for line in found.lines for position in line.round(7).tolist()}
    assert {corner for corner, far in zip(corners, metres, strict=True) if far < budget - 1} == reached & set(corners)
