"""From places to places along streets: costs and metres of the best ways, by scipy's Dijkstra.

A place is a point somewhere on an edge. It becomes a node of its own that leads to the ends of its edge; who comes to
it comes over one of these ends, or along the edge itself where both places stand on one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array
from scipy.sparse.csgraph import dijkstra

from routes.streets.graph import Graph
from routes.streets.snapping import Snap

FloatArray = NDArray[np.float64]
AT_NODE_M = 0.005
AT_ONCE = 4_000_000  # numbers of one search's answer in memory


@dataclass(frozen=True, eq=False)
class Places:
    """n snapped places as arrays. Leaving over the edge's origin (0) or destination (1) costs `leave` (n, 2)."""

    edge: NDArray[np.int64]
    node: NDArray[np.int64]
    metres: FloatArray
    leave: FloatArray
    enter: FloatArray

    def __len__(self) -> int:
        return len(self.edge)


def places_of(graph: Graph, snaps: Sequence[Snap]) -> Places:
    """`leave` and `enter` are inf where a one-way street forbids it; `metres` (n, 2) to each end of the edge."""
    edge = np.array([one.edge for one in snaps], dtype=np.int64)
    at_m = np.array([one.at_m for one in snaps], dtype=np.float64)
    length = graph.network.metres[edge]
    metres = np.column_stack([at_m, np.maximum(length - at_m, 0)])
    cost = metres * (graph.cost[edge] / np.maximum(length, 0.001))[:, None]
    there = metres <= AT_NODE_M  # who stands at a junction needs no leave of the street
    along, against = graph.forward[edge], graph.backward[edge]
    leave = np.where(there | np.column_stack([against, along]), cost, np.inf)
    enter = np.where(there | np.column_stack([along, against]), cost, np.inf)
    node = np.column_stack([graph.network.origin[edge], graph.network.destination[edge]]).astype(np.int64)
    return Places(edge, node, metres, leave, enter)


@dataclass(frozen=True, eq=False)
class Found:
    """(n, m) costs and metres from origins to destinations; inf where there is no way."""

    cost: FloatArray
    metres: FloatArray


def between(graph: Graph, origins: Places, destinations: Places, limit: float = np.inf) -> Found:
    """The best ways from each origin to each destination that cost at most `limit`, in parts that fit in memory."""
    step = max(1, AT_ONCE // max(1, graph.network.nodes))
    parts = [
        some(graph, part(origins, first, first + step), destinations, limit) for first in range(0, len(origins), step)
    ]
    shape = (0, len(destinations))
    return Found(
        np.vstack([np.zeros(shape), *(one.cost for one in parts)]),
        np.vstack([np.zeros(shape), *(one.metres for one in parts)]),
    )


def part(places: Places, first: int, last: int) -> Places:
    return Places(*(getattr(places, name)[first:last] for name in ("edge", "node", "metres", "leave", "enter")))


def some(graph: Graph, origins: Places, destinations: Places, limit: float) -> Found:
    traced = not graph.cost_is_metres
    cost, before = search(graph, origins, limit) if traced else (costs_from(graph, origins, limit), None)
    over = np.stack([cost[:, destinations.node[:, end]] + destinations.enter[None, :, end] for end in (0, 1)])
    direct = along_edge(graph, origins, destinations)
    best = np.minimum(over.min(axis=0), direct)
    reached = np.isfinite(best) & (best <= limit)
    metres = best
    if before is not None:
        within = np.abs(origins.metres[:, 0, None] - destinations.metres[None, :, 0])
        metres = np.where(direct <= best, within, traced_m(graph, origins, destinations, before, over, reached))
    return Found(np.where(reached, best, np.inf), np.where(reached, metres, np.inf))


def costs_from(graph: Graph, origins: Places, limit: float) -> FloatArray:
    """(n, N + n) costs from each origin to each node."""
    sources = graph.network.nodes + np.arange(len(origins))
    cost: FloatArray = dijkstra(with_origins(graph, origins), indices=sources, limit=limit)
    return cost


def search(graph: Graph, origins: Places, limit: float) -> tuple[FloatArray, NDArray[np.int32]]:
    """(n, N + n) costs from each origin to each node, and the node before it; the last n nodes are the origins."""
    matrix = with_origins(graph, origins)
    nodes = graph.network.nodes
    sources = np.arange(nodes, nodes + len(origins))
    cost, before = dijkstra(matrix, indices=sources, limit=limit, return_predecessors=True)
    return cost, before


def with_origins(graph: Graph, origins: Places) -> csr_array:
    """The graph with a node more for each origin."""
    usable = np.isfinite(origins.leave)
    size = graph.network.nodes + len(origins)
    start = np.concatenate([graph.matrix.indptr, graph.matrix.indptr[-1] + np.cumsum(usable.sum(axis=1))])
    heads = np.concatenate([graph.matrix.indices, origins.node[usable].astype(np.int32)])
    costs = np.concatenate([graph.matrix.data, origins.leave[usable]])
    return csr_array((costs, heads, start.astype(np.int32)), shape=(size, size))


def traced_m(
    graph: Graph,
    origins: Places,
    destinations: Places,
    before: NDArray[np.int32],
    over: FloatArray,
    reached: NDArray[np.bool_],
) -> FloatArray:
    """(n, m) metres of the ways found, walked back from all destinations at once; `over` (2, n, m) cost by each end."""
    end = over.argmin(axis=0)
    metres = np.where(reached, destinations.metres[np.arange(len(destinations)), end], np.inf)
    rows, columns = np.nonzero(reached & np.isfinite(over.min(axis=0)))
    node = destinations.node[columns, end[rows, columns]]
    while len(rows):
        previous = before[rows, node].astype(np.int64)
        on_network = previous < graph.network.nodes
        first = ~on_network
        metres[rows[first], columns[first]] += left_by(origins, rows[first], node[first])
        rows, columns, node, previous = rows[on_network], columns[on_network], node[on_network], previous[on_network]
        metres[rows, columns] += graph.network.metres[graph.arcs.edge[graph.arc(previous, node)]]
        node = previous
    return metres


def left_by(origins: Places, rows: NDArray[np.int64], node: NDArray[np.int64]) -> FloatArray:
    """Metres from each origin to the end of its edge over which the way leaves, `node`."""
    leave = np.where(origins.node[rows] == node[:, None], origins.leave[rows], np.inf)
    metres: FloatArray = origins.metres[rows, leave.argmin(axis=1)]
    return metres


def along_edge(graph: Graph, origins: Places, destinations: Places) -> FloatArray:
    """(n, m) costs between places on one edge without leaving it; inf for all others."""
    same = origins.edge[:, None] == destinations.edge[None, :]
    ahead = destinations.metres[None, :, 0] - origins.metres[:, 0, None]
    allowed = np.where(ahead >= 0, graph.forward[origins.edge][:, None], graph.backward[origins.edge][:, None])
    allowed |= ahead == 0
    pace = (graph.cost[origins.edge] / np.maximum(graph.network.metres[origins.edge], 0.001))[:, None]
    cost: FloatArray = np.where(same & allowed, np.abs(ahead) * pace, np.inf)
    return cost
