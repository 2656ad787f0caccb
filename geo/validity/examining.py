"""The one place that decides: a geometry in, everything that is wrong with it out."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np
import shapely
from shapely.geometry import mapping
from shapely.geometry.base import BaseGeometry

from geo.utm import Plane, plane_at
from geo.validity import placing
from geo.validity.crossings import MOST_PAIRS, crossings, is_tangled, is_too_complex
from geo.validity.draft import PROMOTED, Array, Draft, built
from geo.validity.fault import Edit, Fault, Finding, LonLat, Place, Repair, Severity
from geo.validity.parts import of_holes, of_parts
from geo.validity.reading import MOST_OF_A_KIND, Reading, read
from geo.validity.repairing import area_m2, drawn_area_m2, edited, joined
from geo.validity.rings import CleanRing, duplicate_points, repeats, rings_of
from geo.validity.rules import Rules
from geo.validity.words import WORDS, say

# Repairs are written out for every fault of a geometry of this many vertices; above, once for all together.
MOST_VERTICES_REPAIRED_SINGLY = 2_000
MOST_RINGS_REPAIRED = 1_000
_LEAST_AREA_DEG2 = 4e-15  # the smallest triangle on the grid of 1e-7 degree has 5e-15


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
    if reading.findings or reading.draft is None or _ring_faults(reading.draft):
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
    mender = _Mender(draft, rules) if repairs and findings and _can_be_mended(draft, findings) else None
    listed = list(_first_of_each(findings))
    return Examined(
        geometry,
        tuple(_fault(finding, draft.kind, mender) for finding in listed),
        len(findings) - len(listed),
        tuple(_notes(draft, reading)),
        mender.all_of(findings) if mender else None,
    )


def _can_be_mended(draft: Draft, findings: Iterable[Finding]) -> bool:
    """Untangling takes long where there is too much to untangle."""
    few = sum(map(len, draft.parts)) <= MOST_RINGS_REPAIRED
    return few and not any(finding.code == "too_complex" for finding in findings)


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
    whole = _whole(draft)
    if whole is not None and whole.is_valid and whole.area > _LEAST_AREA_DEG2:
        found = [replace(finding, severity=Severity.WARNING) for finding in rings.findings]
        return found + _of_place(draft, whole, rules) + _small(draft, rules, plane)
    if rings.clean and is_tangled([ring.positions for ring in rings.clean]):
        crossed = [finding for ring in rings.clean for finding in crossings(ring)]
        found = [replace(finding, edit=None) for finding in (*rings.findings, *crossed)]
        return found + _of_place(draft, shapely.MultiPoint(draft.positions()), rules)
    found = rings.findings + _tangles(rings.clean)
    if not any(finding.severity == Severity.ERROR for finding in found):
        found.append(_from_geos(whole))
    sound = edited(draft, joined(found), rules)
    return found + (_of_place(draft, sound, rules) if sound is not None else [])


def _tangles(rings: Sequence[CleanRing]) -> list[Finding]:
    found = [finding for ring in rings for finding in crossings(ring)]
    for part in sorted({ring.part for ring in rings}):
        found.extend(of_holes([ring for ring in rings if ring.part == part]))
    return found + of_parts(rings)


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


# --- What can be stored -----------------------------------------------------------------------------------------------


def _ring_faults(draft: Draft) -> bool:
    """Whether a ring is open or short, a line short, a part empty: GEOS would raise, or close it silently."""
    if draft.is_area:
        return any(not rings or any(len(ring) < 4 or ring[0] != ring[-1] for ring in rings) for rings in draft.parts)
    least = 2 if draft.kind.endswith("LineString") else 1
    return any(len(ring) < least for rings in draft.parts for ring in rings)


def _whole(draft: Draft) -> BaseGeometry | None:
    return None if _ring_faults(draft) else built(draft.kind, draft.parts)


def storable(draft: Draft, rules: Rules, *, judged: bool = True) -> BaseGeometry | None:
    """The geometry in a type of the collection, outlines counter-clockwise; None where a law forbids it.

    With `judged` false only whether it can be built is asked, and it is not turned.
    """
    if _ring_faults(draft):
        return None
    geometry = built(draft.kind if draft.kind in rules.types else PROMOTED[draft.kind], draft.parts)
    if not judged:
        return geometry
    if not _keeps_the_laws(geometry, rules):
        return None
    return shapely.orient_polygons(geometry) if draft.is_area else geometry


def _keeps_the_laws(geometry: BaseGeometry, rules: Rules) -> bool:
    """What every CHECK constraint asks, and the service area."""
    vertices = int(shapely.get_num_coordinates(geometry))
    if not 0 < vertices <= rules.max_vertices:
        return False
    if geometry.geom_type.endswith("Polygon"):
        if vertices**2 > MOST_PAIRS and is_too_complex([np.asarray(ring.coords) for ring in _all_rings(geometry)]):
            return False
        if geometry.area <= _LEAST_AREA_DEG2:
            return False
    if not geometry.is_valid or placing.too_large(geometry, rules):
        return False
    return not placing.is_outside(geometry, rules)


def _all_rings(geometry: BaseGeometry) -> Iterable[BaseGeometry]:
    for part in shapely.get_parts(geometry):
        yield part.exterior
        yield from part.interiors


# --- Words, places, proposals -----------------------------------------------------------------------------------------


def _notes(draft: Draft, reading: Reading) -> Iterable[Fault]:
    """What entry normalises, said beforehand."""
    if reading.rounded:
        yield Fault("rounded", say("rounded"), severity=Severity.NOTE)
    whole = _whole(draft) if draft.is_area else None
    if whole is not None and not shapely.equals_exact(whole, shapely.orient_polygons(whole)):
        yield Fault("clockwise", say("clockwise"), severity=Severity.NOTE)


class _Mender:
    """Works out repairs, singly for what is small."""

    def __init__(self, draft: Draft, rules: Rules) -> None:
        self.draft, self.rules = draft, rules
        self.singly = len(draft.positions()) <= MOST_VERTICES_REPAIRED_SINGLY

    @cached_property
    def drawn_m2(self) -> float:
        return drawn_area_m2(self.draft)

    def one(self, finding: Finding) -> Repair | None:
        if not self.singly or finding.edit is None:
            return None
        return self.proposal(finding.edit)

    def all_of(self, findings: Sequence[Finding]) -> Repair | None:
        """One proposal that leaves no error; None where one of them has no repair. What is only a warning stays."""
        errors = [finding for finding in findings if finding.severity == Severity.ERROR]
        chosen = errors or list(findings)
        if any(finding.edit is None for finding in errors):
            return None
        edit = joined(chosen)
        if errors and self.draft.is_area:
            edit = replace(edit, unite=True, clip=edit.clip or bool(edit.swap and self.rules.areas))
        found = self.proposal(edit)
        return found if found and found.is_valid else None

    def proposal(self, edit: Edit) -> Repair | None:
        try:
            geometry = edited(self.draft, edit, self.rules)
        except shapely.GEOSException:  # what it makes of a tangle may be more than it can hold
            return None
        if geometry is None or geometry.is_empty:
            return None
        change = area_m2(geometry) - self.drawn_m2 if self.draft.is_area else 0.0
        percent = round(100 * change / self.drawn_m2, 4) if self.drawn_m2 else None
        fine = _keeps_the_laws(geometry, self.rules)
        return Repair(dict(mapping(shapely.orient_polygons(geometry))), round(change, 3), percent, fine)


def _fault(finding: Finding, kind: str, mender: _Mender | None = None) -> Fault:
    if finding.steps:
        pointer = "".join(f"/{step}" for step in finding.steps)
    else:
        pointer = finding.place.pointer(kind) if finding.place else ""
    repair = mender.one(finding) if mender else None
    return Fault(finding.code, finding.text, finding.at, pointer, finding.severity, repair)
