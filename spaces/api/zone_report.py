"""`/api/collections/urban-design-zones/items/{id}/report`: the planning report of a zone."""

from typing import Any, ClassVar

from django.http import Http404, HttpResponse
from django.utils.translation import get_language
from rest_framework.request import Request

from geo.rest import pages
from geo.rest.collection import JsonObject
from geo.rest.describing import Operation, operation, ref
from geo.rest.media import HTML, JSON, Media
from geo.rest.openapi import contribute
from geo.rest.views.base import ApiView, as_json
from spaces.api.refusals import collection_of
from spaces.models import UrbanDesignZone
from spaces.zone_reports import table
from spaces.zone_reports.report import report

CSV = Media("text/csv; charset=utf-8", ("csv",))


class ZoneReportView(ApiView):
    """JSON, a page, or a table. What is hidden has no report."""

    offered: ClassVar[tuple[Media, ...]] = (JSON, HTML, CSV)

    def respond(self, request: Request, asked: dict[str, str], medium: Media, **path: str) -> HttpResponse:
        rows: Any = UrbanDesignZone.objects
        zone = rows.visible_to(request.user).filter(pk=path["feature_id"][:200]).first()
        if zone is None:
            raise Http404
        document, language = report(zone, request.user), get_language() or "th"
        if medium is CSV:
            name = f'attachment; filename="{zone.pk}-report.csv"'
            content = table.as_csv(document, language)
            return HttpResponse(content, content_type=CSV.type, headers={"Content-Disposition": name})
        if medium is HTML:
            context = {
                "collection": collection_of("urban-design-zones"),
                "id": zone.pk,
                "name": zone.name.in_language(language),
                "sections": table.sections(document, language),
            }
            return pages.page(request._request, "report", context)
        return HttpResponse(as_json(document), content_type=JSON.type)

    def describe(self) -> Operation:
        content: JsonObject = {
            JSON.type: {"schema": ref("ZoneReport")},
            HTML.type: {"schema": {"type": "string"}},
            "text/csv": {"schema": {"type": "string"}},
        }
        return operation(
            "getZoneReport",
            "The planning report of a zone",
            "Data",
            answer={"description": "What lies in it, who reaches it on foot, what adjoins it.", "content": content},
            parameters=[_ID, *self.parameters()],
            problems={"404": "There is no such zone, or it is not for you to see."},
        )


_ID: JsonObject = {
    "name": "feature_id",
    "in": "path",
    "required": True,
    "description": "The id of the zone.",
    "schema": {"type": "string", "pattern": "^[a-z0-9-]{1,80}$"},
}
_COUNT: JsonObject = {"type": "integer", "minimum": 0}
_NUMBER: JsonObject = {"type": "number", "minimum": 0}
_TEXT: JsonObject = {"type": "string"}
_LIST: JsonObject = {"type": "array", "items": {"type": "object"}}
contribute(
    {
        "ZoneReport": {
            "type": "object",
            "required": ["zone", "notice", "area_m2", "perimeter_m", "spaces", "unknown", "reach", "neighbours"],
            "properties": {
                "zone": _TEXT,
                "version": _COUNT,
                "name_th": _TEXT,
                "name_en": _TEXT,
                "notice": {"type": "object", "properties": {"th": _TEXT, "en": _TEXT}},
                "measured": _TEXT,
                "area_m2": _NUMBER,
                "perimeter_m": _NUMBER,
                "spaces": {
                    "type": "object",
                    "properties": {
                        "total": _COUNT,
                        **dict.fromkeys(("by_kind", "by_theme", "by_age_group", "list"), _LIST),
                    },
                },
                "unknown": {"type": "object", "additionalProperties": _COUNT},
                "reach": {
                    "type": "object",
                    "properties": {
                        "minutes": _COUNT,
                        "source": {"type": "string", "enum": ["estimate", "streets"]},
                        "th": _TEXT,
                        "en": _TEXT,
                        "attribution": _TEXT,
                        "groups": _LIST,
                    },
                },
                "neighbours": _LIST,
            },
        }
    }
)
