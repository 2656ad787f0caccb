"""The one place that decides: a geometry in, everything that is wrong with it out."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from geo.utm import Plane, plane_at
from geo.validity import placing
from geo.validity.crossings import crossings, is_tangled, is_too_complex
from geo.validity.draft import Array, Draft, built
from geo.validity.fault import Edit, Fault, Finding, LonLat, Place, Repair, Severity
from geo.validity.mending import Mender, can_be_mended
from geo.validity.parts import of_holes, of_parts
from geo.validity.reading import MOST_OF_A_KIND, Reading, read
from geo.validity.repairing import edited, joined
from geo.validity.rings import CleanRing, duplicate_points, repeats, rings_of
from geo.validity.rules import Rules
from geo.validity.storing import LEAST_AREA_DEG2, has_ring_faults, storable, whole_of
from geo.validity.words import WORDS, say


@dataclass(frozen=True)
class Examined:
    """What was found. `geometry` is as it would be stored, if nothing forbids that; `repair` takes all errors away.

    `faults` holds the first twenty of each code; `more` says how many are left out.
    """

    geometry: BaseGeometry | None
    faults: tuple[Fault, ...] = ()
    more: int = 0
    notes: tuple[Fault, ...] = ()
    repair: Repair | None = None

    @property
    def errors(self) -> tuple[Fault, ...]:
        return tuple(fault for fault in self.faults if fault.severity == Severity.ERROR)


def entered(geojson: Any, rules: Rules) -> BaseGeometry | None:
    """The geometry as it will be stored, if it has no error; the short way, for whoever wants no warnings."""
    reading = read(geojson, rules)
    if reading.findings or reading.draft is None or has_ring_faults(reading.draft):
        return None
    return storable(reading.draft, rules)


def examine(geojson: Any, rules: Rules, *, repairs: bool = True) -> Examined:
    """Every fault of a GeoJSON geometry in WGS 84, errors before warnings; a proposed repair for each that has one."""
    reading = read(geojson, rules)
    if reading.draft is None:
        return Examined(None, tuple(_fault(finding, "") for finding in reading.findings))
    draft = reading.draft
    of_draft = _of_draft(draft, reading, rules)
    findings = [*reading.findings, *of_draft]
    findings.sort(key=lambda finding: finding.severity != Severity.ERROR)
    wrong = any(finding.severity == Severity.ERROR for finding in findings)
    geometry = None if wrong else storable(draft, rules)
    if geometry is None and not wrong:  # no test of ours found why it cannot be stored
        findings.insert(0, Finding("malformed", say("malformed")))
    mender = Mender(draft, rules) if repairs and findings and can_be_mended(draft, findings) else None
    listed = list(_first_of_each(findings))
    return Examined(
        geometry,
        tuple(_fault(finding, draft.kind, mender) for finding in listed),
        len(findings) - len(listed),
        tuple(_notes(draft, reading)),
        mender.all_of(findings) if mender else None,
    )


def _first_of_each(findings: Iterable[Finding]) -> Iterable[Finding]:
    told: Counter[str] = Counter()
    for finding in findings:
        told[finding.code] += 1
        if told[finding.code] <= MOST_OF_A_KIND:
            yield finding


def faults(geojson: Any, rules: Rules = Rules()) -> list[Fault]:  # noqa: B008  (frozen)
    """Every fault of a GeoJSON geometry, errors before warnings, each with its words, place and proposed repair."""
    return list(examine(geojson, rules).faults)


def _of_draft(draft: Draft, reading: Reading, rules: Rules) -> list[Finding]:
    """What is wrong with the shape and the place of what could be read."""
    out_of_range = any(finding.code == "out_of_range" for finding in reading.findings)
    if placing.is_swapped(draft, rules):
        if rules.areas:  # there it would lie in the service area: that says it all
            reading.findings[:] = [finding for finding in reading.findings if finding.code != "out_of_range"]
        return [placing.swapped(draft)]
    if out_of_range:
        return []
    positions = draft.positions()
    if not len(positions):
        return [Finding("empty", say("empty"), place=Place())]
    plane = plane_at(float(positions[:, 0].mean()))
    return _of_area(draft, rules, plane) if draft.is_area else _of_points(draft, rules)


def _of_points(draft: Draft, rules: Rules) -> list[Finding]:
    """Points, and lines: long enough, nothing repeated, inside."""
    found: list[Finding] = []
    for part, ring, positions in draft.rings():
        place = Place(part, ring)
        if not positions:
            found.append(Finding("empty_part", say("empty_part", part=part + 1), place=place))
        elif draft.kind.endswith("LineString"):
            found.extend(_of_line(place, np.array(positions)))
    if any(finding.severity == Severity.ERROR for finding in found):
        return found
    return found + _of_place(draft, built(draft.kind, draft.parts), rules)


def _of_line(place: Place, positions: Array) -> Iterable[Finding]:
    at: LonLat = (float(positions[0, 0]), float(positions[0, 1]))
    if len(positions) < 2:
        words = say("too_few_points", what="เส้น", what_en="A line", least=2, found=len(positions))
        yield Finding("too_few_points", words, at, place)
    elif (positions == positions[0]).all():
        yield Finding("zero_length", say("zero_length"), at, place)
    elif len(repeated := repeats(positions)):
        yield duplicate_points(place, positions, repeated)


def _of_area(draft: Draft, rules: Rules, plane: Plane) -> list[Finding]:
    """Rings first; then how they lie to one another; last what GEOS, the judge in the database, still finds."""
    rings = rings_of(draft, rules, plane)
    if is_too_complex([ring.positions for ring in rings.clean]):
        return [*rings.findings, Finding("too_complex", say("too_complex"))]
    whole = whole_of(draft)
    if whole is not None and whole.is_valid and whole.area > LEAST_AREA_DEG2:
        found = [replace(finding, severity=Severity.WARNING) for finding in rings.findings]
        return found + _of_place(draft, whole, rules) + _small(draft, rules, plane)
    if rings.clean and is_tangled([ring.positions for ring in rings.clean]):
        crossed = [finding for ring in rings.clean for finding in crossings(ring)]
        found = [replace(finding, edit=None) for finding in (*rings.findings, *crossed)]
        return found + _of_place(draft, shapely.MultiPoint(draft.positions()), rules)
    found = rings.findings + _tangles(rings.clean)
    if not any(finding.severity == Severity.ERROR for finding in found):
        found.append(_from_geos(whole))
    return found + _of_place_once_mended(draft, found, rules)


def _of_place_once_mended(draft: Draft, found: Sequence[Finding], rules: Rules) -> list[Finding]:
    """Where the area would lie without its faults; by its positions alone, if it cannot be mended."""
    try:
        sound = edited(draft, joined(found), rules)
        if sound is not None and sound.is_valid:
            return _of_place(draft, sound, rules)
    except shapely.GEOSException:
        pass
    return _of_place(draft, shapely.MultiPoint(draft.positions()), rules)


def _tangles(rings: Sequence[CleanRing]) -> list[Finding]:
    found = [finding for ring in rings for finding in crossings(ring)]
    try:
        for part in sorted({ring.part for ring in rings}):
            found.extend(of_holes([ring for ring in rings if ring.part == part]))
        return found + of_parts(rings)
    except shapely.GEOSException:  # rings so tangled that where they lie cannot be told: that they cross is said
        return found


def _of_place(draft: Draft, geometry: BaseGeometry, rules: Rules) -> list[Finding]:
    found = [] if (large := placing.too_large(geometry, rules)) is None else [large]
    if placing.is_outside(geometry, rules):
        found.append(placing.outside(draft, geometry, rules))
    return found


def _small(draft: Draft, rules: Rules, plane: Plane) -> list[Finding]:
    parts = ((part, built("Polygon", [rings])) for part, rings in enumerate(draft.parts))
    return list(placing.small_parts(parts, rules, plane))


def _from_geos(whole: BaseGeometry | None) -> Finding:
    """What GEOS says, where no test of ours found it: `Interior is disconnected[100.1 7.6]`."""
    words, _, place = (shapely.is_valid_reason(whole) if whole is not None else "Unreadable").partition("[")
    numbers = place.rstrip("]").split()
    at = (float(numbers[0]), float(numbers[1])) if len(numbers) >= 2 else None
    code = words.strip().lower().replace("-", "_").replace(" ", "_")
    known = code if code in WORDS else "invalid"
    return Finding(known, say(known, reason=words.strip()), at, Place(), edit=Edit(unite=True))


def _notes(draft: Draft, reading: Reading) -> Iterable[Fault]:
    """What entry normalises, said beforehand."""
    if reading.rounded:
        yield Fault("rounded", say("rounded"), severity=Severity.NOTE)
    whole = whole_of(draft) if draft.is_area else None
    if whole is not None and not shapely.equals_exact(whole, shapely.orient_polygons(whole)):
        yield Fault("clockwise", say("clockwise"), severity=Severity.NOTE)


def _fault(finding: Finding, kind: str, mender: Mender | None = None) -> Fault:
    if finding.steps:
        pointer = "".join(f"/{step}" for step in finding.steps)
    else:
        pointer = finding.place.pointer(kind) if finding.place else ""
    repair = mender.one(finding) if mender else None
    return Fault(finding.code, finding.text, finding.at, pointer, finding.severity, repair)
