"""A whole collection as one file."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any, ClassVar

from django.conf import settings
from django.http import HttpRequest, StreamingHttpResponse
from django.http.response import HttpResponseBase
from rest_framework.request import Request

from geo.formats.copied import Copied
from geo.rest import as_of, caching, compressing, page, parameters
from geo.rest.collection import Collection, JsonObject, Rows
from geo.rest.describing import Operation, header, items_parameters, operation, ref
from geo.rest.export import Export, Question, begun
from geo.rest.export_formats import FORMATS
from geo.rest.filtering import filter_parameters
from geo.rest.media import GEOJSON, Media
from geo.rest.openapi import component_name
from geo.rest.views.base import ApiView
from geo.rest.views.items import narrowed

_PAGES_ONLY = frozenset({"limit", "cursor", "sortby"})
_HOW_ONLY = frozenset({"f", "crs", "properties"})


class ExportView(ApiView):
    """`/api/collections/{id}/export`: every feature that matches, streamed by COPY."""

    offered = tuple(FORMATS)
    collection: ClassVar[Any] = None

    def parameters(self) -> list[Mapping[str, Any]]:
        known = items_parameters(self.collection)
        mine = [each for name, each in known.items() if name not in _PAGES_ONLY]
        return [*mine, *as_of.parameters(self.collection), *filter_parameters(), *super().parameters()]

    def respond(  # type: ignore[override]
        self, request: Request, asked: dict[str, str], medium: Media, **path: str
    ) -> HttpResponseBase:
        question = self.question(request, asked)
        if "HTTP_IF_NONE_MATCH" in request.META:
            tag = self.tag(request, page.counters(self.collection))
            if caching.is_fresh(request._request, tag):
                return caching.not_modified(tag)
        export = begun(question, FORMATS[medium])
        response = _sent(export, request._request)
        _patiently(request._request)
        response["Content-Type"] = medium.type
        response["Content-Disposition"] = f'attachment; filename="{_name(self.collection, export.at, FORMATS[medium])}"'
        response["ETag"] = self.tag(request, export.state)
        question.system.mark(response)
        return caching.guarded(response, request.user)

    def question(self, request: Request, asked: Mapping[str, str]) -> Question:
        """Which features, and what of them, by the parameters."""
        return Question(
            collection=self.collection,
            rows=self.rows(request, asked),
            names=parameters.property_names(asked.get("properties"), self.collection.fields),
            system=parameters.reference_system("crs", asked.get("crs")),
            narrowed=not _HOW_ONLY.issuperset(asked),
        )

    def rows(self, request: Request, asked: Mapping[str, str]) -> Rows:
        """What this person may see, narrowed by every parameter that narrows."""
        return narrowed(self.collection, as_of.visible(self.collection, request.user, asked), asked)

    def tag(self, request: Request, counters: str) -> str:
        return caching.list_tag(request._request, request.user, counters)

    def describe(self) -> Operation:
        name = component_name(self.collection)
        found = operation(
            f"export{name}",
            f"{self.collection.title.en} as one file",
            "Data",
            answer=_answer(name),
            parameters=self.parameters(),
            problems={"503": "Too many exports at one time; Retry-After says when to come back."},
        )
        found["responses"]["304"] = {"description": "What If-None-Match names still holds."}
        return found


def _sent(export: Export, request: HttpRequest) -> StreamingHttpResponse:
    zipped = compressing.wanted(request)
    blocks: Iterator[bytes] = compressing.zipped_stream(export) if zipped else iter(export)
    response = StreamingHttpResponse(blocks)
    response._resource_closers.append(export.close)  # type: ignore[attr-defined]  # also when nobody reads
    compressing.mark(response, is_zipped=zipped)
    response["Snapshot-Time"] = export.at.isoformat().replace("+00:00", "Z")
    if export.matched is not None:
        response["OGC-NumberMatched"] = str(export.matched)
    return response


def _patiently(request: HttpRequest) -> None:
    """A client that stops reading must not keep a thread and a connection for ever."""
    if socket := request.META.get("gunicorn.socket"):
        socket.settimeout(settings.EXPORT_STALLED_S)


def _name(collection: Collection, at: datetime, written: Copied) -> str:
    return f"{collection.id}-{at:%Y%m%dT%H%MZ}.{written.extension}"


def _answer(name: str) -> JsonObject:
    text: JsonObject = {"type": "string"}
    features = {
        "type": "object",
        "required": ["type", "features", "numberReturned", "timeStamp"],
        "properties": {
            "type": {"type": "string", "enum": ["FeatureCollection"]},
            "features": {"type": "array", "items": ref(f"{name}Feature")},
            "numberReturned": {"type": "integer", "minimum": 0},
            "timeStamp": {"type": "string", "format": "date-time"},
        },
    }
    return {
        "description": "The file. A stream that breaks off has no last chunk: a client sees that it is not whole.",
        "headers": {
            "OGC-NumberMatched": header("Features in the file, where counting them is quick.", {"type": "integer"}),
            "Snapshot-Time": header("The moment the file shows.", {"type": "string", "format": "date-time"}),
            "Content-Disposition": header("A name for the file.", text),
            "ETag": header("Changes with the collection.", text),
        },
        "content": {medium.type: {"schema": features if medium is GEOJSON else text} for medium in FORMATS},
    }
