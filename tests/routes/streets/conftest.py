"""Small networks, made from a few lines or from a file written on the spot."""

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest

from routes.streets.building import build, built
from routes.streets.joining import meeting_by_position
from routes.streets.network import Network
from routes.streets.osm_reading import read_osm
from routes.streets.streets import Streets
from routes.streets.tag_rules import traits_of
from tests.routes.streets.osm_files import OsmFile

Line = tuple[Sequence[tuple[float, float]], dict[str, str]]
MakeNetwork = Callable[..., Network]


@pytest.fixture
def network_of() -> MakeNetwork:
    """A network of lines, each positions (WGS 84) and tags; they meet where they share a position."""

    def make(*lines: Line) -> Network:
        drawn = []
        for number, (positions, tags) in enumerate(lines):
            traits = traits_of(tags)
            assert traits is not None
            drawn.append((np.array(positions, dtype=np.float64), traits, number))
        return Network.of(build(meeting_by_position(drawn)))

    return make


@pytest.fixture
def streets_of(tmp_path: Path) -> Callable[[OsmFile], Streets]:
    """The streets of a file."""

    def make(file: OsmFile) -> Streets:
        found = read_osm(file.write(tmp_path / "town.osm.pbf"), tmp_path)
        whole = built(found.ways, found.rules, found.turns)
        return Streets(Network.of(whole.edges, whole.turns), "test", "© OpenStreetMap contributors")

    return make
