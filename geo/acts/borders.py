"""Move a border or a corner once: every area along it follows, with identical coordinates in all."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from geo.acts.areas import Position, Ring, corners_of, rings_of, with_rings, without_repeats
from geo.acts.errors import ActImpossible
from geo.texts import Text
from geo.utm import plane_at

Areas = Mapping[str, BaseGeometry]
ON_EDGE_M = 0.02  # a corner of a neighbour this near to an edge lies on it


def holders(areas: Areas, corners: Sequence[Position]) -> list[str]:
    """The names of the areas that have one of these corners."""
    return [name for name, area in areas.items() if not corners_of(area).isdisjoint(corners)]


def move_corners(areas: Areas, moves: Mapping[Position, Position]) -> dict[str, shapely.MultiPolygon]:
    """The areas that have a moved corner, each with every such corner moved. Raises ActImpossible.

    Two corners that come to lie on one position become one.
    """
    there = {corner for area in areas.values() for corner in corners_of(area)}
    for index, corner in enumerate(moves):
        if corner not in there:
            raise _no_corner(f"/moves/{index}/from")

    def moved(ring: Ring) -> Ring:
        return without_repeats([moves.get(position, position) for position in ring])

    return {name: with_rings(areas[name], moved) for name in holders(areas, list(moves))}


def follow_line(areas: Areas, line: Sequence[Position]) -> dict[str, shapely.MultiPolygon]:
    """The areas whose border runs from the first to the last position of the line, each along the line instead.

    Where two ways lead round a ring from one to the other, the border is the way that most areas share, then the
    shorter one. Raises ActImpossible when no area has both positions.
    """
    start, end = line[0], line[-1]
    ways = [way for area in areas.values() for ring in rings_of(area) for way in _ways(ring, start, end)]
    if not ways:
        raise _no_corner("/line")
    border = max(ways, key=lambda way: (ways.count(way), -_length(way)))

    def follows(ring: Ring) -> Ring:
        return without_repeats(_replaced(ring, border, tuple(line)))

    found = {name: with_rings(area, follows) for name, area in areas.items()}
    return {name: area for name, area in found.items() if not shapely.equals_exact(area, _same(areas[name]))}


Way = tuple[Position, ...]


def _ways(ring: Ring, start: Position, end: Position) -> list[Way]:
    """The two ways round the ring, both told from `start` to `end`."""
    open_ring = ring[:-1]
    if start == end or start not in open_ring or end not in open_ring:
        return []
    at = open_ring.index(start)
    turned = [*open_ring[at:], *open_ring[:at], start]
    stop = turned.index(end)
    return [tuple(turned[: stop + 1]), tuple(turned[stop:][::-1])]


def _replaced(ring: Ring, border: Way, line: Way) -> Ring:
    """The ring with the border replaced, whichever way round it runs."""
    for one, other in zip((border, border[::-1]), (line, line[::-1]), strict=True):
        if one[0] in ring[:-1]:
            at = ring.index(one[0])
            turned = [*ring[at:-1], *ring[: at + 1]]
            if tuple(turned[: len(one)]) == one:
                return [*other, *turned[len(one) :]]
    return ring


def insert_vertices(area: BaseGeometry, corners: Sequence[Position]) -> shapely.MultiPolygon:
    """The area with these positions as corners, wherever one lies within 2 cm of an edge: its shape stays the same."""
    plane = plane_at(area.bounds[0])
    own = corners_of(area)
    new: dict[Position, Any] = {
        position: plane.project(shapely.Point(position)) for position in corners if position not in own
    }

    def inserted(ring: Ring) -> Ring:
        found = [ring[0]]
        for start, end in pairwise(ring):
            edge = plane.project(shapely.LineString([start, end]))
            here = [(edge.project(point), place) for place, point in new.items() if edge.dwithin(point, ON_EDGE_M)]
            found += [place for along, place in sorted(here) if 0 < along < edge.length]
            found.append(end)
        return found

    return with_rings(area, inserted)


def _same(area: BaseGeometry) -> shapely.MultiPolygon:
    return with_rings(area, without_repeats)


def _length(way: Way) -> float:
    return float(shapely.LineString(way).length)


def _no_corner(pointer: str) -> ActImpossible:
    words = Text("ไม่มีเขตใดมีจุดมุมตรงนั้นพอดี", "No area has a corner at exactly that position.")
    return ActImpossible("no_corner_there", words, pointer)
