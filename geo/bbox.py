"""Bounding boxes as OGC API – Features and RFC 7946 write them."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from django.contrib.gis.geos import GeometryCollection, GEOSGeometry, LineString, MultiPolygon, Point, Polygon

from geo.crs import WGS84


class InvalidBBox(ValueError):
    """The text is not a box on the globe."""


@dataclass(frozen=True, slots=True)
class BBox:
    """A box in WGS 84 degrees; `west` > `east` means that it crosses the antimeridian (RFC 7946 section 5.2)."""

    west: float
    south: float
    east: float
    north: float

    @classmethod
    def parse(cls, text: str) -> Self:
        """Reads `west,south,east,north`, or six numbers with heights, which are left out.

        Raises InvalidBBox when a number is missing, not finite, outside the globe, or south is above north.
        """
        numbers = _numbers(text)
        if len(numbers) == 6:
            numbers = [numbers[0], numbers[1], numbers[3], numbers[4]]
        if len(numbers) != 4:
            raise InvalidBBox(f"bbox wants 4 or 6 numbers (west,south,east,north), not {len(numbers)}.")
        box = cls(*numbers)
        box._must_be_on_the_globe()
        return box

    def _must_be_on_the_globe(self) -> None:
        if not all(-180 <= lon <= 180 for lon in (self.west, self.east)):
            raise InvalidBBox(f"bbox longitudes lie between -180 and 180, not {self.west:g} and {self.east:g}.")
        if not all(-90 <= lat <= 90 for lat in (self.south, self.north)):
            raise InvalidBBox(f"bbox latitudes lie between -90 and 90, not {self.south:g} and {self.north:g}.")
        if self.south > self.north:
            raise InvalidBBox(f"bbox south ({self.south:g}) lies above north ({self.north:g}).")

    def contains(self, other: "BBox") -> bool:
        """Whether `other` lies within; never for what is not a number. Neither may cross the antimeridian."""
        return (
            self.west <= other.west <= other.east <= self.east
            and self.south <= other.south <= other.north <= self.north
        )

    @property
    def crosses_antimeridian(self) -> bool:
        return self.west > self.east

    def split(self) -> list["BBox"]:
        """One box, or the two on either side of the antimeridian."""
        if not self.crosses_antimeridian:
            return [self]
        return [BBox(self.west, self.south, 180.0, self.north), BBox(-180.0, self.south, self.east, self.north)]

    def to_geos(self) -> GEOSGeometry:
        """The area in WGS 84: a Polygon, or a MultiPolygon of the two on either side of the antimeridian."""
        areas = [rectangle(box.west, box.south, box.east, box.north, srid=WGS84) for box in self.split()]
        if len(areas) == 1:
            return areas[0]
        together = MultiPolygon if all(isinstance(area, Polygon) for area in areas) else GeometryCollection
        return together(*areas, srid=WGS84)


GLOBE = BBox(-180.0, -90.0, 180.0, 90.0)


def rectangle(west: float, south: float, east: float, north: float, *, srid: int) -> GEOSGeometry:
    """The box as a polygon; without width or height a line or a point (an invalid polygon touches nothing)."""
    if west < east and south < north:
        polygon = Polygon.from_bbox((west, south, east, north))
        polygon.srid = srid
        return polygon
    if (west, south) == (east, north):
        return Point(west, south, srid=srid)
    return LineString((west, south), (east, north), srid=srid)


def _numbers(text: str) -> Sequence[float]:
    try:
        numbers = [float(part) for part in text.split(",")]
    except ValueError:
        raise InvalidBBox(f"bbox wants numbers separated by commas, not {text[:80]!r}.") from None
    if not all(map(math.isfinite, numbers)):
        raise InvalidBBox("bbox wants finite numbers.")
    return numbers
