"""Locks end with their holder."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from scripts.layout import ROOT
from scripts.locks import Guests, holder_of, only_holder, wait_until_free
from scripts.steps import StartFailure

HOLD = """
import sys, time
from pathlib import Path
from scripts.locks import only_holder
with only_holder(Path(sys.argv[1]), RuntimeError):
    print("held", flush=True)
    time.sleep(60)
"""


@pytest.fixture
def lock(tmp_path: Path) -> Path:
    return tmp_path / "lock"


def hold(lock: Path) -> subprocess.Popen[str]:
    """Another process that holds the lock."""
    holder = subprocess.Popen([sys.executable, "-c", HOLD, str(lock)], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"
    return holder


def test_a_second_holder_is_refused_with_the_first_ones_number(lock: Path) -> None:
    holder = hold(lock)
    try:
        with pytest.raises(StartFailure, match=str(holder.pid)), only_holder(lock, lambda pid: StartFailure(pid, "")):
            pass
    finally:
        holder.kill()
        holder.communicate()


def test_a_killed_holder_leaves_no_stale_lock(lock: Path) -> None:
    holder = hold(lock)
    holder.kill()
    holder.communicate()

    assert holder_of(lock) is None


def test_stopping_asks_the_holder_and_waits_for_its_end(lock: Path) -> None:
    holder = hold(lock)

    assert wait_until_free(lock, 10, ask=lambda pid: os.kill(pid, signal.SIGTERM)) == holder.pid
    holder.communicate()


def test_nobody_is_asked_when_nobody_holds_it(lock: Path) -> None:
    assert wait_until_free(lock, 1, ask=lambda pid: pytest.fail("asked")) is None


def test_only_the_last_guest_to_leave_is_told_so(lock: Path) -> None:
    first, second = Guests(lock), Guests(lock)

    assert first.leave() is False
    assert second.leave() is True
