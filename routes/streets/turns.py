"""Turns that signs forbid. Who comes to such a junction by such a street is in a state of its own there."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np

from routes.streets.network import Network
from routes.streets.profiles import BIT
from routes.streets.spheroid import to_plane
from routes.streets.ways import DECIMALS, Edge, FloatArray, Turn, TurnRule

SAME_DIRECTION = 0.998  # cosine: 3.6 degrees, as far as rounding turns half a metre of street


def turns_of(rules: Iterable[TurnRule], edges: Sequence[Edge]) -> list[Turn]:
    """The turns that rules forbid between edges; `edges` still name their ends by the keys of their source.

    Nor does anybody go one street on, turn round there and come back to turn after all, unless the street ends there.
    """
    rules = list(rules)
    wanted = {rule.via for rule in rules}
    arms: dict[int, list[tuple[int, FloatArray]]] = defaultdict(list)
    for number, edge in enumerate(edges):
        for node, line in ((edge.origin, edge.lonlat), (edge.destination, edge.lonlat[::-1])):
            if node in wanted:
                arms[node].append((number, direction(line[0], line[1])))
    degree = Counter(node for edge in edges for node in (edge.origin, edge.destination))
    found = defaultdict[tuple[int, int, int], int](int)
    for rule in rules:
        for origin, destination in pairs(rule, arms[rule.via]):
            found[(origin, rule.via, destination)] |= rule.closed
            for arm, _ in arms[rule.via] if origin != destination else ():
                far = edges[arm].origin if edges[arm].destination == rule.via else edges[arm].destination
                if far != rule.via and degree[far] > 1:
                    found[(arm, far, arm)] |= rule.closed
    return [Turn(*key, closed) for key, closed in sorted(found.items())]


def pairs(rule: TurnRule, arms: Sequence[tuple[int, FloatArray]]) -> list[tuple[int, int]]:
    """(from edge, to edge) of what a rule forbids at a junction of these arms; nothing where it names none of them."""
    origin, destination = towards(rule.origin, rule, arms), towards(rule.destination, rule, arms)
    if origin is None or destination is None:
        return []
    if not rule.only:
        return [(origin, destination)]
    return [(origin, other) for other in sorted({edge for edge, _ in arms}) if other != destination]


def towards(lonlat: tuple[float, float], rule: TurnRule, arms: Sequence[tuple[int, FloatArray]]) -> int | None:
    """The edge that leads from the junction in the direction of a position."""
    wanted = direction(np.array(rule.lonlat), np.array(lonlat))
    near = [(float(wanted @ way), edge) for edge, way in arms]
    best = max(near, default=(0.0, 0))
    return best[1] if best[0] > SAME_DIRECTION else None


def direction(origin: FloatArray, destination: FloatArray) -> FloatArray:
    """(2,) of length one, on the plane."""
    start, end = to_plane(np.round([origin, destination], DECIMALS))
    unit: FloatArray = (end - start) / max(float(np.hypot(*(end - start))), 1e-30)
    return unit


def as_rules(turns: Iterable[Turn], edges: Sequence[Edge]) -> list[TurnRule]:
    """Stored turns as rules again, for streets that are cut anew; `joining.as_ways` names the nodes so."""
    found = []
    for turn in turns:
        origin, destination = edges[turn.origin], edges[turn.destination]
        at = position(origin, turn.node, 0)
        towards = position(origin, turn.node, 1), position(destination, turn.node, 1)
        found.append(TurnRule(-1 - turn.node, at, *towards, turn.closed))
    return found


def position(edge: Edge, node: int, number: int) -> tuple[float, float]:
    """One of an edge's positions, counted from its end at a node."""
    lon, lat = edge.lonlat[number if edge.origin == node else -1 - number]
    return float(lon), float(lat)


@dataclass(frozen=True)
class States:
    """Junctions as somebody meets them: numbers from `nodes` on are a junction reached by an edge with forbidden turns.

    `after` gives the state of (edge, node), `closed` the edges that may not follow it, `at` the states of a node.
    """

    nodes: int
    after: dict[tuple[int, int], int] = field(default_factory=dict)
    closed: dict[int, frozenset[int]] = field(default_factory=dict)
    at: dict[int, tuple[int, ...]] = field(default_factory=dict)

    @property
    def count(self) -> int:
        return self.nodes + len(self.after)

    def entering(self, edge: int, node: int) -> list[int]:
        """The states from which one may go into an edge at its end."""
        return [node, *(state for state in self.at.get(node, ()) if edge not in self.closed[state])]


def states_of(network: Network, profile: str, *, turned: bool = False) -> States:
    """The states of a profile; `turned` for ways followed from their destination to their origin."""
    banned: dict[tuple[int, int], set[int]] = defaultdict(set)
    for origin, node, destination, closed in network.turns.tolist():
        if closed & BIT[profile]:
            first, second = (destination, origin) if turned else (origin, destination)
            banned[(first, node)].add(second)
    after = {key: network.nodes + number for number, key in enumerate(sorted(banned))}
    at: dict[int, list[int]] = defaultdict(list)
    for (_, node), state in after.items():
        at[node].append(state)
    closed_after = {state: frozenset(banned[key]) for key, state in after.items()}
    return States(network.nodes, after, closed_after, {node: tuple(states) for node, states in at.items()})
