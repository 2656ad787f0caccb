"""How the rings of an area lie to one another: holes in their outline, parts beside each other."""

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt
import shapely
from shapely.geometry.base import BaseGeometry

from geo.validity.fault import Edit, Finding, LonLat
from geo.validity.reading import MOST_OF_A_KIND
from geo.validity.repairing import on_grid
from geo.validity.rings import CleanRing
from geo.validity.words import say

Areas = npt.NDArray[np.object_]
_INSIDES_MEET = "T********"
_ALONG_A_LINE = "****1****"


def of_holes(rings: Sequence[CleanRing]) -> list[Finding]:
    """Holes of one part that lie outside, cross or share the outline, or one another."""
    shell = next((ring for ring in rings if ring.ring == 0), None)
    holes = [ring for ring in rings if ring.ring > 0]
    if shell is None or not holes:
        return []
    areas = np.array([_sound(hole.area) for hole in holes])
    return [*_in_shell(shell, holes, areas), *_among_holes(holes, areas)][: 3 * MOST_OF_A_KIND]


def _in_shell(shell: CleanRing, holes: Sequence[CleanRing], areas: Areas) -> Iterator[Finding]:
    outline = _sound(shell.area)
    shapely.prepare(outline)
    for hole, area, inside in zip(holes, areas, shapely.covers(outline, areas), strict=True):
        drop = Edit(drop_rings=frozenset({(hole.part, hole.ring)}))
        rebuild = Edit(rebuild=frozenset({hole.part}))
        if inside:
            if shapely.equals(outline, area):
                yield _finding("duplicate_rings", hole, area, drop)
            elif shapely.relate_pattern(outline, area, _ALONG_A_LINE):
                yield _finding("hole_shares_edge", hole, shapely.intersection(outline.boundary, area.boundary), rebuild)
        elif shapely.relate_pattern(outline, area, _INSIDES_MEET):
            yield _finding("hole_crosses_shell", hole, shapely.difference(area, outline), rebuild)
        else:
            yield _finding("hole_lies_outside_shell", hole, area, drop)


def _among_holes(holes: Sequence[CleanRing], areas: Areas) -> Iterator[Finding]:
    codes = ("holes_are_nested", "holes_overlap", "holes_share_edge")
    for first, second in _meeting(areas):
        if code := _relation(areas[first], areas[second], codes):
            place = shapely.intersection(areas[first], areas[second])
            yield _finding(code, holes[second], place, Edit(rebuild=frozenset({holes[second].part})))


def of_parts(rings: Sequence[CleanRing]) -> list[Finding]:
    """Parts that overlap, lie in one another, or share an edge."""
    shells = {ring.part: ring for ring in rings if ring.ring == 0}
    if len(shells) < 2:
        return []
    holes = {part: [ring.positions for ring in rings if ring.part == part and ring.ring] for part in shells}
    areas = np.array([_sound(shapely.Polygon(shell.positions, holes[part])) for part, shell in shells.items()])
    outlines = list(shells.values())
    found = []
    for first, second in _meeting(areas):
        if code := _relation(areas[first], areas[second], ("nested_shells", "parts_overlap", "parts_share_edge")):
            place = shapely.intersection(areas[first], areas[second])
            found.append(_finding(code, outlines[second], place, Edit(unite=True)))
        if len(found) == MOST_OF_A_KIND:
            break
    return found


def _relation(a: BaseGeometry, b: BaseGeometry, codes: tuple[str, str, str]) -> str | None:
    """What is wrong between two areas: (one in the other, overlap, common edge), or nothing."""
    nested, overlap, edge = codes
    if shapely.relate_pattern(a, b, _INSIDES_MEET):
        if shapely.equals(a, b):
            return "duplicate_rings"
        return nested if shapely.covers(a, b) or shapely.covers(b, a) else overlap
    return edge if shapely.relate_pattern(a, b, _ALONG_A_LINE) else None


def _meeting(areas: Areas) -> Iterator[tuple[int, int]]:
    """Pairs of areas, each once, that have a point in common."""
    tree = shapely.STRtree(areas)
    for second, area in enumerate(areas):
        for first in tree.query(area, predicate="intersects"):
            if first < second:
                yield int(first), second


def _sound(area: BaseGeometry) -> BaseGeometry:
    """The area that a crossed outline would enclose, so that its place among others can still be judged."""
    if area.is_valid:
        return area
    # On the grid again: what untangling gives may not be valid to the last digit.
    return on_grid(shapely.make_valid(area, method="structure", keep_collapsed=False)) or shapely.Polygon()


def _finding(code: str, ring: CleanRing, where: BaseGeometry, edit: Edit) -> Finding:
    point = shapely.point_on_surface(where)
    at: LonLat | None = None if point.is_empty else (float(point.x), float(point.y))
    return Finding(code, say(code), at, ring.place(0), edit=edit)
