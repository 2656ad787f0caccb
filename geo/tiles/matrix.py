"""WebMercatorQuad: the pyramid of square tiles that every web map uses.

Source: OGC Two Dimensional Tile Matrix Set and Tile Set Metadata 2.0 (17-083r4), annex D.1.
"""

import math
import re
from dataclasses import dataclass
from typing import Any, Self

from geo.bbox import BBox
from geo.texts import Text

IDENTIFIER = "WebMercatorQuad"
URI = f"http://www.opengis.net/def/tilematrixset/OGC/1.0/{IDENTIFIER}"
CRS_URI = "http://www.opengis.net/def/crs/EPSG/0/3857"
MAX_ZOOM = 22
EXTENT = 4096  # units along the side of a tile
BUFFER = 64  # units around it, so that a symbol on the edge is whole in both tiles

HALF_WORLD_M = 20037508.3427892
MERCATOR_LAT = 85.0511287798066  # where the square ends
WORLD = BBox(-180.0, -MERCATOR_LAT, 180.0, MERCATOR_LAT)

# The standard draws a tile with 256 pixels of 0.28 mm.
_PIXELS = 256
_PIXEL_M = 0.00028
_WHOLE_NUMBER = re.compile("0|[1-9][0-9]{0,7}")


class BadTileAddress(ValueError):
    """Zoom, row or column is not a whole number."""

    text = Text(
        "ที่อยู่ของไทล์คือจำนวนเต็มสามตัว: ระดับซูม/แถว/คอลัมน์",
        "A tile is addressed by three whole numbers: zoom/row/column.",
    )


class NoSuchTile(LookupError):
    """Zoom, row or column lies outside the matrix."""

    text = Text(
        f"ไทล์อยู่นอกตาราง: ซูม 0 ถึง {MAX_ZOOM} แถวและคอลัมน์น้อยกว่า 2 ยกกำลังซูม",
        f"The tile lies outside the matrix: zoom is 0 to {MAX_ZOOM}, row and column are below 2 to the power of zoom.",
    )


@dataclass(frozen=True, slots=True)
class Tile:
    """A tile by zoom, row (from the north) and column (from the west)."""

    zoom: int
    row: int
    column: int

    @classmethod
    def parse(cls, zoom: str, row: str, column: str) -> Self:
        """Raises BadTileAddress or NoSuchTile."""
        if not all(map(_WHOLE_NUMBER.fullmatch, (zoom, row, column))):
            raise BadTileAddress
        tile = cls(int(zoom), int(row), int(column))
        if tile.zoom > MAX_ZOOM or max(tile.row, tile.column) >= 1 << tile.zoom:
            raise NoSuchTile
        return tile

    @property
    def unit_m(self) -> float:
        """The side of one unit of the tile's own grid, in metres of the Mercator plane."""
        return 2 * HALF_WORLD_M / (EXTENT << self.zoom)

    def bounds_m(self) -> tuple[float, float, float, float]:
        """West, south, east, north in Web Mercator metres."""
        side = self.unit_m * EXTENT
        west, north = self.column * side - HALF_WORLD_M, HALF_WORLD_M - self.row * side
        return west, north - side, west + side, north

    def box(self) -> BBox:
        """The tile and its buffer in WGS 84 degrees, cut at the antimeridian and where the square ends."""
        west, south, east, north = self.bounds_m()
        margin = BUFFER * self.unit_m
        return BBox(
            max(_lon(west - margin), WORLD.west),
            max(_lat(south - margin), WORLD.south),
            min(_lon(east + margin), WORLD.east),
            min(_lat(north + margin), WORLD.north),
        )


def unit_deg(zoom: int) -> float:
    """The side of one unit of a tile's own grid, in degrees of longitude."""
    return 360.0 / (EXTENT << zoom)


def tile_at(lon: float, lat: float, zoom: int) -> Tile:
    """The tile of a position in WGS 84 degrees; a position on an edge belongs to the tile in the south or east."""
    count = 1 << zoom
    sine = math.sin(math.radians(lat))
    column = (lon + 180) / 360 * count
    row = (0.5 - math.log((1 + sine) / (1 - sine)) / (4 * math.pi)) * count
    return Tile(zoom, min(max(int(row), 0), count - 1), min(max(int(column), 0), count - 1))


def definition() -> dict[str, Any]:
    """The tile matrix set as the standard writes it in JSON."""
    return {
        "id": IDENTIFIER,
        "title": "Google Maps Compatible for the World",
        "uri": URI,
        "crs": CRS_URI,
        "orderedAxes": ["X", "Y"],
        "wellKnownScaleSet": "http://www.opengis.net/def/wkss/OGC/1.0/GoogleMapsCompatible",
        "tileMatrices": [_matrix(zoom) for zoom in range(MAX_ZOOM + 1)],
    }


def _matrix(zoom: int) -> dict[str, Any]:
    cell_m = 2 * HALF_WORLD_M / (_PIXELS << zoom)
    return {
        "id": str(zoom),
        "scaleDenominator": cell_m / _PIXEL_M,
        "cellSize": cell_m,
        "cornerOfOrigin": "topLeft",
        "pointOfOrigin": [-HALF_WORLD_M, HALF_WORLD_M],
        "tileWidth": _PIXELS,
        "tileHeight": _PIXELS,
        "matrixWidth": 1 << zoom,
        "matrixHeight": 1 << zoom,
    }


def _lon(easting_m: float) -> float:
    return easting_m / HALF_WORLD_M * 180


def _lat(northing_m: float) -> float:
    return math.degrees(math.atan(math.sinh(northing_m / HALF_WORLD_M * math.pi)))
