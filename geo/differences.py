"""What differs between two states of a feature: its values, its geometry on the map, and how two edits fit together.

Pure: values and geometries in, values and GeoJSON out. Geometries are WGS 84 (lon, lat); areas and lengths are measured
in UTM 47N, for degrees are never a distance.
"""

import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import shapely
from django.contrib.gis.gdal import GDALException
from django.contrib.gis.geos import GEOSGeometry
from shapely.geometry.base import BaseGeometry

from geo.crs import COORDINATE_DECIMALS, UTM_47N, WGS84

GeoJson = dict[str, Any]

_GRID_DEG = 10.0**-COORDINATE_DECIMALS
_ABSENT = object()


@dataclass(frozen=True)
class GeometryDifference:
    """`added` lies only in `after`, `removed` only in `before`; None is nothing at all.

    `moved_m` is how far a point went, or the middle of anything else; None unless there is a before and an after.
    """

    before: BaseGeometry | None
    after: BaseGeometry | None
    added: BaseGeometry | None
    removed: BaseGeometry | None
    moved_m: float | None

    def as_geojson(self) -> GeoJson:
        """A FeatureCollection: of `before`, `after`, `added`, `removed` those that are, each with area and length.

        `area_m2` and `length_m` are null where UTM 47N cannot measure. Sides are straight in degrees, so the areas of
        the parts agree to a few m² for a side of a kilometre.
        """
        parts = {"before": self.before, "after": self.after, "added": self.added, "removed": self.removed}
        features = [_feature(name, part) for name, part in parts.items() if part is not None]
        return {"type": "FeatureCollection", "features": features, "moved_m": _rounded(self.moved_m)}


def geometry_diff(before: GEOSGeometry | None, after: GEOSGeometry | None) -> GeometryDifference:
    """Where two geometries differ. None stands for a feature that is not there yet, or no longer."""
    old, new = _as_shapely(before), _as_shapely(after)
    return GeometryDifference(old, new, added=_without(new, old), removed=_without(old, new), moved_m=_moved(old, new))


def attribute_diff(before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """The values that differ: `{name: {"before": …, "after": …}}`. A name missing on one side counts as null."""
    names = [*before, *(name for name in after if name not in before)]
    pairs = {name: (before.get(name), after.get(name)) for name in names}
    return {name: {"before": old, "after": new} for name, (old, new) in pairs.items() if not is_same(old, new)}


def is_same(old: Any, new: Any) -> bool:
    """Whether two values are the same; geometries vertex by vertex."""
    if isinstance(old, GEOSGeometry) and isinstance(new, GEOSGeometry):
        return bool(old.equals_exact(new))
    return bool(old == new)


@dataclass(frozen=True)
class Merge:
    """`values` are to be written over *theirs*. `conflicts` are names that both sides changed, each differently."""

    values: dict[str, Any]
    conflicts: tuple[str, ...]


def three_way(base: Mapping[str, Any], mine: Mapping[str, Any], theirs: Mapping[str, Any]) -> Merge:
    """My change from `base` to `mine`, brought onto `theirs`, value by value.

    A late proposal is rebased so (base: what its writer saw); one old change is undone so (base: the version that made
    it, mine: the one before it). Only names in `mine` are looked at.
    """
    changed = [name for name in mine if not is_same(base.get(name, _ABSENT), mine[name])]
    open_ones = [name for name in changed if not is_same(theirs.get(name, _ABSENT), mine[name])]
    conflicts = [name for name in open_ones if not is_same(theirs.get(name, _ABSENT), base.get(name, _ABSENT))]
    return Merge({name: mine[name] for name in open_ones if name not in conflicts}, tuple(conflicts))


def _as_shapely(geometry: GEOSGeometry | None) -> BaseGeometry | None:
    return None if geometry is None else shapely.from_wkb(bytes(geometry.wkb))


def _without(one: BaseGeometry | None, other: BaseGeometry | None) -> BaseGeometry | None:
    """What of `one` is not in `other`. On the grid of stored coordinates, so that shared borders cancel out."""
    if one is None or other is None:
        return one
    rest = shapely.difference(one, other, grid_size=_GRID_DEG)
    return None if rest.is_empty else rest


def _moved(before: BaseGeometry | None, after: BaseGeometry | None) -> float | None:
    if before is None or after is None:
        return None
    old, new = _in_metres(before.centroid), _in_metres(after.centroid)
    return None if old is None or new is None else float(old.distance(new))


def _feature(name: str, part: BaseGeometry) -> GeoJson:
    metres = _in_metres(part)
    measures = {
        "area_m2": None if metres is None else _rounded(metres.area),
        "length_m": None if metres is None else _rounded(metres.length),
    }
    return {"type": "Feature", "id": name, "geometry": as_geojson(part), "properties": {"part": name, **measures}}


def as_geojson(geometry: BaseGeometry) -> GeoJson:
    """The geometry with 7 decimals, as the API writes all of them."""
    found: GeoJson = json.loads(shapely.to_geojson(geometry))
    return {**found, **_decimal(found)}


def _decimal(geometry: GeoJson) -> GeoJson:
    if "geometries" in geometry:
        return {"geometries": [{**part, **_decimal(part)} for part in geometry["geometries"]]}
    return {"coordinates": _each_rounded(geometry["coordinates"])}


def _each_rounded(numbers: Any) -> Any:
    if isinstance(numbers, Iterable):
        return [_each_rounded(part) for part in numbers]
    return round(numbers, COORDINATE_DECIMALS)


def _in_metres(geometry: BaseGeometry) -> BaseGeometry | None:
    """The geometry in UTM 47N; None where that projection has no place for it."""
    projected = GEOSGeometry(memoryview(shapely.to_wkb(geometry)), srid=WGS84)
    try:
        projected.transform(UTM_47N)
    except GDALException:
        return None
    found = shapely.from_wkb(bytes(projected.wkb))
    return found if all(map(math.isfinite, found.bounds)) else None


def _rounded(number: float | None) -> float | None:
    """To the square centimetre or millimetre: a measure, not a promise."""
    return None if number is None else round(number, 3)
