"""The server itself: is it well, what do its problems mean, and how is it to be used."""

from typing import Any

from django.db import connection
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from rest_framework.request import Request

from geo.rest import openapi, pages, problems
from geo.rest.collection import JsonObject
from geo.rest.describing import Operation, answers, operation, ref
from geo.rest.links import root
from geo.rest.media import HTML, JSON, OPENAPI, Media
from geo.rest.views.base import ApiView


class HealthView(ApiView):
    """`/api/health`: 200 when the database answers, else the 503 problem. Asks for nobody's name."""

    authentication_classes = ()
    permission_classes = ()
    offered = (JSON,)

    def respond(self, request: Request, asked: dict[str, str], medium: Media, **path: str) -> HttpResponse:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        response = self.written(request, medium, {"status": "ok", "database": "ok"}, "health")
        response["Cache-Control"] = "no-store"
        return response

    def describe(self) -> Operation:
        answer = answers(self.offered, ref("Health"), description="All is well.")
        down = {"503": "The database cannot be reached."}
        return operation(
            "getHealth", "Is the server well?", "Service", answer=answer, parameters=self.parameters(), problems=down
        )


class ProblemView(ApiView):
    """`/api/problems/{code}`: what the `type` of a problem document means."""

    def respond(self, request: Request, asked: dict[str, str], medium: Media, **path: str) -> HttpResponse:
        kind = problems.by_code(path["code"])
        if kind is None:
            raise Http404
        document = {"code": kind.code, "status": kind.status, "title": kind.title.as_dict()}
        return self.written(request, medium, document, "kind", title=kind.title.in_language())

    def describe(self) -> Operation:
        answer = answers(self.offered, ref("ProblemKind"), description="The problem type.")
        code: JsonObject = {"name": "code", "in": "path", "required": True, "schema": {"type": "string"}}
        return operation(
            "getProblemKind",
            "What a problem type means",
            "Service",
            answer=answer,
            parameters=[code, *self.parameters()],
            problems={"404": "There is no such problem type."},
        )


class OpenApiView(ApiView):
    """`/api/openapi.json`: the contract, complete in itself."""

    offered = (OPENAPI,)

    def respond(self, request: Request, asked: dict[str, str], medium: Media, **path: str) -> HttpResponse:
        return self.written(request, medium, _served(request._request), "openapi")

    def describe(self) -> None:
        return None


class DocsView(ApiView):
    """`/api/docs`: the same document for people, as plain HTML."""

    offered = (HTML, OPENAPI)

    def respond(self, request: Request, asked: dict[str, str], medium: Media, **path: str) -> HttpResponse:
        document = _served(request._request)
        if medium is HTML:
            return pages.page(request._request, "docs", {"document": document, "groups": _by_tag(document)})
        return self.written(request, medium, document, "docs")

    def describe(self) -> None:
        return None


def _served(request: HttpRequest) -> dict[str, Any]:
    return {**openapi.document(), "servers": [{"url": root(request)}]}


def _by_tag(document: dict[str, Any]) -> dict[str, list[dict[str, Any]]]:
    """The operations under their tag, each with its method and path."""
    groups: dict[str, list[dict[str, Any]]] = {}
    for path, item in document["paths"].items():
        for method, operation_ in item.items():
            entry = {**operation_, "method": method.upper(), "path": path}
            groups.setdefault((operation_.get("tags") or ["Other"])[0], []).append(entry)
    return groups


@csrf_exempt
def missing(request: HttpRequest, **path: str) -> HttpResponse:
    """Every other address under `/api/`."""
    return problems.answer(Http404(), request)
