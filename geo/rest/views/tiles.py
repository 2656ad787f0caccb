"""OGC API – Tiles: the vector tiles of each collection, and what describes them."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, ClassVar

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from rest_framework.request import Request

from geo.counters import now
from geo.rest import as_of, caching, compressing, problems, remembering
from geo.rest.collection import JsonObject, Person, Rows, collections
from geo.rest.describing import Operation, answers, items_parameters, operation
from geo.rest.filtering import filter_parameters
from geo.rest.links import MOST_ON_A_MAP, map_address, self_and_alternates
from geo.rest.media import HTML, JSON, Media
from geo.rest.openapi import component_name
from geo.rest.tile_links import MVT, TILEJSON, layer_of, template, tileset_links
from geo.rest.views.base import ApiView
from geo.rest.views.items import narrowed
from geo.texts import Text
from geo.tiles import documents, matrix
from geo.tiles.encoding import Encoded, encode
from geo.tiles.matrix import BadTileAddress, NoSuchTile, Tile
from geo.tiles.statement import Statement, prepare, written_out

PUBLIC_FOR_S = 60  # how long a cache may show visitors a tile without asking again

problems.register(BadTileAddress, 400, "bad-tile-address", Text("ที่อยู่ไทล์ไม่ถูกต้อง", "Not a tile address"))
problems.register(NoSuchTile, 404, "no-such-tile", Text("ไม่มีไทล์นี้", "No such tile"))


class TilesView(ApiView):
    """What the resources of one collection's tiles share. Whatever narrows its items narrows its tiles too."""

    collection: ClassVar[Any] = None

    def parameters(self) -> list[Mapping[str, Any]]:
        known = items_parameters(self.collection)
        names = ["bbox", "bbox-crs", "datetime", *(each.name for each in self.collection.filters)]
        mine = [*(known[name] for name in names), *as_of.parameters(self.collection), *filter_parameters()]
        return [*mine, *super().parameters()]

    def path(self) -> str:
        return f"{self.collection.path}/tiles"

    def rows(self, request: Request, asked: Mapping[str, str]) -> Rows:
        """What this person may see, narrowed by every parameter that narrows."""
        return narrowed(self.collection, as_of.visible(self.collection, request.user, asked), asked)

    def tag(self, request: Request, counters: str) -> str:
        return caching.list_tag(request._request, request.user, counters)


class TilesetsView(TilesView):
    """`/api/collections/{id}/tiles`: the list of tile sets, which is one long."""

    def respond(self, request: Request, asked: dict[str, str], medium: Media, **path: str) -> HttpResponse:
        self.rows(request, asked)  # what no tile could be asked for, its list of addresses does not take either
        plain, title = request._request, self.collection.title.in_language()
        links = tileset_links(plain, self.collection, _narrowing(asked))
        document = {
            "links": self_and_alternates(plain, self.path(), asked, self.offered, medium),
            "tilesets": [documents.summary(title, links)],
        }
        return self.written(request, medium, document, "tilesets", collection=self.collection)

    def describe(self) -> Operation:
        answer = answers(self.offered, {"type": "object"}, description="The tile sets.")
        return _operation(self, "getTilesets", "Tile sets of", answer)


class TilesetView(TilesView):
    """`/api/collections/{id}/tiles/WebMercatorQuad`: metadata of the tile set, or TileJSON."""

    offered = (JSON, TILEJSON, HTML)

    def path(self) -> str:
        return f"{super().path()}/{matrix.IDENTIFIER}"

    def respond(self, request: Request, asked: dict[str, str], medium: Media, **path: str) -> HttpResponse:
        plain, narrowing = request._request, _narrowing(asked)
        tileset = self.tileset(request, asked)
        if medium is TILEJSON:
            return self.written(request, medium, documents.tilejson(tileset), "tileset")
        links = [
            *self_and_alternates(plain, self.path(), asked, self.offered, medium),
            *tileset_links(plain, self.collection, narrowing)[1:],
        ]
        document = documents.metadata(tileset, links)
        shown = map_address(
            self.collection, f"{self.collection.path}/items", {**narrowing, "limit": str(MOST_ON_A_MAP)}
        )
        context = {"collection": self.collection, "tileset": tileset, "map": shown}
        return self.written(request, medium, document, "tileset", **context)

    def tileset(self, request: Request, asked: Mapping[str, str]) -> documents.Tileset:
        rows, layer = self.rows(request, asked), layer_of(self.collection)
        notice = self.collection.notice
        return documents.Tileset(
            title=self.collection.title.in_language(),
            description=self.collection.description.in_language(),
            notice=notice.in_language() if notice else "",
            layer=layer,
            model=rows.model,
            template=template(request._request, self.collection, "{z}/{y}/{x}", _narrowing(asked)),
            bounds=documents.bounds(rows, layer),
        )

    def describe(self) -> Operation:
        answer = answers(self.offered, {"type": "object"}, description="Tile set metadata, or TileJSON.")
        return _operation(self, "getTileset", "The WebMercatorQuad tile set of", answer)


