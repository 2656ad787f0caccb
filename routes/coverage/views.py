"""`/api/analysis/coverage`: how many learning spaces there are for whom, and where none can be walked to."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django.http import HttpResponse
from rest_framework.request import Request

from geo.rest import caching
from geo.rest.describing import Operation
from geo.rest.media import GEOJSON, JSON, Media
from geo.rest.views.base import ApiView, as_json
from routes.coverage import describing
from routes.coverage.files import as_csv, as_geojson
from routes.coverage.question import load_words, read
from routes.coverage.report import Analysis, analysis, state

CSV = Media("text/csv; charset=utf-8", ("csv",))


class CoverageView(ApiView):
    """A document, the gaps as GeoJSON, or a table. What is hidden from somebody is not counted for them."""

    offered: ClassVar[tuple[Media, ...]] = (JSON, GEOJSON, CSV)
    own_parameters: ClassVar[tuple[Mapping[str, Any], ...]] = describing.PARAMETERS

    def respond(self, request: Request, asked: dict[str, str], medium: Media, **path: str) -> HttpResponse:
        now, words = state(), load_words()
        question = read(asked, words)
        tag = caching.list_tag(request._request, request.user, now)
        if "HTTP_IF_NONE_MATCH" in request.META and caching.is_fresh(request._request, tag):
            return caching.not_modified(tag)
        response = written(analysis(question, words, request.user, now), medium)
        response["ETag"] = tag
        return response

    def describe(self) -> Operation:
        return describing.coverage(self.parameters())


def written(found: Analysis, medium: Media) -> HttpResponse:
    if medium is GEOJSON:
        return HttpResponse(as_geojson(found), content_type=medium.type)
    if medium is CSV:
        attached = {"Content-Disposition": f'attachment; filename="coverage-by-{found.document["by"]}.csv"'}
        return HttpResponse(as_csv(found.document), content_type=medium.type, headers=attached)
    return HttpResponse(as_json(found.document), content_type=medium.type)
