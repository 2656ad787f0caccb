"""Where a cut meets a border: the point of the grid that stands for it.

A border with one more corner on it encloses another area unless the corner lies exactly on the old edge, which the grid
of 1e-7 degree seldom offers. Moving along the edge by centimetres finds a point a hundred times nearer to it.
"""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
import shapely

from geo.acts.areas import Position, Ring, ring_of
from geo.crs import COORDINATE_DECIMALS
from geo.utm import Plane
from geo.validity import round_coordinate

GRID = 10**COORDINATE_DECIMALS
REACH = 25  # cells of the grid to either side along the edge: 28 cm
_CLOSE = 1.0  # cells: nearer to a corner than this, the corner itself is meant


def rounded(position: Position) -> Position:
    return round_coordinate(position[0]), round_coordinate(position[1])


@dataclass(frozen=True)
class Candidate:
    """A position of the grid that could stand for a cut; how far left of the edge it is, and from the true point.

    Metres of EPSG:32647: what is straight in degrees is bent there by millimetres, and areas are measured there.
    """

    position: Position
    left_m: float
    away_m: float


def candidates(point: Position, start: Position, end: Position, plane: Plane) -> list[Candidate]:
    """Positions of the grid near `point` along the edge `start` to `end`; a corner, if the point is as good as it."""
    (x, y), a, b = (_cells(position) for position in (point, start, end))
    for corner, (cx, cy) in ((start, a), (end, b)):
        if abs(x - cx) < _CLOSE and abs(y - cy) < _CLOSE:
            return [Candidate(corner, 0.0, 0.0)]
    found = [_degrees(cell) for cell in _beside((x, y), a, b)] or [rounded(point)]
    (first, last, true), places = np.split(plane.metres(np.array([start, end, point, *found])), [3])
    edge, away = last - first, places - first
    left = (edge[0] * away[:, 1] - edge[1] * away[:, 0]) / np.hypot(*edge)
    distance = np.hypot(*(places - true).T)
    return [Candidate(*each) for each in zip(found, left.tolist(), distance.tolist(), strict=True)]


def _beside(point: Position, start: Position, end: Position) -> Iterator[tuple[int, int]]:
    """The cells next to the edge on either side, up to `REACH` along it from the point."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    steep = abs(dy) > abs(dx)
    along, rise = (1, dx / dy) if steep else (0, dy / dx if dx else 0.0)
    first, last = sorted((start[along], end[along]))
    for step in range(round(point[along]) - REACH, round(point[along]) + REACH + 1):
        if first < step < last:
            exact = start[1 - along] + rise * (step - start[along])
            for whole in {math.floor(exact), math.ceil(exact)}:
                yield (whole, step) if steep else (step, whole)


def _cells(position: Position) -> Position:
    """In cells of the grid; what lies on the grid comes out whole."""
    x, y = position[0] * GRID, position[1] * GRID
    return (round(x) if abs(x - round(x)) < 1e-4 else x), (round(y) if abs(y - round(y)) < 1e-4 else y)


def _degrees(cell: tuple[int, int]) -> Position:
    return round_coordinate(cell[0] / GRID), round_coordinate(cell[1] / GRID)


def edges_of(rings: Iterable[Ring]) -> list[tuple[Position, Position]]:
    return [(ring[index], ring[index + 1]) for ring in rings for index in range(len(ring) - 1)]


def edge_tree(edges: list[tuple[Position, Position]]) -> shapely.STRtree:
    return shapely.STRtree([shapely.LineString(edge) for edge in edges])


def replaced(area: shapely.Polygon, places: dict[Position, Position]) -> list[Ring]:
    """The rings of a polygon with positions replaced."""
    rings = map(ring_of, (area.exterior, *area.interiors))
    return [[places.get(position, position) for position in ring] for ring in rings]
