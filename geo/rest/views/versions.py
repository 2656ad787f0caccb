"""The history of a feature: its versions, one of them, and what differs between any two."""

import json
from collections.abc import Mapping
from typing import Any, ClassVar

from django.http import Http404, HttpRequest, HttpResponse
from rest_framework.request import Request

from geo.rest import caching, cursor, page, parameters, version_list
from geo.rest.collection import JsonObject, Rows
from geo.rest.describing import Operation, answers, item_parameters, operation, parameter, ref
from geo.rest.features import feature_text
from geo.rest.links import Link, address, link, self_and_alternates
from geo.rest.media import GEOJSON, HTML, JSON, Media
from geo.rest.openapi import SelfDescribed, component_name, contribute
from geo.rest.parameters import SortKey
from geo.rest.reference_systems import CRS84
from geo.rest.version_schemas import SCHEMAS
from geo.rest.views.base import ApiView
from geo.rest.views.item import FEATURE_ID, ItemView

contribute(SCHEMAS)

MOST = 1000
DEFAULT_LIMIT = 100
_KEYS = (SortKey("version", descending=True),)
_LARGEST = 2**31 - 1  # what the column of versions holds


class HistoryView(ApiView):
    """What the resources of one feature's history share. Hidden is absent: the feature as well as each version."""

    http_method_names = ["get", "head", "options"]  # history is read; acts on it have addresses of their own
    schema = SelfDescribed()
    collection: ClassVar[Any] = None

    def path(self) -> str:
        return f"{self.collection.path}/items/{self.kwargs['feature_id']}"

    def versions(self, request: Request) -> Rows:
        rows: Rows = self.collection.past.versions(request.user, self.kwargs["feature_id"][:200])
        return rows

    def unless_held(self, request: Request) -> tuple[str, HttpResponse | None]:
        """The tag of the answer, and a 304 when the client holds it already."""
        tag = caching.list_tag(request._request, request.user, page.counters(self.collection))
        return tag, caching.not_modified(tag) if caching.is_fresh(request._request, tag) else None

    def described(self, verb: str, summary: str, schema: str, *path_parameters: JsonObject) -> Operation:
        return operation(
            f"{verb}Of{component_name(self.collection)}",
            f"{summary} one of {self.collection.title.en}",
            "History",
            answer=answers(self.offered, ref(schema), description=f"{summary} the feature."),
            parameters=[FEATURE_ID, *path_parameters, *self.parameters()],
            problems={"404": "There is no such feature or version, or it is not for you to see."},
        )


class VersionsView(HistoryView):
    """`…/items/{featureId}/versions`: newest first."""

    own_parameters = (
        parameter(
            "limit",
            f"Versions on a page. More than {MOST} means {MOST}.",
            {"type": "integer", "minimum": 1, "default": DEFAULT_LIMIT},
        ),
        parameter("cursor", "Where the page starts; taken from a next link.", {"type": "string", "minLength": 1}),
    )

    def respond(self, request: Request, asked: dict[str, str], medium: Media, **path: str) -> HttpResponse:
        limit = min(parameters.limit(asked.get("limit")), MOST)
        where = f"{self.path()}/versions"
        before = cursor.read(asked["cursor"], where, _KEYS)[0] if "cursor" in asked else None
        rows = version_list.page(self.versions(request), limit, before)
        if not rows:
            raise Http404
        tag, held = self.unless_held(request)
        if held:
            return held
        response = self.written(
            request, medium, self.document(request, asked, medium, rows, limit), "versions", collection=self.collection
        )
        response["ETag"] = tag
        return response

    def document(
        self, request: Request, asked: Mapping[str, str], medium: Media, rows: list[Any], limit: int
    ) -> JsonObject:
        plain, where, user = request._request, f"{self.path()}/versions", request.user
        older = [*rows[1:], None]
        told = [version_list.told(self.collection, row, old, user) for row, old in zip(rows, older, strict=True)]
        links = self_and_alternates(plain, where, asked, self.offered, medium)
        if len(rows) > limit:
            onward = {**asked, "cursor": cursor.written(where, _KEYS, json.dumps([rows[limit - 1].version]))}
            links.append(link("next", address(plain, where, onward), medium))
        links.append(link("collection", address(plain, self.collection.path), JSON))
        shown = [{**each, "links": self.own_links(plain, each, old)} for each, old in zip(told, older, strict=True)]
        return {
            "collection": self.collection.id,
            "id": self.kwargs["feature_id"],
            "versions": shown[:limit],
            "links": links,
        }

    def own_links(self, request: HttpRequest, told: Mapping[str, Any], older: Any | None) -> list[Link]:
        where = f"{self.path()}/versions"
        links = [link("item", address(request, f"{where}/{told['version']}"), GEOJSON)]
        if older is not None:
            diff = f"{where}/{older.version}/diff/{told['version']}"
            links.append(link("diff", address(request, diff), JSON))
        return links

    def describe(self) -> Operation:
        return self.described("getVersions", "The versions of", "Versions")


