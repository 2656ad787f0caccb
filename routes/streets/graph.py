"""One profile's view of a network: who may go where at what cost, as compressed sparse rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Self

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components
from shapely import STRtree

from routes.streets.network import Network
from routes.streets.profiles import BICYCLE, STEP_FREE, VEHICLE, WALK
from routes.streets.search import BoolArray, FloatArray, ring_of
from routes.streets.turns import States, states_of

ISLET_M = 2_000
"""Pieces of street shorter than this in all, cut off from the rest, are errors of mapping: nothing is placed there."""

FERRY_MPS = {WALK: 1.3, STEP_FREE: 1.3, BICYCLE: 3.5}
"""Metres that count for a second on a ferry: as fast as the quickest go, so that nobody is given too little time."""

Span = tuple[float, float]
"""Metres from the start of an edge."""
Closed = Mapping[int, Sequence[Span]]
"""For some edges the parts that nobody passes."""


@dataclass(frozen=True, eq=False)
class Arcs:
    """The m ways along edges from state to state, sorted by tail and head: only the cheapest of parallel ones."""

    tail: NDArray[np.int32]
    head: NDArray[np.int32]
    cost: FloatArray
    edge: NDArray[np.int64]
    along: BoolArray


@dataclass(frozen=True, eq=False)
class Graph:
    """`cost` (E,) of each edge: metres on foot and by bicycle, seconds by vehicle. `forward`, `backward` (E,).

    `whole` is the graph without what is `closed`, where there is such: places stand where they stand without closures.
    """

    network: Network
    profile: str
    forward: BoolArray
    backward: BoolArray
    cost: FloatArray
    states: States
    arcs: Arcs
    closed: Closed
    whole: Graph | None = None

    @classmethod
    def of(cls, network: Network, profile: str) -> Self:
        return cls.made(network, profile, *network.open_to(profile), states_of(network, profile))

    @classmethod
    def made(
        cls,
        network: Network,
        profile: str,
        forward: BoolArray,
        backward: BoolArray,
        states: States,
        closed: Closed | None = None,
    ) -> Self:
        """The graph of a network whose edges may be followed as these masks say."""
        cost, closed = costs(network, profile), closed or {}
        through = np.ones(network.edges, dtype=np.bool_)
        through[list(closed)] = False
        arcs = arcs_of(network, forward & through, backward & through, cost, states)
        return cls(network, profile, forward, backward, cost, states, arcs, closed)

    def without(self, closed: Closed) -> Graph:
        """The graph with parts of edges closed to everybody."""
        made = Graph.made(self.network, self.profile, self.forward, self.backward, self.states, closed)
        return replace(made, whole=self)

    @property
    def cost_is_metres(self) -> bool:
        return self.profile != VEHICLE

    @cached_property
    def start(self) -> NDArray[np.int32]:
        """(S + 1,) where the arcs of each state begin."""
        return np.searchsorted(self.arcs.tail, np.arange(self.states.count + 1)).astype(np.int32)

    @cached_property
    def metres(self) -> FloatArray:
        """(m,) length of each arc."""
        return np.ascontiguousarray(self.network.metres[self.arcs.edge], dtype=np.float64)

    @cached_property
    def ring(self) -> tuple[float, int]:
        """Width and number of buckets for a search; no place is farther from a node than an edge is long."""
        return ring_of(float(self.cost.max(initial=1.0)), float(self.cost.mean()) if len(self.cost) else 1.0)

    @cached_property
    def turned(self) -> Graph:
        """The graph with every way turned round: for ways to a place rather than from it."""
        if (self.forward == self.backward).all() and not self.states.after:
            return self
        states = states_of(self.network, self.profile, turned=True)
        made = Graph.made(self.network, self.profile, self.backward, self.forward, states, self.closed)
        return replace(made, whole=self.whole)

    @cached_property
    def component(self) -> NDArray[np.int64]:
        """(E,) number of the piece of network an edge lies in; -1 where one cannot both come and go, or in an islet."""
        network, nodes = self.network, self.network.nodes
        plain = arcs_of(network, self.forward, self.backward, self.cost, States(nodes))
        matrix = csr_array((plain.cost, (plain.tail, plain.head)), shape=(nodes, nodes))
        _, of_node = connected_components(matrix, directed=True, connection="strong")
        here, there = of_node[network.origin], of_node[network.destination]
        usable = (self.forward | self.backward) & (here == there)
        total_m = np.bincount(here[usable], network.metres[usable], minlength=1)
        large = total_m >= min(ISLET_M, total_m.max())
        found: NDArray[np.int64] = np.where(usable & large[np.where(usable, here, 0)], here, -1)
        return found

    @cached_property
    def streets(self) -> NDArray[np.intp]:
        """The edges a place may stand at."""
        return self.whole.streets if self.whole else np.flatnonzero(self.component >= 0)

    @cached_property
    def tree(self) -> STRtree:
        """Those edges, on the plane."""
        return self.whole.tree if self.whole else STRtree(self.network.lines_in_plane(self.streets))


def costs(network: Network, profile: str) -> FloatArray:
    """(E,) what an edge costs; never nothing, so that no way is free. A ferry costs the metres gone in its time."""
    metres = np.maximum(network.metres, 0.001)
    pace = network.of_trait("pace_s_km") / 1000
    if profile == VEHICLE:
        on_land = metres / (np.maximum(network.of_trait("speed_kmh"), 1) / 3.6)
        return np.where(pace > 0, metres * pace, on_land)
    return np.where(pace > 0, metres * pace * FERRY_MPS[profile], metres)


def arcs_of(network: Network, forward: BoolArray, backward: BoolArray, cost: FloatArray, states: States) -> Arcs:
    """All ways from state to state; an edge that ends where it begins leads nowhere."""
    edge = np.concatenate([np.flatnonzero(forward), np.flatnonzero(backward)])
    along = np.concatenate([np.ones(forward.sum(), np.bool_), np.zeros(backward.sum(), np.bool_)])
    tail = np.where(along, network.origin[edge], network.destination[edge]).astype(np.int64)
    head = np.where(along, network.destination[edge], network.origin[edge]).astype(np.int64)
    moves = tail != head
    edge, along, tail, head = with_states(states, edge[moves], along[moves], tail[moves], head[moves])
    order = np.lexsort((cost[edge], head, tail))
    first = np.ones(len(order), dtype=np.bool_)
    first[1:] = (np.diff(tail[order]) != 0) | (np.diff(head[order]) != 0)
    kept = order[first]
    return Arcs(tail[kept].astype(np.int32), head[kept].astype(np.int32), cost[edge][kept], edge[kept], along[kept])


def with_states(
    states: States, edge: NDArray[np.int64], along: BoolArray, tail: NDArray[np.int64], head: NDArray[np.int64]
) -> tuple[NDArray[np.int64], BoolArray, NDArray[np.int64], NDArray[np.int64]]:
    """The arcs with those of junctions that somebody comes to by an edge with forbidden turns."""
    if not states.after:
        return edge, along, tail, head
    for number in np.flatnonzero(np.isin(head, list(states.at))).tolist():
        head[number] = states.after.get((int(edge[number]), int(head[number])), head[number])
    order = np.argsort(tail, kind="stable")
    more, of_state = list[int](), list[int]()
    for (_, node), state in states.after.items():
        first, last = np.searchsorted(tail, [node, node + 1], sorter=order)
        out = [arc for arc in order[first:last].tolist() if int(edge[arc]) not in states.closed[state]]
        more += out
        of_state += [state] * len(out)
    copied = np.array(more, dtype=np.int64)
    return (
        np.concatenate([edge, edge[copied]]),
        np.concatenate([along, along[copied]]),
        np.concatenate([tail, np.array(of_state, dtype=np.int64)]),
        np.concatenate([head, head[copied]]),
    )
