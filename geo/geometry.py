"""The one way in for a geometry: parse, round once, orient, and let `geo.validity` judge.

GeoJSON in WGS 84 (RFC 7946) comes in; a GEOSGeometry that every CHECK constraint accepts goes out, or all its faults
with the places where they lie. Nothing is repaired: only coordinates are rounded to 1e-7 degree (by decimal: snapping
to a grid differs from the decimal in a third of all cases) and rings turned counter-clockwise, as RFC 7946 asks.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import shapely
from django.contrib.gis.geos import GEOSGeometry

from geo.crs import WGS84
from geo.texts import Text
from geo.validity import MAX_VERTICES, Fault, Rules, entered, examine, round_coordinate

__all__ = ["MAX_VERTICES", "InvalidGeometry", "at_entry", "round_coordinate"]


class InvalidGeometry(ValueError):
    """The geometry breaks a law. `faults` are all of its errors; `code`, `text`, `at` (lon, lat) of the first."""

    def __init__(
        self, code: str, text: Text, at: tuple[float, float] | None = None, faults: Sequence[Fault] = ()
    ) -> None:
        super().__init__(text.en)
        self.code, self.text, self.at = code, text, at
        self.faults = tuple(faults) or (Fault(code, text, at),)

    @classmethod
    def because(cls, faults: Sequence[Fault]) -> "InvalidGeometry":
        first = faults[0]
        return cls(first.code, first.sentence, first.at, faults)


def at_entry(geojson: Any, types: Sequence[str], rules: Rules | None = None) -> GEOSGeometry:
    """The geometry as it will be stored, in WGS 84.

    `types` are the GeoJSON types the collection holds; a single Polygon enters a MultiPolygon collection as one of one.
    `rules` say what else holds there, such as the service area. Raises InvalidGeometry.
    """
    law = Rules(types=tuple(types)) if rules is None else replace(rules, types=tuple(types))
    geometry = entered(geojson, law)
    if geometry is None:
        found = examine(geojson, law, repairs=False)
        if found.errors or found.geometry is None:
            raise InvalidGeometry.because(found.errors)
        geometry = found.geometry
    return GEOSGeometry(memoryview(shapely.to_wkb(geometry)), srid=WGS84)
