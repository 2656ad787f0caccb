"""From ways to the edges of a network: cut where ways meet, joined again where nothing changes.

An edge keeps its full line; only junctions, ends and changes of traits become nodes of the graph.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from routes.streets.cutting import Rules, cut
from routes.streets.turns import turns_of
from routes.streets.ways import DECIMALS, Edge, Turn, TurnRule, Way

MOST_VERTICES = 2_000  # of an edge; longer ones gain nothing

Arms = dict[int, list[tuple[int, int]]]
"""For each node the edges that end there: (edge, 0 where it begins there, 1 where it ends there)."""


@dataclass(frozen=True)
class Built:
    """The edges of a network, and the turns between them that signs forbid."""

    edges: list[Edge]
    turns: list[Turn]


def build(ways: Sequence[Way], rules: Rules | None = None) -> list[Edge]:
    """The edges of a network; their nodes are numbered from 0 in the order in which edges name them."""
    return built(ways, rules).edges


def built(ways: Sequence[Way], rules: Rules | None = None, turns: Iterable[TurnRule] = ()) -> Built:
    """The same with the turns."""
    turns = list(turns)
    edges = rounded(joined(list(cut(ways, rules or {})), frozenset(turn.via for turn in turns)))
    numbers = node_numbers(edges)
    forbidden = [replace(turn, node=numbers[turn.node]) for turn in turns_of(turns, edges)]
    return Built(numbered(edges, numbers), forbidden)


def joined(edges: Sequence[Edge], apart: frozenset[int] = frozenset()) -> list[Edge]:
    """Chains of edges with equal traits as one edge each.

    Those that end at a node of `apart` stay by themselves: a chain from there and back would be one edge twice.
    """
    arms: Arms = defaultdict(list)
    for number, edge in enumerate(edges):
        arms[edge.origin].append((number, 0))
        arms[edge.destination].append((number, 1))
    used = {number for number, edge in enumerate(edges) if apart & {edge.origin, edge.destination}}
    chains = [edges[number] for number in sorted(used)]
    for number, edge in enumerate(edges):
        if number not in used:
            used.add(number)
            after = follow(edge, edges, arms, used)
            before = follow(edge.reversed, edges, arms, used)
            chains.append(merged([*(one.reversed for one in reversed(before)), edge, *after]))
    return chains


def follow(edge: Edge, edges: Sequence[Edge], arms: Arms, used: set[int]) -> list[Edge]:
    """The edges that go on from the end of `edge` with nothing changing, all turned its way."""
    found: list[Edge] = []
    vertices = len(edge.lonlat)
    while (further := only_other(edge, edges, arms, used)) is not None and vertices < MOST_VERTICES:
        number, turned = further
        used.add(number)
        found.append(turned)
        vertices += len(turned.lonlat)
        edge = turned
    return found


def only_other(edge: Edge, edges: Sequence[Edge], arms: Arms, used: set[int]) -> tuple[int, Edge] | None:
    """The one edge that continues `edge` with the same traits, and its number."""
    here = arms[edge.destination]
    if len(here) != 2:
        return None
    for number, end in here:
        if number not in used:
            turned = edges[number] if end == 0 else edges[number].reversed
            return (number, turned) if turned.traits == edge.traits else None
    return None


def merged(chain: Sequence[Edge]) -> Edge:
    if len(chain) == 1:
        return chain[0]
    line = np.vstack([chain[0].lonlat, *(edge.lonlat[1:] for edge in chain[1:])])
    return replace(chain[0], destination=chain[-1].destination, lonlat=line)


def rounded(edges: Iterable[Edge]) -> list[Edge]:
    """Every position as it will be stored."""
    return [replace(edge, lonlat=np.round(edge.lonlat, DECIMALS)) for edge in edges]


def node_numbers(edges: Iterable[Edge]) -> dict[int, int]:
    """A number from 0 for each node, in the order in which edges name them."""
    numbers: dict[int, int] = {}
    for edge in edges:
        numbers.setdefault(edge.origin, len(numbers))
        numbers.setdefault(edge.destination, len(numbers))
    return numbers


def numbered(edges: Iterable[Edge], numbers: Mapping[int, int]) -> list[Edge]:
    """The edges with their nodes as numbers."""
    return [replace(edge, origin=numbers[edge.origin], destination=numbers[edge.destination]) for edge in edges]
