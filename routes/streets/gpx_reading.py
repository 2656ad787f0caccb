"""Tracks walked by coaches (GPX) as new footpaths: what runs along a known street adds nothing and is left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import gpxpy
import numpy as np
import shapely
from gpxpy.gpx import GPXException

from routes.streets.errors import InvalidStreets
from routes.streets.joining import meeting_by_position
from routes.streets.osm_reading import runs
from routes.streets.profiles import BIT, STEP_FREE, WALK
from routes.streets.spheroid import plane_per_metre, segments_m, to_plane
from routes.streets.tag_rules import cleaned
from routes.streets.traits import Traits
from routes.streets.ways import FloatArray, Way

ENDING = ".gpx"
LARGEST_BYTES = 50_000_000
LONGEST_STEP_M = 150.0  # between two fixes: farther apart, the receiver had lost its way
BESIDE_M = 15.0  # what a phone's position is worth in a street
NOISE_M = 3.0
SHORTEST_M = 20.0  # what is left beside known streets and shorter than this is noise


@dataclass
class Walked:
    """New footpaths, and what became of the rest."""

    ways: list[Way] = field(default_factory=list)
    tracks: int = 0
    metres: float = 0
    known_metres: float = 0


def read_gpx(path: Path, streets: Sequence[Way]) -> Walked:
    """The parts of the tracks that are not along `streets`. Raises InvalidStreets for what is no GPX file."""
    found = Walked()
    base = shapely.STRtree([shapely.LineString(to_plane(way.lonlat)) for way in streets])
    lines: list[tuple[FloatArray, Traits, int]] = []
    for name, track in tracks_of(path):
        found.tracks += 1
        found.metres += float(segments_m(track).sum())
        fresh = list(new_parts(track, base))
        lines += [(line, walked_traits(name), 0) for line in fresh]
    found.ways = meeting_by_position(lines)
    found.known_metres = found.metres - sum(float(segments_m(line).sum()) for line, _, _ in lines)
    return found


def tracks_of(path: Path) -> Iterator[tuple[str, FloatArray]]:
    """(name, (n, 2) WGS 84) of each unbroken piece of a track."""
    if path.stat().st_size > LARGEST_BYTES:
        raise InvalidStreets(f"{path.name} is larger than {LARGEST_BYTES // 1_000_000} MB: no walk is.")
    try:
        text = path.read_text(encoding="utf-8-sig")
        if "<!DOCTYPE" in text or "<!ENTITY" in text:
            raise InvalidStreets(f"{path.name} defines entities, which no receiver writes.")
        gpx = gpxpy.parse(text)
    except (GPXException, UnicodeDecodeError) as fault:
        raise InvalidStreets(f"{path.name} cannot be read as GPX: {fault}") from fault
    for track in gpx.tracks:
        for segment in track.segments:
            fixes = [(fix.longitude, fix.latitude) for fix in segment.points]
            yield from ((track.name or "", piece) for piece in unbroken(fixes, path.name))


def unbroken(fixes: Sequence[tuple[float, float]], file: str) -> Iterator[FloatArray]:
    """The pieces of a segment between jumps."""
    line = np.array(fixes, dtype=np.float64).reshape(-1, 2)
    if not (np.abs(line) <= (180, 90)).all():
        raise InvalidStreets(f"{file} holds a position out of range.")
    if len(line) < 2:
        return
    for first, last in runs(np.concatenate([segments_m(line) <= LONGEST_STEP_M, [False]])):
        yield line[first : last + 1]


def new_parts(track: FloatArray, base: shapely.STRtree) -> Iterator[FloatArray]:
    """The stretches of a track that lie beside no known street, one fix more at each end, without the noise."""
    reach = plane_per_metre(float(track[0, 1]))
    near = np.zeros(len(track), dtype=np.bool_)
    points = shapely.points(to_plane(track))
    near[np.unique(base.query(points, predicate="dwithin", distance=BESIDE_M * reach)[0])] = True
    for first, last in runs(~near):
        part = track[max(0, first - 1) : last + 1]
        kept = shapely.simplify(shapely.linestrings(to_plane(part)), NOISE_M * reach)
        line = at_positions(part, shapely.get_coordinates(kept))
        if segments_m(line).sum() >= SHORTEST_M:
            yield line


def at_positions(part: FloatArray, kept: FloatArray) -> FloatArray:
    """The positions of `part` whose places on the plane were kept."""
    wanted = set(map(tuple, kept.tolist()))
    line: FloatArray = part[[tuple(place) in wanted for place in to_plane(part).tolist()]]
    return line


def walked_traits(name: str) -> Traits:
    """A footpath: that somebody walked there says nothing about wheels."""
    clean = cleaned(name)
    return Traits("path", BIT[WALK] | BIT[STEP_FREE], BIT[WALK] | BIT[STEP_FREE], clean, clean, source="gpx")
