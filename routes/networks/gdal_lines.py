"""Lines of a layer (municipal centrelines) with their columns mapped to the tags of OpenStreetMap."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from django.contrib.gis.gdal import CoordTransform, GDALException

from routes.networks.gdal_files import layer_named, opened, to_wgs84
from routes.streets.errors import InvalidStreets
from routes.streets.joining import meeting_by_position
from routes.streets.tag_rules import KINDS, traits_of
from routes.streets.traits import Traits
from routes.streets.ways import FloatArray, Way

TAGS = (
    "name",
    "name:th",
    "name:en",
    "highway",
    "surface",
    "steps",
    "oneway",
    "maxspeed",
    "width",
    "incline",
    "kerb",
    "wheelchair",
    "access",
    "foot",
    "bicycle",
    "motor_vehicle",
)
FLAGS = frozenset({"steps", "oneway", "wheelchair", "access", "foot", "bicycle", "motor_vehicle"})
YES = frozenset({"yes", "true", "y", "t", "ใช่", "มี"})
NO = frozenset({"no", "false", "n", "f", "ไม่ใช่", "ไม่มี", "0"})
TEXT = "="  # before a text that holds for every line: highway==residential
USUAL_KIND = "road"
ENCODINGS = ("UTF-8", "CP874", "ISO-8859-11", "TIS-620")


@dataclass
class Lines:
    """What a layer held: ways, the operation that brought them to WGS 84, and what was left out."""

    ways: list[Way] = field(default_factory=list)
    operation: str = ""
    features: int = 0
    without_line: int = 0
    closed: int = 0


def mapping_of(text: str) -> dict[str, str]:
    """Tag to column (or "=text") of "name=NAME,oneway=ONE_WAY". Raises InvalidStreets for a tag that is not in TAGS."""
    pairs = [part.partition("=")[::2] for part in text.split(",") if part.strip()]
    found = {tag.strip(): column.strip() for tag, column in pairs}
    wrong = [tag for tag, column in found.items() if tag not in TAGS or not column]
    if wrong:
        raise InvalidStreets(f"--map names {wrong[0]!r}; known: {', '.join(TAGS)}, each followed by = and a column.")
    kind = found.get("highway", "")
    if kind.startswith(TEXT) and kind[1:] not in KINDS:
        raise InvalidStreets(f"--map sets highway to {kind[1:]!r}; known: {', '.join(KINDS)}.")
    return found


def read_lines(
    path: Path, columns: Mapping[str, str], *, layer: str | None = None, crs: str | None = None, encoding: str = ""
) -> Lines:
    """The lines of a layer in WGS 84, `columns` as `mapping_of` gives them.

    Raises InvalidStreets for a file no allowed driver reads, a column that is not there, a CRS that nobody tells.
    """
    if encoding:
        os.environ["SHAPE_ENCODING"] = encoding  # where GDAL looks when it opens a Shapefile
    try:
        source = layer_named(opened(path), layer, path.name)
        require_columns(source.fields, columns, path.name)
        move, operation = to_wgs84(source, crs, path.name)
        return collected(source, columns, move, operation)
    except GDALException as fault:
        raise InvalidStreets(f"{path.name} cannot be read: {fault}") from fault


def require_columns(there: list[str], columns: Mapping[str, str], file: str) -> None:
    missing = [column for column in columns.values() if not column.startswith(TEXT) and column not in there]
    if missing:
        raise InvalidStreets(f"{file} has no column {missing[0]!r}; its columns: {', '.join(there[:40]) or 'none'}.")


def collected(layer: Any, columns: Mapping[str, str], move: CoordTransform | None, operation: str) -> Lines:
    """All lines that somebody may move along."""
    found = Lines(operation=operation)
    lines: list[tuple[FloatArray, Traits, int]] = []
    for feature in layer:
        found.features += 1
        traits = traits_of(tags_of(feature, columns))
        parts = list(parts_of(geometry_of(feature), move))
        found.without_line += not parts
        found.closed += traits is None
        if traits is not None:
            lines += [(part, replace(traits, source="lines"), int(feature.fid)) for part in parts]
    found.ways = meeting_by_position(lines)
    return found


def geometry_of(feature: Any) -> Any:
    """The geometry; None for a row without one, for which the library has an error instead."""
    try:
        return feature.geom
    except GDALException:
        return None


def parts_of(geometry: Any, move: CoordTransform | None) -> Iterator[FloatArray]:
    """(n, 2) WGS 84 of each line of a feature, nothing for other geometries. Raises InvalidStreets out of range."""
    if geometry is None or geometry.empty:
        return
    if move is not None:
        geometry.transform(move)
    shape = shapely.force_2d(shapely.from_wkb(bytes(geometry.wkb), on_invalid="ignore"))
    for part in shapely.get_parts(shape) if shape is not None else ():
        line = shapely.get_coordinates(part)
        if part.geom_type != "LineString" or len(line) < 2:
            continue
        if not (np.abs(line) <= (180, 90)).all():
            raise InvalidStreets("A line lies outside longitude and latitude: is --crs right?")
        yield line


def tags_of(feature: Any, columns: Mapping[str, str]) -> dict[str, str]:
    """The tags a feature's columns make; a number of steps makes the line a flight of steps."""
    tags = {"highway": USUAL_KIND}
    for tag, column in columns.items():
        value = column[1:] if column.startswith(TEXT) else said(feature.get(column), tag)
        if value:
            tags[tag] = value
    if (steps := tags.pop("steps", "no")) != "no":
        tags |= {"highway": "steps", "step_count": steps}
    return tags


def said(value: Any, tag: str) -> str:
    """A cell as the value of a tag: yes and no in any spelling where the tag is a flag."""
    text = "" if value is None else str(value).strip()
    if tag not in FLAGS:
        return text.removesuffix(".0")
    low = text.lower().removesuffix(".0")
    if tag != "steps" and low == "1":
        return "yes"
    return "yes" if low in YES else "no" if low in NO else low
