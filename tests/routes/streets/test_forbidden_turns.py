"""Turns that signs forbid: read, kept through cutting and joining, obeyed by whom they bind."""

import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from routes.streets.building import built
from routes.streets.graph import Graph
from routes.streets.joining import as_ways
from routes.streets.matrix import between, places_of
from routes.streets.network import Network
from routes.streets.osm_reading import read_osm
from routes.streets.profiles import BICYCLE, BIT, PROFILES, VEHICLE, WALK
from routes.streets.snapping import snap
from routes.streets.spheroid import apart_m
from routes.streets.streets import Streets
from routes.streets.turn_reading import closed_to
from routes.streets.turns import as_rules
from tests.routes.streets.osm_files import OsmFile

STEP = 0.002
ROAD = {"highway": "residential"}


def at(x: float, y: float) -> tuple[float, float]:
    return (100.08 + x * STEP, 7.62 + y * STEP)


BLOCK_M = apart_m(at(0, 0), at(1, 0))
WEST, CENTRE, EAST, NORTH, CORNER = (0, 0), (1, 0), (2, 0), (1, 1), (2, 1)


def crossroads(*restrictions: tuple[int, int, int, dict[str, str]]) -> OsmFile:
    """West 1 - centre 2 - east 3 (ways 1, 2), centre - north 4 (way 3), and a way round: east - 5 - north (way 4)."""
    nodes = {number: at(*place) for number, place in enumerate((WEST, CENTRE, EAST, NORTH, CORNER), start=1)}
    ways = [([1, 2], ROAD), ([2, 3], ROAD), ([2, 4], ROAD), ([3, 5, 4], ROAD)]
    return OsmFile(nodes, ways, restrictions=list(restrictions))


def metres(streets: Streets, origin: Any, destination: Any, profile: str = VEHICLE) -> float:
    return float(streets.lengths(profile, [at(*origin), at(*destination)]).metres[0, 1])


LEFT = (1, 2, 3, {"restriction": "no_left_turn"})
START, GOAL = (0.5, 0), (1, 0.5)


def test_a_forbidden_turn_is_driven_round(streets_of: Any) -> None:
    streets = streets_of(crossroads(LEFT))

    assert metres(streets, START, GOAL, WALK) == pytest.approx(BLOCK_M, abs=1)
    assert metres(streets, START, GOAL) == pytest.approx(4 * BLOCK_M, abs=5)
    assert metres(streets, GOAL, START) == pytest.approx(BLOCK_M, abs=1)
    leg = streets.leg(VEHICLE, at(*START), at(*GOAL))
    assert leg is not None
    assert leg.metres == pytest.approx(metres(streets, START, GOAL), abs=0.1)


def test_the_only_way_on_forbids_all_others(streets_of: Any) -> None:
    straight, left = (
        (1, 2, to, {"restriction": value}) for to, value in ((2, "only_straight_on"), (3, "only_left_turn"))
    )

    assert metres(streets_of(crossroads(straight)), START, GOAL) == pytest.approx(4 * BLOCK_M, abs=5)
    assert metres(streets_of(crossroads(left)), START, (1.5, 0)) == pytest.approx(4 * BLOCK_M, abs=5)


def test_who_stands_at_the_junction_may_go_anywhere(streets_of: Any) -> None:
    streets = streets_of(crossroads(LEFT))

    assert metres(streets, CENTRE, GOAL) == pytest.approx(BLOCK_M / 2, abs=1)
    assert metres(streets, START, CENTRE) == pytest.approx(BLOCK_M / 2, abs=1)


@pytest.mark.parametrize(
    ("tags", "bound"),
    [
        ({"restriction": "no_left_turn"}, {VEHICLE, BICYCLE}),
        ({"restriction": "no_left_turn", "except": "bicycle"}, {VEHICLE}),
        ({"restriction": "no_left_turn", "except": "psv; bicycle"}, {VEHICLE}),
        ({"restriction": "no_left_turn", "except": "motorcar"}, {BICYCLE}),
        ({"restriction:motorcar": "no_left_turn"}, {VEHICLE}),
        ({"restriction:hgv": "no_left_turn"}, set()),
        ({"restriction:conditional": "no_left_turn @ (Mo-Fr 07:00-09:00)"}, set()),
    ],
)
def test_whom_a_restriction_binds(tags: dict[str, str], bound: set[str], streets_of: Any) -> None:
    streets = streets_of(crossroads((1, 2, 3, tags)))

    assert closed_to(tags)[0] == sum(BIT[profile] for profile in bound)
    assert {profile for profile in PROFILES if metres(streets, START, GOAL, profile) > 2 * BLOCK_M} == bound


def test_what_cannot_be_used_is_counted(tmp_path: Path) -> None:
    file = crossroads(LEFT, (1, 2, 3, {"restriction:conditional": "no_left_turn @ (weight>5)"}), (1, 4, 3, LEFT[3]))
    file.restrictions.append((901, 2, 902, LEFT[3]))  # of ways that are elsewhere

    found = read_osm(file.write(tmp_path / "town.osm.pbf"), tmp_path)

    assert len(found.turns) == 1
    assert found.restrictions_left_out == 2


