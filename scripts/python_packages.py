"""The virtual environment: made once, filled from a hashed lock, made again when the Python or the folder changed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from scripts import stamps
from scripts.layout import LOCAL, LOGS, PYTHON, ROOT, VENV
from scripts.steps import quiet, step

RUNTIME_LOCK = ROOT / "requirements.lock"
DEVELOPMENT_LOCK = ROOT / "requirements-dev.lock"
VENV_STAMPS = VENV / "stamps"
BASE = "base"


def base_digest() -> str:
    """What a virtual environment is tied to: the Python it was made with and the folder it lies in."""
    return stamps.digest([], sys.version, sys.base_prefix, str(VENV))


def venv_works() -> bool:
    """Whether `.venv` was made here, by this Python, and still runs."""
    if not stamps.is_fresh(BASE, base_digest(), VENV_STAMPS):
        return False
    return PYTHON.exists() and subprocess.run([PYTHON, "-c", ""], capture_output=True, check=False).returncode == 0


def make_venv() -> None:
    """Make `.venv` from nothing."""
    with step(f"Virtual environment (.venv, Python {sys.version.split()[0]})"):
        shutil.rmtree(VENV, ignore_errors=True)
        quiet([sys.executable, "-m", "venv", VENV], fix="install python3-venv, remove .venv, and start again.")
    stamps.mark(BASE, base_digest(), VENV_STAMPS)


def install_lock(lock: Path) -> None:
    """Install exactly what the lock names; pip refuses any file whose hash differs."""
    count = sum(" " not in line[:1] and "==" in line for line in lock.read_text().splitlines())
    command = [PYTHON, "-m", "pip", "install", "--disable-pip-version-check", "--no-input", "--require-hashes"]
    env = {**os.environ, "PIP_CACHE_DIR": os.environ.get("PIP_CACHE_DIR", str(LOCAL / "pip"))}
    with step(f"Python packages ({count} from {lock.name})"):
        quiet(
            [*command, "-r", lock],
            env=env,
            log=LOGS / "pip.log",
            fix="look at .local/logs/pip.log; pip must reach a package index (PIP_INDEX_URL names another one).",
        )


def remove(*names: str) -> None:
    """Take packages out that were needed for building only."""
    quiet([PYTHON, "-m", "pip", "uninstall", "--yes", "--quiet", *names], fix="remove .venv and start again.")


def ensure(*, development: bool) -> None:
    """Have `.venv` hold what the lock says; a fraction of a second when it already does."""
    lock = DEVELOPMENT_LOCK if development else RUNTIME_LOCK
    wanted = stamps.digest([lock], base_digest())
    if stamps.is_fresh(lock.name, wanted, VENV_STAMPS) and PYTHON.exists():
        return
    if not venv_works():
        make_venv()
    install_lock(lock)
    for held in {lock, RUNTIME_LOCK}:  # the development lock holds the runtime lock
        stamps.mark(held.name, stamps.digest([held], base_digest()), VENV_STAMPS)
