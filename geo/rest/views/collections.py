"""The collections, what is in each, and their schemas."""

from collections.abc import Callable
from typing import Any, ClassVar

from django.http import HttpRequest, HttpResponse
from rest_framework.request import Request

from geo.rest import schemas
from geo.rest.collection import Collection, JsonObject, Person, collections
from geo.rest.describing import Operation, answers, operation, ref
from geo.rest.export_formats import export_links
from geo.rest.links import MOST_ON_A_MAP, Link, address, link, map_address, self_and_alternates
from geo.rest.media import GEOJSON, HTML, JSON, SCHEMA, Media
from geo.rest.openapi import component_name
from geo.rest.reference_systems import CRS84, OPERATIONS, SYSTEMS
from geo.rest.tile_links import collection_links
from geo.rest.views.base import ApiView
from geo.whole import extent


class CollectionsView(ApiView):
    """`/api/collections`: one query for each collection, for its extent."""

    def respond(self, request: Request, asked: dict[str, str], medium: Media, **path: str) -> HttpResponse:
        plain = request._request
        document = {
            "links": self_and_alternates(plain, "collections", asked, self.offered, medium),
            "crs": list(SYSTEMS),
            "coordinateOperations": OPERATIONS,
            "collections": [described(plain, request.user, each, _own_links(plain, each)) for each in collections()],
        }
        return self.written(request, medium, document, "collections")

    def describe(self) -> Operation:
        answer = answers(self.offered, ref("Collections"), description="All collections.")
        return operation("getCollections", "The collections", "Data", answer=answer, parameters=self.parameters())


class CollectionView(ApiView):
    """`/api/collections/{id}`."""

    collection: ClassVar[Collection | None] = None

    def respond(self, request: Request, asked: dict[str, str], medium: Media, **path: str) -> HttpResponse:
        plain, collection = request._request, of(self)
        links = [
            *self_and_alternates(plain, collection.path, asked, self.offered, medium),
            *_own_links(plain, collection)[1:],
        ]
        document = described(plain, request.user, collection, links)
        drawn = map_address(collection, f"{collection.path}/items", {"limit": str(MOST_ON_A_MAP)})
        return self.written(request, medium, document, "collection", collection=collection, map=drawn)

    def describe(self) -> Operation:
        collection = of(self)
        answer = answers(self.offered, ref("Collection"), description=collection.title.en)
        name = f"describe{component_name(collection)}"
        return operation(name, f"About {collection.title.en}", "Data", answer=answer, parameters=self.parameters())


class SchemaView(ApiView):
    """`/api/collections/{id}/schema`, and `/queryables` with `made=schemas.queryables`."""

    offered = (SCHEMA, HTML)
    collection: ClassVar[Collection | None] = None
    name: ClassVar[str] = "schema"

    def respond(self, request: Request, asked: dict[str, str], medium: Media, **path: str) -> HttpResponse:
        collection = of(self)
        document = _MAKERS[self.name](collection, address(request._request, f"{collection.path}/{self.name}"))
        return self.written(request, medium, document, "schema", collection=collection, name=self.name)

    def describe(self) -> Operation:
        collection = of(self)
        answer = answers(self.offered, ref("JsonSchema"), description=f"JSON Schema of {collection.title.en}.")
        name = f"get{component_name(collection)}{self.name.title()}"
        summary = f"{self.name.title()} of {collection.title.en}"
        return operation(name, summary, "Data", answer=answer, parameters=self.parameters())


_QUERYABLES = "http://www.opengis.net/def/rel/ogc/1.0/queryables"
_MAKERS: dict[str, Callable[[Collection, str], JsonObject]] = {
    "schema": schemas.schema,
    "queryables": schemas.queryables,
}


def of(view: Any) -> Collection:
    """The collection that the address of this view names."""
    collection: Collection = view.collection
    return collection


def described(request: HttpRequest, user: Person, collection: Collection, links: list[Link]) -> JsonObject:
    """The collection object of OGC API – Features; its extent is that of what this person may see."""
    found: JsonObject = {
        "id": collection.id,
        "title": collection.title.in_language(),
        "description": collection.description.in_language(),
        "itemType": "feature",
        "crs": list(SYSTEMS),
        "coordinateOperations": OPERATIONS,
        "storageCrs": CRS84.uri,
        "links": links,
    }
    if collection.notice:
        found["notice"] = collection.notice.in_language()
    if bounds := extent(collection.visible_to(user)):
        corners = [bounds.west, bounds.south, bounds.east, bounds.north]
        found["extent"] = {"spatial": {"bbox": [corners], "crs": CRS84.uri}}
    return found


def _own_links(request: HttpRequest, collection: Collection) -> list[Link]:
    path, title = collection.path, collection.title.in_language()
    return [
        link("self", address(request, path), JSON),
        link("items", address(request, f"{path}/items"), GEOJSON, title),
        link("items", address(request, f"{path}/items", {"f": "html"}), HTML, title),
        link("describedby", address(request, f"{path}/schema"), SCHEMA),
        link(_QUERYABLES, address(request, f"{path}/queryables"), SCHEMA),
        *export_links(request, collection),
        *collection_links(request, collection),
    ]
