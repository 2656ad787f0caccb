"""Merge areas into one."""

from collections.abc import Sequence

import shapely
from shapely.geometry.base import BaseGeometry

from geo.acts.areas import parts_of, together
from geo.acts.errors import ActImpossible
from geo.texts import Text
from geo.validity.repairing import on_grid


def merge(areas: Sequence[BaseGeometry]) -> shapely.MultiPolygon:
    """All areas as one; what does not adjoin becomes another part of it. Raises ActImpossible for fewer than two."""
    if len(areas) < 2:
        words = Text("ต้องมีอย่างน้อยสองเขต", "At least two areas are wanted.")
        raise ActImpossible("too_few_features", words, "/features")
    # Common borders have the same corners and vanish exactly; only where areas overlap are there new ones to round.
    union = on_grid(shapely.union_all(list(areas)))
    if union is None:
        raise ActImpossible("nothing_left", Text("ไม่เหลือเนื้อที่", "Nothing is left."), "/features")
    return together(parts_of(union))
