"""The part of the world that a network is made of: a box, perhaps with an outline inside it. WGS 84 degrees."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from routes.streets.errors import InvalidStreets
from routes.streets.ways import FloatArray

Bounds = tuple[float, float, float, float]


@dataclass(frozen=True, eq=False)
class Clip:
    """West, south, east, north; `outline` is a polygon of which the box is the bounds."""

    bounds: Bounds
    outline: BaseGeometry | None = None

    @classmethod
    def parse(cls, text: str) -> Self:
        """The box of "west,south,east,north". Raises InvalidStreets."""
        try:
            west, south, east, north = (float(part) for part in text.split(","))
        except ValueError:
            raise InvalidStreets(f"--bbox is {text[:80]!r}; west,south,east,north in degrees is wanted.") from None
        if not (-180 <= west < east <= 180 and -90 <= south < north <= 90):
            raise InvalidStreets(
                f"--bbox is {text[:80]!r}; west < east within 180 and south < north within 90 is wanted."
            )
        return cls((west, south, east, north))

    @classmethod
    def around(cls, outline: BaseGeometry) -> Self:
        """What lies in a polygon or several. Raises InvalidStreets."""
        if outline.geom_type not in ("Polygon", "MultiPolygon") or outline.is_empty or not outline.is_valid:
            raise InvalidStreets(f"The clip is a {outline.geom_type}; a valid polygon is wanted.")
        shapely.prepare(outline)
        west, south, east, north = outline.bounds
        return cls((west, south, east, north), outline)

    def holds(self, lonlat: FloatArray) -> NDArray[np.bool_]:
        """(n,) which of n positions lie inside."""
        west, south, east, north = self.bounds
        lon, lat = lonlat.T
        inside: NDArray[np.bool_] = (west <= lon) & (lon <= east) & (south <= lat) & (lat <= north)
        if self.outline is not None and inside.any():
            inside[inside] = shapely.contains_xy(self.outline, lonlat[inside])
        return inside
