"""`make clean`: what was built goes; the database, the backups and the keys stay unless DATABASE=yes is said."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from scripts import cluster, messages, serve
from scripts.cluster_place import place
from scripts.environment import own_database_wanted
from scripts.layout import DEMO_LOGINS, DIST, FRONTEND, LOCAL, LOGS, REPORTS, ROOT, STAMPS, STATIC, VENV
from scripts.steps import say

BUILT = (
    VENV,
    DIST,
    FRONTEND / "node_modules",
    STATIC,
    STAMPS,
    LOGS,
    REPORTS,
    LOCAL / "numba",
    LOCAL / "npm",
    LOCAL / "pip",
)
CACHES = (".mypy_cache", ".ruff_cache", ".pytest_cache", ".hypothesis", ".import_linter_cache")


def run() -> int:
    """Stop, and remove what `make run` can make again."""
    serve.stop()
    for folder in (*BUILT, *(ROOT / name for name in CACHES)):
        remove(folder)
    for catalogue in messages.catalogues():
        catalogue.with_suffix(".mo").unlink(missing_ok=True)
    if os.environ.get("DATABASE") == "yes":
        forget_database()
    else:
        say("The database, the backups and the keys stay in .local; make clean DATABASE=yes removes the database too.")
    return 0


def remove(folder: Path) -> None:
    """Remove a folder with all in it."""
    shutil.rmtree(folder, ignore_errors=True)


def forget_database() -> None:
    """Remove the private cluster of this checkout."""
    if not own_database_wanted():
        say("DATABASE_URL names a database of somebody else's; it stays.")
        return
    where = place()
    cluster.stop(where)
    remove(where.socket_dir)
    remove(where.data.parent)
    DEMO_LOGINS.unlink(missing_ok=True)  # their accounts went with the database
    say(f"Removed the database in {where.data.parent}.")
