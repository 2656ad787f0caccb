"""Clip an area to a boundary, or cut away what lies in another."""

from dataclasses import dataclass

import shapely
from shapely.geometry.base import BaseGeometry

from geo.acts.areas import Position, corners_of, parts_of, together
from geo.acts.errors import ActImpossible
from geo.texts import Text
from geo.utm import plane_at
from geo.validity.clipping import clipped
from geo.validity.repairing import on_grid


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


@dataclass(frozen=True)
class CutAway:
    """What is left of the area, and its new corners, which the other area lacks on its border."""

    area: shapely.MultiPolygon
    cuts: list[Position]


def cut_away(area: BaseGeometry, other: BaseGeometry) -> CutAway:
    """The area without what lies in the other; along it, with the other's own corners. Raises ActImpossible."""
    left = on_grid(shapely.difference(area, other))
    parts = [] if left is None else parts_of(left)
    if not parts:
        words = Text("เขตอยู่ในอีกเขตหนึ่งทั้งหมด จะไม่เหลือเนื้อที่", "All of the area lies in the other: nothing would be left.")
        raise ActImpossible("nothing_left", words, "/from")
    rest = together(parts)
    return CutAway(rest, sorted(corners_of(rest) - corners_of(area) - corners_of(other)))


def overlap_m2(area: BaseGeometry, other: BaseGeometry) -> float:
    """What both have in common, in EPSG:32647."""
    common = shapely.intersection(area, other)
    return 0.0 if common.is_empty else float(plane_at(area.bounds[0]).project(common).area)
