"""One way along streets: the stretches it takes, its line, its length."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from routes.streets.cutting import stretch
from routes.streets.graph import Graph
from routes.streets.matrix import AT_NODE_M, Doors, Places, along_edge, doors_of, places_of, spread
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
    doors = doors_of(graph, goal)
    found = spread(graph, start.state[0], start.leave[0], limit, doors.state.tolist())
    over = found.cost[doors.state] + doors.enter
    direct = float(along_edge(graph, start, goal)[0][0, 0])
    if np.isfinite(direct) and direct <= min(over.min(), limit):
        return Path(origin, destination, kept([Stretch(origin.edge, origin.at_m, destination.at_m)]))
    door = int(over.argmin())
    if not over[door] <= limit or not np.isfinite(over[door]):
        return None
    return Path(origin, destination, kept(walked_back(graph, start, goal, found.before, doors, door)))


def walked_back(
    graph: Graph, start: Places, goal: Places, before: NDArray[np.int32], doors: Doors, door: int
) -> list[Stretch]:
    """The stretches, found from the destination on."""
    lengths, arcs = graph.network.metres, graph.arcs
    edge, end, state = int(goal.edge[0]), int(doors.end[door]), int(doors.state[door])
    found = [Stretch(edge, end * float(lengths[edge]), float(goal.metres[0, 0]))]
    while (arc := int(before[state])) >= 0:
        edge, state = int(arcs.edge[arc]), int(arcs.tail[arc])
        ends = (0.0, float(lengths[edge]))
        found.append(Stretch(edge, *(ends if arcs.along[arc] else ends[::-1])))
    out = -2 - int(before[state])
    edge = int(start.edge[0])
    found.append(Stretch(edge, float(start.metres[0, 0]), out * float(lengths[edge])))
    return found[::-1]


def kept(stretches: list[Stretch]) -> tuple[Stretch, ...]:
    """Without those of no length (a place that stands at a junction)."""
    return tuple(one for one in stretches if one.metres > AT_NODE_M)
