"""`make check`: every static check, all of them run, all failures shown."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from scripts import database, frontend, prepare
from scripts.layout import FRONTEND, PYTHON, ROOT, VENV
from scripts.steps import say, step


@dataclass(frozen=True)
class Check:
    """One check: its name and the command that ends with 0 when all is well."""

    name: str
    command: tuple[object, ...]
    cwd: Path = ROOT
    env: Mapping[str, str] = field(default_factory=dict)


DEPLOYED = {"BEHIND_HTTPS": "1", "DEBUG": "0"}
MANAGE = (PYTHON, "manage.py")

CHECKS = (
    Check("Python lint (ruff check)", (VENV / "bin/ruff", "check", ".")),
    Check("Python format (ruff format)", (VENV / "bin/ruff", "format", "--check", ".")),
    Check("Python types (mypy)", (VENV / "bin/mypy",)),
    Check("Import contracts (import-linter)", (VENV / "bin/lint-imports",)),
    Check("Front end (tsc, ESLint, Prettier)", (frontend.NPM, "run", "check", "--silent"), FRONTEND),
    Check("Front-end size", (frontend.NPM, "run", "size", "--silent"), FRONTEND),
    Check("API types fresh", (frontend.NPM, "run", "api", "--silent", "--", "--check"), FRONTEND),
    Check("Migrations complete", (*MANAGE, "makemigrations", "--check", "--dry-run")),
    Check("Translations complete", (PYTHON, "-m", "scripts.translations")),
    Check("Deployment (check --deploy)", (*MANAGE, "check", "--deploy", "--fail-level", "WARNING"), env=DEPLOYED),
)


def run() -> int:
    """Run all checks; 0 when every one is content."""
    prepare.machine(development=True)
    with database.database() as url:
        env = {**frontend.npm_env(), **prepare.settings(url)}
        frontend.install_packages()
        frontend.ensure()  # its size is looked at
        failed = [check.name for check in CHECKS if not passes(check, env)]
    say(f"\nmake check: {len(CHECKS) - len(failed)} of {len(CHECKS)} are content.")
    for name in failed:
        say(f"  failed: {name}")
    return 1 if failed else 0


def passes(check: Check, env: Mapping[str, str]) -> bool:
    """Run one check and show what it says when it is not content."""
    with step(check.name):
        done = subprocess.run(
            [str(part) for part in check.command],
            cwd=check.cwd,
            env={**env, **check.env},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
    if done.returncode != 0:
        say(done.stdout.rstrip() + f"\n  ^ {check.name}: failed\n")
    return done.returncode == 0
