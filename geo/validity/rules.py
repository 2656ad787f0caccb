"""The rules of a collection: which types, where, how large. The place of the service area is given, never read here."""

from dataclasses import dataclass

from shapely.geometry.base import BaseGeometry

MAX_VERTICES = 50_000
MAX_RINGS = 5_000  # outlines and holes together
MAX_WIDTH_DEG = 3.0  # of a learning space: the province is 1.1 degrees wide
ALL_TYPES = ("Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon")


@dataclass(frozen=True)
class Rules:
    """What a geometry is judged by. `types` are GeoJSON names; a single part may always enter a multiple type.

    `areas` are in WGS 84: a geometry lies within one of them, anywhere if there are none. A part narrower than
    `sliver_width_m` (twice its area by its outline), an area below `tiny_m2` and a corner below `spike_deg` whose
    sides are at least `spike_m` long are warned of.
    """

    types: tuple[str, ...] = ALL_TYPES
    areas: tuple[BaseGeometry, ...] = ()
    max_vertices: int = MAX_VERTICES
    max_rings: int = MAX_RINGS
    max_width_deg: float | None = None
    sliver_width_m: float = 0.5
    tiny_m2: float = 1.0
    spike_deg: float = 1.0
    spike_m: float = 1.0
