"""The commands behind the Makefile: python3 -m scripts COMMAND."""

from __future__ import annotations

import sys
from collections.abc import Callable

from scripts import database, prepare
from scripts.environment import read_env
from scripts.steps import StartFailure, report, say


def setup(_: list[str]) -> int:
    """Everything that running and testing need, nothing started."""
    prepare.machine(development=True)
    return 0


def start_database(_: list[str]) -> int:
    """The database alone."""
    prepare.machine(development=False)
    prepare.start_database()
    say(f"The database is up until `make stop`: {read_env()['DATABASE_URL']}")
    return 0


def stop(_: list[str]) -> int:
    """Web and database down."""
    say("Stopped the database." if database.stop_keeping() else "The database was not running.")
    return 0


COMMANDS: dict[str, Callable[[list[str]], int]] = {"setup": setup, "db": start_database, "stop": stop}


def main(arguments: list[str]) -> int:
    """Run one command; a failure that the reader can mend is told without a trace."""
    command = COMMANDS.get(arguments[0]) if arguments else None
    if command is None:
        say(f"python3 -m scripts COMMAND, one of: {', '.join(COMMANDS)}")
        return 2
    try:
        return command(arguments[1:])
    except StartFailure as failure:
        return report(failure)
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
