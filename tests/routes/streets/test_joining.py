"""Lines brought together, and tracks walked by coaches."""

import itertools
from pathlib import Path
from typing import Any

import gpxpy.gpx
import numpy as np
import pytest

from routes.streets.building import build
from routes.streets.errors import InvalidStreets
from routes.streets.gpx_reading import read_gpx
from routes.streets.graph import Graph
from routes.streets.joining import as_ways, meeting_by_position, tied
from routes.streets.matrix import between, places_of
from routes.streets.network import Network
from routes.streets.profiles import BICYCLE, WALK
from routes.streets.snapping import snap
from routes.streets.spheroid import length_m
from routes.streets.tag_rules import traits_of
from routes.streets.ways import Way

METRE = 1 / 110_600  # degrees, nearly


def lines(*positions: list[tuple[float, float]]) -> list[Way]:
    traits = traits_of({"highway": "residential"})
    assert traits is not None
    return meeting_by_position((np.array(line), traits, 0) for line in positions)


STREET = [(100.08, 7.617), (100.09, 7.617)]


def test_an_end_near_a_line_is_tied_to_it() -> None:
    near = [(100.085, 7.617 + 5 * METRE), (100.085, 7.62)]

    ways, count = tied(lines(STREET), lines(near), 10)
    edges = build(ways)

    assert count == 1
    assert len(edges) == 3
    assert sum(length_m(edge.lonlat) for edge in edges) == pytest.approx(
        length_m(STREET) + length_m([(100.085, 7.617), (100.085, 7.62)]), abs=0.1
    )


def test_an_end_too_far_is_left_alone() -> None:
    _, count = tied(lines(STREET), lines([(100.085, 7.617 + 20 * METRE), (100.085, 7.62)]), 10)

    assert count == 0


def test_lines_that_share_a_position_need_no_tie() -> None:
    ways, count = tied([], lines(STREET, [(100.09, 7.617), (100.09, 7.62)]), 10)

    assert count == 0
    assert len(build(ways)) == 1


def test_new_lines_are_tied_to_each_other() -> None:
    _, count = tied([], lines(STREET, [(100.085, 7.617 - 0.5 * METRE), (100.085, 7.62)]), 1)

    assert count == 1


def test_stored_edges_meet_only_where_they_met() -> None:
    """A bridge shares a position with the road below, and no way leads from one to the other."""
    traits = traits_of({"highway": "residential"})
    assert traits is not None
    above = [(100.08, 7.617), (100.085, 7.617), (100.09, 7.617)]
    below = [(100.085, 7.61), (100.085, 7.617), (100.085, 7.63)]
    bridge = [Way(np.array(nodes), np.array(line), traits) for nodes, line in (([1, 2, 3], above), ([4, 5, 6], below))]

    again = build(as_ways(build(bridge)))

    assert [len(edge.lonlat) for edge in again] == [3, 3]
    assert len({node for edge in again for node in (edge.origin, edge.destination)}) == 4


def track(path: Path, *segments: list[tuple[float, float]], name: str = "ทางลัดหลังวัด") -> Path:
    gpx = gpxpy.gpx.GPX()
    gpx.tracks.append(gpxpy.gpx.GPXTrack(name=name))
    for segment in segments:
        points = [gpxpy.gpx.GPXTrackPoint(lat, lon) for lon, lat in segment]
        gpx.tracks[0].segments.append(gpxpy.gpx.GPXTrackSegment(points))
    path.write_text(gpx.to_xml(), encoding="utf-8")
    return path


def walk(*corners: tuple[float, float]) -> list[tuple[float, float]]:
    """Fixes about 5 m apart along the corners."""
    found: list[tuple[float, float]] = []
    for here, there in itertools.pairwise(corners):
        count = max(2, int(length_m([here, there]) / 5))
        found += [(lon, lat) for lon, lat in np.linspace(here, there, count).tolist()]
    return found


def test_a_walked_track_joins_the_streets_at_both_ends(tmp_path: Path) -> None:
    base = lines(STREET, [(100.08, 7.617), (100.08, 7.627), (100.09, 7.627)])
    file = track(tmp_path / "walk.gpx", walk((100.084, 7.617), (100.085, 7.617), (100.0851, 7.627), (100.086, 7.627)))

    found = read_gpx(file, base)
    ways, count = tied(base, found.ways, 15)
    graph = Graph.of(Network.of(build(ways)), WALK)

    assert (found.tracks, len(found.ways), count) == (1, 1, 2)
    assert found.ways[0].traits.name_th == "ทางลัดหลังวัด"
    places = places_of(graph, [one for one in snap(graph, [(100.085, 7.617), (100.0851, 7.627)]) if one])
    assert between(graph, places, places).metres[0, 1] == pytest.approx(1106, abs=25)
    assert not Graph.of(graph.network, BICYCLE).forward[graph.network.of_trait("speed_kmh") == 0].any()


def test_what_runs_along_a_street_adds_nothing(tmp_path: Path) -> None:
    wobbly = [(lon, lat + METRE * 6 * (-1) ** number) for number, (lon, lat) in enumerate(walk(*STREET))]

    found = read_gpx(track(tmp_path / "walk.gpx", wobbly), lines(STREET))

    assert found.ways == []
    assert found.known_metres == pytest.approx(found.metres)


def test_a_jump_of_the_receiver_is_no_path(tmp_path: Path) -> None:
    first, second = walk((100.1, 7.65), (100.101, 7.65)), walk((100.12, 7.66), (100.121, 7.66))

    found = read_gpx(track(tmp_path / "walk.gpx", [*first, *second]), [])

    assert [round(length_m(way.lonlat), -1) for way in found.ways] == [110, 110]


def test_noise_is_smoothed_and_length_kept(tmp_path: Path) -> None:
    found = read_gpx(track(tmp_path / "walk.gpx", walk((100.1, 7.65), (100.105, 7.65))), [])

    assert len(found.ways[0].lonlat) == 2
    assert length_m(found.ways[0].lonlat) == pytest.approx(length_m([(100.1, 7.65), (100.105, 7.65)]), abs=0.1)


@pytest.mark.parametrize("text", ["", "no track", "<gpx", '<!DOCTYPE a [<!ENTITY b "c">]><gpx></gpx>', "\ud800"])
def test_what_is_no_track_is_refused(tmp_path: Path, text: Any) -> None:
    file = tmp_path / "walk.gpx"
    file.write_bytes(text.encode("utf-8", "surrogatepass"))

    with pytest.raises(InvalidStreets, match=r"walk\.gpx"):
        read_gpx(file, [])
