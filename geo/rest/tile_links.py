"""Where tiles are found: the links between a collection, its tile set, the tile matrix set and the tiles."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest

from geo.rest.collection import Collection
from geo.rest.links import Link, address, link
from geo.rest.media import JSON, Media
from geo.tiles import matrix
from geo.tiles.layer import Layer

MVT = Media("application/vnd.mapbox-vector-tile", ("mvt", "pbf"), frozenset({"application/x-protobuf"}))
TILEJSON = Media("application/vnd.mapbox.tile+json", ("tilejson",))

_REL = "http://www.opengis.net/def/rel/ogc/1.0/"
CONFORMS_TO = (
    *(
        f"http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/{name}"
        for name in ("core", "tileset", "tilesets-list", "geodata-tilesets", "mvt", "oas30")
    ),
    "http://www.opengis.net/spec/tms/2.0/conf/tilematrixset",
    "http://www.opengis.net/spec/tms/2.0/conf/json-tilematrixset",
)


def layer_of(collection: Collection) -> Layer:
    """What its tiles show; the names alone unless the collection says more."""
    return collection.tiles or Layer(collection.id, overview=collection.names)


def template(request: HttpRequest, collection: Collection, places: str, query: Mapping[str, str]) -> str:
    """The address of a tile with `places` to be filled in."""
    path = f"{collection.path}/tiles/{matrix.IDENTIFIER}/"
    bare, mark, rest = address(request, path, query).partition("?")
    return f"{bare}{places}{mark}{rest}"


def tileset_links(request: HttpRequest, collection: Collection, query: Mapping[str, str]) -> list[Any]:
    """Where the tile set, its scheme and its tiles are found."""
    here, title = f"{collection.path}/tiles/{matrix.IDENTIFIER}", collection.title.in_language()
    tiles = template(request, collection, "{tileMatrix}/{tileRow}/{tileCol}", query)
    return [
        link("self", address(request, here, query), JSON, title),
        {**link("item", tiles, MVT, title), "templated": True},
        link(f"{_REL}tiling-scheme", address(request, f"tileMatrixSets/{matrix.IDENTIFIER}"), JSON),
        link("describedby", address(request, here, {**query, "f": "tilejson"}), TILEJSON, "TileJSON"),
        link(f"{_REL}geodata", address(request, collection.path), JSON, title),
    ]


def collection_links(request: HttpRequest, collection: Collection) -> list[Link]:
    """What a collection says of its tiles."""
    return [link(f"{_REL}tilesets-vector", address(request, f"{collection.path}/tiles"), JSON)]


def landing_links(request: HttpRequest) -> list[Link]:
    return [link(f"{_REL}tiling-schemes", address(request, "tileMatrixSets"), JSON)]
