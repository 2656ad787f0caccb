"""How far one gets along streets within a time: the part of each edge that is reached."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from routes.streets.cutting import stretch
from routes.streets.graph import Graph, Span
from routes.streets.matrix import places_of, spread
from routes.streets.search import FloatArray
from routes.streets.snapping import LonLat, Snap, snap
from routes.streets.spheroid import length_m


@dataclass(frozen=True, eq=False)
class Reach:
    """Lines (n, 2) of the streets reached, WGS 84, and their length in all. `off` are positions at no street."""

    lines: tuple[FloatArray, ...]
    metres: float
    off: tuple[LonLat, ...]


def reach(graph: Graph, lonlats: Sequence[LonLat], budget: float) -> Reach:
    """Every street that one of the places reaches at a cost of at most `budget` (metres; by vehicle seconds)."""
    snaps = snap(graph, lonlats)
    off = tuple(place for place, one in zip(lonlats, snaps, strict=True) if one is None)
    starts = [one for one in snaps if one is not None and one.away_m < budget]
    if not starts:
        return Reach((), 0.0, off)
    spans = spans_of(graph, starts, left_at_nodes(graph, starts, budget), budget)
    lines = tuple(
        stretch(graph.network.line(edge), *span) for edge, found in sorted(spans.items()) for span in united(found)
    )
    return Reach(lines, sum(length_m(line) for line in lines), off)


def left_at_nodes(graph: Graph, starts: Sequence[Snap], budget: float) -> FloatArray:
    """(N,) what is left of the budget at each node, coming from the best of the places; -inf where none reaches it."""
    places = places_of(graph, starts)
    costs = places.leave + np.array([one.away_m for one in starts])[:, None]
    found = spread(graph, places.state.ravel(), costs.ravel(), budget)
    best = found.cost[: graph.network.nodes].copy()
    for (_, node), state in graph.states.after.items():
        best[node] = min(best[node], found.cost[state])
    left: FloatArray = budget - best
    return left


def spans_of(graph: Graph, starts: Sequence[Snap], left: FloatArray, budget: float) -> dict[int, list[Span]]:
    """The parts of each edge reached from its ends, and from the places that stand on it."""
    network, found = graph.network, defaultdict[int, list[Span]](list)
    metres, pace = network.metres, graph.cost / np.maximum(network.metres, 0.001)
    ahead, back = left[network.origin] / pace, left[network.destination] / pace
    for edge in np.flatnonzero(graph.forward & (ahead > 0)).tolist():
        found[edge].append((0.0, min(float(ahead[edge]), float(metres[edge]))))
    for edge in np.flatnonzero(graph.backward & (back > 0)).tolist():
        found[edge].append((max(0.0, float(metres[edge] - back[edge])), float(metres[edge])))
    for one in starts:
        far = (budget - one.away_m) / float(pace[one.edge])
        first = one.at_m - far if graph.backward[one.edge] else one.at_m
        last = one.at_m + far if graph.forward[one.edge] else one.at_m
        found[one.edge].append((max(0.0, first), min(last, float(metres[one.edge]))))
    return found


def united(spans: Iterable[Span]) -> list[Span]:
    """The spans with those that touch as one, longer than a centimetre."""
    whole: list[Span] = []
    for first, last in sorted(spans):
        if whole and first <= whole[-1][1]:
            whole[-1] = (whole[-1][0], max(last, whole[-1][1]))
        else:
            whole.append((first, last))
    return [(first, last) for first, last in whole if last - first > 0.01]
