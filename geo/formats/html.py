"""Journeys as one HTML file that needs nothing else: a folium map with Leaflet inlined, and the same in words.

No request leaves the file: no tiles, no fonts, no scripts from outside, and a policy of its own that forbids them.
Values enter the page escaped, and the map as JSON that its script puts in as text. None passes through folium, which
would read `{{ … }}` in a name as a template of its own.
"""

import base64
import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

import folium
from branca.element import MacroElement
from jinja2 import Template

from geo.formats.journey import Journey, Leg, clock, day_of, length_of, note_of

MEDIA_TYPE = "text/html; charset=utf-8"
ASSETS = Path(__file__).parent / "assets"
POLICY = "default-src 'none'; img-src data:; base-uri 'none'; form-action 'none'"


class JourneyLayer(MacroElement):
    """Draws the journey of that number, counted from 0, out of `journeys`."""

    _template = Template(
        "{% macro script(this, kwargs) %}"
        "drawJourney({{ this._parent.get_name() }}, journeys[{{ this.number }}], backdrop);"
        "{% endmacro %}"
    )

    def __init__(self, number: int) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._name = "JourneyLayer"
        self._id = str(number)
        self.number = number


def write(journeys: Sequence[Journey], backdrop: Mapping[str, Any] | None = None) -> bytes:
    """The file. `backdrop` is a GeoJSON FeatureCollection drawn below, its `role` names the style."""
    features = list(backdrop["features"]) if backdrop else []
    data = in_script([data_of(journey) for journey in journeys])
    maps = [drawn(journey, number) for number, journey in enumerate(journeys)]
    sections = [section(journey, div) for journey, (div, _) in zip(journeys, maps, strict=True)]
    values = f"const journeys = {data}, backdrop = {in_script(features)};"
    scripts = [asset("leaflet.js"), asset("journey.js"), values, *(script for _, script in maps)]
    styles = [asset("leaflet.css"), asset("journey.css")]
    language = journeys[0].language if journeys else "th"
    title = journeys[0].title if journeys else ""
    return page(language, title, sections, styles, scripts).encode()


def drawn(journey: Journey, number: int) -> tuple[str, str]:
    """The map's place in the page and its script, both by folium."""
    lon, lat = journey.start
    made = folium.Map(location=[lat, lon], tiles=None, zoom_start=14, attributionControl=False)
    made._id = f"journey_{number}"
    JourneyLayer(number).add_to(made)
    figure: Any = made.get_root()
    made.render()  # type: ignore[no-untyped-call]
    return str(figure.html.render()), str(figure.script.render())


def data_of(journey: Journey) -> dict[str, Any]:
    """What the map draws; WGS 84, lon first."""
    stops = [
        {
            "n": stop.n,
            "name": stop.name,
            "lonlat": stop.lonlat,
            "accuracy_m": stop.accuracy_m,
            "note": note_of(stop, journey),
        }
        for stop in journey.stops
    ]
    legs = [
        {
            "mode": leg.mode,
            "coordinates": leg.coordinates,
            "estimated": leg.estimated,
            "text": length_of(leg, journey),
        }
        for leg in journey.legs
    ]
    ends = {journey.start: f"{journey.words.start}: {journey.start_name}"}
    ends.setdefault(journey.end, f"{journey.words.end}: {journey.end_name}")
    named = [{"name": name, "lonlat": lonlat} for lonlat, name in ends.items()]
    return {"stops": stops, "legs": legs, "ends": named}


def in_script(value: Any) -> str:
    """JSON that cannot end a script element or a line of it."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for char in "<>&\u2028\u2029`":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return text


def section(journey: Journey, div: str) -> str:
    """The map and the same journey as a list."""
    notice = f'<p class="notice">{escape(journey.notice)}</p>' if journey.notice else ""
    rows = [
        f"<li><strong>{escape(stop.name)}</strong>\n{escape(note_of(stop, journey))}\n"
        f'<span class="way">{escape(length_of(leg, journey))}</span>{steps_of(leg)}</li>'
        for leg, stop in zip(journey.legs, journey.stops, strict=False)
    ]
    credit = f'<p class="credit">{escape(journey.attribution)}</p>' if journey.attribution else ""
    notes = "".join(f"<li>{escape(note)}</li>" for note in journey.notes)
    times = f"{day_of(journey)} {clock(journey.depart)}–{clock(journey.arrive)}"
    return (
        f"<section><h1>{escape(journey.title)}</h1><p>{times} · {escape(journey.words.start)}: "
        f"{escape(journey.start_name)}</p>{notice}{div}<ol>{''.join(rows)}</ol><ul>{notes}</ul>{credit}</section>"
    )


def steps_of(leg: Leg) -> str:
    """The directions of a leg; nothing for none."""
    rows = "".join(f"<li>{escape(step)}</li>" for step in leg.steps)
    return f'<ol class="steps">{rows}</ol>' if rows else ""


def page(language: str, title: str, sections: Sequence[str], styles: Sequence[str], scripts: Sequence[str]) -> str:
    """The whole page, with a policy that allows exactly its own styles and scripts."""
    inline = f"{POLICY}; script-src {hashes(scripts)}; style-src {hashes(styles)}"
    head = "".join(f"<style>{style}</style>" for style in styles)
    tail = "".join(f"<script>{script}</script>" for script in scripts)
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{inline}">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><title>{escape(title)}</title>{head}'
        f"</head><body><main>{''.join(sections)}</main>{tail}</body></html>"
    )


def policy_of(body: bytes) -> str:
    """The Content-Security-Policy to send with the file: its own, in a sandbox without the site's origin."""
    found = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', body.decode())
    return f"sandbox allow-scripts; {found[1]}" if found else "sandbox"


def hashes(texts: Sequence[str]) -> str:
    """The sources of a policy that allow exactly these inline texts."""
    digests = (base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in texts)
    return " ".join(f"'sha256-{digest}'" for digest in digests)


@cache
def asset(name: str) -> str:
    """A shipped file, without anything that would be fetched."""
    text = (ASSETS / name).read_text(encoding="utf-8")
    text = re.sub(r"//# sourceMappingURL=.*", "", text)
    text = text.replace('href="https://leafletjs.com"', "")
    return re.sub(r"url\([^)]*\)", "none", text) if name.endswith(".css") else text
