"""Are the translations complete? Extracts the texts afresh and looks for their Thai; runs in `.venv`."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import polib

from scripts.layout import ROOT
from scripts.messages import APPS

LANGUAGE = "th"
NOT_SOURCES = shutil.ignore_patterns("node_modules", "dist", "__pycache__", "locale")


def extract(app: Path) -> set[tuple[str | None, str]]:
    """(context, text) of every text of an app that is marked for translation."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / app.name
        shutil.copytree(app, copy, ignore=NOT_SOURCES)
        (copy / "locale").mkdir()
        env = {key: value for key, value in os.environ.items() if key != "DJANGO_SETTINGS_MODULE"}
        # -P: the app's folder is not importable, or its collections.py would stand for Python's own.
        command = [sys.executable, "-P", "-m", "django", "makemessages", "--locale", LANGUAGE, "--no-location"]
        subprocess.run(command, cwd=copy, env=env, check=True, stdout=subprocess.DEVNULL)
        made = copy / "locale" / LANGUAGE / "LC_MESSAGES" / "django.po"
        return {key(entry) for entry in polib.pofile(str(made))} if made.is_file() else set()


def key(entry: polib.POEntry) -> tuple[str | None, str]:
    """What makes a text one text."""
    return entry.msgctxt, entry.msgid


def is_translated(entry: polib.POEntry) -> bool:
    """Whether the entry counts: gettext ignores fuzzy and obsolete ones."""
    return bool(entry.translated()) and not entry.obsolete and "fuzzy" not in entry.flags


def translated(catalogue: Path) -> set[tuple[str | None, str]]:
    """(context, text) of every text that the catalogue translates."""
    if not catalogue.is_file():
        return set()
    return {key(entry) for entry in polib.pofile(str(catalogue)) if is_translated(entry)}


def missing(app: Path) -> list[str]:
    """The texts of an app that have no Thai."""
    wanted = extract(app)
    have = translated(app / "locale" / LANGUAGE / "LC_MESSAGES" / "django.po")
    return sorted(text for _, text in wanted - have)


def main() -> int:
    """Name every text without Thai; 0 when there is none."""
    gaps = [(app, text) for app in APPS if (ROOT / app).is_dir() for text in missing(ROOT / app)]
    for app, text in gaps:
        print(f"{app}/locale/{LANGUAGE}: no Thai for {text!r}")
    return 1 if gaps else 0


if __name__ == "__main__":
    sys.exit(main())
