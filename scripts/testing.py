"""`make test`: the same set-up, then the front end's tests and pytest, whose closing line comes last."""

from __future__ import annotations

import os
import shlex
import subprocess
from pathlib import Path

from scripts import database, frontend, prepare, results
from scripts.layout import FRONTEND, PYTHON, REPORTS, ROOT
from scripts.steps import say

VITEST_REPORT = REPORTS / "vitest.json"
PYTEST_REPORT = REPORTS / "pytest.xml"
# One process and one database for each core. A file stays whole: what it sets up for itself, it sets up once. The order
# stays too: what browser tests commit would be in the way of others.
SPREAD = ("--numprocesses=auto", "--dist=loadfile", "--no-loadscope-reorder")


def run() -> int:
    """Run all tests, or only those that ARGS names to pytest. The status is not zero when any fails."""
    chosen = shlex.split(os.environ.get("ARGS", ""))
    prepare.machine(development=True)
    with database.database() as url:
        env = prepare.everything(url, with_data=False)
        results.forget()
        front = 0 if chosen else run_vitest()
        back = run_pytest(env, chosen)
    return front or back


def run_vitest() -> int:
    """The TypeScript unit tests."""
    say("\nFront end (vitest)")
    reporters = ["--reporter=default", "--reporter=json", f"--outputFile.json={VITEST_REPORT}"]
    command: list[str | Path] = [frontend.NPM, "test", "--silent", "--", *reporters]
    frontend.install_packages()
    return subprocess.run(command, cwd=FRONTEND, env=frontend.npm_env(), check=False).returncode


def run_pytest(env: dict[str, str], chosen: list[str]) -> int:
    """Everything else, in a database of its own, the browser included."""
    say("\nEverything else (pytest)")
    command: list[str | Path] = [PYTHON, "-m", "pytest", f"--junitxml={PYTEST_REPORT}", *(chosen or SPREAD)]
    return subprocess.run(command, cwd=ROOT, env=env, check=False).returncode
