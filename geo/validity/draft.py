"""A geometry as it was drawn, right or wrong: parts of rings of positions."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely
from shapely.geometry.base import BaseGeometry

from geo.validity.fault import LonLat

DEPTH = {"Point": 0, "LineString": 1, "MultiPoint": 1, "Polygon": 2, "MultiLineString": 2, "MultiPolygon": 3}
PROMOTED = {"Point": "MultiPoint", "LineString": "MultiLineString", "Polygon": "MultiPolygon"}
SINGLE = {multiple: single for single, multiple in PROMOTED.items()}
AREAS = frozenset({"Polygon", "MultiPolygon"})
Ring = list[LonLat]
Array = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Draft:
    """`parts[part][ring]` is a list of (lon, lat), rounded; of a point or a line the one ring holds its positions."""

    kind: str
    parts: list[list[Ring]]

    @classmethod
    def of(cls, kind: str, coordinates: Any) -> "Draft":
        """From rounded GeoJSON coordinates of this type."""
        if kind == "MultiPolygon":
            return cls(kind, coordinates)
        if kind.startswith("Multi"):
            return cls(kind, [[[part] if kind == "MultiPoint" else part] for part in coordinates])
        wrapped = {"Point": [[coordinates]], "LineString": [coordinates], "Polygon": coordinates}
        return cls(kind, [wrapped[kind]])

    @property
    def is_area(self) -> bool:
        return self.kind in AREAS

    def rings(self) -> Iterator[tuple[int, int, Ring]]:
        """(part, ring, positions)."""
        for part, rings in enumerate(self.parts):
            for ring, positions in enumerate(rings):
                yield part, ring, positions

    def positions(self) -> Array:
        """All positions, (n, 2)."""
        return np.array([position for _, _, ring in self.rings() for position in ring], dtype=float).reshape(-1, 2)


def built(kind: str, parts: Sequence[Sequence[Ring]]) -> BaseGeometry:
    """The shapely geometry of `kind`. Raises shapely's errors where rings are too short."""
    if kind in AREAS:
        areas = [shapely.Polygon(rings[0], rings[1:]) if rings else shapely.Polygon() for rings in parts]
        return _one_or_all(areas, kind, shapely.multipolygons, shapely.Polygon)
    lines = [rings[0] for rings in parts if rings]
    if kind.endswith("LineString"):
        made = [shapely.LineString(line) for line in lines]
        return _one_or_all(made, kind, shapely.multilinestrings, shapely.LineString)
    points = [shapely.Point(line[0]) for line in lines if line]
    return _one_or_all(points, kind, shapely.multipoints, shapely.Point)


def _one_or_all(
    made: Sequence[BaseGeometry], kind: str, several: Callable[..., Any], single: Callable[[], BaseGeometry]
) -> BaseGeometry:
    if kind.startswith("Multi"):
        together: BaseGeometry = several(np.array(made, dtype=object))
        return together
    return made[0] if made else single()


def taken_apart(geometry: BaseGeometry) -> list[list[Ring]]:
    """The parts of a shapely area."""
    return [
        [list(map(tuple, ring.coords)) for ring in (part.exterior, *part.interiors)]
        for part in getattr(geometry, "geoms", [geometry])
        if part.geom_type == "Polygon" and not part.is_empty
    ]
