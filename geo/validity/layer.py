"""How the zones of a layer lie to one another: overlaps, gaps, and borders that miss each other by a hair.

Measured in EPSG:32647. GEOS' coverage functions say which edges do not match; only the neighbours of those are looked
at pair by pair. What is narrower than `TOLERANCE_M` is a near-miss: two borders that were meant to be one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely
from shapely.geometry import mapping
from shapely.geometry.base import BaseGeometry

from geo.texts import Text
from geo.utm import Plane, plane_at
from geo.validity.crossings import boxes_that_meet
from geo.validity.fault import LonLat, Severity
from geo.validity.repairing import on_grid
from geo.validity.words import say

TOLERANCE_M = 0.01
GAP_M = 2.0  # a strip no wider than this between two zones is a gap nobody drew on purpose
MOST_LISTED = 500
MOST_NEIGHBOURS = 300_000  # pairs of zones whose boxes meet
MOST_LOOKED_AT = 5_000  # pairs of zones that do not match
Areas = npt.NDArray[np.object_]
Indices = npt.NDArray[np.intp]


class LayerTooTangled(Exception):
    """So many zones lie across one another that telling each pair would take too long."""

    def __init__(self) -> None:
        self.text = Text(
            "เขตซ้อนทับกันมากเกินกว่าจะตรวจได้ แบ่งตรวจด้วย bbox",
            "Too many zones lie across one another. Check a part of them, by bbox.",
        )
        super().__init__(self.text.en)


@dataclass(frozen=True)
class LayerFault:
    """Something between zones. `ids` are those it lies between, `geometry` is the gap or overlap in WGS 84."""

    code: str
    text: Text
    at: LonLat
    ids: tuple[str, ...]
    geometry: dict[str, Any]
    area_m2: float
    severity: Severity = Severity.WARNING


@dataclass
class LayerChecked:
    """What was found; `more` says how many findings are left out."""

    faults: list[LayerFault] = field(default_factory=list)
    more: int = 0

    def add(self, fault: LayerFault) -> None:
        if len(self.faults) < MOST_LISTED:
            self.faults.append(fault)
        else:
            self.more += 1


def layer_faults(ids: Sequence[str], zones: Sequence[BaseGeometry], *, gap_m: float = GAP_M) -> LayerChecked:
    """Gaps up to `gap_m` wide or shut in, overlaps and near-misses between valid areas in WGS 84.

    Raises LayerTooTangled.
    """
    checked = LayerChecked()
    if len(zones) < 2:
        return checked
    plane = plane_at(float(shapely.get_coordinates(zones[0])[0, 0]))
    areas = _projected(np.array(zones, dtype=object), plane)
    tree = shapely.STRtree(areas)
    if boxes_that_meet(tree, most=MOST_NEIGHBOURS) > MOST_NEIGHBOURS:
        raise LayerTooTangled
    layer = _Layer(list(ids), areas, tree, plane, shapely.coverage_invalid_edges(areas, gap_width=gap_m))
    pairs = layer.pairs(gap_m)
    for fault in (*layer.voids(), *layer.between(pairs[:MOST_LOOKED_AT], gap_m)):
        checked.add(fault)
    checked.more += max(0, len(pairs) - MOST_LOOKED_AT)
    return checked


def _projected(zones: Areas, plane: Plane) -> Areas:
    """In metres. Each position is projected once: what was identical in degrees stays identical to the last bit."""
    degrees = shapely.get_coordinates(zones)
    unique, back = np.unique(degrees[:, 0] + 1j * degrees[:, 1], return_inverse=True)
    metres = plane.metres(np.column_stack([unique.real, unique.imag]))
    found: Areas = shapely.set_coordinates(zones.copy(), metres[back])
    return found


@dataclass
class _Layer:
    ids: list[str]
    areas: Areas  # metres
    tree: shapely.STRtree
    plane: Plane
    loose_edges: Areas  # by zone, what matches no neighbour
    shut_in: list[BaseGeometry] = field(default_factory=list)

    def voids(self) -> Iterator[LayerFault]:
        """Gaps that zones enclose. A void within a single zone is a hole that somebody cut."""
        is_clean = bool(shapely.is_empty(self.loose_edges).all())
        union = shapely.coverage_union_all(self.areas) if is_clean else shapely.union_all(self.areas)
        for part in shapely.get_parts(union):
            for ring in part.interiors:
                void = shapely.Polygon(ring)
                if not _is_wide(void):
                    continue
                around = list(self.tree.query(void.buffer(TOLERANCE_M), predicate="intersects"))
                if len(around) > 1:
                    self.shut_in.append(void)
                    yield self._gap(void, around)

    def between(self, pairs: Sequence[tuple[int, int]], gap_m: float) -> Iterator[LayerFault]:
        """Overlaps, open gaps and near-misses of neighbours with edges that do not match."""
        told = shapely.union_all(self.shut_in) if self.shut_in else None
        for a, b in pairs:
            yield from self._between(a, b, gap_m, told)

    def pairs(self, gap_m: float) -> list[tuple[int, int]]:
        """Pairs of zones to look at: first those with edges that GEOS finds loose, then those it may have overlooked.

        GEOS sees a gap only where a whole edge is near the other zone; a corner that is pulled far leaves a wedge.
        """
        loose = np.flatnonzero(~shapely.is_empty(self.loose_edges))
        certain = self._near(self.loose_edges[loose], loose, gap_m)
        lines, owners = _single_edges(self.areas)
        return sorted(certain) + sorted(self._near(lines, owners, gap_m) - certain)

    def _near(self, lines: Areas, owners: Indices, gap_m: float) -> set[tuple[int, int]]:
        """Pairs of zones, lower first: the owner of a line, and another one near it."""
        which, others = self.tree.query(lines, predicate="dwithin", distance=gap_m)
        zones = owners[which]
        return {(min(a, b), max(a, b)) for a, b in zip(zones.tolist(), others.tolist(), strict=True) if a != b}

    def _between(self, a: int, b: int, gap_m: float, told: BaseGeometry | None) -> Iterator[LayerFault]:
        common = [part for part in _areal(shapely.intersection(self.areas[a], self.areas[b])) if _is_wide(part)]
        for part in common:
            yield self._overlap(part, (a, b))
        gaps = [part for part in _strips(self.areas[a], self.areas[b], gap_m) if _is_wide(part)]
        for part in gaps:
            if told is None or not shapely.intersects(told, part):
                yield self._gap(part, (a, b))
        if not common and not gaps and (stretch := self._stretch(a, b)) is not None:
            yield self._near_miss(stretch, (a, b))

    def _stretch(self, a: int, b: int) -> BaseGeometry | None:
        """Where edges of one run along the other without matching it."""
        beside = shapely.union_all(
            [
                shapely.intersection(self.loose_edges[one], shapely.buffer(self.areas[other], 2 * TOLERANCE_M))
                for one, other in ((a, b), (b, a))
            ]
        )
        return beside if beside.length > 4 * TOLERANCE_M else None

    def _overlap(self, part: BaseGeometry, pair: Sequence[int]) -> LayerFault:
        return self._fault("overlap", part, pair, area_m2=round(float(part.area), 3))

    def _gap(self, part: BaseGeometry, around: Sequence[int]) -> LayerFault:
        return self._fault("gap", part, around, area_m2=round(float(part.area), 3))

    def _near_miss(self, stretch: BaseGeometry, pair: Sequence[int]) -> LayerFault:
        return self._fault("near_miss", stretch, pair, length_m=float(stretch.length) / 2)

    def _fault(self, code: str, where: BaseGeometry, zones: Sequence[int], **facts: float) -> LayerFault:
        names = tuple(self.ids[zone] for zone in sorted(zones))
        degrees = self.plane.unproject(where)
        shown = on_grid(degrees, settle=degrees.geom_type == "Polygon") or degrees
        at = shapely.point_on_surface(degrees)
        between = " – ".join(names[:5])
        words = say(code, between=between, **facts)
        area_m2 = facts.get("area_m2", 0.0)
        return LayerFault(code, words, (float(at.x), float(at.y)), names, dict(mapping(shown)), area_m2)


def _single_edges(areas: Areas) -> tuple[Areas, Indices]:
    """The edges that no other zone has just so, and whose they are."""
    parts, part_owner = shapely.get_parts(areas, return_index=True)
    rings, ring_part = shapely.get_rings(parts, return_index=True)
    positions, ring = shapely.get_coordinates(rings, return_index=True)
    corner = np.unique(positions[:, 0] + 1j * positions[:, 1], return_inverse=True)[1]
    start = np.flatnonzero(ring[1:] == ring[:-1])
    ends = np.sort(np.column_stack([corner[start], corner[start + 1]]), axis=1)
    _, edge, times = np.unique(ends, axis=0, return_inverse=True, return_counts=True)
    single = start[times[edge] == 1]
    lines = shapely.linestrings(np.stack([positions[single], positions[single + 1]], axis=1))
    return np.asarray(lines), part_owner[ring_part[ring[single]]]


def _is_wide(part: BaseGeometry) -> bool:
    """Wider than the tolerance on average; narrower ones are borders that miss each other."""
    return float(part.area) > TOLERANCE_M / 2 * float(part.length)


def _strips(a: BaseGeometry, b: BaseGeometry, gap_m: float) -> list[BaseGeometry]:
    """The strips up to `gap_m` wide between two areas: what closing their union fills, where it touches both."""
    union = shapely.union(a, b)
    closed = union.buffer(gap_m / 2, join_style="mitre").buffer(-gap_m / 2, join_style="mitre")
    filled = _areal(shapely.difference(closed, union))
    near = TOLERANCE_M / 10  # closing comes back to the same border within rounding
    return [part for part in filled if shapely.dwithin(part, a, near) and shapely.dwithin(part, b, near)]


def _areal(geometry: BaseGeometry) -> list[BaseGeometry]:
    return [part for part in shapely.get_parts(geometry) if part.geom_type == "Polygon" and not part.is_empty]
