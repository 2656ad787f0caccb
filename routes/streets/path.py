"""One way along streets: the stretches it takes, its line, its length."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from routes.streets.cutting import stretch
from routes.streets.graph import Graph
from routes.streets.matrix import AT_NODE_M, Places, along_edge, places_of, search
from routes.streets.network import Network
from routes.streets.snapping import Snap
from routes.streets.traits import Traits

LonLat = tuple[float, float]


@dataclass(frozen=True)
class Stretch:
    """Part of an edge, between two distances from the edge's start; `from_m > to_m` where it is followed backwards."""

    edge: int
    from_m: float
    to_m: float

    @property
    def metres(self) -> float:
        return abs(self.to_m - self.from_m)

    @property
    def along(self) -> bool:
        return self.to_m >= self.from_m

    def traits(self, network: Network) -> Traits:
        """As one meets them on the way."""
        traits = network.traits_at(self.edge)
        return traits if self.along else traits.reversed

    def line(self, network: Network) -> NDArray[np.float64]:
        """(n, 2) its positions in the direction of travel; at least two."""
        low, high = sorted((self.from_m, self.to_m))
        whole = network.line(self.edge)
        part = whole if low <= 0 and high >= network.metres[self.edge] else stretch(whole, low, high)
        return part if self.along else part[::-1]


@dataclass(frozen=True)
class Path:
    """The stretches between two snapped places, in order; none where both are the same point."""

    origin: Snap
    destination: Snap
    stretches: tuple[Stretch, ...]

    @property
    def metres(self) -> float:
        return sum(one.metres for one in self.stretches)


def path_between(graph: Graph, origin: Snap, destination: Snap, limit: float = np.inf) -> Path | None:
    """The best way; None where there is none that costs at most `limit`."""
    start, goal = places_of(graph, [origin]), places_of(graph, [destination])
    cost, before = search(graph, start, limit)
    over = cost[0, goal.node[0]] + goal.enter[0]
    direct = float(along_edge(graph, start, goal)[0, 0])
    if direct <= over.min() and np.isfinite(direct):
        return Path(origin, destination, kept([Stretch(origin.edge, origin.at_m, destination.at_m)]))
    end = int(over.argmin())
    if not np.isfinite(over[end]):
        return None
    return Path(origin, destination, kept(walked_back(graph, start, goal, before[0], end)))


def walked_back(graph: Graph, start: Places, goal: Places, before: NDArray[np.int32], end: int) -> list[Stretch]:
    """The stretches, found from the destination on."""
    lengths = graph.network.metres
    edge, node = int(goal.edge[0]), int(goal.node[0, end])
    found = [Stretch(edge, end * float(lengths[edge]), float(goal.metres[0, 0]))]
    while (previous := int(before[node])) < graph.network.nodes:
        arc = int(graph.arc(np.array([previous]), np.array([node]))[0])
        edge = int(graph.arcs.edge[arc])
        ends = (0.0, float(lengths[edge]))
        found.append(Stretch(edge, *(ends if graph.arcs.along[arc] else ends[::-1])))
        node = previous
    leave = np.where(start.node[0] == node, start.leave[0], np.inf)
    out = int(leave.argmin())
    edge = int(start.edge[0])
    found.append(Stretch(edge, float(start.metres[0, 0]), out * float(lengths[edge])))
    return found[::-1]


def kept(stretches: list[Stretch]) -> tuple[Stretch, ...]:
    """Without those of no length (a place that stands at a junction)."""
    return tuple(one for one in stretches if one.metres > AT_NODE_M)
