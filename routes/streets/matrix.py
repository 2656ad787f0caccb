"""From places to places along streets: costs and metres of the best ways.

A place is a point somewhere on an edge. From there one leaves over the ends of the edge; who comes to it comes over one
of these ends, or along the edge itself where both places stand on one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from routes.streets.graph import Closed, Graph
from routes.streets.search import FloatArray, rows, settle
from routes.streets.snapping import Snap

AT_NODE_M = 0.005


@dataclass(frozen=True, eq=False)
class Places:
    """n snapped places as arrays. Leaving over the edge's origin (0) or destination (1) costs `leave` (n, 2).

    `state` (n, 2) is the state of the junction in which one has left; `metres` (n, 2) are those to each end.
    """

    edge: NDArray[np.int64]
    node: NDArray[np.int64]
    state: NDArray[np.int32]
    metres: FloatArray
    leave: FloatArray
    enter: FloatArray

    def __len__(self) -> int:
        return len(self.edge)


def places_of(graph: Graph, snaps: Sequence[Snap]) -> Places:
    """`leave` and `enter` are inf where a one-way street or a closure forbids it."""
    edge = np.array([one.edge for one in snaps], dtype=np.int64)
    at_m = np.array([one.at_m for one in snaps], dtype=np.float64)
    length = graph.network.metres[edge]
    metres = np.column_stack([at_m, np.maximum(length - at_m, 0)])
    cost = metres * (graph.cost[edge] / np.maximum(length, 0.001))[:, None]
    there = metres <= AT_NODE_M  # who stands at a junction needs no leave of the street
    cost[shut(graph.closed, edge, at_m, length) & ~there] = np.inf
    along, against = graph.forward[edge], graph.backward[edge]
    leave = np.where(there | np.column_stack([against, along]), cost, np.inf)
    enter = np.where(there | np.column_stack([along, against]), cost, np.inf)
    node = np.column_stack([graph.network.origin[edge], graph.network.destination[edge]]).astype(np.int64)
    return Places(edge, node, left_in(graph, edge, node, there), metres, leave, enter)


def shut(closed: Closed, edge: NDArray[np.int64], at_m: FloatArray, length: FloatArray) -> NDArray[np.bool_]:
    """(n, 2) whether something closed lies between a place and each end of its edge."""
    found = np.zeros((len(edge), 2), dtype=np.bool_)
    for number in np.flatnonzero(np.isin(edge, list(closed))).tolist() if closed else ():
        spans = closed[int(edge[number])]
        found[number, 0] = is_shut(spans, 0.0, float(at_m[number]))
        found[number, 1] = is_shut(spans, float(at_m[number]), float(length[number]))
    return found


def is_shut(spans: Sequence[tuple[float, float]], from_m: float, to_m: float) -> bool:
    """Whether a closed part lies between two points of an edge, or at one of them."""
    low, high = sorted((from_m, to_m))
    return any(first <= high and last >= low for first, last in spans)


def left_in(
    graph: Graph, edge: NDArray[np.int64], node: NDArray[np.int64], there: NDArray[np.bool_]
) -> NDArray[np.int32]:
    """(n, 2) the states in which one comes to the ends of the edges; who stands there has not come by the edge."""
    state = node.astype(np.int32)
    if graph.states.after:
        for number, end in np.argwhere(~there & np.isin(node, list(graph.states.at))).tolist():
            here = int(node[number, end])
            state[number, end] = graph.states.after.get((int(edge[number]), here), here)
    return state


@dataclass(frozen=True, eq=False)
class Doors:
    """The k ways into n places: over `end` of the edge of `place`, from `state`, at the cost `enter`. All (k,)."""

    place: NDArray[np.int64]
    end: NDArray[np.int64]
    state: NDArray[np.int32]
    enter: FloatArray


def doors_of(graph: Graph, places: Places) -> Doors:
    """The states from which each place may be entered; at a junction itself from all of them."""
    place, end = np.tile(np.arange(len(places)), 2), np.repeat([0, 1], len(places))
    state = places.node.T.ravel().astype(np.int64)
    more = np.zeros((0, 2), dtype=np.int64)
    if graph.states.after:
        forbidding = np.flatnonzero(np.isin(state, list(graph.states.at))).tolist()
        found = [
            (door, other) for door in forbidding for other in entering(graph, places, int(place[door]), int(end[door]))
        ]
        more = np.array(found, dtype=np.int64).reshape(-1, 2)
    place, end = np.concatenate([place, place[more[:, 0]]]), np.concatenate([end, end[more[:, 0]]])
    states: NDArray[np.int32] = np.concatenate([state, more[:, 1]]).astype(np.int32)
    return Doors(place, end, states, places.enter[place, end])


def entering(graph: Graph, places: Places, place: int, end: int) -> list[int]:
    """The states of a junction, besides the plain one, from which a place is entered."""
    node = int(places.node[place, end])
    if places.metres[place, end] <= AT_NODE_M:
        return list(graph.states.at[node])
    return graph.states.entering(int(places.edge[place]), node)[1:]


@dataclass(frozen=True, eq=False)
class Found:
    """(n, m) costs and metres from origins to destinations; inf where there is no way."""

    cost: FloatArray
    metres: FloatArray


def between(graph: Graph, origins: Places, destinations: Places, limit: float = np.inf) -> Found:
    """The best ways from each origin to each destination that cost at most `limit`."""
    cost, metres = along_edge(graph, origins, destinations)
    doors = doors_of(graph, destinations)
    if len(origins) and len(destinations):
        over, over_m = over_doors(graph, origins, destinations, doors, limit)
        count, every = len(destinations), len(doors.place)
        for first, last in pairwise([0, count, *range(2 * count, every + 1)]):  # no place has two doors of a block
            block = slice(first, last)
            better(cost, metres, doors.place[block], over[:, block], over_m[:, block])
    reached = np.isfinite(cost) & (cost <= limit)
    return Found(np.where(reached, cost, np.inf), np.where(reached, metres, np.inf))


def over_doors(
    graph: Graph, origins: Places, destinations: Places, doors: Doors, limit: float
) -> tuple[FloatArray, FloatArray]:
    """(n, k), (n, k) costs and metres from each origin over each door to its place."""
    arcs, (width, ring) = graph.arcs, graph.ring
    goals, column = np.unique(doors.state, return_inverse=True)
    cost, metres = rows(
        graph.start, arcs.head, arcs.tail, arcs.cost, graph.metres,
        origins.state, origins.leave, origins.metres, goals, float(limit), width, ring,
    )  # fmt: skip
    return cost[:, column] + doors.enter, metres[:, column] + destinations.metres[doors.place, doors.end]


def better(
    cost: FloatArray, metres: FloatArray, place: NDArray[np.int64], other: FloatArray, other_m: FloatArray
) -> None:
    """Take what is cheaper into the columns of some places, each of which comes once."""
    cheaper = other < cost[:, place]
    metres[:, place] = np.where(cheaper, other_m, metres[:, place])
    cost[:, place] = np.where(cheaper, other, cost[:, place])


@dataclass(frozen=True, eq=False)
class Reached:
    """(S,) the cost to each state, and the arc by which one comes there; -2 - k from the k-th seed, -1 never."""

    cost: FloatArray
    before: NDArray[np.int32]


def spread(
    graph: Graph, states: NDArray[np.int32], costs: FloatArray, limit: float, goals: Sequence[int] = ()
) -> Reached:
    """One search from some states (k,), each entered at its cost; it may end once all goals are settled."""
    arcs, count = graph.arcs, graph.states.count
    width, ring = graph.ring
    first = float(np.max(costs[np.isfinite(costs)], initial=0.0))
    cost, before = np.empty(count, dtype=np.float64), np.empty(count, dtype=np.int32)
    wanted = np.full(count, not goals)
    wanted[list(goals)] = True
    ring = max(ring, int(first / width) + 3)
    settle(graph.start, arcs.head, arcs.cost, states, costs, wanted, float(limit), width, ring, cost, before)
    return Reached(cost, before)


def along_edge(graph: Graph, origins: Places, destinations: Places) -> tuple[FloatArray, FloatArray]:
    """(n, m), (n, m) costs and metres between places on one edge without leaving it; inf for all others."""
    same = origins.edge[:, None] == destinations.edge[None, :]
    ahead = destinations.metres[None, :, 0] - origins.metres[:, 0, None]
    allowed = np.where(ahead >= 0, graph.forward[origins.edge][:, None], graph.backward[origins.edge][:, None])
    allowed = same & (allowed | (ahead == 0))
    for row, column in np.argwhere(allowed).tolist() if graph.closed else ():
        spans = graph.closed.get(int(origins.edge[row]), ())
        ends = float(origins.metres[row, 0]), float(destinations.metres[column, 0])
        allowed[row, column] = ahead[row, column] == 0 or not is_shut(spans, *ends)
    pace = (graph.cost[origins.edge] / np.maximum(graph.network.metres[origins.edge], 0.001))[:, None]
    return np.where(allowed, np.abs(ahead) * pace, np.inf), np.where(allowed, np.abs(ahead), np.inf)
