"""What a cache may keep, and how it asks whether that still holds.

The tag of a list is a hash over everything the answer depends on: the change counters (look-ups and memberships
included), who asks with which rights, the address, the language and this build. A counter alone would miss the rest.
"""

import hashlib
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.http.response import HttpResponseBase
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language

from geo.rest.collection import Person

Answer = TypeVar("Answer", bound=HttpResponseBase)

_VARY = ("Accept", "Accept-Language", "Authorization", "Cookie")


@lru_cache(maxsize=1)
def build() -> str:
    """A hash of the sources that shape an answer: a new release never says 304 for what the last one sent."""
    digest = hashlib.sha256()
    for folder in ("geo", "spaces", "routes"):
        for source in sorted(Path(settings.BASE_DIR, folder).rglob("*.py")):
            digest.update(source.read_bytes())
    return digest.hexdigest()


def rights(user: Person) -> str:
    """Whose answer it is. Memberships have a counter of their own; role and flags stand on the user."""
    if not user.is_authenticated:
        return "public"
    return f"{user.pk}:{getattr(user, 'role', '')}:{getattr(user, 'is_superuser', False)}"


def list_tag(request: HttpRequest, user: Person, counters: str) -> str:
    """A weak tag: two equal answers may differ in their time stamp."""
    parts = [counters, rights(user), request.build_absolute_uri(), get_language() or "", build()]
    parts.append(request.META.get("HTTP_ACCEPT", ""))
    return f'W/"{hashlib.sha256(chr(10).join(parts).encode(errors="replace")).hexdigest()[:32]}"'


def version_tag(version: int) -> str:
    """The tag of a single space: what `If-Match` sends back with a change."""
    return f'"{version}"'


def is_fresh(request: HttpRequest, tag: str) -> bool:
    """Whether the client already holds this answer (weak comparison, RFC 9110 section 13.1.2)."""
    held = request.META.get("HTTP_IF_NONE_MATCH", "")
    tags = {part.strip().removeprefix("W/") for part in held.split(",")}
    return "*" in tags or tag.removeprefix("W/") in tags


def not_modified(tag: str) -> HttpResponse:
    response = HttpResponseNotModified()
    response["ETag"] = tag
    return response


def guarded(response: Answer, user: Person) -> Answer:
    """Headers that keep one person's answer from another: private ones are never stored by a shared cache."""
    patch_vary_headers(response, _VARY)
    if "Cache-Control" not in response:
        response["Cache-Control"] = "private, no-cache" if user.is_authenticated else "public, no-cache"
    response["X-Content-Type-Options"] = "nosniff"
    return response
