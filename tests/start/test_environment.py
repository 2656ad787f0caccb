"""Settings that the start decides."""

import stat
from pathlib import Path

import dj_database_url
import pytest

from scripts.backup import libpq_env
from scripts.environment import parse_port, read_env, socket_url, write_private
from scripts.steps import StartFailure


@pytest.mark.parametrize(("text", "port"), [(None, 8000), ("", 8000), ("1", 1), ("65535", 65535)])
def test_a_port_is_a_whole_number_with_8000_as_default(text: str | None, port: int) -> None:
    assert parse_port(text) == port


@pytest.mark.parametrize("text", ["0", "65536", "-1", "80 80", "http", "８０００", "8000.0"])
def test_a_wrong_port_is_named(text: str) -> None:
    with pytest.raises(StartFailure, match="PORT is"):
        parse_port(text)


@pytest.mark.parametrize("folder", ["/srv/map/.local/pg/socket", "/srv/Two Words/พัทลุง/50%/socket"])
def test_django_and_libpq_read_the_same_socket_folder(folder: str) -> None:
    url = socket_url("map", Path(folder), "phatthalung")

    parsed = dj_database_url.parse(url)
    assert (parsed["HOST"], parsed["USER"], parsed["NAME"]) == (folder, "map", "phatthalung")
    libpq = libpq_env(url)
    assert (libpq["PGHOST"], libpq["PGPORT"], libpq["PGDATABASE"]) == (folder, "5432", "phatthalung")


def test_a_password_travels_in_the_environment_decoded() -> None:
    libpq = libpq_env("postgis://anna:p%40ss%2F@db.example.org/map?sslmode=require")

    assert (libpq["PGPASSWORD"], libpq["PGSSLMODE"], libpq["PGHOST"]) == ("p@ss/", "require", "db.example.org")


def test_settings_survive_writing_and_are_private(tmp_path: Path) -> None:
    file = tmp_path / "env"

    write_private(file, "SECRET_KEY=a=b\nDATABASE_URL=postgis://x\n")

    assert read_env(file) == {"SECRET_KEY": "a=b", "DATABASE_URL": "postgis://x"}
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
