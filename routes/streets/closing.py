"""Which parts of streets a line drawn as closed closes: those it runs along, and points at which it crosses a street.

Lines are drawn by hand over a map: what lies within 10 m of one and leads its way is meant. Where it meets a street
that it follows, the streets that only begin there stay open.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
import shapely
from shapely import LineString

from routes.streets.graph import Span
from routes.streets.network import Network
from routes.streets.path import Path
from routes.streets.snapping import LonLat
from routes.streets.spheroid import plane_per_metre, to_plane

BESIDE_M = 10.0  # how exactly a line is drawn: an assumption
SHORTEST_M = 15.0  # along a street, shorter is a street that is only met
LEADS_ALONG = 0.7  # of the part's length, how far it comes forward along the line
ACROSS_M = 1.0  # of a street is closed where a line crosses it


@dataclass(frozen=True)
class ClosedWay:
    """A line (WGS 84) that nobody passes, and why, in Thai and English."""

    id: int
    lonlat: tuple[LonLat, ...]
    th: str
    en: str


@dataclass(frozen=True)
class Closing:
    """Part of an edge that a closed way closes."""

    edge: int
    span: Span
    way: ClosedWay


def closings(network: Network, ways: Iterable[ClosedWay]) -> Iterator[Closing]:
    """What the closed ways close of a network."""
    for way in ways:
        line = LineString(to_plane(way.lonlat))
        reach = BESIDE_M * plane_per_metre(way.lonlat[0][1])
        near = network.tree.query(line, predicate="dwithin", distance=reach)
        yield from of_way(network, way, line, reach, sorted(near.tolist()))


def of_way(network: Network, way: ClosedWay, line: LineString, reach: float, edges: Iterable[int]) -> Iterator[Closing]:
    """The parts it runs along first: at their ends it closes nothing else."""
    shapes = {edge: network.tree.geometries[edge] for edge in edges}
    zone = line.buffer(reach)
    followed = {edge: span for edge, shape in shapes.items() if (span := along(network, edge, shape, zone, line))}
    ends = {node for edge in followed for node in network.ends(edge)}
    for edge, span in followed.items():
        yield Closing(edge, span, way)
    for edge, shape in shapes.items():
        first, last = followed.get(edge, (np.inf, -np.inf))
        for at_m in crossed(network, edge, shape, line):
            if not first <= at_m <= last and not met(network, edge, at_m, ends):
                yield Closing(edge, (at_m - ACROSS_M / 2, at_m + ACROSS_M / 2), way)


def along(network: Network, edge: int, shape: LineString, zone: shapely.Polygon, line: LineString) -> Span | None:
    """The part of an edge that leads the way of the line, within reach of it."""
    length = float(network.metres[edge])
    per_metre = shape.length / max(length, 1e-6)
    ends: list[float] = []
    for part in shapely.get_parts(shape.intersection(zone)):
        if part.geom_type == "LineString" and comes_forward(part, line) >= LEADS_ALONG * part.length:
            ends += [shape.project(shapely.Point(part.coords[end])) / per_metre for end in (0, -1)]
    if not ends or max(ends) - min(ends) < min(SHORTEST_M, 0.8 * length):
        return None
    return min(ends), max(ends)


def comes_forward(part: LineString, line: LineString) -> float:
    """How far along the line one comes by following a part of a street."""
    first, last = (line.project(shapely.Point(part.coords[end])) for end in (0, -1))
    return abs(float(last - first))


def crossed(network: Network, edge: int, shape: LineString, line: LineString) -> Iterator[float]:
    """Metres from the start of an edge at which the line crosses or touches it."""
    per_metre = shape.length / max(float(network.metres[edge]), 1e-6)
    for point in shapely.get_parts(shape.intersection(line)):
        if point.geom_type == "Point":
            yield float(shape.project(point)) / per_metre


def met(network: Network, edge: int, at_m: float, ends: set[int]) -> bool:
    """Whether a crossing is no more than the corner of a street that is followed."""
    origin, destination = network.ends(edge)
    return (at_m <= BESIDE_M and origin in ends) or (
        at_m >= float(network.metres[edge]) - BESIDE_M and destination in ends
    )


def spans_of(found: Iterable[Closing]) -> dict[int, tuple[Span, ...]]:
    """The closed parts of each edge."""
    spans = defaultdict[int, list[Span]](list)
    for one in found:
        spans[one.edge].append(one.span)
    return {edge: tuple(parts) for edge, parts in spans.items()}


def met_on(path: Path, found: Iterable[Closing]) -> tuple[tuple[ClosedWay, LonLat], ...]:
    """The closed ways that a path runs into, in its order, and where."""
    by_edge = defaultdict[int, list[Closing]](list)
    for one in found:
        by_edge[one.edge].append(one)
    hit: dict[ClosedWay, int] = {}
    for number, part in enumerate(path.stretches):
        low, high = sorted((part.from_m, part.to_m))
        for one in by_edge.get(part.edge, ()):
            if one.span[0] <= high and one.span[1] >= low:
                hit.setdefault(one.way, number)
    ordered = sorted(hit.items(), key=lambda one: one[1])
    return tuple((way, middle(way)) for way, _ in ordered)


def middle(way: ClosedWay) -> LonLat:
    """The position in the middle of a closed way's line."""
    lon, lat = np.asarray(way.lonlat)[len(way.lonlat) // 2].tolist()
    return float(lon), float(lat)
