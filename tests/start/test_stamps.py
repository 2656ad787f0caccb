"""A step runs again when something it reads has changed, and only then."""

import os
from pathlib import Path

from scripts import messages, stamps


def test_a_step_is_fresh_until_a_file_changes(tmp_path: Path) -> None:
    source = tmp_path / "a.ts"
    source.write_text("1")
    stamps.mark("build", stamps.digest([source]), tmp_path / "stamps")
    assert stamps.is_fresh("build", stamps.digest([source]), tmp_path / "stamps")

    source.write_text("2")

    assert not stamps.is_fresh("build", stamps.digest([source]), tmp_path / "stamps")


def test_a_new_a_missing_and_an_empty_file_all_differ(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    one.touch()

    assert len({stamps.digest([]), stamps.digest([one]), stamps.digest([one, two]), stamps.digest([two])}) == 4


def test_the_order_of_the_files_does_not_matter(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    one.write_text("1")

    assert stamps.digest([one, two]) == stamps.digest([two, one])


def test_words_cannot_run_into_each_other() -> None:
    assert stamps.digest([], "ab", "c") != stamps.digest([], "a", "bc")


def test_a_forgotten_step_runs_again(tmp_path: Path) -> None:
    stamps.mark("data", "1", tmp_path)
    stamps.forget("data", tmp_path)

    assert not stamps.is_fresh("data", "1", tmp_path)


def test_an_older_compiled_catalogue_is_made_again(tmp_path: Path) -> None:
    folder = tmp_path / "geo/locale/th/LC_MESSAGES"
    folder.mkdir(parents=True)
    catalogue = folder / "django.po"
    catalogue.write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "Lake"\nmsgstr "ทะเลสาบ"\n'
    )

    messages.ensure(tmp_path)
    assert not messages.is_old(catalogue)

    os.utime(folder / "django.mo", ns=(0, 0))
    assert messages.is_old(catalogue)
