"""The schematic layer under every map: lake, coast, railway, districts, walk areas. Read once, sent with an ETag."""

import hashlib
from functools import cache

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import condition


@cache
def orientation_bytes() -> bytes:
    return (settings.FIXTURES_DIR / "orientation.geojson").read_bytes()


def orientation_tag(_request: HttpRequest) -> str:
    return f'"{hashlib.sha256(orientation_bytes()).hexdigest()[:16]}"'


@condition(etag_func=orientation_tag)
def orientation(_request: HttpRequest) -> HttpResponse:
    response = HttpResponse(orientation_bytes(), content_type="application/geo+json")
    response["Cache-Control"] = "public, max-age=86400"
    return response
