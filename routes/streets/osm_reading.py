"""Ways people move along, out of an OpenStreetMap file: streamed, so that memory grows with the clip, not the file.

The nodes go into an index on disk, by osmium's own code; then each way of the right kind is looked at once. A file cut
out of a larger one names nodes that it does not hold: the way is cut there, and the report counts them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import osmium
from numpy.typing import NDArray

from routes.streets.barriers import POINT_KEYS, PointRule, point_rule
from routes.streets.clipping import Clip
from routes.streets.errors import InvalidStreets
from routes.streets.ferries import timed
from routes.streets.spheroid import segments_m
from routes.streets.tag_rules import KEYS, traits_of
from routes.streets.turn_reading import read_restrictions
from routes.streets.ways import TurnRule, Way

ENDINGS = (".osm.pbf", ".pbf", ".osm", ".osm.gz", ".osm.bz2", ".opl")
UNITS = 10**7  # OpenStreetMap counts in 1e-7 degree
MOST_POSITIONS = 20_000_000  # in memory at once: more is a country, to be clipped
BYTES_A_NODE = 16

Progress = Callable[[str, int], None]
"""Told what is being done and how many things have come."""


@dataclass
class Found:
    """What a file held for the network."""

    ways: list[Way] = field(default_factory=list)
    rules: dict[int, PointRule] = field(default_factory=dict)
    turns: list[TurnRule] = field(default_factory=list)
    nodes_read: int = 0
    ways_read: int = 0
    missing_nodes: int = 0
    nodes_outside: int = 0
    restrictions_left_out: int = 0

    @property
    def positions(self) -> int:
        return sum(len(way.nodes) for way in self.ways)


def read_osm(path: Path, workspace: Path, clip: Clip | None = None, progress: Progress = lambda what, n: None) -> Found:
    """The ways and point rules of a file, inside the clip.

    `workspace` is a folder for the index, 16 bytes for each node of the file; it is emptied again.

    Raises InvalidStreets for a file that is not OpenStreetMap, broken, or far too large to be one network.
    """
    if not path.name.lower().endswith(ENDINGS):
        raise InvalidStreets(f"{path.name} is no OpenStreetMap file; one of {', '.join(ENDINGS)} is wanted.")
    index = workspace / "nodes.index"
    try:
        return streamed(str(path), index, clip, progress)
    except RuntimeError as fault:  # osmium names every fault of a file so
        raise InvalidStreets(f"{path.name} cannot be read as OpenStreetMap data: {fault}") from fault
    finally:
        index.unlink(missing_ok=True)


def streamed(path: str, index: Path, clip: Clip | None, progress: Progress) -> Found:
    """Three passes: nodes, ways, and relations for the turns they forbid."""
    found = Found()
    positions = osmium.index.create_map(f"sparse_file_array,{index}")
    locate = osmium.NodeLocationsForWays(positions)
    locate.ignore_errors()
    nodes = osmium.FileProcessor(path, osmium.osm.NODE).with_filter(locate)
    for number, node in enumerate(nodes.with_filter(osmium.filter.KeyFilter(*POINT_KEYS))):
        if rule := point_rule(dict(node.tags)):
            found.rules[node.id] = rule
        if number % 1_000 == 0:
            progress("nodes", positions.used_memory() // BYTES_A_NODE)
    found.nodes_read = positions.used_memory() // BYTES_A_NODE
    lines = osmium.FileProcessor(path, osmium.osm.WAY).with_filter(osmium.filter.KeyFilter(*KEYS)).with_filter(locate)
    read_ways(lines, found, clip, progress)
    relations = osmium.FileProcessor(path, osmium.osm.RELATION)
    relations = relations.with_filter(osmium.filter.TagFilter(("type", "restriction")))
    found.turns, found.restrictions_left_out = read_restrictions(relations, found.ways)
    return found


def read_ways(lines: Iterable[Any], found: Found, clip: Clip | None, progress: Progress) -> None:
    """Add what of each way lies inside and is known."""
    kept = 0
    for number, line in enumerate(lines):
        found.ways_read += 1
        parts = list(parts_of(line, found, clip))
        kept += sum(len(part.nodes) for part in parts)
        found.ways += parts
        if kept > MOST_POSITIONS:
            raise InvalidStreets(
                f"The streets have more than {MOST_POSITIONS} positions: clip them, by --bbox or --clip."
            )
        if number % 1_000 == 0:
            progress("ways", number)
    used = {node for way in found.ways for node in way.nodes.tolist()} & found.rules.keys()
    found.rules = {node: found.rules[node] for node in sorted(used)}


def parts_of(line: Any, found: Found, clip: Clip | None) -> Iterator[Way]:
    """The stretches of a way between missing nodes and the edge of the clip."""
    refs, units = [], []
    for node in line.nodes:
        location = node.location
        refs.append(node.ref)
        units.append((location.x, location.y) if location.valid() else None)
    missing = units.count(None)
    found_at = np.array([unit or (0, 0) for unit in units], dtype=np.float64).reshape(-1, 2) / UNITS
    known = np.array([unit is not None for unit in units], dtype=np.bool_)
    inside = known if clip is None else known & clip.holds(found_at)
    if clip is not None and not inside.any():
        return
    tags = dict(line.tags)
    traits = traits_of(tags)
    if traits is None:
        return
    found.missing_nodes += missing
    found.nodes_outside += int((known & ~inside).sum())
    traits = timed(traits, tags, float(segments_m(found_at[known]).sum()))
    keys = np.array(refs, dtype=np.int64)
    for first, last in runs(inside):
        yield Way(keys[first:last], found_at[first:last], traits, line.id)


def runs(inside: NDArray[np.bool_]) -> Iterator[tuple[int, int]]:
    """(first, after last) of each run of at least two."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], inside, [False]]).astype(np.int8)))
    for first, last in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
        if last - first > 1:
            yield first, last
