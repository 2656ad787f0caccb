"""What is up to date: a digest of a step's inputs, kept from the last time the step succeeded."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from scripts.layout import STAMPS


def digest(files: Iterable[Path], *words: str) -> str:
    """SHA-256 over the names and contents of the files (a missing file counts as missing) and the given words."""
    total = hashlib.sha256()
    for word in words:
        total.update(f"{len(word)}:{word}".encode())
    for path in sorted(set(files)):
        content = path.read_bytes() if path.is_file() else b"missing"
        total.update(f"{path}:{len(content)}:".encode() + content)
    return total.hexdigest()


def is_fresh(name: str, wanted: str, folder: Path = STAMPS) -> bool:
    """Whether the step succeeded with exactly these inputs."""
    stamp = folder / name
    return stamp.is_file() and stamp.read_text() == wanted


def mark(name: str, made: str, folder: Path = STAMPS) -> None:
    """Remember that the step succeeded with these inputs."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(made)


def forget(name: str, folder: Path = STAMPS) -> None:
    """Make the step run again next time."""
    (folder / name).unlink(missing_ok=True)
