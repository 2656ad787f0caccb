"""What describes tiles to a client: tile set metadata (OGC 17-083r4, 20-057) and TileJSON 3.0."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Model

from geo.bbox import BBox
from geo.texts import Text
from geo.tiles.encoding import MAX_BYTES
from geo.tiles.layer import DETAIL_FROM, Layer, json_type
from geo.tiles.matrix import CRS_URI, IDENTIFIER, MAX_ZOOM, URI, WORLD
from geo.tiles.statement import Rows
from geo.whole import extent

CRS84_URI = "http://www.opengis.net/def/crs/OGC/1.3/CRS84"

_CAP_KB = MAX_BYTES // 1000
CAP_NOTE = Text(
    f"ไทล์หนึ่งมีขนาดไม่เกิน {_CAP_KB} กิโลไบต์ ที่ซูมต่ำซึ่งมีข้อมูลหนาแน่นจะตัดรายการที่สำคัญน้อยที่สุดออกก่อนและกระจายทั่วแผ่น "
    "เมื่อตัดออก ค่า OGC-NumberReturned ในส่วนหัวจะน้อยกว่า OGC-NumberMatched ซูมเข้าไปจะเห็นครบ",
    f"A tile holds at most {_CAP_KB} kB. Where more features meet, the least important are left out, evenly over the "
    "tile: the header OGC-NumberReturned is then below OGC-NumberMatched. Zoom in to see them all.",
)


@dataclass(frozen=True)
class Tileset:
    """The tiles of one collection. `template` is their address, with `{z}`, `{y}` and `{x}` to be filled in."""

    title: str
    description: str
    notice: str
    layer: Layer
    model: type[Model]
    template: str
    bounds: BBox | None


def bounds(rows: Rows, layer: Layer) -> BBox | None:
    """The box around `rows`, cut to what the tiles can show; None when there is nothing."""
    found = extent(rows, layer.geometry)
    return found and BBox(
        max(found.west, WORLD.west),
        max(found.south, WORLD.south),
        min(found.east, WORLD.east),
        min(found.north, WORLD.north),
    )


def summary(title: str, links: list[dict[str, Any]]) -> dict[str, Any]:
    """An entry of the list of tile sets."""
    return {"title": title, "dataType": "vector", "crs": CRS_URI, "tileMatrixSetURI": URI, "links": links}


def metadata(tileset: Tileset, links: list[dict[str, Any]]) -> dict[str, Any]:
    """The tile set metadata: its layer, where it lies, and the template among `links`."""
    found = {
        **summary(tileset.title, links),
        "description": _described(tileset),
        "tileMatrixSetId": IDENTIFIER,
        "layers": [_layer(tileset)],
    }
    if box := tileset.bounds:
        found["boundingBox"] = {
            "lowerLeft": [box.west, box.south],
            "upperRight": [box.east, box.north],
            "crs": CRS84_URI,
        }
    return found


def tilejson(tileset: Tileset) -> dict[str, Any]:
    """The same for clients of TileJSON 3.0 (MapLibre, OpenLayers, QGIS plug-ins)."""
    found: dict[str, Any] = {
        "tilejson": "3.0.0",
        "name": tileset.title,
        "description": _described(tileset),
        "scheme": "xyz",
        "tiles": [tileset.template],
        "minzoom": 0,
        "maxzoom": MAX_ZOOM,
        "vector_layers": [
            {"id": tileset.layer.name, "minzoom": 0, "maxzoom": MAX_ZOOM, "fields": _fields(tileset)},
        ],
    }
    if box := tileset.bounds:
        found["bounds"] = [box.west, box.south, box.east, box.north]
    return found


def _described(tileset: Tileset) -> str:
    return " ".join(filter(None, (tileset.description, tileset.notice, CAP_NOTE.in_language())))


def _fields(tileset: Tileset) -> Mapping[str, str]:
    return {name: json_type(tileset.model, name) for name in tileset.layer.names(DETAIL_FROM)}


def _layer(tileset: Tileset) -> dict[str, Any]:
    properties = {name: {"type": kind.lower()} for name, kind in _fields(tileset).items()}
    return {
        "id": tileset.layer.name,
        "title": tileset.title,
        "dataType": "vector",
        "minTileMatrix": "0",
        "maxTileMatrix": str(MAX_ZOOM),
        "propertiesSchema": {"type": "object", "properties": properties},
    }
