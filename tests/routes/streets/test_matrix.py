"""Costs and metres between places: exact on small towns, and against a search written another way."""

import itertools
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.sparse import csr_array
from scipy.sparse.csgraph import dijkstra

from routes.streets.graph import Graph
from routes.streets.matrix import Found, between, places_of, spread
from routes.streets.network import Network
from routes.streets.path import path_between
from routes.streets.profiles import VEHICLE, WALK
from routes.streets.search import rows
from routes.streets.snapping import Snap
from routes.streets.spheroid import apart_m
from routes.streets.tag_rules import traits_of
from routes.streets.ways import Edge

LON_M = apart_m((100.08, 7.617), (100.081, 7.617))
LAT_M = apart_m((100.08, 7.617), (100.08, 7.618))
STREET = {"highway": "residential"}
A, B, C, D = (100.08, 7.617), (100.081, 7.617), (100.081, 7.618), (100.08, 7.618)


def at(graph: Graph, edge: int, share: float) -> Snap:
    """A place on an edge, a share of its length from its start."""
    return Snap(edge, share * float(graph.network.metres[edge]), (0, 0), 0)


def ways(graph: Graph, *snaps: Snap, limit: float = np.inf) -> Found:
    places = places_of(graph, snaps)
    return between(graph, places, places, limit)


@pytest.fixture
def square(network_of: Any) -> Callable[..., Network]:
    """The sides of a square: south, east, north, west; numbered so, tags for each."""

    def make(*tags: dict[str, str]) -> Network:
        sides = [(A, B), (B, C), (C, D), (D, A)]
        named = [{**STREET, "name": str(number)} | more for number, more in enumerate([*tags, {}, {}, {}, {}][:4])]
        return network_of(*zip(sides, named, strict=True))

    return make


def test_round_the_shorter_side(square: Any) -> None:
    graph = Graph.of(square(), WALK)

    found = ways(graph, at(graph, 0, 0.25), at(graph, 2, 0.25))

    assert found.metres[0, 1] == pytest.approx(0.75 * LON_M + LAT_M + 0.25 * LON_M, abs=0.1)
    assert found.metres[1, 0] == pytest.approx(found.metres[0, 1])
    assert found.metres[0, 0] == 0


def test_along_one_edge_nobody_leaves_it(square: Any) -> None:
    graph = Graph.of(square(), WALK)

    assert ways(graph, at(graph, 0, 0.2), at(graph, 0, 0.9)).metres[0, 1] == pytest.approx(0.7 * LON_M, abs=0.01)


def test_a_one_way_street_is_driven_round(square: Any) -> None:
    graph = Graph.of(square({"oneway": "yes"}), VEHICLE)
    found = ways(graph, at(graph, 0, 0.2), at(graph, 0, 0.9))

    assert found.metres[0, 1] == pytest.approx(0.7 * LON_M, abs=0.01)
    assert found.metres[1, 0] == pytest.approx(1.3 * LON_M + 2 * LAT_M, abs=0.1)


def test_vehicles_take_the_quicker_way_and_its_metres_are_told(square: Any) -> None:
    graph = Graph.of(square({"highway": "service", "maxspeed": "5"}), VEHICLE)
    found = ways(graph, at(graph, 3, 0.5), at(graph, 1, 0.5))

    assert found.metres[0, 1] == pytest.approx(LON_M + LAT_M, abs=0.1)
    assert found.cost[0, 1] == pytest.approx((LON_M + LAT_M) / (25 / 3.6), abs=0.1)


def test_what_is_not_connected_is_not_reached(network_of: Any) -> None:
    far = (100.2, 7.7)
    graph = Graph.of(network_of(((A, B), STREET), ((far, (100.201, 7.7)), STREET)), WALK)

    found = ways(graph, at(graph, 0, 0.5), at(graph, 1, 0.5))

    assert np.isinf(found.cost[0, 1])
    assert np.isinf(found.metres[1, 0])
    assert path_between(graph, at(graph, 0, 0.5), at(graph, 1, 0.5)) is None


