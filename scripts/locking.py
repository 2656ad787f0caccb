"""`make lock`: resolve pyproject.toml anew into the two hashed locks, which name no registry."""

from __future__ import annotations

from scripts import prepare
from scripts.layout import PYTHON, ROOT
from scripts.python_packages import DEVELOPMENT_LOCK, RUNTIME_LOCK
from scripts.steps import quiet, step

# Universal: one lock for every machine (x86-64 and ARM) and every Python from 3.11 on.
UNIVERSAL = ["--universal", "--python-version", "3.11", "--generate-hashes", "--upgrade"]
PLAIN = ["--no-emit-index-url", "--no-header", "--no-annotate", "--quiet"]


def run() -> int:
    """Write both locks; the one for development holds the runtime's very versions."""
    prepare.machine(development=True)
    compile_lock = [PYTHON, "-m", "uv", "pip", "compile", "pyproject.toml", *UNIVERSAL, *PLAIN, "--group", "build"]
    fix = "see the lines above; UV_INDEX_URL names another package index."
    with step(RUNTIME_LOCK.name):
        quiet([*compile_lock, "-o", RUNTIME_LOCK], cwd=ROOT, fix=fix)
    with step(DEVELOPMENT_LOCK.name):
        more = ["--group", "dev", "-c", RUNTIME_LOCK, "-o", DEVELOPMENT_LOCK]
        quiet([*compile_lock, *more], cwd=ROOT, fix=fix)
    return 0
