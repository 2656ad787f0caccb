"""Django's part of the set-up: schema, data, logins, static files, compiled planner; only what is out of date."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from scripts import database, stamps
from scripts.layout import DEMO_LOGINS, DIST, PYTHON, ROOT
from scripts.python_packages import RUNTIME_LOCK
from scripts.steps import StartFailure

APPS = ("geo", "spaces", "routes", "frontend")


@dataclass(frozen=True)
class Stage:
    """Management commands that share one reason to run again: another digest than last time."""

    name: str
    digest: str
    commands: tuple[str, ...]

    @property
    def is_due(self) -> bool:
        """Whether it has to run."""
        return not stamps.is_fresh(self.name, self.digest)


def demonstration() -> bool:
    """Whether the Phatthalung data and the demo logins belong into this database (DEMO=0 leaves them out)."""
    return os.environ.get("DEMO", "1") != "0"


def data_digest(database_url: str) -> str:
    """Schema, data files and database: another digest for another database or a cluster made anew."""
    inputs = [path for app in APPS for path in (ROOT / app).glob("migrations/*.py")]
    inputs += [path for app in APPS for path in (ROOT / app).glob("management/commands/*.py")]
    inputs += [path for path in (ROOT / "fixtures").rglob("*") if path.is_file()]
    return stamps.digest([*inputs, RUNTIME_LOCK], database_url, database.identity(), str(demonstration()))


def data_stage(database_url: str) -> Stage:
    """The schema, the data and the demo logins; due again when the file with the logins is gone."""
    demo = ("load_fixtures", "demo_logins") if demonstration() else ()
    digest = stamps.digest([], data_digest(database_url), str(DEMO_LOGINS.is_file()))
    return Stage("data", digest, ("migrate --no-input", *demo))


def catalogue_stage(database_url: str) -> Stage:
    """The suggested routes, drafts for coaches: due with the data, or when the planner suggests otherwise."""
    inputs = [path for part in ("planning", "planner", "streets") for path in (ROOT / "routes" / part).glob("*.py")]
    return Stage("catalogue", stamps.digest(inputs, data_digest(database_url)), ("suggest_routes",))


def static_stage() -> Stage:
    """The files that browsers fetch, collected under `.local/static`."""
    inputs = [path for app in APPS for path in (ROOT / app).glob("static/**/*") if path.is_file()]
    inputs += [path for path in DIST.rglob("*") if path.is_file()]
    return Stage("static", stamps.digest([*inputs, RUNTIME_LOCK]), ("collectstatic --no-input --clear",))


def planner_stage() -> Stage:
    """The machine code of the planner and of the search along streets."""
    inputs = [*(ROOT / "routes" / "planner").glob("*.py"), ROOT / "routes" / "streets" / "search.py"]
    return Stage("planner", stamps.digest([*inputs, RUNTIME_LOCK]), ("warm_planner",))


def run(commands: Sequence[str], env: Mapping[str, str]) -> None:
    """Run management commands in one process. Raises StartFailure when one fails."""
    done = subprocess.run([PYTHON, "-m", "scripts.manage_all", *commands], env=dict(env), cwd=ROOT, check=False)
    if done.returncode != 0:
        raise StartFailure("Django could not be set up; the reason stands above.", "`make doctor` looks for the cause.")


def ensure(env: Mapping[str, str], *, with_data: bool) -> None:
    """Run the stages that are due, all in one process, since each start of Django costs a second."""
    url = env["DATABASE_URL"]
    data = [data_stage(url)] if with_data else []
    catalogue = [catalogue_stage(url)] if with_data and demonstration() else []
    stages = [*data, static_stage(), planner_stage(), *catalogue]
    due = [stage for stage in stages if stage.is_due]
    if not due:
        return
    run([command for stage in due for command in stage.commands], env)
    for stage in due:
        stamps.mark(stage.name, stage.digest)
    if with_data:
        stamps.mark("data", data_stage(env["DATABASE_URL"]).digest)
