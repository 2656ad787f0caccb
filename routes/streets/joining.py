"""New lines brought together with those there are: an end near another line is tied to it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
import shapely

from routes.streets.spheroid import plane_per_metre, to_plane
from routes.streets.traits import Traits
from routes.streets.ways import DECIMALS, Edge, FloatArray, Way, key_positions

TIED_KEY = -(2**61)  # keys from here on are made here; no source uses them


@dataclass(frozen=True)
class Tie:
    """A position to be made a node of a way: after its segment `segment`, at the share `part` of it."""

    way: int
    segment: int
    part: float
    lonlat: tuple[float, float]
    key: int


def as_ways(edges: Iterable[Edge]) -> list[Way]:
    """Stored edges as ways again; they meet at their ends and nowhere else, whatever their positions are."""
    found, inner = [], 2**60
    for edge in edges:
        keys = -inner - np.arange(len(edge.lonlat), dtype=np.int64)
        inner += len(edge.lonlat)
        keys[0], keys[-1] = -1 - edge.origin, -1 - edge.destination
        found.append(Way(keys, edge.lonlat, edge.traits, edge.source_id))
    return found


def tied(base: Sequence[Way], new: Sequence[Way], tolerance_m: float) -> tuple[list[Way], int]:
    """All ways, the free ends of `new` tied to any other way within the tolerance; and how many were tied."""
    ways = [*base, *new]
    if not ways:
        return [], 0
    ties: dict[int, list[Tie]] = defaultdict(list)
    ends: dict[tuple[int, int], Tie] = {}
    lines = np.array([shapely.LineString(to_plane(way.lonlat)) for way in ways], dtype=np.object_)
    tree = shapely.STRtree(lines)
    meets = shared_keys(ways)
    for number in range(len(base), len(ways)):
        for end in (0, -1):
            if int(ways[number].nodes[end]) in meets:
                continue
            tie = nearest(ways, tree, number, end, tolerance_m, TIED_KEY - len(ends))
            if tie is not None:
                ends[(number, end)] = tie
                ties[tie.way].append(tie)
    joined = [with_ties(way, ties.get(number, [])) for number, way in enumerate(ways)]
    for (number, end), tie in ends.items():
        joined[number] = extended(joined[number], end, tie)
    return joined, len(ends)


def shared_keys(ways: Sequence[Way]) -> set[int]:
    """Keys at which two ways meet already."""
    keys, counts = np.unique(np.concatenate([np.unique(way.nodes) for way in ways]), return_counts=True)
    return set(keys[counts > 1].tolist())


def nearest(
    ways: Sequence[Way], tree: shapely.STRtree, number: int, end: int, tolerance_m: float, key: int
) -> Tie | None:
    """The nearest point of another way; None where none is near enough."""
    lonlat = ways[number].lonlat[end]
    point, reach = shapely.Point(to_plane(lonlat)[0]), tolerance_m * plane_per_metre(float(lonlat[1]))
    others = [int(one) for one in tree.query(point, predicate="dwithin", distance=reach) if one != number]
    if not others:
        return None
    lines = tree.geometries.take(others)
    way = others[int(np.argmin(shapely.distance(lines, point)))]
    line = to_plane(ways[way].lonlat)
    move = np.diff(line, axis=0)
    size = np.maximum((move**2).sum(axis=1), 1e-30)
    part = np.clip(((np.array(point.coords[0]) - line[:-1]) * move).sum(axis=1) / size, 0, 1)
    away = ((line[:-1] + part[:, None] * move - np.array(point.coords[0])) ** 2).sum(axis=1)
    segment = int(away.argmin())
    share = float(part[segment])
    lon, lat = (1 - share) * ways[way].lonlat[segment] + share * ways[way].lonlat[segment + 1]
    return Tie(way, segment, share, (round(float(lon), DECIMALS), round(float(lat), DECIMALS)), key)


def with_ties(way: Way, ties: Sequence[Tie]) -> Way:
    """The way with a node at each tie."""
    for tie in sorted(ties, key=lambda one: (one.segment, one.part), reverse=True):
        at = tie.segment + 1
        way = replace(
            way, nodes=np.insert(way.nodes, at, tie.key), lonlat=np.insert(way.lonlat, at, [tie.lonlat], axis=0)
        )
    return way


def extended(way: Way, end: int, tie: Tie) -> Way:
    """The way led on from one of its ends to the tie."""
    at = 0 if end == 0 else len(way.nodes)
    return replace(way, nodes=np.insert(way.nodes, at, tie.key), lonlat=np.insert(way.lonlat, at, [tie.lonlat], axis=0))


def meeting_by_position(lines: Iterable[tuple[FloatArray, Traits, int]]) -> list[Way]:
    """Lines with their traits and source ids as ways that meet where they share a position to 1e-7 degree."""
    rounded = ((np.round(line, DECIMALS), traits, source_id) for line, traits, source_id in lines)
    return [Way(key_positions(line), line, traits, source_id) for line, traits, source_id in rounded if len(line) > 1]
