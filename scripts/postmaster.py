"""Which PostgreSQL processes are at work on a data folder, and what a crash left behind."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

from scripts.cluster_place import SOCKET_NAME, Place
from scripts.steps import StartFailure

PATIENCE_S = 10.0


def noted_pid(data: Path) -> int | None:
    """The process number in postmaster.pid, whether that process lives or not."""
    try:
        first = (data / "postmaster.pid").read_text().split("\n", 1)[0].strip()
    except FileNotFoundError:
        return None
    return int(first) if first.isdigit() else None


def works_on(pid: int, data: Path) -> bool:
    """Whether the process is a PostgreSQL server process of this data folder (its working directory)."""
    process = Path("/proc") / str(pid)
    try:
        command = (process / "comm").read_text().strip()
        return command.startswith("postgres") and (process / "cwd").resolve() == data.resolve()
    except OSError:
        return False


def server_pid(data: Path) -> int | None:
    """The running server of this data folder; None when there is none, also when the noted number is a stranger's."""
    pid = noted_pid(data)
    return pid if pid is not None and works_on(pid, data) else None


def survivors(data: Path) -> list[int]:
    """Every PostgreSQL process still at work on this data folder."""
    numbers = (int(entry.name) for entry in Path("/proc").iterdir() if entry.name.isdigit())
    return [pid for pid in numbers if works_on(pid, data)]


def wait_until_none_survive(data: Path, seconds: float) -> bool:
    """Whether the last of them left in time."""
    deadline = time.monotonic() + seconds
    while survivors(data):
        if time.monotonic() > deadline:
            return False
        time.sleep(0.2)
    return True


def clear_after_crash(place: Place, patience_s: float = PATIENCE_S) -> None:
    """Remove what a killed server left, once none of its processes lives: PostgreSQL would refuse to start beside them.

    Raises StartFailure naming the processes that stay.
    """
    if not wait_until_none_survive(place.data, patience_s):
        for pid in survivors(place.data):
            os.kill(pid, signal.SIGTERM)
        if not wait_until_none_survive(place.data, patience_s):
            left = ", ".join(str(pid) for pid in survivors(place.data))
            raise StartFailure(
                f"Processes of a killed database server are still at work: {left}.",
                "wait for them or end them, then start again.",
            )
    (place.data / "postmaster.pid").unlink(missing_ok=True)
    for leftover in (SOCKET_NAME, f"{SOCKET_NAME}.lock"):
        (place.socket_dir / leftover).unlink(missing_ok=True)