class VersionView(HistoryView, ItemView):
    """`…/versions/{version}`: the feature as it was then."""

    offered = (GEOJSON, HTML)

    def parameters(self) -> list[Mapping[str, Any]]:
        return [*item_parameters(self.collection).values(), *ApiView.parameters(self)]

    def rows(self, request: Request, asked: Mapping[str, str]) -> Rows:
        return self.versions(request).filter(version=_number(self.kwargs["version"]))

    def here(self, feature_id: str) -> str:
        return f"{self.path()}/versions/{self.kwargs['version']}"

    def links(self, request: HttpRequest, feature_id: str, asked: Mapping[str, str]) -> list[Link]:
        version = _number(self.kwargs["version"])
        numbers = list(self.versions(self.request).order_by("version").values_list("version", flat=True))
        return [
            *self_and_alternates(request, self.here(feature_id), asked, self.offered, GEOJSON),
            link("collection", address(request, self.collection.path), JSON),
            *version_list.version_links(request, self.path(), numbers, version),
        ]

    def describe(self) -> Operation:
        found = self.described(
            "getVersion", "A version of", f"{component_name(self.collection)}Feature", _version("version")
        )
        found["responses"]["200"]["headers"] = {"ETag": {"description": "The version.", "schema": {"type": "string"}}}
        return found


class DiffView(HistoryView):
    """`…/versions/{older}/diff/{newer}`: what differs, value by value and on the map."""

    def respond(self, request: Request, asked: dict[str, str], medium: Media, **path: str) -> HttpResponse:
        first, second = _number(self.kwargs["older"]), _number(self.kwargs["newer"])
        found = self.states(request, {first, second})
        tag, held = self.unless_held(request)
        if held:
            return held
        difference = version_list.difference(found[first], found[second], version_list.written_names(self.collection))
        where = f"{self.path()}/versions"
        document = {
            "collection": self.collection.id,
            "id": self.kwargs["feature_id"],
            "older": first,
            "newer": second,
            **difference,
            "links": [
                *self_and_alternates(request._request, f"{where}/{first}/diff/{second}", asked, self.offered, medium),
                link("version-history", address(request._request, where), JSON),
            ],
        }
        response = self.written(request, medium, document, "diff", collection=self.collection)
        response["ETag"] = tag
        return response

    def states(self, request: Request, wanted: set[int]) -> dict[int, tuple[Mapping[str, Any], Any]]:
        """Properties as the API writes them, and the geometry, by version. Raises Http404 unless all are to be seen."""
        rows = self.versions(request).filter(version__in=wanted)
        model: Any = rows.model
        text = feature_text(self.collection, model, tuple(self.collection.fields), CRS84)
        found = rows.annotate(feature=text).values_list("version", "feature", "geometry")
        states = {version: (json.loads(feature)["properties"], geometry) for version, feature, geometry in found}
        if states.keys() != wanted:
            raise Http404
        return states

    def describe(self) -> Operation:
        return self.described(
            "getDifference", "What differs between versions of", "Difference", _version("older"), _version("newer")
        )


def _number(text: str) -> int:
    """The version that an address names. Raises Http404 for what can be none."""
    if not (text.isascii() and text.isdecimal() and len(text) <= 10 and 1 <= int(text) <= _LARGEST):
        raise Http404
    return int(text)


def _version(name: str) -> JsonObject:
    return {
        "name": name,
        "in": "path",
        "required": True,
        "description": "The number of a version.",
        "schema": {"type": "integer", "minimum": 1, "maximum": _LARGEST},
    }
