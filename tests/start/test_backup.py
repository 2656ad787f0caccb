"""A backup holds everything, a restore brings it back, and a broken file changes nothing."""

from pathlib import Path

import psycopg
import pytest

from scripts import backup, cluster
from scripts.cluster_place import Place
from scripts.steps import StartFailure


def run(place: Place, sql: str) -> list[tuple[object, ...]]:
    """What the map's role gets for some SQL."""
    address = {"host": str(place.socket_dir), "port": 5432, "user": cluster.ROLE, "dbname": cluster.DATABASE}
    with psycopg.connect(**address, autocommit=True) as connection:
        cursor = connection.execute(sql)
        return cursor.fetchall() if cursor.description else []


@pytest.fixture
def filled(running: Place) -> Place:
    """A table of spaces with a trigger that guards it."""
    run(running, "DROP TABLE IF EXISTS space CASCADE; CREATE TABLE space (id text PRIMARY KEY, geometry geometry)")
    run(running, "INSERT INTO space VALUES ('วัดวัง', ST_SetSRID(ST_MakePoint(100.13, 7.62), 4326))")
    run(
        running,
        "CREATE OR REPLACE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS"
        " $$ BEGIN RAISE EXCEPTION 'guarded'; END $$;"
        "CREATE TRIGGER guard BEFORE DELETE ON space FOR EACH STATEMENT EXECUTE FUNCTION refuse()",
    )
    return running


def test_what_was_backed_up_comes_back_with_its_guards(filled: Place, tmp_path: Path) -> None:
    file = backup.back_up(cluster.url(filled), tmp_path)
    run(filled, "INSERT INTO space VALUES ('later', NULL)")

    backup.restore(cluster.url(filled), file)

    assert run(filled, "SELECT id, ST_X(geometry) FROM space") == [("วัดวัง", 100.13)]
    with pytest.raises(psycopg.errors.RaiseException, match="guarded"):
        run(filled, "DELETE FROM space")


def test_the_database_before_is_kept_and_an_open_connection_does_not_hinder(filled: Place, tmp_path: Path) -> None:
    file = backup.back_up(cluster.url(filled), tmp_path)
    run(filled, "INSERT INTO space VALUES ('later', NULL)")
    address = {"host": str(filled.socket_dir), "port": 5432, "user": cluster.ROLE}

    with psycopg.connect(**address, dbname=cluster.DATABASE):
        kept = backup.restore(cluster.url(filled), file)

    with psycopg.connect(**address, dbname=kept) as before:
        assert before.execute("SELECT count(*) FROM space").fetchone() == (2,)


def test_a_broken_file_changes_nothing(filled: Place, tmp_path: Path) -> None:
    file = backup.back_up(cluster.url(filled), tmp_path)
    file.write_bytes(file.read_bytes()[:-200])

    with pytest.raises(StartFailure):
        backup.restore(cluster.url(filled), file)

    assert run(filled, "SELECT count(*) FROM space") == [(1,)]


def test_only_its_owner_may_read_a_backup(filled: Place, tmp_path: Path) -> None:
    file = backup.back_up(cluster.url(filled), tmp_path / "new")

    assert file.stat().st_mode & 0o077 == 0
    assert file.parent.stat().st_mode & 0o077 == 0


def test_a_backup_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(StartFailure, match=r"no file nowhere\.dump"):
        backup.chosen_file("nowhere.dump")


def test_names_are_quoted_for_sql() -> None:
    assert backup.quoted('a"b') == '"a""b"'
