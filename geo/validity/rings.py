"""Each ring or line by itself: closed, long enough, no repeated positions, no spikes, some area."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import shapely

from geo.crs import COORDINATE_DECIMALS
from geo.utm import Plane
from geo.validity.draft import Array, Draft, Ring
from geo.validity.fault import Edit, Finding, Place, Severity
from geo.validity.rules import Rules
from geo.validity.words import say

Indices = npt.NDArray[np.intp]
GRID = 10.0**COORDINATE_DECIMALS


@dataclass(frozen=True)
class CleanRing:
    """A closed ring without repeated positions and spikes; `index` leads from its positions to the drawn ones."""

    part: int
    ring: int
    positions: Array
    index: Indices

    def place(self, position: int) -> Place:
        return Place(self.part, self.ring, int(self.index[position]))

    @property
    def area(self) -> shapely.Polygon:
        return shapely.Polygon(self.positions)


@dataclass(frozen=True)
class Rings:
    clean: list[CleanRing]
    findings: list[Finding]


def rings_of(draft: Draft, rules: Rules, plane: Plane) -> Rings:
    """The faults of each ring of an area; the rings that can be looked at further come out clean."""
    found = Rings([], [])
    for part, rings in enumerate(draft.parts):
        if not any(rings):
            found.findings.append(_empty_part(part, rings))
            continue
        for ring, positions in enumerate(rings):
            _look_at(Place(part, ring), positions, rules, plane, found)
    return found


def _empty_part(part: int, rings: list[Ring]) -> Finding:
    words = say("empty_part", part=part + 1)
    place = Place(part, 0 if rings else None)
    return Finding("empty_part", words, place=place, edit=Edit(drop_parts=frozenset({part})))


def _look_at(place: Place, drawn: Ring, rules: Rules, plane: Plane, found: Rings) -> None:
    part, ring = place.part, place.ring or 0
    drop = Edit(drop_rings=frozenset({(part, ring)}))
    at = drawn[0] if drawn else None
    if drawn and drawn[0] != drawn[-1]:
        end = Place(part, ring, len(drawn) - 1)
        found.findings.append(Finding("unclosed_ring", say("unclosed_ring"), drawn[-1], end, edit=Edit()))
        drawn = [*drawn, drawn[0]]
    if len(drawn) < 4:
        words = say("too_few_points", what="วงรอบ", what_en="A ring", least=4, found=len(drawn))
        found.findings.insert(0, Finding("too_few_points", words, at, place, edit=drop))
        return
    positions = np.array(drawn, dtype=float)
    index = _without_repeats(place, positions, found.findings)
    index = _without_spikes(place, positions, index, plane, found.findings)
    if len(index) < 4 or _is_flat(positions[index]):
        found.findings.append(Finding("zero_area", say("zero_area"), at, place, edit=drop))
        return
    found.findings.extend(_sharp_corners(place, positions, index, rules, plane))
    found.clean.append(CleanRing(part, ring, positions[index], index))


def repeats(positions: Array) -> Indices:
    """The indices of positions that equal the one before them."""
    return np.flatnonzero((positions[1:] == positions[:-1]).all(axis=1)) + 1


def _without_repeats(place: Place, positions: Array, findings: list[Finding]) -> Indices:
    repeated = repeats(positions)
    if len(repeated):
        findings.append(duplicate_points(place, positions, repeated))
    return np.setdiff1d(np.arange(len(positions)), repeated)


def duplicate_points(place: Place, positions: Array, repeated: Indices) -> Finding:
    part, ring = place.part, place.ring or 0
    first = int(repeated[0])
    return Finding(
        "duplicate_points",
        say("duplicate_points", positions=len(repeated)),
        _lonlat(positions[first]),
        Place(part, ring, first),
        Severity.WARNING,
        Edit(remove=frozenset((part, ring, int(index)) for index in repeated)),
    )


def _without_spikes(place: Place, positions: Array, index: Indices, plane: Plane, findings: list[Finding]) -> Indices:
    """Takes away the tips of spikes without any width, one after the other."""
    told = 0
    while len(index) >= 4:
        tips = _tips(positions[index])
        if not len(tips):
            break
        for tip in tips[: max(0, 20 - told)]:
            findings.append(_spike(place, positions, index, int(tip), plane))
            told += 1
        index = _closed(np.delete(index[:-1], tips), positions)
    return index


def _closed(open_index: Indices, positions: Array) -> Indices:
    """The ring closed again, without the repeats that taking out a tip leaves."""
    if not len(open_index):
        return open_index
    closed = np.append(open_index, open_index[0])
    keep = np.ones(len(closed), dtype=bool)
    keep[1:] = (positions[closed[1:]] != positions[closed[:-1]]).any(axis=1)
    kept: Indices = closed[keep]
    if len(kept) > 1 and (positions[kept[0]] != positions[kept[-1]]).any():
        kept = np.append(kept, kept[0])
    return kept


def _tips(closed: Array) -> Indices:
    """Indices (into the ring without its last position) where it turns back exactly on its own line.

    Never two neighbours at once: taking one away may straighten the other.
    """
    # Positions lie on a grid of 1e-7 degree: in whole numbers of it the cross product is exact.
    back, forth = _sides(np.rint(closed * GRID))
    cross = back[:, 0] * forth[:, 1] - back[:, 1] * forth[:, 0]
    tips = np.flatnonzero((cross == 0) & ((back * forth).sum(axis=1) > 0))
    return tips[np.insert(np.diff(tips) > 1, 0, True)] if len(tips) else tips


def _sides(closed: Array) -> tuple[Array, Array]:
    """From each corner to the one before and to the one after."""
    corners = closed[:-1]
    return np.roll(corners, 1, axis=0) - corners, np.roll(corners, -1, axis=0) - corners


def _spike(place: Place, positions: Array, index: Indices, tip: int, plane: Plane) -> Finding:
    part, ring, at = place.part, place.ring or 0, int(index[tip])
    metres = plane.metres(positions[[at, index[tip - 1] if tip else index[-2], index[tip + 1]]])
    length_m = float(np.hypot(*(metres[1:] - metres[0]).T).min())
    return Finding(
        "spike",
        say("spike", length_m=length_m),
        _lonlat(positions[at]),
        Place(part, ring, at),
        edit=Edit(remove=frozenset({(part, ring, at)})),
    )


def _is_flat(closed: Array) -> bool:
    """Whether the ring encloses nothing: all of it lies on one line."""
    away = np.rint((closed - closed[0]) * GRID)
    far = away[np.argmax(np.abs(away).sum(axis=1))]
    return bool((np.abs(away[:, 0] * far[1] - away[:, 1] * far[0]) == 0).all())


def _sharp_corners(place: Place, positions: Array, index: Indices, rules: Rules, plane: Plane) -> Iterable[Finding]:
    """Corners so sharp that they look like a slip of the hand."""
    metres = plane.metres(positions[index])
    back, forth = _sides(metres)
    lengths = np.minimum(np.hypot(*back.T), np.hypot(*forth.T))
    turn = np.degrees(
        np.abs(np.arctan2(back[:, 0] * forth[:, 1] - back[:, 1] * forth[:, 0], (back * forth).sum(axis=1)))
    )
    part, ring = place.part, place.ring or 0
    for corner in np.flatnonzero((turn < rules.spike_deg) & (lengths >= rules.spike_m))[:20]:
        at = int(index[corner])
        yield Finding(
            "spike",
            say("narrow_spike", degrees=float(turn[corner]), length_m=float(lengths[corner])),
            _lonlat(positions[at]),
            Place(part, ring, at),
            Severity.WARNING,
            Edit(remove=frozenset({(part, ring, at)})),
        )


def _lonlat(position: Array) -> tuple[float, float]:
    return float(position[0]), float(position[1])
