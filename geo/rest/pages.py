"""The HTML side of the API: whether a browser is asking, and the page of a problem."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language


def prefers_html(request: HttpRequest) -> bool:
    """Whether a person reads: a browser's Accept names HTML first. `f` is not asked, it may be what is at fault."""
    first = request.META.get("HTTP_ACCEPT", "").split(",")[0].split(";")[0]
    return first.strip().lower() in {"text/html", "application/xhtml+xml"}


def problem_page(body: Mapping[str, Any], request: HttpRequest) -> HttpResponse:
    return page(request, "problem", {"problem": body}, status=body["status"])


def page(request: HttpRequest, name: str, context: Mapping[str, Any], *, status: int = 200) -> HttpResponse:
    """The template `geo/rest/{name}.html`, in the reader's language."""
    language = get_language() or "th"
    return render(request, f"geo/rest/{name}.html", {**context, "language": language}, status=status)
