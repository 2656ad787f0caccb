"""What lies within some minutes, along streets and without them."""

import json
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from routes.networks.current import forget
from routes.reach import reach
from routes.streets.profiles import STEP_FREE, VEHICLE, WALK
from routes.streets.spheroid import apart_m
from tests.routes.streets.osm_files import grid_town

pytestmark = pytest.mark.django_db

SCHOOL = (100.08, 7.616)
SPACES = {"near": (100.082, 7.616), "far": (100.086, 7.622), "off": (100.3, 7.9)}
BLOCK_M = apart_m(SCHOOL, SPACES["near"])


@pytest.fixture(autouse=True)
def own_streets(tmp_path: Path, settings: Any) -> Iterator[None]:
    settings.LOCAL_DIR = tmp_path / "local"
    forget()
    yield
    forget()


@pytest.fixture
def streets(tmp_path: Path, db: None) -> None:
    file = grid_town(6).write(tmp_path / "town.osm.pbf")
    call_command("import_streets", str(file), stdout=StringIO())


@pytest.mark.usefixtures("streets")
def test_along_streets_in_minutes() -> None:
    found = reach([SCHOOL], SPACES, minutes=5, speed_mps=1.0)

    assert [(one.id, one.source) for one in found.spaces] == [("near", "streets")]
    assert found.spaces[0].minutes == pytest.approx(BLOCK_M / 60, abs=0.06)
    assert found.street_metres > 2 * 300
    assert found.attribution == "© OpenStreetMap contributors"
    assert found.estimated == ()


@pytest.mark.usefixtures("streets")
@pytest.mark.parametrize("profile", [WALK, STEP_FREE, VEHICLE])
def test_more_minutes_reach_more(profile: str) -> None:
    short, long = (reach([SCHOOL], SPACES, profile=profile, minutes=minutes) for minutes in (1, 40))

    assert long.street_metres > short.street_metres
    assert {one.id for one in long.spaces} == {"near", "far"}


@pytest.mark.usefixtures("streets")
def test_the_nearest_of_several_points_counts() -> None:
    found = reach([SCHOOL, (100.0819, 7.616)], SPACES, minutes=5, speed_mps=1.0)

    assert found.spaces[0].minutes == pytest.approx(0.2, abs=0.1)


@pytest.mark.usefixtures("streets")
def test_a_point_off_the_streets_is_an_estimate() -> None:
    found = reach([(100.299, 7.9)], SPACES, minutes=5)

    assert found.estimated == ((100.299, 7.9),)
    assert [(one.id, one.source) for one in found.spaces] == [("off", "estimate")]
    assert found.attribution == ""


def test_without_a_network_everything_is_an_estimate() -> None:
    found = reach([SCHOOL], SPACES, minutes=5, speed_mps=1.0)

    assert [(one.id, one.source) for one in found.spaces] == [("near", "estimate")]
    assert found.spaces[0].minutes == pytest.approx(BLOCK_M * 1.3 / 60, abs=0.06)
    assert (found.street_metres, found.estimated) == (0, (SCHOOL,))


def test_no_points_reach_nothing() -> None:
    assert reach([], SPACES, minutes=5).spaces == ()
    assert reach([SCHOOL], {}, minutes=5).spaces == ()


@pytest.mark.usefixtures("streets", "small_town")
def test_the_command_lists_spaces_and_keeps_the_streets(tmp_path: Path) -> None:
    out = StringIO()

    call_command("reach", "library", "--minutes", "5", "--lines", str(tmp_path / "reach.geojson"), stdout=out)

    assert "min  streets   library" in out.getvalue()
    assert "© OpenStreetMap contributors" in out.getvalue()
    kept = json.loads((tmp_path / "reach.geojson").read_text(encoding="utf-8"))
    assert (kept["geometry"]["type"], kept["properties"]["metres"] > 0) == ("MultiLineString", True)


@pytest.mark.usefixtures("small_town")
@pytest.mark.parametrize("words", [["nowhere"], ["a,b"], ["library", "--minutes", "-1"], ["library", "--speed", "nan"]])
def test_the_command_refuses_what_it_cannot_find(words: list[str]) -> None:
    with pytest.raises(CommandError):
        call_command("reach", *words)
