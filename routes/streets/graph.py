"""One profile's view of a network: who may go where at what cost, as compressed sparse rows for scipy."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Self

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components
from shapely import STRtree

from routes.streets.network import Network
from routes.streets.profiles import VEHICLE

ISLET_M = 2_000
"""Pieces of street shorter than this in all, cut off from the rest, are errors of mapping: nothing is placed there."""

FloatArray = NDArray[np.float64]
BoolArray = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Arcs:
    """The m ways along edges from node to node, sorted by tail and head: only the cheapest of parallel ones."""

    tail: NDArray[np.int64]
    head: NDArray[np.int64]
    cost: FloatArray
    edge: NDArray[np.int64]
    along: BoolArray


@dataclass(frozen=True, eq=False)
class Graph:
    """`cost` (E,) of each edge: metres on foot and by bicycle, seconds by vehicle. `forward`, `backward` (E,)."""

    network: Network
    profile: str
    forward: BoolArray
    backward: BoolArray
    cost: FloatArray
    arcs: Arcs
    matrix: csr_array

    @classmethod
    def of(cls, network: Network, profile: str) -> Self:
        return cls.made(network, profile, *network.open_to(profile))

    @classmethod
    def made(cls, network: Network, profile: str, forward: BoolArray, backward: BoolArray) -> Self:
        """The graph of a network whose edges may be followed as these masks say."""
        cost = costs(network, profile)
        arcs = arcs_of(network, forward, backward, cost)
        shape = (network.nodes, network.nodes)
        start = np.searchsorted(arcs.tail, np.arange(network.nodes + 1))
        matrix = csr_array((arcs.cost, arcs.head.astype(np.int32), start.astype(np.int32)), shape=shape)
        return cls(network, profile, forward, backward, cost, arcs, matrix)

    @property
    def cost_is_metres(self) -> bool:
        return self.profile != VEHICLE

    @cached_property
    def keys(self) -> NDArray[np.int64]:
        """A sorted number for each arc."""
        return self.arcs.tail * self.network.nodes + self.arcs.head

    def arc(self, tail: NDArray[np.int64], head: NDArray[np.int64]) -> NDArray[np.intp]:
        """The numbers of the arcs that lead from node to node; they exist."""
        return np.searchsorted(self.keys, tail * self.network.nodes + head)

    @cached_property
    def turned(self) -> Graph:
        """The graph with every way turned round: for ways to a place rather than from it."""
        if (self.forward == self.backward).all():
            return self
        return Graph.made(self.network, self.profile, self.backward, self.forward)

    @cached_property
    def component(self) -> NDArray[np.int64]:
        """(E,) number of the piece of network an edge lies in; -1 where one cannot both come and go, or in an islet."""
        _, of_node = connected_components(self.matrix, directed=True, connection="strong")
        here, there = of_node[self.network.origin], of_node[self.network.destination]
        usable = (self.forward | self.backward) & (here == there)
        total_m = np.bincount(here[usable], self.network.metres[usable], minlength=1)
        large = total_m >= min(ISLET_M, total_m.max())
        found: NDArray[np.int64] = np.where(usable & large[np.where(usable, here, 0)], here, -1)
        return found

    @cached_property
    def streets(self) -> NDArray[np.intp]:
        """The edges a place may stand at."""
        return np.flatnonzero(self.component >= 0)

    @cached_property
    def tree(self) -> STRtree:
        """Those edges, on the plane."""
        return STRtree(self.network.lines_in_plane(self.streets))


def costs(network: Network, profile: str) -> FloatArray:
    """(E,) what an edge costs; never nothing, so that no way is free."""
    metres = np.maximum(network.metres, 0.001)
    if profile != VEHICLE:
        return metres
    return metres / (np.maximum(network.of_trait("speed_kmh"), 1) / 3.6)


def arcs_of(network: Network, forward: BoolArray, backward: BoolArray, cost: FloatArray) -> Arcs:
    """All ways from node to node; an edge that ends where it begins leads nowhere."""
    edge = np.concatenate([np.flatnonzero(forward), np.flatnonzero(backward)])
    along = np.concatenate([np.ones(forward.sum(), np.bool_), np.zeros(backward.sum(), np.bool_)])
    tail = np.where(along, network.origin[edge], network.destination[edge]).astype(np.int64)
    head = np.where(along, network.destination[edge], network.origin[edge]).astype(np.int64)
    order = np.lexsort((cost[edge], head, tail))
    order = order[(tail != head)[order]]
    first = np.ones(len(order), dtype=np.bool_)
    first[1:] = (np.diff(tail[order]) != 0) | (np.diff(head[order]) != 0)
    kept = order[first]
    return Arcs(tail[kept], head[kept], cost[edge][kept], edge[kept], along[kept])
