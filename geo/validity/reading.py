"""GeoJSON as it came in, read into a draft. Counted first: whatever is too much is refused before it is looked at."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_EVEN, Decimal
from typing import Any

from geo.crs import COORDINATE_DECIMALS
from geo.validity.draft import DEPTH, PROMOTED, Draft
from geo.validity.fault import Edit, Finding, LonLat
from geo.validity.rules import Rules
from geo.validity.words import say

MOST_OF_A_KIND = 20  # faults of one code; a thousand times the same is no news
CURVES = frozenset({"CircularString", "CompoundCurve", "CurvePolygon", "MultiCurve", "MultiSurface"})
_QUANTUM = Decimal(1).scaleb(-COORDINATE_DECIMALS)


def round_coordinate(value: float) -> float:
    """The decimal nearest to `value` with 7 digits, about 1 cm."""
    if value == round(value, COORDINATE_DECIMALS):
        return value + 0.0  # as short already, which is most; -0.0 becomes 0.0
    return float(Decimal(repr(float(value))).quantize(_QUANTUM, ROUND_HALF_EVEN)) + 0.0


@dataclass
class Reading:
    """What was read. `draft` is None where no geometry can be made of it; `findings` then say why."""

    draft: Draft | None = None
    findings: list[Finding] = field(default_factory=list)
    rounded: bool = False
    heights: list[tuple[tuple[int, ...], int]] = field(default_factory=list)

    def found(self, finding: Finding) -> None:
        """Keeps the first of each code only, up to a limit."""
        if sum(one.code == finding.code for one in self.findings) < MOST_OF_A_KIND:
            self.findings.append(finding)


def read(geojson: Any, rules: Rules) -> Reading:
    """The draft with every coordinate rounded once, and what is wrong with the writing itself."""
    reading = Reading()
    kind = _type(geojson, rules, reading)
    if kind is None:
        return reading
    coordinates = geojson.get("coordinates")
    if (vertices := _count(coordinates, DEPTH[kind], rules.max_vertices)) > rules.max_vertices:
        words = say("too_many_vertices", vertices=f"{vertices:,}", most=f"{rules.max_vertices:,}")
        reading.found(Finding("too_many_vertices", words))
        return reading
    if (rings := _rings(kind, coordinates)) > rules.max_rings:
        reading.found(Finding("too_many_rings", say("too_many_rings", rings=f"{rings:,}", most=f"{rules.max_rings:,}")))
        return reading
    tree = _rounded(coordinates, DEPTH[kind], (), reading)
    _tell_heights(kind, reading)
    if not any(finding.edit is None and finding.code in UNREADABLE for finding in reading.findings):
        reading.draft = Draft.of(kind, tree)
    return reading


UNREADABLE = frozenset({"not_geojson", "not_2d", "not_a_number"})


def _type(geojson: Any, rules: Rules, reading: Reading) -> str | None:
    """The type, if it is one that this collection takes."""
    if not isinstance(geojson, Mapping):
        reading.found(Finding("not_geojson", say("not_geojson")))
        return None
    kind = geojson.get("type")
    welcome = {*rules.types, *(single for single, multi in PROMOTED.items() if multi in rules.types)}
    if isinstance(kind, str) and kind in welcome:
        return kind
    if isinstance(kind, str) and kind in CURVES:
        reading.found(Finding("curve", say("curve", found=kind), steps=("type",)))
        return None
    words = say("wrong_type", wanted=", ".join(sorted(welcome)), found=f"{kind!r:.40}")
    reading.found(Finding("wrong_type", words, steps=("type",)))
    return None


def _count(coordinates: Any, depth: int, most: int) -> int:
    """Positions, and empty lists too: each costs a look. Stops soon after `most`."""
    if not isinstance(coordinates, list | tuple) or not depth:
        return 1
    if depth == 1 or len(coordinates) > most:
        return len(coordinates)
    total = 0
    for part in coordinates:
        total += max(_count(part, depth - 1, most), 1)
        if total > most:
            break
    return total


def _rings(kind: str, coordinates: Any) -> int:
    """Outlines and holes, or the parts of what has none."""
    if not isinstance(coordinates, list | tuple) or DEPTH[kind] < 2:
        return 1
    if DEPTH[kind] == 2:
        return len(coordinates)
    return sum(max(len(part), 1) if isinstance(part, list | tuple) else 1 for part in coordinates)


def _rounded(coordinates: Any, depth: int, path: tuple[int, ...], reading: Reading) -> Any:
    """The nested list with every position rounded; `depth` 0 is a position."""
    if not isinstance(coordinates, list | tuple):
        reading.found(Finding("not_geojson", say("bad_nesting"), steps=("coordinates", *path)))
        return []
    if depth:
        return [_rounded(part, depth - 1, (*path, index), reading) for index, part in enumerate(coordinates)]
    return _position(coordinates, path, reading)


def _position(numbers: Sequence[Any], path: tuple[int, ...], reading: Reading) -> LonLat | None:
    if len(numbers) != 2:
        reading.heights.append((path, len(numbers)))
        if len(numbers) < 2:
            return None
    lon, lat = numbers[0], numbers[1]
    # Most positions are two floats in range: this is the road a million of them take.
    if not (type(lon) is float and type(lat) is float and -180 <= lon <= 180 and -90 <= lat <= 90):
        good = [_number(number, step, path, reading) for step, number in enumerate((lon, lat))]
        if None in good:
            return None
        lon, lat = float(lon), float(lat)
    rounded = (round_coordinate(lon), round_coordinate(lat))
    reading.rounded = reading.rounded or rounded != (lon, lat)
    return rounded


def _number(number: Any, step: int, path: tuple[int, ...], reading: Reading) -> float | None:
    name, limit = (("lon", 180), ("lat", 90))[step]
    if isinstance(number, bool) or not isinstance(number, int | float) or not _finite(number):
        reading.found(Finding("not_a_number", say("not_a_number", name=name), steps=("coordinates", *path, step)))
        return None
    if abs(number) > limit:
        words = say("out_of_range", name=name, value=float(number), limit=limit)
        reading.found(Finding("out_of_range", words, steps=("coordinates", *path, step)))
    return float(number)


def _finite(number: float) -> bool:
    try:
        return math.isfinite(number)
    except OverflowError:  # an int beyond any float
        return False


def _tell_heights(kind: str, reading: Reading) -> None:
    """One fault for all positions that are no pair. Heights can be left out; a lone number is no position at all."""
    if not reading.heights:
        return
    path, numbers = reading.heights[0]
    short = any(count < 2 for _, count in reading.heights)
    words = say("not_2d", positions=len(reading.heights), numbers=numbers)
    edit = None if short else Edit()
    reading.findings.insert(0, Finding("not_2d", words, place=None, edit=edit, steps=("coordinates", *path)))
