"""`make tour`: each thing the project was asked for, the command that shows it, and what it truly answers now."""

from __future__ import annotations

import json
import os
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote

from scripts.steps import StartFailure, say

Answer = Callable[[bytes], list[str]]
WHEN = "depart=2027-01-20T09:00:00%2B07:00"


@dataclass(frozen=True)
class Sight:
    """What was asked for, where to look, and how to put the answer into a few lines."""

    asked: str
    path: str
    lines: Answer


def base_url() -> str:
    """Where the running service listens."""
    return f"http://127.0.0.1:{os.environ.get('PORT') or '8000'}"


def spaces(body: bytes) -> list[str]:
    """How many features there are, and the first of them."""
    found = json.loads(body)
    shown = [
        f"{each['id']}: {each['properties']['name_th']} / {each['properties']['name_en']}" for each in found["features"]
    ]
    return [f"{found['numberMatched']} spaces; the first {len(shown)}:", *shown]


def items(*names: str) -> Answer:
    """The named properties of a single space."""

    def lines(body: bytes) -> list[str]:
        properties = json.loads(body)["properties"]
        return [f"{name}: {properties[name]}" for name in names]

    return lines


def route(body: bytes) -> list[str]:
    """The best itinerary in a few lines."""
    answer = json.loads(body)
    best = answer["itineraries"][0]
    stops = " → ".join(stop["name_en"] for stop in best["stops"])
    return [
        f"{best['minutes']} minutes, {best['walk_m']} m walked, {best['ride_m']} m ridden, {best['certainty']}, "
        f"fits in the worst case: {best['fits_in_worst_case']}, proved optimal: {best['proved_optimal']}",
        stops,
    ]


def stricter(body: bytes) -> list[str]:
    """Each limit of a party, and whose it is."""
    limits = json.loads(body)["limits"]
    return [f"{each['limit']}: {each['value']} {each['unit']} (because of: {each['en']})" for each in limits]


def heading(body: bytes) -> list[str]:
    """The title of a page."""
    text = body.decode()
    return [text.split("<title>", 1)[1].split("</title>", 1)[0].strip(), f"{len(body)} bytes of HTML"]


def beginning(body: bytes) -> list[str]:
    """The first lines of a file."""
    return [f"{len(body)} bytes:", *body.decode("utf-8-sig").splitlines()[:4]]


def links(body: bytes) -> list[str]:
    """What a landing page leads to."""
    return sorted({f"{each['rel']}: {each['href'].split('/', 3)[-1]}" for each in json.loads(body)["links"]})[:8]


def health(body: bytes) -> list[str]:
    """The service's own verdict."""
    return [body.decode()]


SIGHTS = (
    Sight("Places of local wisdom to learn at", "/api/collections/wisdom-places/items?limit=3", spaces),
    Sight("The Khlong Nui street-art story, with its honest banner", "/th/stories/khlong-nui/", heading),
    Sight(
        "How little is known of Khlong Nui's position",
        "/api/collections/street-art-walls/items/khlong-nui-street-art",
        items("accuracy_m", "coordinate_source"),
    ),
    Sight(
        "Phatthalung Studies: outcomes and activities on a route",
        f"/api/routes/plan?age_group=secondary&themes=faith&{WHEN}&alternatives=1",
        route,
    ),
    *(
        Sight(
            f"A route for {group}",
            f"/api/routes/plan?age_group={group}&themes=thale-noi&start=thale-noi-pier&{WHEN}&alternatives=1",
            route,
        )
        for group in ("early-childhood", "primary", "secondary", "adult", "older", "family")
    ),
    Sight(
        "Grandmother and grandchild: the stricter limit of each kind",
        f"/api/routes/plan?party=older&party=primary&themes=faith&{WHEN}&alternatives=1",
        stricter,
    ),
    Sight(
        "Vulnerable people: what is known of access, and what is not",
        "/api/collections/heritage-sites/items/wang-chao-mueang",
        items("wheelchair", "access_note_en", "seats", "toilet", "shade"),
    ),
    Sight(
        "Local products",
        "/api/collections/wisdom-places/items/thale-noi-krajood-group",
        items("name_en", "products_en", "services_en"),
    ),
    Sight(
        "Kinds of space in PostGIS, as one collection",
        "/api/collections/learning-spaces/items?limit=2&bbox=100,7.5,100.2,7.7",
        spaces,
    ),
    Sight("GeoJSON by DRF-GIS, as an OGC API", "/api/", links),
    Sight("Search in Thai, however it was typed", f"/api/search?limit=3&q={quote('ทะเลน้อย')}", spaces),
    Sight("Planners' zones, demonstrations that say so", "/api/collections/urban-design-zones/items?limit=3", spaces),
    Sight(
        "Visitors following: a route as GPX",
        f"/api/routes/plan?age_group=family&themes=lake-life&start=lampam-beach&{WHEN}&f=gpx",
        beginning,
    ),
    Sight(
        "Public works taking data: GeoJSON in UTM 47N",
        "/api/collections/urban-design-zones/items?limit=1&crs=http://www.opengis.net/def/crs/EPSG/0/32647",
        spaces,
    ),
    Sight(
        "Public works taking a whole collection as a table",
        "/api/collections/street-art-walls/export?f=csv&properties=name_th,name_en",
        beginning,
    ),
    Sight("Planners: where no learning space is within a walk", "/api/analysis/coverage?minutes=10&f=csv", beginning),
    Sight("What was changed, when and why", "/api/changes?limit=1&collection=street-art-walls", beginning),
    Sight("Residents proposing a place, without an account", "/en/propose/", beginning),
    Sight("The service's health", "/api/health", health),
)
NOT_YET = ("files for GIS and spreadsheets beside GeoJSON and CSV, with manifests",)


def fetch(url: str) -> bytes:
    """The body behind an address of the running service."""
    try:
        with urllib.request.urlopen(url, timeout=30) as answer:  # noqa: S310 - our own loopback address
            return bytes(answer.read())
    except urllib.error.HTTPError as fault:
        raise StartFailure(
            f"{url} answered {fault.code}: {fault.read()[:300]!r}", "`make doctor` may know why."
        ) from fault
    except OSError as fault:
        raise StartFailure(f"Nothing answers at {url}: {fault}.", "Start the service with `make run` first.") from fault


def look(sight: Sight, base: str) -> list[str]:
    """What one sight shows."""
    return sight.lines(fetch(base + sight.path))


def tour(base: str) -> int:
    """Walk past every sight."""
    for sight in SIGHTS:
        say(f"\n== {sight.asked}\n   $ curl '{base}{sight.path}'")
        for line in look(sight, base):
            say(f"   {line[:150]}")
    say("\n== Not yet built: " + "; ".join(NOT_YET))
    return 0


def run() -> int:
    """The tour of the service on this machine."""
    return tour(base_url())
