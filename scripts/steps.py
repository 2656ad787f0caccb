"""Progress, step by step, and failures that say what to do next."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

TAIL_LINES = 25


class StartFailure(Exception):
    """Something the start cannot mend by itself: what happened, and what the reader can do about it."""

    def __init__(self, what: str, fix: str) -> None:
        super().__init__(what)
        self.fix = fix


def say(text: str) -> None:
    """One line for the person who watches."""
    print(text, flush=True)


@contextmanager
def step(title: str) -> Iterator[None]:
    """Name the work before it starts and its seconds when it is done."""
    began = time.monotonic()
    print(f"  {title} ...", end=" ", flush=True)
    try:
        yield
    except BaseException:
        print("failed", flush=True)
        raise
    print(f"{time.monotonic() - began:.1f} s", flush=True)


def quiet(
    command: Sequence[object],
    *,
    fix: str,
    env: Mapping[str, str] | None = None,
    cwd: Path | None = None,
    log: Path | None = None,
) -> str:
    """Run a command unseen and return its output. Raises StartFailure with the end of the output and the fix."""
    done = subprocess.run(
        [str(part) for part in command],
        env=dict(env) if env is not None else None,
        cwd=cwd,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        check=False,
    )
    if log is not None:
        log.parent.mkdir(parents=True, exist_ok=True)
        log.write_text(done.stdout, encoding="utf-8")
    if done.returncode != 0:
        raise StartFailure(f"{command_line(command)}\nended with {done.returncode}:\n{tail(done.stdout)}", fix)
    return done.stdout


def command_line(command: Sequence[object]) -> str:
    """The command as a person would type it, long ones shortened."""
    text = " ".join(str(part) for part in command)
    return text if len(text) <= 200 else text[:197] + "..."


def tail(text: str) -> str:
    """The last lines of an output, where the reason usually stands."""
    return "\n".join(text.strip().splitlines()[-TAIL_LINES:])


def report(failure: StartFailure) -> int:
    """Print a failure with its fix; the exit status is 1."""
    print(f"\n{failure}\n\nWhat to do: {failure.fix}", file=sys.stderr, flush=True)
    return 1


def is_root() -> bool:
    """Whether the person who starts is root."""
    return os.geteuid() == 0