def test_turns_outlive_streets_that_are_added(tmp_path: Path) -> None:
    found = read_osm(crossroads(LEFT).write(tmp_path / "town.osm.pbf"), tmp_path)
    first = built(found.ways, found.rules, found.turns)

    again = built(as_ways(first.edges), turns=as_rules(first.turns, first.edges))

    assert len(first.turns) == len(again.turns) == 3  # two of them: no turning round one street farther on
    streets = Streets(Network.of(again.edges, again.turns), "again")
    assert metres(streets, START, GOAL) == pytest.approx(4 * BLOCK_M, abs=5)


def test_files_keep_the_turns(streets_of: Any, tmp_path: Path) -> None:
    streets_of(crossroads(LEFT)).network.save(tmp_path)

    assert metres(Streets(Network.load(tmp_path), "again"), START, GOAL) == pytest.approx(4 * BLOCK_M, abs=5)


@pytest.mark.parametrize("seed", range(6))
def test_the_same_as_by_trying_every_sequence_of_streets(seed: int, tmp_path: Path) -> None:
    """Bellman and Ford's way over pairs of streets: a turn is an arc there. Both directions, and ways turned round."""
    dice = np.random.default_rng(seed)
    network = of_file(random_town(dice), tmp_path)
    graph = Graph.of(network, VEHICLE)
    snaps = [one for one in snap(graph, [at(*place) for place in dice.uniform(0, 3, (5, 2))]) if one is not None]
    places, turned = places_of(graph, snaps), places_of(graph.turned, snaps)

    found = between(graph, places, places).cost
    back = between(graph.turned, turned, turned).cost

    np.testing.assert_allclose(found, by_pairs(graph, network, snaps), atol=0.05)
    np.testing.assert_allclose(found, back.T, atol=0.05)


def random_town(dice: np.random.Generator) -> OsmFile:
    """4 × 4 junctions, each block a way of its own; one in eight turns forbidden or commanded."""
    corners = list(itertools.product(range(4), range(4)))
    town = OsmFile(
        {1 + 4 * y + x: at(x + dice.uniform(-0.2, 0.2), y + dice.uniform(-0.2, 0.2)) for y, x in corners}, []
    )
    pairs = [(node, node + 1) for node in town.nodes if node % 4] + [
        (node, node + 4) for node in town.nodes if node <= 12
    ]
    town.ways = [(pair, {**ROAD, "oneway": str(dice.choice(["yes", "no", "no"]))}) for pair in pairs]
    turns = [
        (first, via, second)
        for first, second in itertools.permutations(range(1, len(pairs) + 1), 2)
        for via in set(pairs[first - 1]) & set(pairs[second - 1])
    ]
    for turn in dice.permutation(turns)[: len(turns) // 8].tolist():
        value = dice.choice(
            ["no_left_turn", "no_right_turn", "no_straight_on", "only_right_turn"], p=[0.3, 0.3, 0.3, 0.1]
        )
        town.restrictions.append((*turn, {"restriction": str(value)}))
    return town


def of_file(file: OsmFile, folder: Path) -> Network:
    found = read_osm(file.write(folder / "town.osm.pbf"), folder)
    whole = built(found.ways, found.rules, found.turns)
    assert whole.turns
    return Network.of(whole.edges, whole.turns)


Piece = tuple[int, Any, Any, float]
"""Part of an edge in one direction: the edge, from stop, to stop (a junction or a place), its cost."""


def by_pairs(graph: Graph, network: Network, snaps: Any) -> np.ndarray:
    """(n, n) costs over pieces between junctions and places, with the forbidden turns left out."""
    pieces = list(pieces_of(graph, network, snaps))
    follows = [[other for other, one in enumerate(pieces) if may_follow(one, piece, network)] for piece in pieces]
    answer = np.full((len(snaps), len(snaps)), np.inf)
    np.fill_diagonal(answer, 0)
    for row in range(len(snaps)):
        cost = [piece[3] if piece[1] == ("place", row) else np.inf for piece in pieces]
        for _, number in itertools.product(range(len(pieces)), range(len(pieces))):
            cost[number] = min([cost[number], *(cost[other] + pieces[number][3] for other in follows[number])])
        for piece, reached in zip(pieces, cost, strict=True):
            if isinstance(piece[2], tuple):
                answer[row, piece[2][1]] = min(answer[row, piece[2][1]], reached)
    return answer


def may_follow(one: Piece, other: Piece, network: Network) -> bool:
    """Whether `other` begins where `one` ends and no sign is in the way; nobody turns round within a street."""
    if one[2] != other[1]:
        return False
    if isinstance(one[2], tuple):
        return bool(one[1] != other[2])
    return [one[0], one[2], other[0], BIT[VEHICLE] | BIT[BICYCLE]] not in network.turns.tolist()


def pieces_of(graph: Graph, network: Network, snaps: Any) -> Iterator[Piece]:
    for edge in range(network.edges):
        stops: list[tuple[float, Any]] = [(0.0, int(network.origin[edge]))]
        stops += [(one.at_m, ("place", number)) for number, one in enumerate(snaps) if one.edge == edge]
        stops += [(float(network.metres[edge]), int(network.destination[edge]))]
        stops.sort(key=lambda stop: stop[0])
        pace = float(graph.cost[edge] / network.metres[edge])
        for (here, tail), (there, head) in itertools.pairwise(stops):
            if graph.forward[edge]:
                yield edge, tail, head, (there - here) * pace
            if graph.backward[edge]:
                yield edge, head, tail, (there - here) * pace
