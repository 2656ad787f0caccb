"""Django's own error views: problem documents under `/api/`, the site's pages elsewhere (named in `geo.urls`)."""

import sys

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
    """Also met when a middleware fails, for instance because the database is away."""
    error = sys.exc_info()[1] or RuntimeError("unknown")
    if _is_api(request):
        return problems.answer(error, request)
    return defaults.server_error(request)
