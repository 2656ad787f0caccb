"""Edges out of ways: cut where ways meet, joined where nothing changes, no metre lost."""

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from routes.streets.barriers import PointRule
from routes.streets.building import build
from routes.streets.profiles import BIT, VEHICLE
from routes.streets.spheroid import length_m
from routes.streets.tag_rules import traits_of
from routes.streets.ways import Way

STREET = {"highway": "residential"}
POSITIONS = {number: (100.08 + number % 5 * 0.001, 7.617 + number // 5 * 0.001) for number in range(25)}


def way(nodes: list[int], tags: dict[str, str] | None = None) -> Way:
    traits = traits_of(tags or STREET)
    assert traits is not None
    return Way(np.array(nodes), np.array([POSITIONS[node] for node in nodes]), traits)


def lengths(ways: list[Way]) -> float:
    return sum(length_m(one.lonlat) for one in ways)


def test_a_way_is_cut_where_another_meets_it() -> None:
    edges = build([way([0, 1, 2, 3, 4]), way([2, 7, 12])])

    assert sorted(len(edge.lonlat) for edge in edges) == [3, 3, 3]
    assert {edge.origin for edge in edges} & {edge.destination for edge in edges}


def test_ways_that_follow_each_other_become_one_edge() -> None:
    (edge,) = build([way([0, 1]), way([2, 1]), way([2, 3, 4])])

    assert len(edge.lonlat) == 5
    assert length_m(edge.lonlat) == pytest.approx(lengths([way([0, 1, 2, 3, 4])]))


def test_a_change_of_name_keeps_two_edges() -> None:
    assert len(build([way([0, 1]), way([1, 2], STREET | {"name": "ถนนนิวาส"})])) == 2


def test_a_one_way_street_turned_round_goes_on_the_other_way() -> None:
    (edge,) = build([way([0, 1], STREET | {"oneway": "yes"}), way([2, 1], STREET | {"oneway": "-1"})])

    assert bool(edge.traits.forward & BIT[VEHICLE]) is not bool(edge.traits.backward & BIT[VEHICLE])


def test_a_ring_without_a_junction_stays_a_ring() -> None:
    (edge,) = build([way([0, 1, 6, 5, 0])])

    assert edge.origin == edge.destination
    assert edge.lonlat[0].tolist() == edge.lonlat[-1].tolist()


def test_two_nodes_at_one_position_still_lead_on() -> None:
    doubled = way([0, 1, 2])
    twice = Way(np.array([0, 1, 99, 2]), doubled.lonlat[[0, 1, 1, 2]], doubled.traits)

    edges = build([twice, way([1, 6])])

    assert len(edges) == 3
    assert len({node for edge in edges for node in (edge.origin, edge.destination)}) == 4


def test_a_closed_point_closes_a_metre_and_no_more() -> None:
    edges = build([way([0, 1, 2])], {1: PointRule(BIT[VEHICLE])})

    closed = [edge for edge in edges if not edge.traits.forward & BIT[VEHICLE]]
    assert [round(length_m(edge.lonlat), 1) for edge in closed] == [1.0]
    assert sum(length_m(edge.lonlat) for edge in edges) == pytest.approx(lengths([way([0, 1, 2])]), abs=0.05)


def test_a_closed_junction_closes_every_arm() -> None:
    edges = build([way([0, 1, 2]), way([1, 6])], {1: PointRule(BIT[VEHICLE])})

    closed = [edge for edge in edges if not edge.traits.forward & BIT[VEHICLE]]
    assert [round(length_m(edge.lonlat), 1) for edge in closed] == [0.5, 0.5, 0.5]


def test_a_crossing_is_told_to_walkers_not_to_drivers() -> None:
    edges = build([way([0, 1, 2]), way([6, 1, 7], {"highway": "footway"})], {1: PointRule(0, crossing="marked")})

    assert {(edge.traits.kind, edge.traits.crossing) for edge in edges} == {
        ("residential", ""),
        ("footway", ""),
        ("footway", "marked"),
    }


@settings(max_examples=60, deadline=None)
@given(
    lines=st.lists(
        st.lists(st.integers(0, 24), min_size=2, max_size=7).filter(
            lambda nodes: all(a != b for a, b in itertools.pairwise(nodes))
        ),
        min_size=1,
        max_size=6,
    ),
    closed=st.sets(st.integers(0, 24), max_size=3),
)
def test_no_metre_is_lost_and_no_two_ways_are_torn_apart(lines: list[list[int]], closed: set[int]) -> None:
    ways = [way(nodes) for nodes in lines]

    edges = build(ways, {node: PointRule(BIT[VEHICLE]) for node in closed})

    assert sum(length_m(edge.lonlat) for edge in edges) == pytest.approx(lengths(ways), abs=0.2)
    assert len(pieces([(edge.origin, edge.destination) for edge in edges])) == len(
        pieces([pair for nodes in lines for pair in itertools.pairwise(nodes)])
    )


def pieces(pairs: list[tuple[int, int]]) -> list[set[int]]:
    """The connected pieces of a graph, by merging sets."""
    found: list[set[int]] = []
    for pair in pairs:
        touching = [piece for piece in found if piece & set(pair)]
        found = [piece for piece in found if piece not in touching] + [set(pair).union(*touching)]
    return found
