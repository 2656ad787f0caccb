"""Where an outline crosses or touches itself: every place, not only the first."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely

from geo.validity.draft import Array
from geo.validity.fault import Edit, Finding, LonLat
from geo.validity.reading import MOST_OF_A_KIND
from geo.validity.rings import CleanRing
from geo.validity.words import say

Pairs = npt.NDArray[np.intp]
MOST_PAIRS = 4_000_000  # of edges whose boxes meet; checking so many takes about a second
MOST_CROSSINGS = 2_000
_SAMPLE = 200
_CHUNK = 500
_MOST_LOOKED_AT = 5_000  # thousands of edges may meet in one place


def boxes_that_meet(tree: shapely.STRtree, *, most: int = MOST_PAIRS) -> float:
    """About how many pairs of the tree's geometries have boxes that meet, told from an even sample.

    Nought where even all of them would be no more than `most`.
    """
    count = len(tree.geometries)
    if count * count <= 2 * most:
        return 0.0
    sample = tree.geometries[:: max(1, count // _SAMPLE)]
    met = sum(len(tree.query(geometry)) for geometry in sample)
    return met / len(sample) * count / 2


def is_too_complex(rings: Sequence[Array]) -> bool:
    """Whether so many edges lie across one another that every test of them would take too long."""
    if sum(map(len, rings)) ** 2 <= MOST_PAIRS:
        return False
    return boxes_that_meet(shapely.STRtree(np.concatenate([edges(ring) for ring in rings]))) > MOST_PAIRS


def is_tangled(rings: Sequence[Array]) -> bool:
    """Whether so many edges cross that untangling them would take too long: no hand draws that."""
    met = 0
    lines = np.concatenate([edges(ring) for ring in rings])
    tree = shapely.STRtree(lines)
    for start in range(0, len(lines), _CHUNK):
        met += tree.query(lines[start : start + _CHUNK], predicate="intersects").shape[1]
        if met - 3 * len(lines) > 2 * MOST_CROSSINGS:  # an edge meets itself and its two neighbours
            return True
    return False


def edges(positions: Array) -> npt.NDArray[np.object_]:
    """The edges of a line of positions, each a line of two."""
    found: Any = shapely.linestrings(np.stack([positions[:-1], positions[1:]], axis=1))
    return np.asarray(found)


def crossings(ring: CleanRing) -> list[Finding]:
    """A finding for each place where this ring meets itself."""
    seen: set[LonLat] = set()
    found: list[Finding] = []
    for first, second, is_crossing in islice(_meetings(ring.positions), _MOST_LOOKED_AT):
        at = _where(ring.positions, first, second)
        if at in seen:
            continue
        seen.add(at)
        code = "self_intersection" if is_crossing else "ring_self_intersection"
        edit = Edit(rebuild=frozenset({ring.part}))
        found.append(Finding(code, say(code), at, ring.place(first), edit=edit))
        if len(found) == MOST_OF_A_KIND:
            break
    return found


def _meetings(positions: Array) -> Iterator[tuple[int, int, bool]]:
    """Pairs of edges that are not neighbours and yet meet, and whether inside both."""
    lines = edges(positions)
    tree, last = shapely.STRtree(lines), len(lines) - 1
    for start in range(0, len(lines), _CHUNK):
        pairs = tree.query(lines[start : start + _CHUNK], predicate="intersects").T + np.array([start, 0])
        apart = (pairs[:, 1] - pairs[:, 0] > 1) & ~((pairs[:, 0] == 0) & (pairs[:, 1] == last))
        for first, second in pairs[apart]:
            yield int(first), int(second), _cross(positions, int(first), int(second))


def _cross(positions: Array, first: int, second: int) -> bool:
    """Whether two edges that meet do so inside both, rather than at the end of one."""
    a, b = (shapely.LineString(positions[edge : edge + 2]) for edge in (first, second))
    return bool(shapely.relate_pattern(a, b, "0********") or shapely.relate_pattern(a, b, "1********"))


def _where(positions: Array, first: int, second: int) -> LonLat:
    a, b = (shapely.LineString(positions[edge : edge + 2]) for edge in (first, second))
    point = shapely.centroid(shapely.intersection(a, b))
    return float(point.x), float(point.y)
