"""Every error answer under `/api/`, by RFC 9457, and the one table from error to HTTP status.

An app adds its own named errors in `AppConfig.ready()`:

    from geo.rest import problems
    problems.register(NoFeasibleItinerary, 422, "no-feasible-itinerary", Text("ไม่มีเส้นทาง", "No route is possible"))

and then simply raises them. A subclass of a registered class needs no line of its own. An error may carry
`text: geo.texts.Text` (becomes `detail` in the reader's language; else `str(error)` does), `extra: dict` (goes into the
body beside the standard members) and `headers: dict`. A fault in a query parameter is a `BadParameter`.
"""

import json
import logging
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.db import DatabaseError, DataError, InterfaceError, OperationalError
from django.http import Http404, HttpRequest, HttpResponse
from rest_framework import exceptions
from rest_framework.request import Request
from rest_framework.views import set_rollback

from geo.rest import pages
from geo.rest.bodies import BodyTooLarge, UnreadableType
from geo.rest.preconditions import AlreadyThere, BadHeader, PreconditionMissing
from geo.rest.writing import InvalidFeature
from geo.texts import Text

log = logging.getLogger(__name__)

MEDIA_TYPE = "application/problem+json"
RETRY_AFTER_S = 5


@dataclass(frozen=True)
class Kind:
    """A row of the table: what an error class means to a client. Its page is `/api/problems/{code}`."""

    status: int
    code: str
    title: Text
    headers: Mapping[str, str] = field(default_factory=dict)


class BadParameter(Exception):
    """A query parameter that is unknown, repeated, or holds what it cannot hold."""

    def __init__(self, parameter: str, text: Text) -> None:
        super().__init__(text.en)
        self.text = text
        self.extra = {"parameter": parameter[:80]}


class NotAcceptable(Exception):
    """No offered media type is acceptable to the client."""

    def __init__(self, offered: list[str]) -> None:
        super().__init__(", ".join(offered))
        self.text = Text(f"รูปแบบที่มีให้: {', '.join(offered)}", f"Offered here: {', '.join(offered)}.")
        self.extra = {"offered": offered}


class LengthUnknown(Exception):
    """A body in chunks: Django reads none without a length, and an empty body would be blamed for what it lacks."""

    text = Text("ต้องบอกความยาวด้วย Content-Length", "The length is wanted beforehand, as Content-Length.")


_TABLE: dict[type[BaseException], Kind] = {}

INTERNAL = Kind(500, "internal-error", Text("ระบบขัดข้อง", "Something broke on our side"))


def register(
    error: type[BaseException], status: int, code: str, title: Text, *, headers: Mapping[str, str] | None = None
) -> None:
    """Enters an error class, and with it its subclasses, into the table."""
    _TABLE[error] = Kind(status, code, title, headers or {})


def kind_of(error: BaseException) -> Kind:
    """The row of the nearest registered class; anything else is our own fault."""
    return next((_TABLE[base] for base in type(error).__mro__ if base in _TABLE), INTERNAL)


def by_code(code: str) -> Kind | None:
    return next((kind for kind in [*_TABLE.values(), INTERNAL] if kind.code == code), None)


def as_problem(error: Exception, context: Mapping[str, Any]) -> HttpResponse:
    """The answer to an error in a DRF view (setting EXCEPTION_HANDLER)."""
    set_rollback()
    request: Request = context["request"]
    return answer(error, request._request)


def answer(error: BaseException, request: HttpRequest) -> HttpResponse:
    """The problem document; a page with the same words for a browser. Never a trace, never a text of the database."""
    kind = kind_of(error)
    if kind is INTERNAL:
        log.error("%s %s", request.method, request.path, exc_info=error)
    elif kind.status >= 500:  # foreseen, and it comes in crowds: a line each will do
        log.warning("%s %s: %s", request.method, request.path, error)
    body = document(error, kind, request)
    response = pages.problem_page(body, request) if pages.prefers_html(request) else _as_json(body)
    for name, value in {**kind.headers, **_headers_of(error)}.items():
        response[name] = value
    response["Cache-Control"] = "no-store"
    return response


def document(error: BaseException, kind: Kind, request: HttpRequest) -> dict[str, Any]:
    """The members of RFC 9457 section 3, then what the error adds."""
    return {
        "type": f"/api/problems/{kind.code}",
        "title": kind.title.in_language(),
        "status": kind.status,
        "detail": _detail(error, kind),
        "instance": request.path[:300],
        **_extra(error),
    }


def _as_json(body: Mapping[str, Any]) -> HttpResponse:
    # ASCII, so that a lone surrogate in what a client sent cannot break the answer about it.
    return HttpResponse(json.dumps(body, default=str), status=body["status"], content_type=MEDIA_TYPE)


def _detail(error: BaseException, kind: Kind) -> str:
    text = getattr(error, "text", None)
    if isinstance(text, Text):
        return text.in_language()
    if isinstance(error, exceptions.ParseError):
        return str(error.detail)
    if isinstance(error, _NOT_OUR_WORDS) or kind is INTERNAL:
        return _EXPLAINED.get(kind.code, kind.title).in_language()
    return str(error) or kind.title.in_language()


_NOT_OUR_WORDS = (
    DatabaseError,
    InterfaceError,
    exceptions.APIException,
    SuspiciousOperation,
    PermissionDenied,
    Http404,
)


def _extra(error: BaseException) -> dict[str, Any]:
    if isinstance(error, exceptions.ValidationError):
        return {"errors": list(_faults(error.detail, ""))}
    extra = getattr(error, "extra", None)
    return dict(extra) if isinstance(extra, Mapping) else {}


