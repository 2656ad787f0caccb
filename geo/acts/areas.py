"""Areas taken apart into rings of positions, and put together again."""

from collections.abc import Callable, Iterator, Sequence

import shapely
from shapely.geometry.base import BaseGeometry

Position = tuple[float, float]
Ring = list[Position]  # closed: the last position is the first


def parts_of(area: BaseGeometry) -> list[shapely.Polygon]:
    """The polygons of an area; lines and points that an operation left over are none."""
    return [part for part in shapely.get_parts(area) if isinstance(part, shapely.Polygon) and not part.is_empty]


def together(parts: Sequence[shapely.Polygon]) -> shapely.MultiPolygon:
    """One area of these parts, outlines counter-clockwise."""
    area: shapely.MultiPolygon = shapely.orient_polygons(shapely.MultiPolygon(list(parts)))
    return area


def ring_of(ring: BaseGeometry) -> Ring:
    return [(float(lon), float(lat)) for lon, lat in ring.coords]


def rings_of(area: BaseGeometry) -> Iterator[Ring]:
    for part in parts_of(area):
        yield ring_of(part.exterior)
        yield from map(ring_of, part.interiors)


def corners_of(area: BaseGeometry) -> set[Position]:
    return {position for ring in rings_of(area) for position in ring}


def with_rings(area: BaseGeometry, change: Callable[[Ring], Ring]) -> shapely.MultiPolygon:
    """The area with every ring changed; a hole that is left with fewer than three corners goes."""
    parts = []
    for part in parts_of(area):
        shell = change(ring_of(part.exterior))
        holes = [hole for hole in map(change, map(ring_of, part.interiors)) if len(hole) >= 4]
        if len(shell) >= 4:
            parts.append(shapely.Polygon(shell, holes))
    return together(parts)


def without_repeats(ring: Ring) -> Ring:
    """The closed ring without positions that equal the one before them."""
    kept = [position for index, position in enumerate(ring) if not index or position != ring[index - 1]]
    return kept if len(kept) < 2 or kept[0] == kept[-1] else [*kept, kept[0]]
