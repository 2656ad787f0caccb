"""The commands behind the Makefile: python3 -m scripts COMMAND."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from collections.abc import Callable

from scripts import (
    backup,
    checking,
    cleaning,
    database,
    locking,
    prepare,
    serve,
    streets,
    system_packages,
    testing,
    tour,
)
from scripts.environment import own_database_wanted, parse_port
from scripts.layout import PYTHON, ROOT, prepare_local
from scripts.steps import StartFailure, report, say


def setup() -> int:
    """Everything that running and testing need, nothing started."""
    prepare.machine(development=True)
    return 0


def start_database() -> int:
    """The database alone."""
    prepare.machine(development=False)
    url = database.keep_running()
    prepare.settings(url)
    say(f"The database is up until `make stop`: {url}")
    return 0


def back_up() -> int:
    """One file with everything in the database."""
    with database.database() as url:
        say(f"Kept in {backup.back_up(url).relative_to(ROOT)}")
    return 0


def restore() -> int:
    """The database as a backup has it."""
    file = backup.chosen_file(os.environ.get("FILE"))
    with database.database() as url:
        say(f"Restored. The database before it is kept as {backup.restore(url, file)} until the next restore.")
    return 0


def packages() -> int:
    """The system packages alone."""
    prepare_local()
    system_packages.ensure(own_database=own_database_wanted(), browser=False)
    return 0


def build() -> int:
    """What an image holds ready."""
    prepare.image()
    return 0


def health() -> int:
    """0 when the web of this machine is healthy."""
    return 0 if serve.is_healthy("127.0.0.1", parse_port(os.environ.get("PORT"))) else 1


def manage(*words: str) -> int:
    """One of Django's commands or a module, with the database up."""
    prepare.machine(development=False)
    with database.database() as url:
        return subprocess.run([PYTHON, *words], cwd=ROOT, env=prepare.settings(url), check=False).returncode


COMMANDS: dict[str, Callable[[], int]] = {
    "run": serve.run,
    "stop": serve.stop,
    "setup": setup,
    "db": start_database,
    "test": testing.run,
    "check": checking.run,
    "backup": back_up,
    "restore": restore,
    "packages": packages,
    "build": build,
    "health": health,
    "doctor": lambda: manage("manage.py", "doctor"),
    "tour": tour.run,
    "streets": streets.run,
    "bench": lambda: manage("-m", "benchmarks", *shlex.split(os.environ.get("ARGS", ""))),
    "lock": locking.run,
    "clean": cleaning.run,
}


def main(arguments: list[str]) -> int:
    """Run one command; a failure that the reader can mend is told without a trace."""
    command = COMMANDS.get(arguments[0]) if len(arguments) == 1 else None
    if command is None:
        say(f"python3 -m scripts COMMAND, one of: {', '.join(COMMANDS)}")
        return 2
    try:
        return command()
    except StartFailure as failure:
        return report(failure)
    except KeyboardInterrupt:
        say("\nStopped.")
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
