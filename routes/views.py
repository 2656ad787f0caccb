"""`/api/routes/`: plan a route, take a kept one along, count what each gateway reaches. HTTP only, no rules."""

from typing import Any

from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404
from django.utils.translation import get_language
from rest_framework.permissions import AllowAny
from rest_framework.request import Request

from geo.rest.describing import Operation
from geo.rest.media import JSON, Media, chosen
from geo.rest.parsers import StrictJSONParser
from geo.rest.problems import BadParameter
from geo.rest.views.base import ApiView, as_json
from geo.texts import Text
from routes import describing
from routes.models import LearningRoute
from routes.planning import PlanRefused, PlanRequest, plan
from routes.planning.journey import journey_of
from routes.planning.querystring import as_asked
from routes.takeaway import OFFERED, as_file
from spaces.models import Status


class PlanView(ApiView):
    """`/api/routes/plan`: one wish as a link or as a body. Answers are never stored: a link may hold a position."""

    http_method_names = ["get", "head", "post", "options"]
    permission_classes = (AllowAny,)
    parser_classes = (StrictJSONParser,)
    schema = describing.PlanDescribed()
    offered = OFFERED

    def get(self, request: Request, **path: str) -> HttpResponse:
        query = request.GET.copy()
        medium = self.medium(request, query.pop("f", []))
        try:
            return self.planned(PlanRequest.from_query(query), request, medium)
        except PlanRefused as refusal:
            refusal.extra |= as_asked(refusal.extra, query)
            raise

    def post(self, request: Request) -> HttpResponse:
        query = request.GET.copy()
        medium = self.medium(request, query.pop("f", []))
        refuse_any(query)
        return self.planned(PlanRequest.from_json(request.data), request, medium)

    def medium(self, request: Request, f: list[Any]) -> Media:
        if len(f) > 1:
            raise BadParameter("f", Text("ใส่ f ได้ครั้งเดียว", "f may be given once."))
        return chosen(f[0] if f else None, request.META.get("HTTP_ACCEPT", ""), self.offered)

    def planned(self, wish: PlanRequest, request: Request, medium: Media) -> HttpResponse:
        answer = plan(wish, request.user)
        if medium is JSON:
            response = HttpResponse(as_json(answer), content_type=JSON.type)
        else:
            journeys = [journey_of(itinerary, language()) for itinerary in answer["itineraries"]]
            response = as_file(journeys, medium, f"learning-route-{journeys[0].id}")
        response["Cache-Control"] = "no-store"
        return response

    def describe(self) -> Operation:
        return describing.plan_by_link(self.offered)


class KeptRouteView(ApiView):
    """`/api/routes/{id}`: a published route as it was kept, in every format."""

    offered = OFFERED

    def respond(self, request: Request, asked: dict[str, str], medium: Media, **path: str) -> HttpResponse:
        route = get_object_or_404(LearningRoute.objects.filter(status=Status.PUBLISHED), pk=path["route_id"])
        if medium is JSON:
            return HttpResponse(as_json(kept(route)), content_type=JSON.type)
        title = Text(route.name_th, route.name_en)
        return as_file([journey_of(route.itinerary, language(), title)], medium, route.id)

    def describe(self) -> Operation:
        return describing.kept_route(self.offered, self.parameters())


def kept(route: LearningRoute) -> dict[str, Any]:
    """A kept route as JSON: what it is called, and the frozen request and itinerary."""
    return {
        "id": route.id,
        "name_th": route.name_th,
        "name_en": route.name_en,
        "theme": route.theme_id,
        "age_group": route.age_group_id,
        "area": route.area_id,
        "certainty": route.certainty,
        "walked_on": route.walked_on,
        "request": route.request,
        "itineraries": [route.itinerary],
    }


def language() -> str:
    return "en" if (get_language() or "th").startswith("en") else "th"


def refuse_any(query: QueryDict) -> None:
    """With a body, the query holds nothing but `f`."""
    for name in query:
        text = Text(f"ไม่รู้จัก {name[:40]} ที่นี่ใช้ได้แค่ f", f"{name[:40]} is unknown here. Known: f.")
        raise BadParameter(name, text)
