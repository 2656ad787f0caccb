"""Clip an area to a boundary."""

import shapely
from shapely.geometry.base import BaseGeometry

from geo.acts.areas import parts_of, together
from geo.acts.errors import ActImpossible
from geo.texts import Text
from geo.validity.clipping import clipped


def clip(area: BaseGeometry, boundary: BaseGeometry) -> shapely.MultiPolygon:
    """The part of the area within the boundary; along it, with the boundary's own corners. Raises ActImpossible."""
    if shapely.covers(boundary, area):
        words = Text("เขตอยู่ในขอบเขตนั้นอยู่แล้ว", "The area lies within that boundary already.")
        raise ActImpossible("nothing_to_clip", words, "/to")
    parts = parts_of(clipped(area, boundary))
    if not parts:
        words = Text("เขตอยู่นอกขอบเขตนั้นทั้งหมด", "All of the area lies outside that boundary.")
        raise ActImpossible("nothing_left", words, "/to")
    return together(parts)
