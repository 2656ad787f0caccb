"""Squares of one size laid over areas, on multiples of their size in EPSG:32647; each is judged by its middle."""

from collections.abc import Iterable, Sequence

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

FloatArray = NDArray[np.float64]

MOST_CELLS = 250_000
FIRST_M = {"district": 250, "zone": 50}
"""Metres. A small child walks 370 m in a straight line in ten minutes: larger squares would hide the difference."""


def size_for(by: str, outlines: Iterable[BaseGeometry]) -> int:
    """Metres a side: the usual size, doubled until all outlines together take at most MOST_CELLS."""
    boxes, size = [outline.bounds for outline in outlines], FIRST_M[by]
    while sum(rows_and_columns(box, size) for box in boxes) > MOST_CELLS:
        size *= 2
    return size


def rows_and_columns(box: Sequence[float], size: int) -> int:
    """How many cells a box takes."""
    (west, south), (east, north) = lower(box, size), upper(box, size)
    return (east - west) * (north - south)


def lower(box: Sequence[float], size: int) -> tuple[int, int]:
    return int(np.floor(box[0] / size)), int(np.floor(box[1] / size))


def upper(box: Sequence[float], size: int) -> tuple[int, int]:
    return int(np.ceil(box[2] / size)), int(np.ceil(box[3] / size))


def middles(outline: BaseGeometry, size: int) -> FloatArray:
    """(n, 2) the middles of all cells that the outline's box takes, metres."""
    (west, south), (east, north) = lower(outline.bounds, size), upper(outline.bounds, size)
    x, y = np.meshgrid(np.arange(west, east), np.arange(south, north))
    corners: FloatArray = np.column_stack([x.ravel(), y.ravel()]).astype(np.float64)
    return (corners + 0.5) * size


def united(cells: FloatArray, size: int) -> BaseGeometry:
    """The cells with these middles as one geometry."""
    half = size / 2
    squares = shapely.box(cells[:, 0] - half, cells[:, 1] - half, cells[:, 0] + half, cells[:, 1] + half)
    whole: BaseGeometry = shapely.union_all(squares)
    return whole
