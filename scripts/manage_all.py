"""Several management commands in one Django process; runs inside `.venv`."""

from __future__ import annotations

import io
import shlex
import sys
import traceback

import django
from django.core.management import call_command

from scripts.steps import step, tail

TITLES = {
    "migrate": "Database schema",
    "load_fixtures": "The data of Phatthalung",
    "demo_logins": "Demo logins",
    "collectstatic": "Static files",
    "warm_planner": "Planner compiled",
    "suggest_routes": "Suggested routes",
}


def run(line: str) -> None:
    """Run one command; what it prints is shown only when it fails."""
    name, *arguments = shlex.split(line)
    output = io.StringIO()
    with step(TITLES.get(name, name)):
        try:
            call_command(name, *arguments, stdout=output, stderr=output)
        except Exception:
            print(f"\n{tail(output.getvalue())}\n{tail(traceback.format_exc())}", file=sys.stderr)
            raise


def main(lines: list[str]) -> int:
    """Run all commands in order, up to the first that fails."""
    django.setup()
    for line in lines:
        try:
            run(line)
        except Exception:
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
