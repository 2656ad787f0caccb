"""What the resources for signed-in people share: bodies read strictly, a precondition, a description by method."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from rest_framework import serializers
from rest_framework.permissions import IsAuthenticated, IsAuthenticatedOrReadOnly
from rest_framework.request import Request

from geo.rest import query
from geo.rest.describing import Operation, operation, ref
from geo.rest.media import JSON
from geo.rest.openapi import SelfDescribed
from geo.rest.parsers import StrictJSONParser
from geo.rest.views.base import ApiView, as_json
from geo.texts import Text
from spaces.permissions import WithinScopes


class ActParser(StrictJSONParser):
    """No act needs more than this."""

    most_bytes = 64 * 1024


class ByMethod(SelfDescribed):
    """One operation for each method of an address: `describe_get`, `describe_post` …"""

    def get_operation(self, path: str, path_regex: str, path_prefix: str, method: str, registry: Any) -> Any:
        return getattr(self.view, f"describe_{method.lower()}")()


class PersonalView(ApiView):
    """A resource for who is signed in. Answers are that person's own, and JSON."""

    permission_classes: Any = (IsAuthenticated, WithinScopes)
    parser_classes = (ActParser,)
    schema = ByMethod()
    offered = (JSON,)

    def describe(self) -> Operation | None:
        return None


class OpenView(PersonalView):
    """Everybody reads, who is signed in writes."""

    permission_classes: Any = (IsAuthenticatedOrReadOnly, WithinScopes)


class StrictSerializer(serializers.Serializer[Any]):
    """Refuses members it does not know: a misspelt one would be lost without a word."""

    def to_internal_value(self, data: Any) -> Any:
        if isinstance(data, Mapping) and (unknown := set(data) - set(self.fields)):
            known = ", ".join(self.fields) or "-"
            words = Text(f"ไม่รู้จัก ที่นี่ใช้ได้: {known}", f"This is unknown here. Known: {known}.")
            raise serializers.ValidationError({str(name)[:80]: [words.in_language()] for name in unknown})
        return super().to_internal_value(data)


class StrictText(serializers.CharField):
    """A text, and only a text: no number is taken for one."""

    def to_internal_value(self, data: Any) -> str:
        if not isinstance(data, str):
            self.fail("invalid")
        return str(super().to_internal_value(data))


def body(request: Request, wanted: type[StrictSerializer]) -> dict[str, Any]:
    """The members of the body, checked. Raises a ValidationError that names each member at fault."""
    no_parameters(request)
    serializer = wanted(data=request.data)
    serializer.is_valid(raise_exception=True)
    return dict(serializer.validated_data)


def no_parameters(request: Request) -> None:
    """Acts take no query. Raises BadParameter."""
    plain: HttpRequest = request._request
    query.read(plain, ())


def answer(document: Mapping[str, Any], status: int = 200, **headers: str) -> HttpResponse:
    return HttpResponse(as_json(document), status=status, content_type=JSON.type, headers=headers)


# --- How it is told to OpenAPI ----------------------------------------------------------------------------------------

TEXT = {"type": "string"}
SIGNED_IN = {"401": "Nobody is signed in.", "403": "The token's scopes, or the person's rights, end before this."}
UNREADABLE = {
    "411": "A body in chunks, of unknown length.",
    "413": "More bytes than are read here.",
    "415": "The body is no JSON.",
}
IF_MATCH = {
    "name": "If-Match",
    "in": "header",
    "required": False,
    "description": "The revision that was read, as its ETag; without it 428.",
    "schema": {"type": "string"},
}


def path_parameter(name: str, schema: Mapping[str, Any], description: str) -> dict[str, Any]:
    return {"name": name, "in": "path", "required": True, "description": description, "schema": dict(schema)}


def act(
    operation_id: str,
    summary: str,
    tag: str,
    *,
    gives: Mapping[str, tuple[str, str | None]],
    takes: Mapping[str, Any] | None = None,
    parameters: Iterable[Mapping[str, Any]] = (),
    problems: Mapping[str, str] | None = None,
) -> Operation:
    """An operation that does something: `gives` are (words, schema) by status, `takes` is the schema of its body."""
    described = operation(
        operation_id,
        summary,
        tag,
        answer={},
        parameters=parameters,
        problems={**SIGNED_IN, **(UNREADABLE if takes else {}), **(problems or {})},
    )
    del described["responses"]["200"]
    described["responses"] = {**{status: _given(*one) for status, one in gives.items()}, **described["responses"]}
    described["responses"].pop("406", None)
    if takes:
        described["requestBody"] = {
            "required": bool(takes.get("required")),
            "content": {JSON.type: {"schema": dict(takes)}},
        }
    return described


def _given(words: str, schema: str | None) -> dict[str, Any]:
    return {"description": words, **({"content": {JSON.type: {"schema": ref(schema)}}} if schema else {})}
