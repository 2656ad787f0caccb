"""Split an area by a line."""

import math
from dataclasses import dataclass

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from geo.acts.areas import Position, corners_of, parts_of, rings_of, together, without_repeats
from geo.acts.cutting import Candidate, candidates, edge_tree, edges_of, replaced, rounded
from geo.acts.errors import ActImpossible
from geo.texts import Text
from geo.utm import plane_at

# Of the whole area; what all cut points together may change it by, where the grid offers points that do.
AREA_TOLERANCE = 2e-7


@dataclass(frozen=True)
class Split:
    """The pieces, the one that keeps the id first; and the new corners that lie on the old border."""

    pieces: list[shapely.MultiPolygon]
    cuts: list[Position]


def split(area: BaseGeometry, line: BaseGeometry, keep: Position | None = None) -> Split:
    """Every piece that the line cuts off; parts it does not cross stay with the first.

    The first is the piece that holds the position `keep`, else the largest. Pieces that meet have the same corners. The
    area of all together stays the same within 1e-6 (where every border that is cut runs almost, but not quite, along
    the grid: within 3 mm times its length). Raises ActImpossible.
    """
    apart = [(part, _pieces(part, line)) for part in parts_of(area)]
    if all(len(pieces) < 2 for _, pieces in apart):
        raise _no_cut()
    whole = [part for part, pieces in apart if len(pieces) < 2]
    cut = [piece for _, pieces in apart if len(pieces) > 1 for piece in pieces]
    places = _on_grid(cut, area, line)
    made = [shapely.Polygon(shell, holes) for piece in cut for shell, *holes in [_rings(piece, places)]]
    if not all(piece.is_valid and piece.area for piece in made):
        raise ActImpossible("piece_too_thin", _TOO_THIN, "/line")
    first, others = _chosen(made, keep)
    new = {corner for piece in made for corner in corners_of(piece)} - corners_of(area)
    cuts = sorted(corner for corner in new if shapely.dwithin(area.boundary, shapely.Point(corner), 1.5e-7))
    return Split([together([first, *whole]), *(together([other]) for other in others)], cuts)


def _pieces(part: shapely.Polygon, line: BaseGeometry) -> list[shapely.Polygon]:
    """The polygons that the line cuts the part into, with the crossings as they fall."""
    if not shapely.crosses(part, line):
        return [part]
    lines = shapely.union_all([part.boundary, line])
    found = shapely.get_parts(shapely.polygonize(list(shapely.get_parts(lines))))
    return [piece for piece in found if shapely.covers(part, piece.point_on_surface())]


def _on_grid(pieces: list[shapely.Polygon], area: BaseGeometry, line: BaseGeometry) -> dict[Position, Position]:
    """Where each new corner goes. Worked out once for each, so that pieces that meet stay together."""
    known = corners_of(area) | {(float(x), float(y)) for x, y in shapely.get_coordinates(line)}
    new = sorted({position for piece in pieces for ring in rings_of(piece) for position in ring} - known)
    edges = edges_of(rings_of(area))
    tree = edge_tree(edges)
    found = {position: rounded(position) for position in new}  # where the line crosses itself, inside
    on_border: dict[Edge, list[Position]] = {}
    for position in new:
        edge = edges[int(tree.nearest(shapely.Point(position)))]
        if shapely.LineString(edge).distance(shapely.Point(position)) < 1e-10:
            on_border.setdefault(edge, []).append(position)
    return found | _balanced(on_border, area)


Edge = tuple[Position, Position]


def _balanced(cuts: dict[Edge, list[Position]], area: BaseGeometry) -> dict[Position, Position]:
    """The corners on the border: each as near as can be, all together leaving the area as it is.

    Edges that run almost along the grid offer the least choice: they go first, the others make up for them.
    """
    plane = plane_at(area.bounds[0])
    tolerance_m2 = AREA_TOLERANCE * float(plane.project(area).area)
    found: dict[Position, Position] = {}
    change_m2 = 0.0
    for edge, positions in sorted(cuts.items(), key=lambda pair: _slant(pair[0])):
        stations = [edge[0], *sorted(positions, key=lambda position: math.dist(edge[0], position)), edge[1]]
        metres = plane.metres(np.array(stations))
        for index, position in enumerate(stations[1:-1], 1):
            half_m = float(np.hypot(*(metres[index + 1] - metres[index - 1]))) / 2
            choice = _choice(candidates(position, *edge, plane), change_m2, half_m, tolerance_m2)
            found[position] = choice.position
            change_m2 += choice.left_m * half_m
    return found


def _choice(offered: list[Candidate], change_m2: float, half_m: float, tolerance_m2: float) -> Candidate:
    """The nearest that keeps the whole change small; if none does, the one that keeps it smallest.

    A corner drawn to the left of an edge, or to the right, adds or takes a triangle: its height times half the edge.
    """
    fine = [each for each in offered if abs(change_m2 + each.left_m * half_m) <= tolerance_m2]
    if fine:
        return min(fine, key=lambda each: each.away_m)
    return min(offered, key=lambda each: (abs(change_m2 + each.left_m * half_m), each.away_m))


def _slant(edge: Edge) -> float:
    """Nought along the grid, one across it."""
    dx, dy = abs(edge[1][0] - edge[0][0]), abs(edge[1][1] - edge[0][1])
    return min(dx, dy) / max(dx, dy)


def _rings(piece: shapely.Polygon, places: dict[Position, Position]) -> list[list[Position]]:
    return [ring for ring in map(without_repeats, replaced(piece, places)) if len(ring) >= 4] or [[]]


def _chosen(pieces: list[shapely.Polygon], keep: Position | None) -> tuple[shapely.Polygon, list[shapely.Polygon]]:
    """The piece that keeps the id, and the others, largest first."""
    ordered = sorted(pieces, key=lambda piece: (-piece.area, piece.bounds))
    if keep is not None:
        holding = [piece for piece in ordered if shapely.intersects_xy(piece, *keep)]
        if not holding:
            words = Text("จุด keep ไม่อยู่ในส่วนใดเลย", "The position keep lies in none of the pieces.")
            raise ActImpossible("keep_outside", words, "/keep")
        ordered.remove(holding[0])
        return holding[0], ordered
    return ordered[0], ordered[1:]


def _no_cut() -> ActImpossible:
    words = Text("เส้นไม่ได้ตัดผ่านเขตจากขอบถึงขอบ", "The line does not cross the area from border to border.")
    return ActImpossible("line_does_not_cross", words, "/line")


_TOO_THIN = Text(
    "ส่วนที่ตัดได้บางเกินไป เส้นเกือบทับขอบเดิม", "A piece would be too thin: the line almost runs along the border."
)