class TileView(TilesView):
    """`…/WebMercatorQuad/{tileMatrix}/{tileRow}/{tileCol}`: one statement, one more when the client asks for news."""

    offered = (MVT,)

    def respond(self, request: Request, asked: dict[str, str], medium: Media, **path: str) -> HttpResponse:
        tile = Tile.parse(path["tileMatrix"], path["tileRow"], path["tileCol"])
        statement, counters = self.statement(request, asked, tile.zoom), self.collection.counters
        if "HTTP_IF_NONE_MATCH" in request.META:
            tag = self.tag(request, now(counters))
            if caching.is_fresh(request._request, tag):
                return _cached(caching.not_modified(tag), request.user)
        found = encode(statement, tile, counters)
        response = _sent(found, request._request)
        response["ETag"] = self.tag(request, found.counters)
        remembering.keep(response, counters, found.counters)
        return _cached(response, request.user)

    def statement(self, request: Request, asked: Mapping[str, str], zoom: int) -> Statement:
        if not request.user.is_authenticated and not _narrowing(asked):
            return _public(self.collection.id, zoom)
        return prepare(self.rows(request, asked), layer_of(self.collection), zoom)

    def describe(self) -> Operation:
        answer = {
            "description": "The tile (Mapbox Vector Tile 2.1), with one layer named like the collection.",
            "content": {MVT.type: {"schema": {"type": "string", "format": "binary"}}},
            "headers": {
                "OGC-NumberMatched": _count("Features in the tile's area."),
                "OGC-NumberReturned": _count("Features in the tile; fewer when it would be larger than 500 kB."),
            },
        }
        found = _operation(self, "getTile", "A tile of", answer)
        found["parameters"] = [*_ADDRESS, *found["parameters"]]
        found["responses"]["204"] = {"description": "Nothing lies in this tile."}
        found["responses"]["404"] = found["responses"]["400"] | {"description": "There is no such tile."}
        return found


@lru_cache(maxsize=256)
def _public(collection_id: str, zoom: int) -> Statement:
    """The question of everybody, which is the same for everybody: making its text costs as much as a small tile."""
    collection = next(each for each in collections() if each.id == collection_id)
    question = prepare(collection.visible_to(AnonymousUser()), layer_of(collection), zoom)
    return written_out(question, collection.counters)


def _narrowing(asked: Mapping[str, str]) -> dict[str, str]:
    """The parameters that a tile's address keeps: all but the format of the present answer."""
    return {name: value for name, value in asked.items() if name != "f"}


def _sent(found: Encoded, request: HttpRequest) -> HttpResponse:
    """The tile, compressed if the client takes that; 204 when there is nothing in it."""
    response = HttpResponse(found.data, content_type=MVT.type, status=200 if found.data else 204)
    if not found.data:
        del response["Content-Type"]
    compressing.compressed(response, request)
    response["OGC-NumberMatched"] = str(found.matched)
    response["OGC-NumberReturned"] = str(found.returned)
    return response


def _cached(response: HttpResponse, user: Person) -> HttpResponse:
    """Only what everybody may see goes into a shared cache."""
    if not user.is_authenticated:
        response["Cache-Control"] = f"public, max-age={PUBLIC_FOR_S}"
    return response


def _operation(view: TilesView, verb: str, summary: str, answer: JsonObject) -> Operation:
    collection = view.collection
    return operation(
        f"{verb}Of{component_name(collection)}",
        f"{summary} {collection.title.en}",
        "Tiles",
        answer=answer,
        parameters=view.parameters(),
    )


def _count(description: str) -> JsonObject:
    return {"description": description, "schema": {"type": "integer", "minimum": 0}}


def _place(name: str, description: str, maximum: int) -> JsonObject:
    schema = {"type": "integer", "minimum": 0, "maximum": maximum}
    return {"name": name, "in": "path", "required": True, "description": description, "schema": schema}


_LAST = (1 << matrix.MAX_ZOOM) - 1
_ADDRESS = (
    _place("tileMatrix", "The zoom.", matrix.MAX_ZOOM),
    _place("tileRow", "The row, from the north: below 2 to the power of the zoom.", _LAST),
    _place("tileCol", "The column, from the west: below 2 to the power of the zoom.", _LAST),
)
