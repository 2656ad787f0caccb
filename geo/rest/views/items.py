"""The features of a collection: a page of them, one of them, and the search over all."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any, ClassVar

from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from rest_framework.request import Request

from geo.rest import as_of, caching, compressing, cursor, page, pages, parameters, remembering, times, words
from geo.rest.collection import Collection, Rows
from geo.rest.describing import Operation, answers, items_parameters, operation, ref
from geo.rest.filtering import filter_parameters, filtered
from geo.rest.links import Link, address, link, links_text, map_address, self_and_alternates
from geo.rest.media import GEOJSON, HTML, JSON, Media
from geo.rest.openapi import component_name
from geo.rest.page import Page, Statement, View
from geo.rest.parameters import SortKey
from geo.rest.problems import BadParameter
from geo.rest.views.base import ApiView
from geo.texts import Text
from geo.whole import meeting

_HOW_ONLY = frozenset({"f", "limit", "crs", "properties", "sortby"})  # what the View holds


class ItemsView(ApiView):
    """`/api/collections/{id}/items`: one statement for a page, and one more when the client asks whether it changed."""

    offered = (GEOJSON, HTML)
    collection: ClassVar[Any] = None

    def parameters(self) -> list[Mapping[str, Any]]:
        mine = [*items_parameters(self.collection).values(), *as_of.parameters(self.collection), *filter_parameters()]
        return [*mine, *super().parameters()]

    def respond(self, request: Request, asked: dict[str, str], medium: Media, **path: str) -> HttpResponse:
        view = self.view(asked)
        statement = self.statement(request, asked, view)
        if "HTTP_IF_NONE_MATCH" in request.META:
            tag = self.tag(request, page.counters(self.collection))
            if caching.is_fresh(request._request, tag):
                return caching.not_modified(tag)
        found = page.answer(statement)
        response = self.rendered(request, asked, medium, found, view)
        response["ETag"] = self.tag(request, found.counters)
        remembering.keep(response, self.collection.counters, found.counters)
        return response

    def path(self) -> str:
        return f"{self.collection.path}/items"

    def title(self) -> str:
        return str(self.collection.title.in_language())

    def view(self, asked: Mapping[str, str]) -> View:
        """How the features are to be shown, by the parameters."""
        return View(
            names=parameters.property_names(asked.get("properties"), self.collection.fields),
            limit=parameters.limit(asked.get("limit")),
            system=parameters.reference_system("crs", asked.get("crs")),
            keys=parameters.sort_keys(asked.get("sortby"), self.collection.sortable),
        )

    def statement(self, request: Request, asked: Mapping[str, str], view: View) -> Statement:
        """The question for the page, ready made where it is the same for everybody."""
        if self.is_for_everybody(request, asked):
            return _public(self.collection, view)
        start = cursor.read(asked["cursor"], self.path(), view.keys) if "cursor" in asked else None
        return page.prepare(self.collection, self.rows(request, asked), view, start)

    def is_for_everybody(self, request: Request, asked: Mapping[str, str]) -> bool:
        """Whether the first page of all that visitors may see is asked for, however it is to be shown."""
        return not request.user.is_authenticated and _HOW_ONLY.issuperset(asked)

    def rows(self, request: Request, asked: Mapping[str, str]) -> Rows:
        """What this person may see, narrowed by every parameter that narrows."""
        return narrowed(self.collection, as_of.visible(self.collection, request.user, asked), asked)

    def tag(self, request: Request, counters: str) -> str:
        return caching.list_tag(request._request, request.user, counters)

    def rendered(self, request: Request, asked: dict[str, str], medium: Media, found: Page, view: View) -> HttpResponse:
        links = self.links(request._request, asked, medium, found, view)
        if medium is HTML:
            return self.as_page(request._request, asked, found, links)
        response = HttpResponse(feature_collection(found, links), content_type=medium.type)
        view.system.mark(response)
        return compressing.compressed(response, request._request)

    def as_page(self, request: HttpRequest, asked: Mapping[str, str], found: Page, links: list[Link]) -> HttpResponse:
        context = {
            "collection": self.collection,
            "title": self.title(),
            "rows": [words.table_row(self.collection, feature) for feature in json.loads(b"[" + found.features + b"]")],
            "found": found,
            "links": {each["rel"]: each["href"] for each in links},
            "asked": asked,
            "action": f"/api/{self.path()}",
            "map": map_address(self.collection, self.path(), asked),
        }
        return pages.page(request, "items", context)

    def links(
        self, request: HttpRequest, asked: Mapping[str, str], medium: Media, found: Page, view: View
    ) -> list[Link]:
        links = self_and_alternates(request, self.path(), asked, self.offered, medium)
        if found.position is not None:
            onward = {**asked, "cursor": cursor.written(self.path(), view.keys, found.position)}
            links.append(link("next", address(request, self.path(), onward), medium))
        links.append(link("collection", address(request, self.collection.path), JSON))
        return links

    def describe(self) -> Operation:
        name = component_name(self.collection)
        title = self.collection.title.en
        answer = answers(self.offered, ref(f"{name}Features"), description=f"A page of {title}.")
        return operation(f"get{name}", title, "Data", answer=answer, parameters=self.parameters())


class SearchView(ItemsView):
    """`/api/search?q=`: all kinds at once, the best first, however the Thai was typed."""

    def parameters(self) -> list[Mapping[str, Any]]:
        mine = [each for each in super().parameters() if each["name"] != "sortby"]
        wanted = {"required": True, "schema": {"type": "string", "pattern": parameters.words_pattern(least=1)}}
        return [{**each, **wanted} if each["name"] == "q" else each for each in mine]

    def path(self) -> str:
        return "search"

    def title(self) -> str:
        return Text("ค้นหา", "Search").in_language()

    def view(self, asked: Mapping[str, str]) -> View:
        view = super().view(asked)
        return View(view.names, view.limit, view.system, (SortKey("rank"), SortKey("id")))

    def is_for_everybody(self, request: Request, asked: Mapping[str, str]) -> bool:
        return False

    def rows(self, request: Request, asked: Mapping[str, str]) -> Rows:
        if not asked.get("q", "").strip():
            raise BadParameter("q", Text("ใส่คำค้นใน q", "Say in q what to search for."))
        ranked: QuerySet[Any] = self.collection.rank(super().rows(request, asked), asked["q"])
        return ranked

    def describe(self) -> Operation:
        answer = answers(self.offered, ref(f"{component_name(self.collection)}Features"), description="Found spaces.")
        return operation("search", "Search all kinds", "Search", answer=answer, parameters=self.parameters())


@lru_cache(maxsize=256)
def _public(collection: Collection, view: View) -> Statement:
    """The question of everybody: making its text costs as much as reading some rows."""
    return replace(page.prepare(collection, collection.visible_to(AnonymousUser()), view), often=True)


def narrowed(collection: Collection, rows: Rows, asked: Mapping[str, str]) -> Rows:
    """`rows` under bbox, datetime, filter and the collection's own filters."""
    system = parameters.reference_system("bbox-crs", asked.get("bbox-crs"))
    if "bbox" in asked:
        rows = rows.filter(meeting(parameters.box(asked["bbox"], system)))
    if "datetime" in asked:
        interval = times.interval(asked["datetime"])
        rows = rows.filter(collection.days.meeting(interval)) if collection.days else rows
    for each in collection.filters:
        rows = each.narrow(rows, asked[each.name]) if each.name in asked else rows
    return filtered(collection, rows, asked)


def feature_collection(found: Page, links: list[Link]) -> bytes:
    """GeoJSON text around features that are text already."""
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    about = (
        f'],"numberMatched":{found.matched},"numberReturned":{found.returned},"timeStamp":"{now}",'
        f'"links":{links_text(links)}}}'
    )
    return b"".join((b'{"type":"FeatureCollection","features":[', found.features, about.encode()))
