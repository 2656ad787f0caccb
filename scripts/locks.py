"""Locks that the kernel lets go of when their holder dies, so that none is ever stale."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from scripts.steps import say


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
