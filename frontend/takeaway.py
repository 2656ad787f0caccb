"""The same itinerary as a file: links to the planner with another `f`."""

from dataclasses import dataclass

from django.utils.translation import gettext

PLAN = "/api/routes/plan"


@dataclass(frozen=True)
class File:
    label: str
    address: str
    icon: str
    download: bool = True


def take_away(query: str) -> list[File]:
    """Links for the formats of a plan; `query` is its canonical address without the question mark."""
    labels = {
        "gpx": gettext("GPX for phone and GPS"),
        "html": gettext("Map in one file"),
        "ics": gettext("Calendar"),
        "csv": gettext("Table (CSV)"),
        "geojson": gettext("GeoJSON"),
    }
    icons = {"gpx": "map", "html": "map", "ics": "calendar"}
    return [File(label, f"{PLAN}?{query}&f={kind}", icons.get(kind, "download")) for kind, label in labels.items()]
