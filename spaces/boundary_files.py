"""Outlines of the province, its districts and subdistricts from an operator's GeoJSON file: all of them, or none."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from django.contrib.gis.geos import MultiPolygon
from django.db import transaction

from geo.geometry import InvalidGeometry, at_entry
from spaces.models import Boundary, BoundaryLevel

DIGITS = {BoundaryLevel.PROVINCE: 2, BoundaryLevel.DISTRICT: 4, BoundaryLevel.SUBDISTRICT: 6}
"""Of the codes of the Department of Provincial Administration; the spaces carry them with TH in front."""

NUMBER = {BoundaryLevel.PROVINCE: "1", BoundaryLevel.DISTRICT: "2", BoundaryLevel.SUBDISTRICT: "3"}
USUAL = {
    "code": ("pcode", "code", "ADM{n}_PCODE", "adm{n}_pcode"),
    "name_th": ("name_th", "ADM{n}_TH", "adm{n}_name1"),
    "name_en": ("name_en", "ADM{n}_EN", "adm{n}_name"),
}
"""What files call these columns: our own names, then those of COD-AB."""


class BadBoundaries(ValueError):
    """The file, and the feature in it, that cannot be loaded."""


@dataclass(frozen=True)
class Outline:
    """A feature of the file, ready to be stored; WGS 84."""

    code: str
    name_th: str
    name_en: str
    geometry: MultiPolygon


def load(path: Path, level: str, columns: Mapping[str, str], source: str) -> int:
    """Stores every outline of the file; one with the same level and code takes the place of the former. How many.

    `columns` name what the file calls `code`, `name_th` and `name_en`, where it is none of the usual. Raises
    BadBoundaries, and then nothing is stored.
    """
    found = list(outlines(path, level, columns))
    with transaction.atomic():
        for outline in found:
            Boundary.objects.update_or_create(
                id=f"{level}-{outline.code.lower()}",
                defaults={
                    "level": level,
                    "code": outline.code,
                    "name_th": outline.name_th,
                    "name_en": outline.name_en,
                    "geometry": outline.geometry,
                    "source": source,
                },
            )
    return len(found)


def outlines(path: Path, level: str, columns: Mapping[str, str]) -> Iterator[Outline]:
    codes: set[str] = set()
    for number, feature in enumerate(features(path), 1):
        where = f"{path.name}, feature {number}"
        told = {name: value_of(feature, name, level, columns, where) for name in USUAL}
        code = with_country(told["code"], level)
        if not code.isalnum() or not code.isascii() or code in codes:
            raise BadBoundaries(f"{where}: the code {told['code']!r} is no code, or stands there twice.")
        codes.add(code)
        yield Outline(code, told["name_th"], told["name_en"], shape_of(feature, where))


def features(path: Path) -> list[Any]:
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as fault:
        raise BadBoundaries(f"{path.name} cannot be read as GeoJSON: {fault}") from fault
    found = content.get("features") if isinstance(content, dict) else None
    if not isinstance(found, list) or not found:
        raise BadBoundaries(f"{path.name} is no FeatureCollection with features.")
    return found


def value_of(feature: Any, name: str, level: str, columns: Mapping[str, str], where: str) -> str:
    """The text of a column, named by the caller or one of the usual."""
    properties = feature.get("properties") if isinstance(feature, dict) else None
    known = properties if isinstance(properties, dict) else {}
    usual = [each.format(n=NUMBER[BoundaryLevel(level)]) for each in USUAL[name]]
    wanted = [columns[name]] if columns.get(name) else usual
    value = next((known[each] for each in wanted if known.get(each) not in (None, "")), None)
    if value is None:
        raise BadBoundaries(f"{where} has no {' or '.join(wanted)}: name the column by --{name.replace('_', '-')}.")
    return str(value).strip()


def with_country(code: str, level: str) -> str:
    """9301 → TH9301, as the spaces carry it."""
    return f"TH{code}" if code.isdigit() and len(code) == DIGITS[BoundaryLevel(level)] else code.upper()


def shape_of(feature: Any, where: str) -> MultiPolygon:
    try:
        return cast(MultiPolygon, at_entry(feature.get("geometry"), ("MultiPolygon",)))
    except InvalidGeometry as refused:
        faults = " ".join(fault.sentence.en for fault in refused.faults)
        raise BadBoundaries(f"{where}: {faults} WGS 84 is wanted, longitude first.") from refused