def test_beyond_the_limit_nothing_is_reached(square: Any) -> None:
    graph = Graph.of(square(), WALK)

    assert np.isinf(ways(graph, at(graph, 0, 0.5), at(graph, 2, 0.5), limit=LAT_M).cost[0, 1])
    assert np.isfinite(ways(graph, at(graph, 0, 0.5), at(graph, 2, 0.5), limit=LAT_M + LON_M + 1).cost[0, 1])


def test_of_two_streets_between_the_same_corners_the_shorter_counts(network_of: Any) -> None:
    bend = (100.0805, 7.6175)
    graph = Graph.of(
        network_of(
            ((A, B), STREET | {"name": "straight"}),
            ((A, bend, B), STREET | {"name": "bend"}),
            ((D, A), STREET),
            ((B, C), STREET),
        ),
        WALK,
    )

    assert ways(graph, at(graph, 2, 0), at(graph, 3, 1)).metres[0, 1] == pytest.approx(LON_M + 2 * LAT_M, abs=0.1)
    assert ways(graph, at(graph, 1, 0.5), at(graph, 2, 0)).metres[0, 1] > LAT_M + LON_M / 2


def test_a_ring_is_left_over_the_nearer_side(network_of: Any) -> None:
    graph = Graph.of(network_of(((A, B, C, D, A), STREET), ((A, (100.079, 7.617)), STREET)), WALK)
    ring = int(np.argmax(graph.network.metres))

    found = ways(
        graph, at(graph, ring, 0.9), at(graph, 1 - ring, 1.0 if graph.network.line(1 - ring)[0, 0] > 100.0795 else 0.0)
    )

    assert found.metres[0, 1] == pytest.approx(0.1 * float(graph.network.metres[ring]) + LON_M, abs=0.1)