def _faults(detail: Any, pointer: str) -> list[dict[str, str]]:
    """Each message of a serializer with the JSON pointer (RFC 6901) of the value at fault."""
    if isinstance(detail, Mapping):
        steps = [(f"{pointer}/{str(key).replace('~', '~0').replace('/', '~1')}", part) for key, part in detail.items()]
    elif isinstance(detail, list) and any(isinstance(part, Mapping | list) for part in detail):
        steps = [(f"{pointer}/{index}", part) for index, part in enumerate(detail)]
    else:
        parts = detail if isinstance(detail, list) else [detail]
        return [{"pointer": pointer, "detail": str(part)} for part in parts]
    return [fault for step, part in steps for fault in _faults(part, step)]


def _headers_of(error: BaseException) -> dict[str, str]:
    headers = dict(getattr(error, "headers", None) or {})
    if challenge := getattr(error, "auth_header", None):
        headers["WWW-Authenticate"] = challenge
    if wait := getattr(error, "wait", None):
        headers["Retry-After"] = str(int(wait) + 1)
    return headers


_EXPLAINED = {
    "not-found": Text(
        "ไม่มีสิ่งนี้ หรือท่านไม่มีสิทธิ์ดู",
        "There is no such thing here, or it is not for you to see.",
    ),
    "invalid-token": Text(
        "โทเคนไม่ถูกต้องหรือหมดอายุแล้ว ขอใหม่จากผู้ดูแลระบบ",
        "The token is wrong or has expired. Ask an administrator for a new one.",
    ),
    "unavailable": Text(
        "ติดต่อฐานข้อมูลไม่ได้ชั่วคราว โปรดลองใหม่อีกครั้ง",
        "The database cannot be reached at the moment. Please try again shortly.",
    ),
    "internal-error": Text(
        "เกิดข้อผิดพลาดที่เราไม่ได้คาดไว้ และได้บันทึกไว้แล้ว",
        "Something happened that we did not expect. It has been logged.",
    ),
}

_UNAVAILABLE = (503, "unavailable", Text("ระบบไม่พร้อมชั่วคราว", "Temporarily unavailable"))
_RETRY = {"Retry-After": str(RETRY_AFTER_S)}

register(BadParameter, 400, "invalid-parameter", Text("พารามิเตอร์ไม่ถูกต้อง", "Invalid parameter"))
register(BadHeader, 400, "invalid-header", Text("หัวคำขอไม่ถูกต้อง", "Invalid header"))
register(SuspiciousOperation, 400, "bad-request", Text("คำขอไม่ถูกต้อง", "Bad request"))
register(exceptions.ParseError, 400, "malformed-body", Text("อ่านเนื้อหาที่ส่งมาไม่ได้", "The body cannot be read"))
register(exceptions.ValidationError, 400, "invalid-values", Text("ค่าไม่ถูกต้อง", "Invalid values"))
# Parameters are checked before they get here; a value that only the database finds too large is the client's still.
register(DataError, 400, "invalid-values", Text("ค่าไม่ถูกต้อง", "Invalid values"))
register(exceptions.NotAuthenticated, 401, "not-signed-in", Text("ต้องเข้าสู่ระบบก่อน", "Please sign in first"))
register(exceptions.AuthenticationFailed, 401, "invalid-token", Text("โทเคนใช้ไม่ได้", "The token is not valid"))
register(exceptions.PermissionDenied, 403, "forbidden", Text("ไม่มีสิทธิ์ทำสิ่งนี้", "Not allowed"))
register(PermissionDenied, 403, "forbidden", Text("ไม่มีสิทธิ์ทำสิ่งนี้", "Not allowed"))
register(Http404, 404, "not-found", Text("ไม่พบ", "Not found"))
register(exceptions.NotFound, 404, "not-found", Text("ไม่พบ", "Not found"))
register(exceptions.MethodNotAllowed, 405, "method-not-allowed", Text("ใช้วิธีนี้ที่นี่ไม่ได้", "This method is not used here"))
register(NotAcceptable, 406, "not-acceptable", Text("ไม่มีรูปแบบที่ขอ", "No such format here"))
register(exceptions.NotAcceptable, 406, "not-acceptable", Text("ไม่มีรูปแบบที่ขอ", "No such format here"))
register(AlreadyThere, 412, "already-there", Text("มีอยู่แล้ว", "It is there already"))
register(LengthUnknown, 411, "length-unknown", Text("ไม่ทราบความยาวของเนื้อหา", "The length of the body is unknown"))
register(BodyTooLarge, 413, "body-too-large", Text("เนื้อหาที่ส่งมาใหญ่เกินไป", "The body is too large"))
register(
    exceptions.UnsupportedMediaType, 415, "unsupported-media-type", Text("ไม่รับรูปแบบนี้", "This format is not read here")
)
register(UnreadableType, 415, "unsupported-media-type", Text("ไม่รับรูปแบบนี้", "This format is not read here"))
register(InvalidFeature, 422, "invalid-feature", Text("ข้อมูลไม่ถูกต้อง", "The feature is not valid"))
register(
    PreconditionMissing, 428, "version-missing", Text("ไม่ได้ระบุรุ่นที่แก้ไข", "The version that was changed is not given")
)
register(exceptions.Throttled, 429, "too-many-requests", Text("ส่งคำขอถี่เกินไป", "Too many requests"))
register(OperationalError, *_UNAVAILABLE, headers=_RETRY)
register(InterfaceError, *_UNAVAILABLE, headers=_RETRY)
