"""The coordinate reference systems that clients may ask for (OGC API – Features Part 2) and send a bbox in."""

from dataclasses import dataclass

import shapely
from django.contrib.gis.gdal import CoordTransform, SpatialReference
from django.contrib.gis.geos import GEOSGeometry
from django.http.response import HttpResponseBase

from geo.bbox import GLOBE, BBox, rectangle
from geo.crs import (
    COORDINATE_DECIMALS,
    INDIAN_1975_OPERATION,
    INDIAN_1975_PROJ,
    INDIAN_1975_UTM_47N,
    UTM_47N,
    WEB_MERCATOR,
    WGS84,
)

_EPSG = "http://www.opengis.net/def/crs/EPSG/0/"


@dataclass(frozen=True)
class ReferenceSystem:
    """`domain` is the part of the globe that this system can show; `reach` the same in its own units, (x, y).

    A system on another datum than WGS 84 says by which `operation` we get there, and has a `pinned` definition: what
    PROJ would choose by itself from the number alone is another answer.
    """

    uri: str
    srid: int
    decimals: int
    domain: BBox
    reach: tuple[float, float, float, float]
    north_first: bool = False
    pinned: str = ""
    operation: str = ""

    @property
    def is_degrees(self) -> bool:
        return self.srid == WGS84

    def in_sql(self, geometry: str) -> str:
        """SQL for a geometry, stored in WGS 84, in this system; longitude or easting first."""
        if self.is_degrees:
            return geometry
        return f"geo_indian_1975({geometry})" if self.pinned else f"ST_Transform({geometry}, {self.srid})"

    def to_degrees(self, geometry: GEOSGeometry) -> GEOSGeometry:
        """The geometry of this system, easting first, in WGS 84. Raises GDALException where there is no way."""
        found: GEOSGeometry = geometry.transform(  # a transformation of GDAL must not be shared between threads
            CoordTransform(SpatialReference(self.pinned or self.srid), SpatialReference(WGS84)), clone=True
        )
        found.srid = WGS84
        return found

    def mark(self, response: HttpResponseBase) -> None:
        """Says in the answer's headers in which system its coordinates are, and how they came there."""
        response["Content-Crs"] = f"<{self.uri}>"
        if self.operation:
            response["Coordinate-Operation"] = self.operation


_DEGREES = (-180.0, -90.0, 180.0, 90.0)
MILLIMETRES = 3

CRS84 = ReferenceSystem("http://www.opengis.net/def/crs/OGC/1.3/CRS84", WGS84, COORDINATE_DECIMALS, GLOBE, _DEGREES)
SYSTEMS: dict[str, ReferenceSystem] = {
    system.uri: system
    for system in (
        CRS84,
        ReferenceSystem(f"{_EPSG}4326", WGS84, COORDINATE_DECIMALS, GLOBE, _DEGREES, north_first=True),
        ReferenceSystem(
            f"{_EPSG}3857",
            WEB_MERCATOR,
            MILLIMETRES,
            BBox(-180, -85.06, 180, 85.06),
            (-20037508.3428, -20037508.3428, 20037508.3428, 20037508.3428),
        ),
        ReferenceSystem(
            f"{_EPSG}32647",
            UTM_47N,
            MILLIMETRES,
            BBox(69, -80, 129, 84),
            (-2_800_000, -9_000_000, 3_800_000, 9_400_000),
        ),
        ReferenceSystem(
            f"{_EPSG}24047",
            INDIAN_1975_UTM_47N,
            MILLIMETRES,
            BBox(69, -80, 129, 84),
            (-2_800_000, -9_000_000, 3_800_000, 9_400_000),
            pinned=INDIAN_1975_PROJ,
            operation=INDIAN_1975_OPERATION,
        ),
    )
}

# By which operation the systems of another datum are reached, as `/api/collections` says it.
OPERATIONS = {system.uri: system.operation for system in SYSTEMS.values() if system.operation}

# A straight side of a projected box is a curve in degrees: this many pieces keep it within centimetres.
_PIECES = 200


def box_in_degrees(numbers: tuple[float, float, float, float], system: ReferenceSystem) -> GEOSGeometry:
    """The box (min x, min y, max x, max y) of a projected system as an area in WGS 84, cut to the system's reach."""
    west, south, east, north = system.reach
    corners = (
        min(max(numbers[0], west), east),
        min(max(numbers[1], south), north),
        max(min(numbers[2], east), west),
        max(min(numbers[3], north), south),
    )
    clipped = shapely.from_wkb(bytes(rectangle(*corners, srid=system.srid).wkb))
    longest = max(corners[2] - corners[0], corners[3] - corners[1]) / _PIECES
    dense = shapely.segmentize(clipped, longest) if longest > 0 else clipped
    return system.to_degrees(GEOSGeometry(memoryview(shapely.to_wkb(dense)), srid=system.srid))
