"""Headers every answer carries, and the bytes no view should have to think about."""

from collections.abc import Callable
from functools import lru_cache
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase

View = Callable[[HttpRequest], HttpResponse]


@lru_cache
def content_security_policy(basemap_url: str = "", origins: tuple[str, ...] = ()) -> str:
    """Nothing from outside and nothing inline; the operator's hosts of tiles may send images."""
    parts = urlsplit(basemap_url)
    basemap = [f"{parts.scheme}://{parts.netloc}"] if parts.netloc else []
    images = " ".join(dict.fromkeys(["'self'", "data:", "blob:", *basemap, *origins]))
    directives = {
        "default-src": "'self'",
        "img-src": images,
        "worker-src": "'self' blob:",
        "object-src": "'none'",
        "base-uri": "'none'",
        "form-action": "'self'",
        "frame-ancestors": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in directives.items())


class ContentSecurityPolicy:
    """Adds the policy unless a view set a narrower one of its own."""

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        origins = tuple(each.origin for each in settings.EDITOR_BACKDROPS)
        policy = content_security_policy(settings.BASEMAP_URL, origins)
        response.headers.setdefault("Content-Security-Policy", policy)
        return response


class NoBodyForHead:
    """HEAD gets the headers of GET, its length included, and not a byte more (RFC 9110 section 9.3.2)."""

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response: HttpResponseBase = self.get_response(request)
        if request.method != "HEAD":
            return response
        if isinstance(response, StreamingHttpResponse):
            response.streaming_content = []  # what was to be streamed is closed with the answer
        elif isinstance(response, HttpResponse):
            response.content = b""
        return response


class RefuseNul:
    """400 for a NUL in path or query: PostgreSQL text cannot hold one, so no answer could be right."""

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if "\x00" in request.path_info or "%00" in request.META.get("QUERY_STRING", ""):
            raise SuspiciousOperation("The address holds a NUL character.")  # handler400 answers, as everywhere
        return self.get_response(request)


class NotForSharedCaches:
    """A page is asked for anew each time, and what a signed-in person sees stays with that person's browser.

    The cookie is looked at and not the user: a page about a database that is away must not ask it who is there.
    """

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        signed_in = settings.SESSION_COOKIE_NAME in request.COOKIES
        response.headers.setdefault("Cache-Control", "private, no-cache" if signed_in else "no-cache")
        return response
