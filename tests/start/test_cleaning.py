"""Cleaning removes what can be made again, and the database only when that is said."""

from pathlib import Path

import pytest

from scripts import cleaning
from scripts.cluster_place import Place


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout that was built and holds a database that is down."""
    for name in ("built", "pg/data", "pg/socket"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "logins.txt").write_text("admin\tsecret\n")
    where = Place(tmp_path / "pg/data", tmp_path / "pg/socket", "postgres", 0, 0)
    monkeypatch.setattr(cleaning, "BUILT", (tmp_path / "built",))
    monkeypatch.setattr(cleaning, "CACHES", ())
    monkeypatch.setattr(cleaning, "DEMO_LOGINS", tmp_path / "logins.txt")
    monkeypatch.setattr(cleaning, "place", lambda: where)
    monkeypatch.setattr(cleaning.messages, "catalogues", list)
    monkeypatch.setattr(cleaning.serve, "stop", lambda: 0)
    monkeypatch.delenv("DATABASE", raising=False)
    monkeypatch.delenv("DATABASE_URL", raising=False)
    return tmp_path


def test_what_was_built_goes_and_the_database_stays(checkout: Path) -> None:
    cleaning.run()

    assert sorted(path.name for path in checkout.iterdir()) == ["logins.txt", "pg"]


def test_the_database_goes_with_its_logins_when_that_is_said(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE", "yes")

    cleaning.run()

    assert list(checkout.iterdir()) == []


def test_somebody_elses_database_always_stays(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE", "yes")
    monkeypatch.setenv("DATABASE_URL", "postgis://somebody@db/map")

    cleaning.run()

    assert (checkout / "pg/data").is_dir()
