"""What the parameters of OGC API – Features mean: each function reads one text or raises BadParameter."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.gis.geos import GEOSGeometry

from geo.bbox import BBox, InvalidBBox
from geo.rest.problems import BadParameter
from geo.rest.reference_systems import CRS84, SYSTEMS, ReferenceSystem, box_in_degrees
from geo.texts import Text

DEFAULT_LIMIT = 100
MAX_LIMIT = 10_000
MAX_WORDS = 20  # of a search


def words_pattern(least: int) -> str:
    """For OpenAPI: at least so many words, and not more than are searched for."""
    word = r"[^\s\x00]+"
    some = rf"{word}(?:\s+{word}){{0,{MAX_WORDS - 1}}}"
    return rf"^\s*{some}\s*$" if least else rf"^\s*(?:{some})?\s*$"


def limit(text: str | None) -> int:
    """How many features a page holds. More than the maximum means the maximum."""
    if text is None:
        return DEFAULT_LIMIT
    if not re.fullmatch("[0-9]+", text) or not text.strip("0"):
        raise BadParameter("limit", Text("limit ต้องเป็นจำนวนเต็มตั้งแต่ 1", "limit is a whole number from 1."))
    return min(int(text[:20]), MAX_LIMIT)


def reference_system(name: str, text: str | None) -> ReferenceSystem:
    """The system that `crs` or `bbox-crs` names by its URI; CRS84 (WGS 84, longitude first) unless it is given."""
    if text is None:
        return CRS84
    if (system := SYSTEMS.get(text)) is None:
        known = ", ".join(SYSTEMS)
        raise BadParameter(name, Text(f"{name} ที่ใช้ได้: {known}", f"{name} is one of {known}."))
    return system


def box(text: str, system: ReferenceSystem) -> GEOSGeometry:
    """The area of `bbox` in WGS 84. West above east crosses the antimeridian; heights are left out."""
    try:
        if system.is_degrees:
            return BBox.parse(_lon_first(text) if system.north_first else text).to_geos()
        return box_in_degrees(_metres(text), system)
    except InvalidBBox as fault:
        raise BadParameter("bbox", Text(f"bbox ไม่ถูกต้อง: {fault}", str(fault))) from fault


def _lon_first(text: str) -> str:
    """The same box with the axes of EPSG:4326 (latitude, longitude) turned round."""
    parts = text.split(",")
    half = len(parts) // 2
    if half < 2 or len(parts) % 2:
        return text  # the wrong number of numbers: BBox.parse says so
    corners = (parts[:half], parts[half:])
    return ",".join(part for lat, lon, *height in corners for part in (lon, lat, *height))


def _metres(text: str) -> tuple[float, float, float, float]:
    try:
        numbers = [float(part) for part in text.split(",")]
    except ValueError:
        raise InvalidBBox("bbox wants numbers separated by commas.") from None
    if len(numbers) == 6:
        numbers = [numbers[0], numbers[1], numbers[3], numbers[4]]
    if len(numbers) != 4 or not all(abs(number) < 1e12 for number in numbers):
        raise InvalidBBox("bbox wants 4 or 6 finite numbers: min x, min y, max x, max y.")
    if numbers[0] > numbers[2] or numbers[1] > numbers[3]:
        raise InvalidBBox("bbox wants the lower corner first.")
    return numbers[0], numbers[1], numbers[2], numbers[3]


@dataclass(frozen=True)
class SortKey:
    """A column that features are sorted by."""

    name: str
    descending: bool = False

    @property
    def order(self) -> str:
        return f"-{self.name}" if self.descending else self.name


def sort_keys(text: str | None, sortable: Iterable[str]) -> tuple[SortKey, ...]:
    """`sortby`: `name_th,-updated_at`. The id always comes last, so that the order is total."""
    keys: list[SortKey] = []
    for part in text.split(",") if text is not None else []:
        name = part.lstrip("+- ") if part[:1] in {"+", "-", " "} else part  # a bare + arrives as a space
        if name not in set(sortable) or len(part) - len(name) > 1 or any(key.name == name for key in keys):
            wanted = ", ".join(sortable)
            raise BadParameter("sortby", Text(f"เรียงตามได้: {wanted}", f"sortby takes, each once: {wanted}."))
        keys.append(SortKey(name, descending=part.startswith("-")))
    return tuple(keys) if any(key.name == "id" for key in keys) else (*keys, SortKey("id"))


def property_names(text: str | None, known: Iterable[str]) -> tuple[str, ...]:
    """`properties`: the names that each feature is to carry; all when it is not given."""
    names = tuple(known)
    if text is None:
        return names
    wanted = text.split(",")
    if unknown := [name for name in wanted if name not in names]:
        listed = ", ".join(names)
        shown = unknown[0][:80]
        raise BadParameter(
            "properties", Text(f"ไม่มีช่อง {shown} มี: {listed}", f"No property {shown!r}. There are {listed}.")
        )
    return tuple(name for name in names if name in wanted)
