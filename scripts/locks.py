"""Locks that the kernel lets go of when their holder dies, so that none is ever stale."""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from scripts.steps import StartFailure, say


def open_lock(path: Path) -> int:
    """A file to lock, closed in child processes."""
    path.parent.mkdir(parents=True, exist_ok=True)
    return os.open(path, os.O_RDWR | os.O_CREAT, 0o600)


def try_lock(descriptor: int, kind: int) -> bool:
    """Take the lock if it is free now."""
    try:
        fcntl.flock(descriptor, kind | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


@contextmanager
def one_at_a_time(path: Path) -> Iterator[None]:
    """Hold the lock alone; wait for whoever has it, and say so."""
    descriptor = open_lock(path)
    try:
        if not try_lock(descriptor, fcntl.LOCK_EX):
            say("  Another start of this checkout is being set up; waiting for it ...")
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


@contextmanager
def only_holder(path: Path, refusal: Callable[[str], Exception]) -> Iterator[None]:
    """Hold the lock alone, with this process's number in it. Raises what `refusal(holder)` gives when it is taken."""
    descriptor = open_lock(path)
    try:
        if not try_lock(descriptor, fcntl.LOCK_EX):
            raise refusal(path.read_text().strip())
        os.ftruncate(descriptor, 0)
        os.write(descriptor, str(os.getpid()).encode())
        yield
    finally:
        os.close(descriptor)


def holder_of(path: Path) -> int | None:
    """The process that holds the lock alone now."""
    if not path.is_file():
        return None
    descriptor = open_lock(path)
    try:
        return None if try_lock(descriptor, fcntl.LOCK_SH) else int(path.read_text() or 0)
    finally:
        os.close(descriptor)


def wait_until_free(path: Path, seconds: float, ask: Callable[[int], None]) -> int | None:
    """Ask the holder to end and wait until it did. Returns its number, None where nobody held the lock.

    Raises StartFailure when it does not end in time.
    """
    pid = holder_of(path)
    if not pid:
        return None
    ask(pid)
    deadline = time.monotonic() + seconds
    while holder_of(path) is not None:
        if time.monotonic() > deadline:
            raise StartFailure(f"Process {pid} does not end.", f"end it with: kill -9 {pid}")
        time.sleep(0.1)
    return pid


class Guests:
    """Who is using something at the moment: the last to leave is told so."""

    def __init__(self, path: Path) -> None:
        self.descriptor = open_lock(path)
        fcntl.flock(self.descriptor, fcntl.LOCK_SH)

    def leave(self) -> bool:
        """Stop using it. Returns whether nobody else is left."""
        last = try_lock(self.descriptor, fcntl.LOCK_EX)
        os.close(self.descriptor)
        return last
