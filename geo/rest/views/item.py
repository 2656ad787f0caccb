"""One feature of a collection."""

import json
from collections.abc import Mapping
from typing import Any, ClassVar

from django.http import Http404, HttpRequest, HttpResponse
from rest_framework.request import Request

from geo.rest import as_of, caching, pages, parameters, words
from geo.rest.collection import JsonObject, Rows
from geo.rest.describing import Operation, answers, item_parameters, operation, ref
from geo.rest.features import feature_text
from geo.rest.links import Link, address, link, links_text, map_address, self_and_alternates
from geo.rest.media import GEOJSON, HTML, JSON, Media
from geo.rest.openapi import component_name
from geo.rest.reference_systems import ReferenceSystem
from geo.rest.views.base import ApiView


class ItemView(ApiView):
    """`/api/collections/{id}/items/{featureId}`. What is hidden is as absent as what never was."""

    offered = (GEOJSON, HTML)
    collection: ClassVar[Any] = None

    def parameters(self) -> list[Mapping[str, Any]]:
        mine = [*item_parameters(self.collection).values(), *as_of.parameters(self.collection)]
        return [*mine, *super().parameters()]

    def respond(self, request: Request, asked: dict[str, str], medium: Media, **path: str) -> HttpResponse:
        names = parameters.property_names(asked.get("properties"), self.collection.fields)
        system = parameters.reference_system("crs", asked.get("crs"))
        feature, version = self.found(self.rows(request, asked), path["feature_id"], names, system)
        if medium is HTML:
            return self.as_page(request._request, json.loads(feature))
        tag = caching.version_tag(version)
        if caching.is_fresh(request._request, tag):
            return caching.not_modified(tag)
        links = self.links(request._request, path["feature_id"], asked)
        body = f'{feature[:-1]},"links":{links_text(links)}}}'
        response = HttpResponse(body, content_type=medium.type)
        system.mark(response)
        response["ETag"] = tag
        return response

    def rows(self, request: Request, asked: Mapping[str, str]) -> Rows:
        """Among which rows the feature is looked for."""
        return as_of.visible(self.collection, request.user, asked)

    def found(self, rows: Rows, feature_id: str, names: tuple[str, ...], system: ReferenceSystem) -> tuple[str, int]:
        """The feature among `rows` as text, and its version. Raises Http404."""
        model: Any = rows.model
        expression = feature_text(self.collection, model, names, system)
        row = rows.filter(id=feature_id[:200]).annotate(feature=expression).values_list("feature", "version").first()
        if row is None:
            raise Http404
        return str(row[0]), int(row[1])

    def here(self, feature_id: str) -> str:
        """The path of this resource."""
        return f"{self.collection.path}/items/{feature_id}"

    def links(self, request: HttpRequest, feature_id: str, asked: Mapping[str, str]) -> list[Link]:
        path = self.here(feature_id)
        past = [link("version-history", address(request, f"{path}/versions"), JSON)] if self.collection.past else []
        return [
            *self_and_alternates(request, path, asked, self.offered, GEOJSON),
            link("collection", address(request, self.collection.path), JSON),
            *past,
        ]

    def as_page(self, request: HttpRequest, feature: Mapping[str, Any]) -> HttpResponse:
        fields = self.collection.fields
        name, other_name, other_language = words.names(self.collection, feature)
        properties = feature["properties"].items()
        context = {
            "collection": self.collection,
            "feature": feature,
            "rows": [(fields[key].label or key, key, words.value(value)) for key, value in properties],
            "geometry": words.position(feature["geometry"]),
            "name": name,
            "other_name": other_name,
            "other_language": other_language,
            "map": map_address(self.collection, self.here(feature["id"]), request.GET.dict()),
            "here": f"/api/{self.here(feature['id'])}",
            "asked": request.GET,
        }
        return pages.page(request, "item", context)

    def describe(self) -> Operation:
        name = component_name(self.collection)
        answer = answers(self.offered, ref(f"{name}Feature"), description="The feature.")
        found = operation(
            f"get{name}Item",
            f"One of {self.collection.title.en}",
            "Data",
            answer=answer,
            parameters=[FEATURE_ID, *self.parameters()],
            problems={"404": "There is no such feature, or it is not for you to see."},
        )
        found["responses"]["200"]["headers"] = {"ETag": {"description": "The version.", "schema": {"type": "string"}}}
        return found


FEATURE_ID: JsonObject = {
    "name": "feature_id",
    "in": "path",
    "required": True,
    "description": "The id of the feature.",
    "schema": {"type": "string", "pattern": "^[a-z0-9-]{1,80}$"},
}
