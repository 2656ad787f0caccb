"""`/api/routes/{id}/check`: what is in doubt about a kept route, and a coach's word that it still holds."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from rest_framework.request import Request

from geo.rest.describing import answers, operation
from geo.rest.idempotency import once
from geo.rest.media import JSON, Media
from geo.rest.writing_describing import KEY
from routes.checking import confirm, doubts
from routes.models import LearningRoute
from spaces.api.acting import OpenView, StrictSerializer, act, answer, body, path_parameter
from spaces.models import Status

TAG = "Routes"


class RouteCheckView(OpenView):
    """Everybody reads the doubts; coaches, reviewers and administrators say that the route holds."""

    http_method_names = ["get", "head", "post", "options"]

    def respond(self, request: Request, asked: dict[str, str], medium: Media, **path: str) -> HttpResponse:
        return answer(checked(_published(path["route_id"])))

    @once
    def post(self, request: Request, route_id: str) -> HttpResponse:
        route = _published(route_id)
        body(request, StrictSerializer)
        return answer(checked(confirm(route, request.user)))  # type: ignore[arg-type]

    def describe_get(self) -> Any:
        given = answers((JSON,), _SCHEMA, description="The doubts; none when the route holds.")
        return operation(
            "getRouteCheck",
            "Does a kept route still hold?",
            TAG,
            answer=given,
            parameters=[_ID, *self.parameters()],
            problems=_NONE,
        )

    def describe_post(self) -> Any:
        takes = {"type": "object", "additionalProperties": False, "properties": {}}
        described = act(
            "confirmRoute",
            "Say that a kept route holds",
            TAG,
            gives={},
            takes=takes,
            parameters=[_ID, KEY],
            problems=_NONE,
        )
        described["responses"]["200"] = answers((JSON,), _SCHEMA, description="The route as it is looked at now.")
        return described


def checked(route: LearningRoute) -> dict[str, Any]:
    found = doubts([route])[route.pk]
    return {
        "route": route.pk,
        "needs_check": bool(found),
        "checked_on": route.checked_on,
        "doubts": [doubt.as_json() for doubt in found],
    }


def _published(route_id: str) -> LearningRoute:
    """Raises Http404."""
    return get_object_or_404(LearningRoute.objects.filter(status=Status.PUBLISHED), pk=route_id)


_TEXT = {"type": "string"}
_ID = path_parameter("route_id", _TEXT, "The id of the route.")
_NONE = {"404": "There is no such published route."}
_SCHEMA: dict[str, Any] = {
    "type": "object",
    "required": ["route", "needs_check", "checked_on", "doubts"],
    "properties": {
        "route": _TEXT,
        "needs_check": {"type": "boolean"},
        "checked_on": {"type": "string", "format": "date", "nullable": True},
        "doubts": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["code", "space", "th", "en"],
                "properties": {
                    "code": {"type": "string", "enum": ["changed", "closed", "archived", "gone"]},
                    "space": _TEXT,
                    "th": _TEXT,
                    "en": _TEXT,
                },
            },
        },
    },
}
