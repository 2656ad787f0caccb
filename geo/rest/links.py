"""Absolute addresses, and the links between resources (RFC 8288, OGC API – Features)."""

import json
from collections.abc import Mapping, Sequence
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest

from geo.rest.collection import Collection
from geo.rest.media import Media

Link = dict[str, str]
MOST_ON_A_MAP = 1000  # features: what a phone draws without a wait


def root(request: HttpRequest) -> str:
    """The address of `/api/`, without the last slash."""
    base = settings.PUBLIC_URL.rstrip("/") or request.build_absolute_uri("/").rstrip("/")
    return f"{base}/api"


def address(request: HttpRequest, path: str = "", query: Mapping[str, str] | None = None) -> str:
    return f"{root(request)}/{path}{'?' + urlencode(query) if query else ''}"


def link(rel: str, href: str, media: Media, title: str = "") -> Link:
    found = {"rel": rel, "href": href, "type": media.type}
    return {**found, "title": title} if title else found


def self_and_alternates(
    request: HttpRequest, path: str, query: Mapping[str, str], offered: tuple[Media, ...], current: Media
) -> list[Link]:
    """This resource as it was asked for, and in every other medium it comes in."""
    others = [media for media in offered if media is not current]
    return [
        link("self", address(request, path, query), current),
        *(link("alternate", address(request, path, {**query, "f": media.names[0]}), media) for media in others),
    ]


def map_address(collection: Collection, path: str, query: Mapping[str, str]) -> str:
    """Where the map of a page finds its features: the same ones in WGS 84, with their names and accuracy only."""
    shown = [name for name in (*collection.names, "accuracy_m") if name in collection.fields]
    kept = {name: value for name, value in query.items() if name not in {"f", "crs", "properties"}}
    return f"/api/{path}?{urlencode({**kept, 'f': 'json', 'properties': ','.join(shown)})}"


def links_text(links: Sequence[Link]) -> str:
    """The links as JSON, to be put into a text."""
    return json.dumps(links, ensure_ascii=False, separators=(",", ":"))
