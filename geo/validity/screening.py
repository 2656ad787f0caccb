"""Thousands of geometries at once: most have no fault, and that can be told of all of them together.

What is told here is only "nothing to say"; whatever might have a fault goes to `examine`, the one judge.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely
from shapely.geometry.base import BaseGeometry

from geo.utm import Plane, plane_at
from geo.validity.crossings import MOST_PAIRS
from geo.validity.examining import Examined, examine
from geo.validity.reading import read
from geo.validity.rules import Rules
from geo.validity.storing import storable

Array = npt.NDArray[Any]


def examine_all(geojsons: Sequence[Any], rules: Rules, *, repairs: bool = True) -> list[Examined]:
    """What `examine` says of each geometry."""
    built = [_plain(geojson, rules) for geojson in geojsons]
    areas = [index for index, geometry in enumerate(built) if geometry is not None and geometry.area > 0]
    clear = set(_unsuspicious(np.array([built[index] for index in areas], dtype=object), rules)) if areas else set()
    fine = {areas[position] for position in clear}
    return [
        Examined(built[index]) if index in fine else examine(geojson, rules, repairs=repairs)
        for index, geojson in enumerate(geojsons)
    ]


def _plain(geojson: Any, rules: Rules) -> BaseGeometry | None:
    """The geometry, where reading it found nothing to say."""
    reading = read(geojson, rules)
    if reading.findings or reading.rounded or reading.draft is None:
        return None
    drawn = storable(reading.draft, rules, judged=False)
    if drawn is None or int(shapely.get_num_coordinates(drawn)) ** 2 > MOST_PAIRS:
        return None
    return drawn if shapely.equals_exact(drawn, shapely.orient_polygons(drawn)) else None


def _unsuspicious(areas: Array, rules: Rules) -> list[int]:
    """Positions of the areas that are valid, in place, and have no repeated position, sharp corner or narrow part."""
    plane = plane_at(float(shapely.get_coordinates(areas[0])[0, 0]))
    bad = ~shapely.is_valid(areas) | _outside(areas, rules) | (_widths(areas) > (rules.max_width_deg or np.inf))
    bad[_owners_of_narrow_parts(areas, rules, plane)] = True
    bad[_owners_of_odd_corners(areas, rules, plane)] = True
    return [int(position) for position in np.flatnonzero(~bad)]


def _outside(areas: Array, rules: Rules) -> Array:
    if not rules.areas:
        return np.zeros(len(areas), dtype=bool)
    inside = np.zeros(len(areas), dtype=bool)
    for area in rules.areas:
        shapely.prepare(area)
        inside |= shapely.covers(area, areas)
    return ~inside


def _widths(areas: Array) -> Array:
    west, south, east, north = shapely.bounds(areas).T
    widest: Array = np.maximum(east - west, north - south)
    return widest


def _owners_of_narrow_parts(areas: Array, rules: Rules, plane: Plane) -> Array:
    parts, owner = shapely.get_parts(areas, return_index=True)
    metres = shapely.transform(parts, plane.metres)
    size, outline = shapely.area(metres), shapely.length(metres)
    narrow = (size < rules.tiny_m2 * 1.01) | (2 * size < rules.sliver_width_m * 1.01 * outline)
    owners: Array = owner[narrow]
    return owners


def _owners_of_odd_corners(areas: Array, rules: Rules, plane: Plane) -> Array:
    """Owners of a ring with a repeated position or a corner near the limit of a spike."""
    parts, owner = shapely.get_parts(areas, return_index=True)
    rings, part = shapely.get_rings(parts, return_index=True)
    degrees, ring = shapely.get_coordinates(rings, return_index=True)
    metres = plane.metres(degrees)
    inner = ring[1:] == ring[:-1]
    step = metres[1:] - metres[:-1]
    odd = np.unique(ring[1:][inner & (degrees[1:] == degrees[:-1]).all(axis=1)])
    first = np.flatnonzero(np.insert(~inner, 0, True))  # of each ring; its last step leads back there
    last = np.append(first[1:], len(degrees)) - 2
    into = np.arange(len(step)) - 1
    into[first] = last
    back, forth = -step[into][: len(step)], step
    here = ring[:-1]
    turn = np.abs(
        np.degrees(np.arctan2(back[:, 0] * forth[:, 1] - back[:, 1] * forth[:, 0], (back * forth).sum(axis=1)))
    )
    sharp = np.unique(here[inner & (turn < rules.spike_deg * 1.01)])
    owners: Array = owner[part[np.union1d(odd, sharp)]]
    return owners
