"""A file of streets, whatever its form, as the edges of a network and a report of what was left out."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from routes.models import StreetNetwork, StreetSource
from routes.networks.gdal_lines import read_lines
from routes.networks.loading import WORKSPACE, edges_of, forget_old, stored_turns
from routes.networks.storing import About
from routes.streets.building import Built, built
from routes.streets.clipping import Clip
from routes.streets.errors import InvalidStreets
from routes.streets.gpx_reading import BESIDE_M, read_gpx
from routes.streets.gpx_reading import ENDING as GPX
from routes.streets.graph import Graph
from routes.streets.joining import as_ways, tied
from routes.streets.network import Network
from routes.streets.osm_reading import ENDINGS, Progress, read_osm
from routes.streets.profiles import PROFILES
from routes.streets.turns import as_rules
from routes.streets.ways import Edge, Turn, TurnRule, Way

OSM_ATTRIBUTION = "© OpenStreetMap contributors"
COACHES = "Learning City coaches of Phatthalung"
LINE_ENDS_M = 1.0  # how near an end of a centreline must come to another line to meet it
MOST_ATTRIBUTION = 500


@dataclass(frozen=True)
class Options:
    """What the operator says besides the file."""

    clip: Clip | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    layer: str | None = None
    crs: str | None = None
    encoding: str = ""
    attribution: str = ""
    onto: StreetNetwork | None = None
    tolerance_m: float = LINE_ENDS_M


@dataclass(frozen=True)
class Read:
    """The edges, and what to say about them."""

    edges: list[Edge]
    turns: list[Turn]
    about: About


def read(path: Path, options: Options, workspace: Path, progress: Progress = lambda what, n: None) -> Read:
    """The network of a file. Raises InvalidStreets; nothing has been changed then."""
    if not path.is_file():
        raise InvalidStreets(f"There is no file {path}.")
    forget_old(workspace)
    with tempfile.TemporaryDirectory(dir=workspace, prefix=WORKSPACE) as folder:
        if path.name.lower().endswith(ENDINGS):
            return of_osm(path, options, Path(folder), progress)
        if path.name.lower().endswith(GPX):
            return of_gpx(path, options)
        return of_lines(path, options)


def of_osm(path: Path, options: Options, folder: Path, progress: Progress) -> Read:
    found = read_osm(path, folder, options.clip, progress)
    report = {
        "nodes_read": found.nodes_read,
        "ways_read": found.ways_read,
        "ways_used": len({way.source_id for way in found.ways}),
        "missing_nodes": found.missing_nodes,
        "nodes_outside": found.nodes_outside,
        "points_with_rules": len(found.rules),
        "turn_restrictions": len(found.turns),
        "turn_restrictions_left_out": found.restrictions_left_out,
    }
    if not found.ways:
        raise InvalidStreets(nothing_found(path, report))
    progress("building", 0)
    return made(path, built(found.ways, found.rules, found.turns), StreetSource.OSM, OSM_ATTRIBUTION, options, report)


def nothing_found(path: Path, report: Mapping[str, int]) -> str:
    """Why an OpenStreetMap file gave no street."""
    if report["missing_nodes"] and not report["nodes_outside"]:
        return f"{path.name} holds ways but not their nodes: {report['missing_nodes']} are missing."
    if report["ways_read"]:
        return f"{path.name} holds no street inside the clip ({report['ways_read']} ways were looked at)."
    return f"{path.name} holds no street at all ({report['nodes_read']} nodes, no way that people move along)."


def of_lines(path: Path, options: Options) -> Read:
    lines = read_lines(path, options.columns, layer=options.layer, crs=options.crs, encoding=options.encoding)
    base = base_of(options)
    ways, tied_ends = tied(base.ways, within(options.clip, lines.ways), options.tolerance_m)
    report = {
        "crs": lines.operation,
        "features": lines.features,
        "features_without_line": lines.without_line,
        "features_closed_to_all": lines.closed,
        "ends_tied": tied_ends,
    }
    return made(path, built(ways, turns=base.turns), StreetSource.LINES, f"Source: {path.name}", options, report)


def of_gpx(path: Path, options: Options) -> Read:
    base = base_of(options)
    walked = read_gpx(path, base.ways)
    report: dict[str, Any] = {
        "tracks": walked.tracks,
        "walked_metres": round(walked.metres),
        "metres_along_known_streets": round(walked.known_metres),
        "new_paths": len(walked.ways),
    }
    if not walked.ways:
        raise InvalidStreets(f"{path.name} adds nothing: {walked.tracks} tracks, all of them along known streets.")
    ways, report["ends_tied"] = tied(base.ways, within(options.clip, walked.ways), max(options.tolerance_m, BESIDE_M))
    return made(path, built(ways, turns=base.turns), StreetSource.GPX, COACHES, options, report)


@dataclass(frozen=True)
class Base:
    """The streets that new ones are added to, and the turns forbidden among them."""

    ways: list[Way]
    turns: list[TurnRule]


def base_of(options: Options) -> Base:
    if options.onto is None:
        return Base([], [])
    edges = list(edges_of(options.onto.pk))
    return Base(as_ways(edges), as_rules(stored_turns(options.onto.pk), edges))


def within(clip: Clip | None, ways: Sequence[Way]) -> list[Way]:
    """The ways of which any position lies in the clip."""
    return [way for way in ways if clip is None or clip.holds(way.lonlat).any()]


def made(path: Path, whole: Built, source: str, attribution: str, options: Options, report: Mapping[str, Any]) -> Read:
    """The edges with what is said about them."""
    if not whole.edges:
        raise InvalidStreets(f"{path.name} holds no street that anybody may use.")
    credit = options.attribution or attribution
    if options.onto and options.onto.attribution and options.onto.attribution != credit:
        credit = f"{options.onto.attribution} · {credit}"
    with path.open("rb") as content:
        sha256 = hashlib.file_digest(content, "sha256").hexdigest()
    told = {**report, "profiles": profiles(Network.of(whole.edges))}
    return Read(
        whole.edges, whole.turns, About(path.name[:255], sha256, source, credit[:MOST_ATTRIBUTION], options.onto, told)
    )


def profiles(network: Network) -> dict[str, dict[str, int]]:
    """For each profile the kilometres open to it, and into how many pieces they fall."""
    found = {}
    for profile in PROFILES:
        graph = Graph.of(network, profile)
        open_km = network.metres[graph.forward | graph.backward].sum() / 1000
        pieces = set(graph.component[graph.streets].tolist())
        found[profile] = {"km": round(open_km), "pieces": len(pieces)}
    return found
