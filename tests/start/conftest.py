"""A private cluster in a folder of its own, for the tests that start, kill and mend one."""

import os
import pwd
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from scripts import cluster
from scripts.cluster_place import SERVER_USER, Place, decide


@pytest.fixture(scope="session")
def place() -> Iterator[Place]:
    """A cluster that was made and runs; PostgreSQL's user must be able to enter, so not pytest's own folder."""
    folder = Path(tempfile.mkdtemp(dir="/var/tmp", prefix="map-"))
    folder.chmod(0o755)
    who = pwd.getpwnam(SERVER_USER) if os.geteuid() == 0 else pwd.getpwuid(os.geteuid())
    where = decide(folder, who.pw_uid, who.pw_gid, who.pw_name, "map-test")
    try:
        cluster.start(where)
        yield where
    finally:
        cluster.stop(where)
        shutil.rmtree(folder)


@pytest.fixture
def running(place: Place) -> Place:
    """The cluster, up; the test before may have killed it."""
    cluster.start(place)
    return place
