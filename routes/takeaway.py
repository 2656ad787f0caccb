"""Itineraries as files: which formats there are and how each is sent."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from django.http import HttpResponse

from geo.formats import geojson
from geo.formats.journey import Journey
from geo.rest.media import GEOJSON, JSON, Media

Writer = Callable[[Sequence[Journey]], bytes]


@dataclass(frozen=True)
class Format:
    """A medium, its writer, and the ending of the file; `inline` formats are looked at rather than kept."""

    media: Media
    write: Writer
    ending: str
    inline: bool = False
    headers: Callable[[bytes], Mapping[str, str]] = field(default=lambda body: {})


FORMATS: tuple[Format, ...] = (Format(GEOJSON, geojson.write, "geojson", inline=True),)
OFFERED: tuple[Media, ...] = (JSON, *(one.media for one in FORMATS))


def as_file(journeys: Sequence[Journey], media: Media, name: str) -> HttpResponse:
    """The journeys in a medium of OFFERED other than JSON, as a file called `name`."""
    form = next(one for one in FORMATS if one.media is media)
    body = form.write(journeys)
    disposition = "inline" if form.inline else "attachment"
    headers = {"Content-Disposition": f'{disposition}; filename="{name}.{form.ending}"', **form.headers(body)}
    return HttpResponse(body, content_type=form.media.type, headers=headers)
