"""Lengths between places, kept: the same as asked for afresh, in any order of asking."""

from typing import Any

import numpy as np
import pytest

from routes.streets.graph import Graph
from routes.streets.network import Network
from routes.streets.places import PlaceMatrix
from routes.streets.profiles import PROFILES, VEHICLE, WALK
from routes.streets.snapping import SNAP_M, snap
from routes.streets.streets import Streets
from tests.routes.streets.osm_files import OsmFile, grid_town

FAR = (100.3, 7.9)


@pytest.fixture
def town(streets_of: Any) -> Streets:
    """A grid with a one-way street across it."""
    file = grid_town(4)
    nodes, tags = file.ways[1]
    file.ways[1] = (nodes, {**tags, "oneway": "yes"})
    streets: Streets = streets_of(file)
    return streets


def some(count: int, seed: int = 3) -> list[tuple[float, float]]:
    dice = np.random.default_rng(seed)
    return [(lon, lat) for lon, lat in dice.uniform((100.078, 7.614), (100.084, 7.62), (count, 2)).tolist()]


@pytest.mark.parametrize("profile", PROFILES)
def test_asking_bit_by_bit_gives_the_same(town: Streets, profile: str) -> None:
    graph = Graph.of(town.network, profile)
    places, kept = some(9), PlaceMatrix(graph)
    for count in (2, 5, 9):
        kept.between(places[:count])

    bit_by_bit, at_once = kept.between(places[::-1]), PlaceMatrix(graph).between(places[::-1])

    np.testing.assert_allclose(bit_by_bit.metres, at_once.metres, atol=0.05)
    np.testing.assert_allclose(bit_by_bit.cost, at_once.cost, atol=0.05)


def test_when_full_everything_is_begun_anew(town: Streets) -> None:
    graph = Graph.of(town.network, WALK)
    small, large = PlaceMatrix(graph, most=5), PlaceMatrix(graph)

    for places in (some(4), some(4, seed=4), some(7, seed=5)):
        np.testing.assert_allclose(small.between(places).metres, large.between(places).metres, atol=0.05)


def test_a_place_at_no_street_has_no_way(town: Streets) -> None:
    found = town.lengths(WALK, [*some(1), FAR])

    assert np.isinf(found.away[1])
    assert np.isinf(found.metres[0, 1])
    assert np.isinf(found.metres[1, 1])
    assert town.leg(WALK, some(1)[0], FAR) is None


def test_the_walk_to_the_street_counts(town: Streets) -> None:
    (off,) = snap(Graph.of(town.network, WALK), [(100.0769, 7.6151)])
    assert off is not None
    assert off.away_m == pytest.approx(121.4, abs=0.5)

    found = town.lengths(WALK, [(100.0769, 7.6151), (100.078, 7.6151)])

    assert found.metres[0, 1] == pytest.approx(off.away_m, abs=0.1)


def test_nothing_is_placed_farther_than_the_limit(town: Streets) -> None:
    graph = Graph.of(town.network, WALK)
    west = SNAP_M / 110_300

    near, far = snap(graph, [(100.078 - west * 0.98, 7.616), (100.078 - west * 1.03, 7.616)])

    assert near is not None
    assert far is None


def test_islets_take_nobody_in(network_of: Any) -> None:
    street = {"highway": "residential"}
    long = [(100.08 + number / 500, 7.617) for number in range(12)]
    network = network_of((long, street), (((100.08, 7.618), (100.0802, 7.618)), street))

    (snapped,) = snap(Graph.of(network, WALK), [(100.0801, 7.6181)])

    assert snapped is not None
    assert len(network.line(snapped.edge)) == len(long)


def test_a_street_that_only_leads_away_takes_no_vehicle_in(network_of: Any) -> None:
    ring = [(100.08, 7.617), (100.085, 7.617), (100.085, 7.622), (100.08, 7.622), (100.08, 7.617)]
    leaving = {"highway": "residential", "oneway": "yes", "name": "ทางออก"}
    network = network_of((ring, {"highway": "residential"}), (((100.085, 7.617), (100.0855, 7.617)), leaving))

    (drives,) = snap(Graph.of(network, VEHICLE), [(100.0854, 7.617)])
    (walks,) = snap(Graph.of(network, WALK), [(100.0854, 7.617)])

    assert drives is not None
    assert walks is not None
    assert network.traits_at(drives.edge).name_th == ""
    assert network.traits_at(walks.edge).name_th == "ทางออก"


def test_an_empty_network_takes_nobody_in() -> None:
    assert snap(Graph.of(Network.of([]), WALK), [(100.08, 7.617)]) == [None]


def test_files_hold_the_network_as_it_is(town: Streets, tmp_path: Any) -> None:
    town.network.save(tmp_path)

    again = Streets(Network.load(tmp_path), "again")

    np.testing.assert_array_equal(again.lengths(WALK, some(4)).metres, town.lengths(WALK, some(4)).metres)
    assert again.network.traits == town.network.traits


def test_a_town_without_streets_in_the_file_is_no_town(streets_of: Any) -> None:
    streets = streets_of(OsmFile({1: (100.08, 7.617)}, []))

    assert np.isinf(streets.lengths(WALK, some(2)).metres).all()
