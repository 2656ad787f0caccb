"""Which packages are asked for, and the line that a person without rights is given."""

from pathlib import Path

import pytest

from scripts.steps import StartFailure
from scripts.system_packages import apt_commands, line_to_run, postgis_package, postgres_homes

BOOKWORM = "postgresql-15-postgis-3 - Geographic objects support\npostgresql-15-postgis-3-scripts - SQL files\n"
PGDG = BOOKWORM + "postgresql-14-postgis-3 - old\npostgresql-17-postgis-3 - newer\n"


def test_the_releases_own_postgis_is_chosen() -> None:
    assert postgis_package(BOOKWORM) == ["postgresql-15", "postgresql-15-postgis-3"]


def test_an_installed_server_is_extended_rather_than_a_second_installed() -> None:
    assert postgis_package(PGDG, installed_majors=[14, 15]) == ["postgresql-15", "postgresql-15-postgis-3"]


def test_the_newest_is_chosen_where_none_is_installed() -> None:
    assert postgis_package(PGDG) == ["postgresql-17", "postgresql-17-postgis-3"]


def test_a_release_with_only_old_servers_is_refused_by_name() -> None:
    with pytest.raises(StartFailure, match="PostgreSQL 15 or newer"):
        postgis_package("postgresql-13-postgis-3 - old\n")


def test_no_cluster_of_the_system_is_made_on_the_way() -> None:
    """`create_main_cluster = false` stands before the server comes and is gone afterwards."""
    common, forbid, server, allow = apt_commands(["postgresql-15", "gettext"])

    assert common[-1] == "postgresql-common"
    assert "create_main_cluster = false" in forbid[-1]
    assert server[-2:] == ["postgresql-15", "gettext"]
    assert allow[0] == "rm"


def test_without_a_server_one_command_is_enough() -> None:
    assert [command[-1] for command in apt_commands(["gettext", "postgresql-client"])] == ["postgresql-client"]


def test_the_line_to_run_is_one_line_that_becomes_root_for_each_command() -> None:
    line = line_to_run(apt_commands(["postgresql-15"]))

    assert "\n" not in line
    assert line.startswith("sudo apt-get update && sudo apt-get install")
    assert all(part.startswith("sudo ") for part in line.replace("&& echo", "; echo").split(" && "))


def test_a_server_without_postgis_or_too_old_does_not_count(tmp_path: Path) -> None:
    for major, has_postgis in [("14", True), ("15", True), ("16", False), ("17", True)]:
        (tmp_path / f"usr/lib/postgresql/{major}/bin").mkdir(parents=True)
        (tmp_path / f"usr/lib/postgresql/{major}/bin/postgres").touch()
        if has_postgis:
            (tmp_path / f"usr/share/postgresql/{major}/extension").mkdir(parents=True)
            (tmp_path / f"usr/share/postgresql/{major}/extension/postgis.control").touch()

    assert [major for major, _ in postgres_homes(tmp_path)] == [17, 15]
