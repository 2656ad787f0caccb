"""The same itinerary as a file: links to the planner, or to a kept route, with another `f`."""

from dataclasses import dataclass

from django.utils.translation import gettext

from routes.takeaway import OFFERED

ICONS = {"gpx": "map", "kml": "map", "html": "map", "ics": "calendar"}


@dataclass(frozen=True)
class File:
    label: str
    address: str
    icon: str


def take_away(address: str) -> list[File]:
    """Links for every format of the itinerary that the API gives at `address`."""
    labels = {
        "gpx": gettext("GPX for phone and GPS"),
        "kml": gettext("KML for Google Earth"),
        "html": gettext("Map in one file"),
        "ics": gettext("Calendar"),
        "csv": gettext("Table (CSV)"),
        "geojson": gettext("GeoJSON"),
    }
    offered = {name for media in OFFERED for name in media.names}
    joint = "&" if "?" in address else "?"
    return [
        File(label, f"{address}{joint}f={kind}", ICONS.get(kind, "download"))
        for kind, label in labels.items()
        if kind in offered
    ]
