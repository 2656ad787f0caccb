"""Itineraries as files: which formats there are and how each is sent."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from django.conf import settings
from django.http import HttpResponse

from geo.formats import csv, geojson, gpx, html, ics, kml
from geo.formats.journey import Journey
from geo.rest.media import GEOJSON, HTML, JSON, Media

Writer = Callable[[Sequence[Journey]], bytes]


@dataclass(frozen=True)
class Format:
    """A medium, its writer, and the ending of the file; `inline` formats are looked at rather than kept."""

    media: Media
    write: Writer
    ending: str
    inline: bool = False
    headers: Callable[[bytes], Mapping[str, str]] = field(default=lambda body: {})

    @property
    def content_type(self) -> str:
        return html.MEDIA_TYPE if self.media is HTML else self.media.type


@cache
def orientation() -> dict[str, Any]:
    """The schematic layer below the map, as shipped."""
    path = settings.FIXTURES_DIR / "orientation.geojson"
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {"features": []}
    return found


def one_file_map(journeys: Sequence[Journey]) -> bytes:
    return html.write(journeys, orientation())


def sandboxed(body: bytes) -> dict[str, str]:
    """The map runs its own scripts and nothing else, and not as a page of this site."""
    return {"Content-Security-Policy": html.policy_of(body)}


FORMATS: tuple[Format, ...] = (
    Format(GEOJSON, geojson.write, "geojson", inline=True),
    Format(HTML, one_file_map, "html", inline=True, headers=sandboxed),
    Format(Media(gpx.MEDIA_TYPE, ("gpx",)), gpx.write, "gpx"),
    Format(Media(kml.MEDIA_TYPE, ("kml",)), kml.write, "kml"),
    Format(Media(ics.MEDIA_TYPE, ("ics",)), ics.write, "ics"),
    Format(Media(csv.MEDIA_TYPE, ("csv",)), csv.write, "csv"),
)
OFFERED: tuple[Media, ...] = (JSON, *(one.media for one in FORMATS))


def as_file(journeys: Sequence[Journey], media: Media, name: str) -> HttpResponse:
    """The journeys in a medium of OFFERED other than JSON, as a file called `name`."""
    form = next(one for one in FORMATS if one.media is media)
    body = form.write(journeys)
    disposition = "inline" if form.inline else "attachment"
    headers = {"Content-Disposition": f'{disposition}; filename="{name}.{form.ending}"', **form.headers(body)}
    return HttpResponse(body, content_type=form.content_type, headers=headers)