EDGES = st.lists(
    st.tuples(
        st.integers(0, 5), st.integers(0, 5), st.sampled_from(["yes", "no", "-1"]), st.sampled_from([10, 25, 50])
    ),
    min_size=1,
    max_size=9,
)
CORNERS = [(100.08 + number % 3 * 0.001, 7.617 + number // 3 * 0.001) for number in range(6)]


@settings(max_examples=40, deadline=None)
@given(edges=EDGES, ends=st.lists(st.tuples(st.integers(0, 8), st.integers(0, 20)), min_size=2, max_size=3))
def test_the_same_as_by_relaxing_every_edge(
    edges: list[tuple[int, int, str, int]], ends: list[tuple[int, int]]
) -> None:
    """Bellman and Ford's way, over a graph with each place as a node of its own."""
    network = tiny(edges)
    for profile in (WALK, VEHICLE):
        graph = Graph.of(network, profile)
        snaps = [at(graph, edge % network.edges, part / 20) for edge, part in ends]
        found, expected = ways(graph, *snaps), relaxed(graph, snaps)
        np.testing.assert_allclose(found.cost, expected, atol=0.02)
        for row, origin in enumerate(snaps):
            for column, destination in enumerate(snaps):
                path = path_between(graph, origin, destination)
                assert (path is None) == np.isinf(expected[row, column])
                if path is not None:
                    assert path.metres == pytest.approx(found.metres[row, column], abs=0.1)


def lattice(side: int, seed: int) -> Network:
    """A town of streets of many lengths and speeds, a third of them one-way, some missing, some twice."""
    dice = np.random.default_rng(seed)
    corners = np.array([(100 + x / 900, 7.5 + y / 900) for y in range(side) for x in range(side)])
    corners += dice.uniform(-3e-4, 3e-4, corners.shape)
    number = np.arange(side * side).reshape(side, side)
    pairs = np.vstack([np.column_stack([number[:, :-1].ravel(), number[:, 1:].ravel()]),
                       np.column_stack([number[:-1].ravel(), number[1:].ravel()])])  # fmt: skip
    made = []
    for origin, destination in dice.permutation(pairs)[: int(1.7 * len(pairs) / 2)].tolist() + pairs[:9].tolist():
        tags = {"highway": "primary", "oneway": dice.choice(["yes", "no", "no"]), "maxspeed": str(dice.integers(5, 60))}
        traits = traits_of(tags)
        assert traits is not None
        made.append(Edge(origin, destination, corners[[origin, destination]], traits))
    return Network.of(made)


@pytest.mark.parametrize("profile", [WALK, VEHICLE])
@pytest.mark.parametrize("limit", [1_000.0, np.inf])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_search_finds_what_scipy_finds_to_the_last_bit(profile: str, limit: float, seed: int) -> None:
    graph = Graph.of(lattice(20, seed), profile)
    size, arcs, (width, ring) = graph.states.count, graph.arcs, graph.ring
    nodes = np.random.default_rng(seed).integers(0, size, 12)
    goals = np.arange(size, dtype=np.int32)
    expected = dijkstra(csr_array((arcs.cost, (arcs.tail, arcs.head)), shape=(size, size)), indices=nodes, limit=limit)

    seeds, nothing = np.column_stack([nodes, nodes]).astype(np.int32), np.zeros((12, 2))
    rowed, metres = rows(
        graph.start, arcs.head, arcs.tail, arcs.cost, graph.metres, seeds, nothing, nothing, goals, limit, width, ring
    )

    np.testing.assert_array_equal(rowed, expected)
    if profile == WALK:
        np.testing.assert_allclose(metres, expected, atol=1e-6)


def test_a_search_for_some_places_ends_when_they_are_reached(square: Any) -> None:
    graph = Graph.of(lattice(20, 4), WALK)
    every = spread(graph, np.array([0], dtype=np.int32), np.zeros(1), np.inf)
    near = int(graph.arcs.head[0])

    some = spread(graph, np.array([0], dtype=np.int32), np.zeros(1), np.inf, [near])

    assert some.cost[near] == every.cost[near]
    assert np.isinf(some.cost).sum() > np.isinf(every.cost).sum()


def tiny(edges: list[tuple[int, int, str, int]]) -> Network:
    """A network of straight streets between six corners, none joined with the next."""
    made = []
    for origin, destination, oneway, speed in edges:
        traits = traits_of({"highway": "primary", "oneway": oneway, "maxspeed": str(speed)})
        assert traits is not None
        line = [CORNERS[origin], (100.0835, 7.6195), CORNERS[destination]]
        made.append(Edge(origin, destination, np.array(line), traits))
    return Network.of(made)


def relaxed(graph: Graph, snaps: list[Snap]) -> np.ndarray:
    """(n, n) costs, by trying every arc until nothing improves."""
    network, first = graph.network, graph.network.nodes
    arcs: list[tuple[int, int, float]] = []
    for edge in range(network.edges):
        stops = [(0.0, int(network.origin[edge])), (float(network.metres[edge]), int(network.destination[edge]))]
        stops += [(one.at_m, first + number) for number, one in enumerate(snaps) if one.edge == edge]
        stops.sort(key=lambda stop: stop[0])
        pace = float(graph.cost[edge] / network.metres[edge])
        for (here, tail), (there, head) in itertools.pairwise(stops):
            arcs += [(tail, head, (there - here) * pace)] * bool(graph.forward[edge])
            arcs += [(head, tail, (there - here) * pace)] * bool(graph.backward[edge])
            if here == there:
                arcs += [(tail, head, 0.0), (head, tail, 0.0)]
    costs = np.full((len(snaps), first + len(snaps)), np.inf)
    costs[np.arange(len(snaps)), first + np.arange(len(snaps))] = 0
    for _ in range(first + len(snaps)):
        for tail, head, cost in arcs:
            costs[:, head] = np.minimum(costs[:, head], costs[:, tail] + cost)
    return costs[:, first:]
