"""A geometry as text that people can type: `lon, lat` for a point, GeoJSON for everything else. WGS 84."""

import json
import re
from collections.abc import Sequence
from typing import Any

from django.contrib.gis.geos import GEOSGeometry

from geo.geometry import InvalidGeometry, at_entry
from geo.texts import Text
from geo.validity import Rules

_PAIR = re.compile(r"\(?\s*([-+]?\d+(?:\.\d+)?)\s*[,;\s]\s*([-+]?\d+(?:\.\d+)?)\s*\)?")  # \d reads Thai digits too

NOT_READABLE = Text(
    "อ่านไม่ออก: เขียนเป็น ลองจิจูด, ละติจูด เช่น 100.0810, 7.6170 หรือรูปทรง GeoJSON",
    "This cannot be read: write longitude, latitude such as 100.0810, 7.6170, or a GeoJSON geometry.",
)


def as_text(geometry: GEOSGeometry) -> str:
    """What the form shows; `from_text` gives the same geometry back, to the last digit."""
    coordinates: Any = getattr(geometry, "coords")  # noqa: B009  (every subclass has them, the type stubs' base has not)
    if geometry.geom_type == "Point":
        return ", ".join(map(repr, coordinates))
    return json.dumps({"type": geometry.geom_type, "coordinates": coordinates})


def from_text(text: str, types: Sequence[str], rules: Rules | None = None) -> GEOSGeometry:
    """The geometry as it will be stored. `types` are the GeoJSON types allowed. Raises InvalidGeometry."""
    return at_entry(_read(text), types, rules)


def _read(text: str) -> Any:
    if pair := _PAIR.fullmatch(text.strip()):
        return {"type": "Point", "coordinates": [float(pair[1]), float(pair[2])]}
    try:
        written = json.loads(text)
    except (ValueError, RecursionError) as fault:
        raise InvalidGeometry("not_readable", NOT_READABLE) from fault
    if isinstance(written, dict) and written.get("type") == "Feature":
        return written.get("geometry")
    return written
