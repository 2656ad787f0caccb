"""Django's own error views: problem documents under `/api/`, the site's pages elsewhere (named in `geo.urls`)."""

import sys
from http import HTTPStatus

from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse
from django.views import defaults

from geo.rest import problems


def _is_api(request: HttpRequest) -> bool:
    return request.path.startswith("/api/") or request.path == "/api"


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    if _is_api(request):
        return problems.answer(SuspiciousOperation(), request)
    return defaults.bad_request(request, exception)


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    if _is_api(request):
        return problems.answer(PermissionDenied(), request)
    return defaults.permission_denied(request, exception)


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    if _is_api(request):
        return problems.answer(Http404(), request)
    return defaults.page_not_found(request, exception)


def server_error(request: HttpRequest) -> HttpResponse:
    """Also met when a middleware or a page fails, for instance because the database is away: 503, come back later."""
    error = sys.exc_info()[1] or RuntimeError("unknown")
    if _is_api(request):
        return problems.answer(error, request)
    kind = problems.kind_of(error)
    response = defaults.server_error(request)
    if kind.status == HTTPStatus.SERVICE_UNAVAILABLE:
        response.status_code = kind.status
        for name, value in kind.headers.items():
            response[name] = value
    response["Cache-Control"] = "no-store"
    return response
