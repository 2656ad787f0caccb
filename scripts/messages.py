"""Translations: the compiled .mo beside each .po, made by gettext's msgfmt when the .po is newer."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from scripts.layout import ROOT
from scripts.steps import quiet, step

APPS = ("geo", "spaces", "routes", "frontend")


def catalogues(root: Path = ROOT) -> Iterator[Path]:
    """Every catalogue of translations."""
    for app in APPS:
        yield from sorted((root / app / "locale").glob("*/LC_MESSAGES/*.po"))


def is_old(catalogue: Path) -> bool:
    """Whether the compiled form is missing or older than the text."""
    compiled = catalogue.with_suffix(".mo")
    return not compiled.is_file() or compiled.stat().st_mtime_ns < catalogue.stat().st_mtime_ns


def ensure(root: Path = ROOT) -> None:
    """Compile the catalogues that changed."""
    old = [catalogue for catalogue in catalogues(root) if is_old(catalogue)]
    if not old:
        return
    with step(f"Translations ({len(old)})"):
        for catalogue in old:
            compiled = catalogue.with_suffix(".mo")
            quiet(["msgfmt", "--check-format", "-o", compiled, catalogue], fix=f"mend {catalogue.relative_to(root)}.")
