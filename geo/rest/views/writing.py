"""Creating, replacing, updating and deleting features (OGC API – Features Part 4). HTTP only, no rules."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from django.http import Http404, HttpRequest, HttpResponse
from rest_framework.request import Request

from geo.rest import bodies, caching, parameters, preconditions, query, writing_describing
from geo.rest.bodies import FEATURE, Limits
from geo.rest.describing import Operation
from geo.rest.idempotency import once
from geo.rest.links import address, link, links_text
from geo.rest.media import GEOJSON, JSON
from geo.rest.placing import system_of_body
from geo.rest.reference_systems import ReferenceSystem
from geo.rest.views.base import as_json
from geo.rest.views.item import ItemView
from geo.rest.views.items import ItemsView
from geo.rest.writing import GEOJSON_TYPES, PATCH_TYPES, FeatureChange, Method, Written
from geo.texts import Text


class Writes:
    """Mixed into a view that takes bodies: what cannot be read is refused before anybody asks who sends it."""

    accepted: ClassVar[Mapping[str, Sequence[str]]] = {}
    limits: ClassVar[Limits] = FEATURE

    def must_be_readable(self, request: HttpRequest) -> None:
        if types := self.accepted.get(request.method or ""):
            bodies.must_be_readable(request, types, self.limits)

    def reads(self) -> dict[str, str]:
        """RFC 5789 section 3.1, and the same for POST (W3C Linked Data Platform)."""
        shown = {method: types for method, types in self.accepted.items() if method in {"POST", "PATCH"}}
        return {f"Accept-{method.title()}": ", ".join(types) for method, types in shown.items()}

    def document(self, request: Request) -> Any:
        return bodies.parse(request._request.body, self.limits)


class _WritesFeatures(Writes):
    """What POST on a collection and PUT, PATCH, DELETE on a feature share."""

    collection: ClassVar[Any] = None

    def write(self, request: Request, method: Method, feature_id: str | None, base: int | None) -> HttpResponse:
        asked = query.read(request._request, self.asked())
        system = parameters.reference_system("crs", asked.pop("crs", None))
        document = None if method is Method.DELETE else self.document(request)
        change = FeatureChange(method, feature_id, base, document, system_of_body(request._request), asked)
        written: Written = self.collection.writer.write(request, change)
        if not written.applied:
            return waiting(request._request, written)
        if method is Method.DELETE:
            return HttpResponse(status=204)
        return self.shown(request, written, system, status=201 if method is Method.CREATE else 200)

    def asked(self) -> list[str]:
        """The names of the query parameters."""
        return ["crs", *(str(each["name"]) for each in self.collection.writer.parameters)]

    def shown(self, request: Request, written: Written, system: ReferenceSystem, status: int) -> HttpResponse:
        """The feature as it now stands; no body where its writer may no longer see it."""
        plain, reader = request._request, ItemView(collection=self.collection)
        here = f"{self.collection.path}/items/{written.feature_id}"
        rows = self.collection.visible_to(request.user)
        try:
            feature, version = reader.found(rows, written.feature_id, tuple(self.collection.fields), system)
        except Http404:
            return HttpResponse(status=204, headers={"Location": address(plain, here)})
        links = links_text(reader.links(plain, written.feature_id, {}))
        response = HttpResponse(f'{feature[:-1]},"links":{links}}}', content_type=GEOJSON.type, status=status)
        system.mark(response)
        response["ETag"] = caching.version_tag(version)
        if status == 201:
            response["Location"] = address(plain, here)
        return response


def waiting(request: HttpRequest, written: Written) -> HttpResponse:
    """202: somebody else decides."""
    there = address(request, written.location)
    words = Text(
        "รับเป็นข้อเสนอแล้ว ยังไม่มีผลจนกว่าผู้ตรวจจะอนุมัติ", "Taken as a proposal: nothing changes until a reviewer applies it."
    )
    document = {
        "state": "proposed",
        "detail": words.in_language(),
        "feature": written.feature_id,
        "links": [link("monitor", there, JSON)],
    }
    return HttpResponse(as_json(document), status=202, content_type=JSON.type, headers={"Location": there})


class WritableItemsView(_WritesFeatures, ItemsView):
    """`/api/collections/{id}/items`, with POST."""

    http_method_names = ["get", "head", "post", "options"]
    accepted = {"POST": GEOJSON_TYPES}

    @once
    def post(self, request: Request) -> HttpResponse:
        return self.write(request, Method.CREATE, None, None)

    def describe_post(self) -> Operation:
        return writing_describing.create(self.collection)


class WritableItemView(_WritesFeatures, ItemView):
    """`/api/collections/{id}/items/{featureId}`, with PUT, PATCH and DELETE."""

    http_method_names = ["get", "head", "put", "patch", "delete", "options"]
    accepted = {"PUT": GEOJSON_TYPES, "PATCH": PATCH_TYPES}

    @once
    def put(self, request: Request, feature_id: str) -> HttpResponse:
        if preconditions.wants_new(request._request):
            return self.write(request, Method.CREATE, feature_id, None)
        return self.write(request, Method.REPLACE, feature_id, preconditions.base_version(request._request))

    @once
    def patch(self, request: Request, feature_id: str) -> HttpResponse:
        return self.write(request, Method.UPDATE, feature_id, preconditions.base_version(request._request))

    @once
    def delete(self, request: Request, feature_id: str) -> HttpResponse:
        return self.write(request, Method.DELETE, feature_id, preconditions.base_version(request._request))

    def describe_put(self) -> Operation:
        return writing_describing.replace(self.collection)

    def describe_patch(self) -> Operation:
        return writing_describing.update(self.collection)

    def describe_delete(self) -> Operation:
        return writing_describing.delete(self.collection)
