"""Street files to load, and a process that has loaded none yet."""

from collections.abc import Callable, Iterator
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

from routes.models import StreetNetwork
from routes.networks.current import forget
from tests.routes.streets.osm_files import OsmFile, grid_town

Load = Callable[..., StreetNetwork]


@pytest.fixture(autouse=True)
def nothing_loaded() -> Iterator[None]:
    """Each test begins and ends without streets in memory."""
    forget()
    yield
    forget()


@pytest.fixture(autouse=True)
def own_files(tmp_path: Path, settings: object) -> None:
    """Shared files of networks go into the test's folder."""
    settings.LOCAL_DIR = tmp_path / "local"  # type: ignore[attr-defined]


@pytest.fixture
def town_file(tmp_path: Path) -> Path:
    return grid_town(5).write(tmp_path / "town.osm.pbf")


@pytest.fixture
def load(db: None, tmp_path: Path) -> Load:
    """Loads a file, or what is described, by the command; the network in use then."""

    def make(file: Path | OsmFile, *options: str) -> StreetNetwork:
        path = file.write(tmp_path / "made.osm.pbf") if isinstance(file, OsmFile) else file
        call_command("import_streets", str(path), *options, stdout=StringIO())
        return StreetNetwork.objects.get(in_use=True)

    return make
