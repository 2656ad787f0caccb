"""The private cluster lives through crashes and stays closed to others."""

import os
import signal
import stat
import subprocess
import time
from pathlib import Path
from typing import Any

import psycopg
import pytest

from scripts import cluster
from scripts.cluster_place import SOCKET_NAME, Place
from scripts.postmaster import clear_after_crash, server_pid, survivors, works_on
from scripts.steps import StartFailure


def do(place: Place, sql: str) -> None:
    """Have the map's role do something."""
    with psycopg.connect(**address(place)) as connection:
        connection.execute(sql)


def address(place: Place, name: str = cluster.DATABASE) -> dict[str, Any]:
    """How psycopg connects as the map's role."""
    return {"host": str(place.socket_dir), "port": 5432, "user": cluster.ROLE, "dbname": name}


def ask(place: Place, sql: str) -> object:
    """The first value that the map's role gets."""
    with psycopg.connect(**address(place)) as connection:
        row = connection.execute(sql).fetchone()
    assert row is not None
    return row[0]


def kill(place: Place) -> int:
    """Kill the server as hard as it goes."""
    pid = server_pid(place.data)
    assert pid is not None
    os.kill(pid, signal.SIGKILL)
    while works_on(pid, place.data):
        time.sleep(0.01)
    return pid


def test_the_maps_role_has_postgis_and_is_no_superuser(running: Place) -> None:
    assert str(ask(running, "SELECT PostGIS_Lib_Version()")) >= "3.3"
    assert ask(running, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user") is False


def test_a_new_database_of_that_role_has_postgis_too(running: Place) -> None:
    """The tests' own database is made by that role, which may not create the extension."""
    sql = "SELECT count(*) FROM pg_extension WHERE extname IN ('postgis', 'pg_trgm', 'btree_gist')"
    with psycopg.connect(**address(running, "template1")) as connection:
        assert connection.execute(sql).fetchone() == (3,)


def test_it_listens_on_no_network_address_and_in_a_closed_folder(running: Place) -> None:
    assert ask(running, "SHOW listen_addresses") == ""
    assert stat.S_IMODE(running.socket_dir.stat().st_mode) == 0o700
    assert stat.S_IMODE(running.data.stat().st_mode) == 0o700


def test_people_are_known_by_the_kernel_and_never_merely_trusted(running: Place) -> None:
    rules = (running.data / "pg_hba.conf").read_text().splitlines()

    assert rules == ["local all all peer map=people"]


def test_starting_what_runs_changes_nothing(running: Place) -> None:
    pid = server_pid(running.data)

    assert cluster.start(running) is False
    assert server_pid(running.data) == pid


def test_ctrl_c_in_the_terminal_does_not_reach_the_server(running: Place) -> None:
    pid = server_pid(running.data)
    assert pid is not None

    assert os.getsid(pid) != os.getsid(0)


def test_it_stops_and_starts_again_with_its_data(running: Place) -> None:
    do(running, "CREATE TABLE kept AS SELECT 42 AS answer")
    identity = cluster.identity(running)

    assert cluster.stop(running) is True
    assert cluster.stop(running) is False
    cluster.start(running)

    assert ask(running, "SELECT answer FROM kept") == 42
    assert cluster.identity(running) == identity


def test_a_killed_server_starts_again_with_what_was_committed(running: Place) -> None:
    do(running, "CREATE TABLE committed AS SELECT 7 AS n")
    kill(running)
    assert not cluster.is_running(running)

    cluster.start(running)

    assert ask(running, "SELECT n FROM committed") == 7


def test_a_backend_that_outlives_the_killed_server_is_ended(running: Place) -> None:
    """PostgreSQL refuses to start beside it ("pre-existing shared memory block is still in use")."""
    psql = [cluster.program(running, "psql"), "-h", running.socket_dir, "-U", cluster.ROLE, "-d", cluster.DATABASE]
    endless = "DO $$ BEGIN LOOP PERFORM generate_series(1, 100000); END LOOP; END $$"
    busy = subprocess.Popen([*psql, "-c", endless], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while not ask(running, "SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'DO %'"):
        time.sleep(0.05)
    kill(running)
    assert survivors(running.data)

    clear_after_crash(running, patience_s=1)

    assert survivors(running.data) == []
    assert cluster.start(running) is True
    busy.communicate()


def test_a_strangers_number_in_postmaster_pid_does_not_block(running: Place) -> None:
    """After a reboot another program may have the number that the dead server noted."""
    cluster.stop(running)
    note = running.data / "postmaster.pid"
    cluster.write_as_server(note, f"{os.getpid()}\n{running.data}\n", running)
    cluster.write_as_server(running.socket_dir / f"{SOCKET_NAME}.lock", f"{os.getpid()}\n", running)
    assert server_pid(running.data) is None

    assert cluster.start(running) is True


def test_an_interrupted_making_is_begun_again(place: Place) -> None:
    cluster.start(place)
    before = cluster.identity(place)
    cluster.made_file(place).unlink()

    cluster.start(place)

    assert cluster.identity(place) not in (before, "none")
    assert str(ask(place, "SELECT PostGIS_Lib_Version()")) >= "3.3"


def test_a_server_that_cannot_start_shows_its_log(running: Place) -> None:
    cluster.stop(running)
    main = running.data / "postgresql.conf"
    sane = main.read_text()
    main.write_text(sane + "max_connections = many\n")
    try:
        with pytest.raises(StartFailure, match="max_connections") as failed:
            cluster.start(running)
        assert "server.log" in failed.value.fix
    finally:
        main.write_text(sane)


def test_a_link_in_a_folders_place_is_refused(running: Place, tmp_path: Path) -> None:
    """Anybody may make a folder in /var/tmp before us."""
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")

    with pytest.raises(StartFailure, match="belongs to another user"):
        cluster.make_folder(tmp_path / "link", running)
