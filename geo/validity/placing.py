"""Where a geometry lies and how large it is: the service area, swapped coordinates, slivers."""

from collections.abc import Iterable, Iterator

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from geo.utm import Plane
from geo.validity.draft import Array, Draft
from geo.validity.fault import Edit, Finding, LonLat, Place, Severity
from geo.validity.rules import Rules
from geo.validity.words import say


def is_swapped(draft: Draft, rules: Rules) -> bool:
    """Whether the numbers do only the other way round: then all lie in the service area, or in range at last."""
    lonlat = draft.positions()
    return bool(len(lonlat)) and not _would_do(lonlat, rules) and _would_do(lonlat[:, ::-1], rules)


def _would_do(lonlat: Array, rules: Rules) -> bool:
    if (np.abs(lonlat) > (180, 90)).any():
        return False
    return not rules.areas or any(shapely.covers(area, shapely.MultiPoint(lonlat)) for area in rules.areas)


def swapped(draft: Draft) -> Finding:
    lon, lat = draft.positions()[0]
    return Finding("swapped", say("swapped"), (float(lat), float(lon)), Place(0, 0, 0), edit=Edit(swap=True))


def is_outside(geometry: BaseGeometry, rules: Rules) -> bool:
    """Outside every service area. The database asks the same of each row by itself: no union of areas."""
    return bool(rules.areas) and not any(shapely.covers(area, geometry) for area in rules.areas)


def outside(draft: Draft, geometry: BaseGeometry, rules: Rules) -> Finding:
    """Told at the first position that lies outside, else somewhere on the stretch that does."""
    area = max(rules.areas, key=lambda one: _shared(one, geometry))
    shapely.prepare(area)
    edit = Edit(clip=True) if draft.is_area and shapely.intersects(area, geometry) else None
    for part, ring, positions in draft.rings():
        beyond = np.flatnonzero(~shapely.intersects_xy(area, np.array(positions).reshape(-1, 2)))
        if len(beyond):
            place = Place(part, ring, int(beyond[0]))
            return Finding("outside_area", say("outside_area"), positions[beyond[0]], place, edit=edit)
    at = shapely.point_on_surface(shapely.difference(geometry, area))
    return Finding("outside_area", say("outside_area"), (float(at.x), float(at.y)), Place(0, 0), edit=edit)


def _shared(area: BaseGeometry, geometry: BaseGeometry) -> float:
    common = shapely.intersection(area, geometry)
    return float(common.area or common.length)


def too_large(geometry: BaseGeometry, rules: Rules) -> Finding | None:
    """Wider or higher than a learning space can be; the database has the same law."""
    if rules.max_width_deg is None or geometry.is_empty:
        return None
    west, south, east, north = geometry.bounds
    width = max(east - west, north - south)
    if width <= rules.max_width_deg:
        return None
    middle: LonLat = ((west + east) / 2, (south + north) / 2)
    return Finding("too_large", say("too_large", width=width, most=rules.max_width_deg), middle)


def small_parts(parts: Iterable[tuple[int, BaseGeometry]], rules: Rules, plane: Plane) -> Iterator[Finding]:
    """Warnings of parts hardly wider than a line, or smaller than a table."""
    areas = dict(parts)
    for part, area in areas.items():
        metres = plane.project(area)
        point = shapely.point_on_surface(area)
        at: LonLat | None = None if point.is_empty else (float(point.x), float(point.y))
        edit = Edit(drop_parts=frozenset({part})) if len(areas) > 1 else None
        width_m = 2 * metres.area / metres.length
        if metres.area < rules.tiny_m2:
            words = say("tiny", area_m2=metres.area)
            yield Finding("tiny", words, at, Place(part, 0), Severity.WARNING, edit)
        elif width_m < rules.sliver_width_m:
            yield Finding("sliver", say("sliver", width_m=width_m), at, Place(part, 0), Severity.WARNING, edit)
