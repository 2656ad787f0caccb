"""tipg and pygeoapi, when they are installed: other servers of OGC API – Features over the same tables."""

from collections.abc import Iterator
from pathlib import Path

from benchmarks.serving.servers import Recipe


def installed(python: str, folder: Path, url: str) -> Iterator[tuple[Recipe, str]]:
    """Each with the address of its page."""
    return iter(())
