"""What all resources of the API share: strict parameters, one choice of medium, safe headers, a description."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from http import HTTPStatus
from typing import Any, ClassVar

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from rest_framework.exceptions import MethodNotAllowed
from rest_framework.negotiation import BaseContentNegotiation
from rest_framework.permissions import SAFE_METHODS
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.utils.encoders import JSONEncoder
from rest_framework.views import APIView

from geo.rest import bodies, caching, compressing, pages, query
from geo.rest.describing import Operation, f_parameter
from geo.rest.media import HTML, JSON, Media, chosen
from geo.rest.openapi import SelfDescribed
from geo.rest.problems import LengthUnknown


class OursToChoose(BaseContentNegotiation):
    """DRF's own negotiation knows only renderers and a `format` parameter; `geo.rest.media` follows OGC."""

    def select_parser(self, request: Request, parsers: Any) -> Any:
        return next((parser for parser in parsers if parser.media_type == request.content_type), None)

    def select_renderer(self, request: Request, renderers: Any, format_suffix: str | None = None) -> Any:
        return JSONRenderer(), JSONRenderer.media_type


class ApiView(APIView):
    """A resource to read. Subclasses say `offered` media and `parameters`, and give `respond` and `describe`."""

    http_method_names = ["get", "head", "options"]
    content_negotiation_class = OursToChoose
    schema = SelfDescribed()
    offered: ClassVar[tuple[Media, ...]] = (JSON, HTML)
    own_parameters: ClassVar[tuple[Mapping[str, Any], ...]] = ()

    def get(self, request: Request, **path: str) -> HttpResponse:
        plain: HttpRequest = request._request
        asked = query.read(plain, self.known())
        medium = chosen(asked.get("f"), plain.META.get("HTTP_ACCEPT", ""), self.offered)
        return self.respond(request, asked, medium, **path)

    def options(self, request: Request, *args: Any, **kwargs: Any) -> HttpResponse:  # type: ignore[override]
        return HttpResponse(status=204, headers={"Allow": ", ".join(self.allowed_methods), **self.reads()})

    def reads(self) -> dict[str, str]:
        """Headers that say which media types bodies may come in; nothing here takes one."""
        return {}

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        """DRF would ask who somebody is before it says that nobody may do this here."""
        method = (request.method or "").lower()
        if method not in self.http_method_names or not hasattr(self, method):
            raise MethodNotAllowed(request.method or "")
        if "HTTP_TRANSFER_ENCODING" in request.META and not request.META.get("CONTENT_LENGTH"):
            raise LengthUnknown
        self.must_be_readable(request._request)
        super().initial(request, *args, **kwargs)

    def perform_authentication(self, request: Request) -> None:
        """Who brings neither a token nor a session is nobody: reading, there is no more to find out."""
        plain: HttpRequest = request._request
        has_none = "HTTP_AUTHORIZATION" not in plain.META and settings.SESSION_COOKIE_NAME not in plain.COOKIES
        if request.method in SAFE_METHODS and has_none and not hasattr(plain, "_force_auth_user"):
            request.user, request.auth = AnonymousUser(), None
        else:
            super().perform_authentication(request)

    def must_be_readable(self, request: HttpRequest) -> None:
        """Raises for a body that cannot be read, by its headers alone; nothing here takes one."""

    def known(self) -> frozenset[str]:
        """The names of the query parameters."""
        view: Any = type(self)
        return _known(view, getattr(self, "collection", None))

    def parameters(self) -> list[Mapping[str, Any]]:
        """The query parameters this resource knows, as OpenAPI describes them."""
        return [f_parameter(self.offered), *self.own_parameters]

    def respond(self, request: Request, asked: dict[str, str], medium: Media, **path: str) -> HttpResponse:
        raise NotImplementedError

    def describe(self) -> Operation | None:
        """The operation for OpenAPI; None leaves it out."""
        raise NotImplementedError

    def written(
        self, request: Request, medium: Media, document: Mapping[str, Any], template: str, **context: Any
    ) -> HttpResponse:
        """The document in the medium: as JSON, or as the page `template` made of the same document."""
        if medium is HTML:
            return pages.page(request._request, template, {"document": document, **context})
        return HttpResponse(as_json(document), content_type=medium.type)

    def finalize_response(  # type: ignore[override]
        self, request: Any, response: Any, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        finished: HttpResponseBase = super().finalize_response(request, response, *args, **kwargs)
        if finished.status_code < 400 and isinstance(finished, HttpResponse):
            caching.guarded(finished, request.user)
            if _is_plain(finished):
                compressing.compressed(finished, request._request)
        elif finished.status_code >= 400:
            bodies.discard(request._request)
        return finished


def _is_plain(response: HttpResponse) -> bool:
    """Whether nobody has thought of its encoding yet. A strong tag stands for these very bytes, so they stay."""
    has_strong_tag = response.get("ETag", "W/").startswith('"')
    return response.status_code == HTTPStatus.OK and not has_strong_tag and "Content-Encoding" not in response


@lru_cache(maxsize=256)
def _known(view: Callable[..., ApiView], collection: object) -> frozenset[str]:
    """The names of the parameters, the same for every request: describing them costs more than reading some rows."""
    return frozenset(str(parameter["name"]) for parameter in view(collection=collection).parameters())


_ENCODER = JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def as_json(document: Mapping[str, Any]) -> bytes:
    return _ENCODER.encode(document).encode()
