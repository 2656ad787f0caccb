import os
import pwd
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import connection

from scripts import cluster
from scripts.cluster_place import SERVER_USER, decide
from scripts.environment import socket_url
from tests.spaces.live import harness
from tests.spaces.live.harness import Live


@pytest.fixture(scope="module")
def live(django_db_setup: None) -> Iterator[Live]:
    """A private map that runs, empty but for look-ups and a reviewer."""
    folder = Path(tempfile.mkdtemp(dir="/var/tmp", prefix="map-"))
    folder.chmod(0o755)
    who = pwd.getpwnam(SERVER_USER) if os.geteuid() == 0 else pwd.getpwuid(os.geteuid())
    place = decide(folder, who.pw_uid, who.pw_gid, who.pw_name, "map-live")
    port = harness.free_port()
    env = {
        **os.environ,
        "DATABASE_URL": cluster.url(place),
        "PORT": str(port),
        "SECRET_KEY": "for the tests of writing",
    }
    made = Live(place, port, env, said=folder / "web.log")
    try:
        cluster.start(place)
        harness.copy_schema(_url_of_the_tests(), place)
        made.token = harness.seed(env)
        made.start_web()
        made.wait_until_ready()
        yield made
    finally:
        made.stop()
        harness.remove(folder)


def _url_of_the_tests() -> str:
    facts: dict[str, Any] = {**settings.DATABASES["default"], **connection.settings_dict}
    return socket_url(facts["USER"], Path(facts["HOST"]), facts["NAME"])


@pytest.fixture
def running(live: Live) -> Live:
    """The map, up again if the test before killed any of it."""
    cluster.start(live.place)
    if live.server is None or live.server.poll() is not None:
        live.start_web()
    live.wait_until_ready()
    return live
