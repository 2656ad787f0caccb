"""Whether a geometry could be stored as it is: what every CHECK constraint asks, and the service area."""

from collections.abc import Iterable

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from geo.validity import placing
from geo.validity.crossings import MOST_PAIRS, is_too_complex
from geo.validity.draft import PROMOTED, Draft, built
from geo.validity.rules import Rules

LEAST_AREA_DEG2 = 4e-15  # the smallest triangle on the grid of 1e-7 degree has 5e-15


def has_ring_faults(draft: Draft) -> bool:
    """Whether a ring is open or short, a line short, a part empty: GEOS would raise, or close it silently."""
    if draft.is_area:
        return any(not rings or any(len(ring) < 4 or ring[0] != ring[-1] for ring in rings) for rings in draft.parts)
    least = 2 if draft.kind.endswith("LineString") else 1
    return any(len(ring) < least for rings in draft.parts for ring in rings)


def whole_of(draft: Draft) -> BaseGeometry | None:
    return None if has_ring_faults(draft) else built(draft.kind, draft.parts)


def storable(draft: Draft, rules: Rules, *, judged: bool = True) -> BaseGeometry | None:
    """The geometry in a type of the collection, outlines counter-clockwise; None where a law forbids it.

    With `judged` false only whether it can be built is asked, and it is not turned.
    """
    if has_ring_faults(draft):
        return None
    geometry = built(draft.kind if draft.kind in rules.types else PROMOTED[draft.kind], draft.parts)
    if not judged:
        return geometry
    if not keeps_the_laws(geometry, rules):
        return None
    return shapely.orient_polygons(geometry) if draft.is_area else geometry


def keeps_the_laws(geometry: BaseGeometry, rules: Rules) -> bool:
    """What every CHECK constraint asks, and the service area."""
    vertices = int(shapely.get_num_coordinates(geometry))
    if not 0 < vertices <= rules.max_vertices:
        return False
    if geometry.geom_type.endswith("Polygon"):
        if vertices**2 > MOST_PAIRS and is_too_complex([np.asarray(ring.coords) for ring in _all_rings(geometry)]):
            return False
        if geometry.area <= LEAST_AREA_DEG2:
            return False
    if not geometry.is_valid or placing.too_large(geometry, rules):
        return False
    return not placing.is_outside(geometry, rules)


def _all_rings(geometry: BaseGeometry) -> Iterable[BaseGeometry]:
    for part in shapely.get_parts(geometry):
        yield part.exterior
        yield from part.interiors
