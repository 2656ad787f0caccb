"""`/api/routes/`: plan a route, take a kept one along, count what each gateway reaches. HTTP only, no rules."""

from collections.abc import Sequence
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
from routes.checking import doubts
from routes.models import LearningRoute
from routes.planning import EditRequest, ImpossiblePlanRequest, PlanRefused, PlanRequest, evaluate, plan
from routes.planning.journey import journey_of
from routes.planning.messages import say
from routes.planning.querystring import as_asked
from routes.takeaway import OFFERED, as_file
from routes.turns import turn
from spaces.models import Status


class PlanParser(StrictJSONParser):
    """The longest wish, every list full, is a tenth of this."""

    most_bytes = 256 * 1024


class PlanView(ApiView):
    """`/api/routes/plan`: one wish as a link or as a body. Answers are never stored: a link may hold a position."""

    http_method_names = ["get", "head", "post", "options"]
    permission_classes = (AllowAny,)
    parser_classes = (PlanParser,)
    schema = describing.PlanDescribed()
    offered = OFFERED

    def get(self, request: Request, **path: str) -> HttpResponse:
        query = request.GET.copy()
        ours = taken(query)
        try:
            return self.planned(PlanRequest.from_query(query), request, ours)
        except PlanRefused as refusal:
            refusal.extra |= as_asked(refusal.extra, query)
            raise

    def post(self, request: Request) -> HttpResponse:
        query = request.GET.copy()
        ours = taken(query)
        refuse_any(query)
        return self.planned(PlanRequest.from_json(request.data), request, ours)

    def planned(self, wish: PlanRequest, request: Request, ours: dict[str, str]) -> HttpResponse:
        """The answer in the medium of `f`; with `itinerary`, only the one of that id."""
        medium = chosen(ours.get("f"), request.META.get("HTTP_ACCEPT", ""), self.offered)
        with turn():
            answer = plan(wish, request.user)
        answer["itineraries"] = only(answer["itineraries"], ours.get("itinerary"))
        if medium is JSON:
            response = HttpResponse(as_json(answer), content_type=JSON.type)
        else:
            journeys = [journey_of(itinerary, language()) for itinerary in answer["itineraries"]]
            response = as_file(journeys, medium, f"learning-route-{journeys[0].id}")
        response["Cache-Control"] = "no-store"
        return response

    def describe(self) -> Operation:
        return describing.plan_by_link(self.offered)


class EvaluateView(ApiView):
    """`/api/routes/evaluate`: an itinerary edited by hand, judged and bettered. Nothing is stored."""

    http_method_names = ["post", "options"]
    permission_classes = (AllowAny,)
    parser_classes = (PlanParser,)
    schema = describing.EvaluationDescribed()

    def post(self, request: Request) -> HttpResponse:
        refuse_any(request.GET, ())
        wish = EditRequest.from_json(request.data)
        with turn():
            response = HttpResponse(as_json(evaluate(wish, request.user)), content_type=JSON.type)
        response["Cache-Control"] = "no-store"
        return response


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
        "doubts": [doubt.as_json() for doubt in doubts([route])[route.pk]],
        "request": route.request,
        "itineraries": [route.itinerary],
    }


def language() -> str:
    return "en" if (get_language() or "th").startswith("en") else "th"


def taken(query: QueryDict) -> dict[str, str]:
    """`f` and `itinerary`, taken out of the query: they say how to answer, not what is wished."""
    found: dict[str, str] = {}
    for name in ("f", "itinerary"):
        values = query.pop(name, [])
        if len(values) > 1:
            raise BadParameter(name, Text(f"ใส่ {name} ได้ครั้งเดียว", f"{name} may be given once."))
        if values:
            found[name] = str(values[0])
    return found


def only(itineraries: list[dict[str, Any]], id_: str | None) -> list[dict[str, Any]]:
    """All, or the one of that id. Raises ImpossiblePlanRequest when the request no longer leads to it."""
    if id_ is None:
        return itineraries
    wanted = [itinerary for itinerary in itineraries if itinerary["id"] == id_]
    if not wanted:
        raise ImpossiblePlanRequest("unknown_itinerary", say("unknown_itinerary"), "/itinerary")
    return wanted


def refuse_any(query: QueryDict, known: Sequence[str] = ("f", "itinerary")) -> None:
    """With a body, the query holds nothing else."""
    for name in query:
        names = ", ".join(known) or "-"
        text = Text(f"ไม่รู้จัก {name[:40]} ที่นี่ใช้ได้แค่ {names}", f"{name[:40]} is unknown here. Known: {names}.")
        raise BadParameter(name, text)
