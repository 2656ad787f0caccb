"""Proposals: the same geometry without its faults. Carried out by nobody but a person who sends one back."""

from collections.abc import Iterable, Sequence
from functools import reduce
from operator import or_

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from geo.utm import plane_at
from geo.validity.clipping import clipped
from geo.validity.draft import Array, Draft, Ring, built
from geo.validity.fault import Edit, Finding
from geo.validity.reading import round_coordinate
from geo.validity.rules import Rules

GRID_DEG = 1e-7


def joined(findings: Iterable[Finding]) -> Edit:
    """All edits as one; every part is untangled, since one repair may uncover the next."""
    return reduce(or_, (finding.edit for finding in findings if finding.edit), Edit())


def edited(draft: Draft, edit: Edit, rules: Rules) -> BaseGeometry | None:
    """The geometry after the edit, on the grid of 1e-7 degree; None if nothing of it is left.

    It may still have the faults that the edit does not speak of.
    """
    parts = _without(draft, edit)
    if not parts:
        return None
    if not draft.is_area:
        return built(draft.kind, list(parts.values()))
    areas: list[BaseGeometry] = [
        _area(rings, untangle=part in edit.rebuild or edit.unite) for part, rings in parts.items()
    ]
    if edit.unite:
        areas = [shapely.union_all(areas)]
    if edit.clip:
        areas = [_clipped(area, rules) for area in areas]
    polygons = [polygon for area in areas for polygon in _polygons(area)]
    if not polygons:
        return None
    several = len(polygons) > 1 or draft.kind == "MultiPolygon"
    return on_grid(
        shapely.MultiPolygon(polygons) if several else polygons[0], settle=bool(edit.rebuild or edit.unite or edit.clip)
    )


def _without(draft: Draft, edit: Edit) -> "_Parts":
    """The parts that are left, as rings, each closed and without the positions to take out; a hole may go alone."""
    kept: _Parts = {}
    for part, rings in enumerate(draft.parts):
        if part in edit.drop_parts or (part, 0) in edit.drop_rings or not any(rings):
            continue
        left = [
            _ring(draft, positions, {index for p, r, index in edit.remove if (p, r) == (part, ring)}, swap=edit.swap)
            for ring, positions in enumerate(rings)
            if (part, ring) not in edit.drop_rings
        ]
        if left and (least := left[0]) and not (draft.is_area and len(least) < 4):
            kept[part] = [ring for ring in left if not draft.is_area or len(ring) >= 4]
    return kept


_Parts = dict[int, list[Ring]]


def _ring(draft: Draft, positions: Ring, remove: set[int], *, swap: bool) -> Ring:
    left = [position for index, position in enumerate(positions) if index not in remove]
    if draft.is_area and left and left[0] != left[-1]:
        left = [*left, left[0]]
    return [(lat, lon) for lon, lat in left] if swap else left


def _area(rings: Sequence[Ring], *, untangle: bool) -> BaseGeometry:
    area = shapely.Polygon(rings[0], rings[1:])
    if not untangle or area.is_valid:
        return area
    return shapely.make_valid(area, method="structure", keep_collapsed=False)


def _clipped(area: BaseGeometry, rules: Rules) -> BaseGeometry:
    sound = area if area.is_valid else shapely.make_valid(area, method="structure", keep_collapsed=False)
    return max((clipped(sound, service) for service in rules.areas), key=shapely.area)


def _polygons(area: BaseGeometry) -> list[shapely.Polygon]:
    parts = getattr(area, "geoms", [area])
    return [part for part in parts if isinstance(part, shapely.Polygon) and not part.is_empty]


def on_grid(geometry: BaseGeometry, *, settle: bool = True) -> BaseGeometry | None:
    """The geometry with every coordinate rounded to 7 decimals; with `settle`, still valid after that.

    Rounding may make an outline cross itself by a hair: then it is untangled and rounded again, at last by snapping.
    None when nothing is left.
    """
    rounded = shapely.transform(geometry, _rounded)
    if not settle:
        return rounded
    for _ in range(3):
        if rounded.is_valid:
            return rounded if not rounded.is_empty else None
        rounded = shapely.transform(
            _areal(shapely.make_valid(rounded, method="structure", keep_collapsed=False)), _rounded
        )
    snapped = shapely.transform(_areal(shapely.set_precision(geometry.buffer(0), GRID_DEG)), _rounded)
    return snapped if snapped.is_valid and not snapped.is_empty else None


def _areal(geometry: BaseGeometry) -> BaseGeometry:
    """The areas of a geometry, without the lines and points that untangling may leave."""
    polygons = _polygons(geometry)
    return shapely.MultiPolygon(polygons) if len(polygons) != 1 else polygons[0]


def _rounded(positions: Array) -> Array:
    return np.array([[round_coordinate(float(number)) for number in position] for position in positions])


def drawn_area_m2(draft: Draft) -> float:
    """The area as it was drawn, in EPSG:32647: each outline by what it encloses (even-odd), less its holes."""
    if not draft.is_area:
        return 0.0
    return sum(_drawn(ring) * (1 if not index else -1) for _, index, ring in draft.rings() if len(ring) >= 3)


def _drawn(ring: Ring) -> float:
    area = shapely.Polygon(ring if len(ring) > 3 or ring[0] != ring[-1] else [*ring, ring[0]])
    return area_m2(area if area.is_valid else _areal(shapely.make_valid(area)))


def area_m2(geometry: BaseGeometry) -> float:
    """The area in square metres of EPSG:32647."""
    if geometry.is_empty:
        return 0.0
    return float(plane_at(geometry.bounds[0]).project(geometry).area)
