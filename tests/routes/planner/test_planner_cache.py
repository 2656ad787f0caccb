"""Compiled kernels are kept in a folder that changes with the planner's sources."""

import shutil
import tempfile
from pathlib import Path

import pytest

from routes.planner import cache


@pytest.fixture
def sources(tmp_path, monkeypatch):
    """A copy of the planner's sources that may be edited."""
    copy = tmp_path / "planner"
    shutil.copytree(cache.SOURCES, copy, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(cache, "SOURCES", copy)
    return copy


def test_an_edit_in_any_file_gives_a_new_folder(sources):
    before = cache.sources_hash()
    (sources / "tables.py").write_text("edited")

    assert cache.sources_hash() != before


def test_a_file_that_changes_its_name_gives_a_new_folder(sources):
    before = cache.sources_hash()
    (sources / "tables.py").rename(sources / "tablets.py")

    assert cache.sources_hash() != before


def test_the_folder_lies_below_the_one_given_and_only_once(tmp_path, monkeypatch):
    monkeypatch.setenv("NUMBA_CACHE_DIR", str(tmp_path))

    first, again = cache.use_cache_folder(), cache.use_cache_folder()

    assert first == again == tmp_path / cache.sources_hash()
    assert first.is_dir()


def test_without_a_folder_given_it_lies_in_the_project(monkeypatch, tmp_path):
    monkeypatch.delenv("NUMBA_CACHE_DIR")
    monkeypatch.setattr(cache, "DEFAULT_BASE", tmp_path / "numba")

    monkeypatch.setenv("PATH", "")  # nothing else of the environment matters

    assert cache.use_cache_folder().parent == tmp_path / "numba"


def test_a_folder_that_cannot_be_written_gives_way(monkeypatch, tmp_path):
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("NUMBA_CACHE_DIR", str(tmp_path / "file"))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    Path(tmp_path / "temporary").mkdir()

    assert cache.use_cache_folder().is_relative_to(tmp_path / "temporary")
