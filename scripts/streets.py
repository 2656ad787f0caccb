"""`make streets`: the street network of the province, from OpenStreetMap, into the database."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from scripts import database, prepare
from scripts.downloading import download
from scripts.layout import LOCAL, PYTHON, ROOT
from scripts.steps import StartFailure, say

EXTRACT = "https://download.geofabrik.de/asia/thailand-latest.osm.pbf"
FOLDER = LOCAL / "streets"
CLIP = "service-area"
BY_HAND = (
    f"without internet, fetch {EXTRACT} on another machine, bring it here, and run\n"
    "  make streets FILE=thailand-latest.osm.pbf\n"
    "Until then ways are estimates and say so. Any smaller extract that holds the province will do."
)


def run() -> int:
    """Fetch (or take FILE), clip to the service area, load, switch."""
    file = given(os.environ.get("FILE")) or fetched()
    prepare.machine(development=False)
    with database.database() as url:
        command = [str(PYTHON), "manage.py", "import_streets", str(file), "--clip", CLIP]
        return subprocess.run(command, cwd=ROOT, env=prepare.settings(url), check=False).returncode


def given(name: str | None) -> Path | None:
    """The file the operator brought. Raises StartFailure when it is not there."""
    if not name:
        return None
    file = Path(name).expanduser().resolve()
    if not file.is_file():
        raise StartFailure(f"There is no file {name}.", BY_HAND)
    return file


def fetched() -> Path:
    """The newest extract of Thailand, about 300 MB."""
    url = os.environ.get("STREETS_URL") or EXTRACT
    FOLDER.mkdir(parents=True, exist_ok=True)
    say(f"Fetching {url}")
    return download(url, FOLDER / "thailand.osm.pbf", BY_HAND)
