"""The web ends with its watcher, however that ends, and the watcher with the web."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from scripts import serve
from scripts.layout import ROOT

SECONDS = 15


@dataclass
class Watched:
    """A watcher, the server below it, and their port."""

    watcher: subprocess.Popen[str]
    server: int
    port: int


@pytest.fixture
def watched() -> Iterator[Watched]:
    """A watcher that has greeted: its server is healthy."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = int(free.getsockname()[1])
    command = [sys.executable, "-m", "tests.start.watched", str(port)]
    watcher = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, start_new_session=True)
    assert watcher.stdout is not None
    server = int(watcher.stdout.readline().split()[1])
    assert any("Ctrl+C" in line for line in iter(watcher.stdout.readline, ""))
    yield Watched(watcher, server, port)
    watcher.kill()
    watcher.communicate()


def ends(pid: int) -> bool:
    """Whether the process is gone (or only waits to be collected) within a few seconds."""
    deadline = time.monotonic() + SECONDS
    while time.monotonic() < deadline:
        status = Path(f"/proc/{pid}/stat")
        if not status.is_file() or status.read_text().rsplit(") ", 1)[1].startswith("Z"):
            return True
        time.sleep(0.05)
    return False


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_the_server_and_then_the_watcher_cleanly(watched: Watched, number: int) -> None:
    watched.watcher.send_signal(number)

    said, _ = watched.watcher.communicate(timeout=SECONDS)
    assert said.endswith("stopped\n")
    assert watched.watcher.returncode == 0
    assert ends(watched.server)


def test_a_killed_watcher_takes_its_server_along(watched: Watched) -> None:
    watched.watcher.kill()

    assert ends(watched.server)


def test_a_killed_server_is_reported(watched: Watched) -> None:
    os.kill(watched.server, signal.SIGKILL)

    watched.watcher.communicate(timeout=SECONDS)
    assert watched.watcher.returncode != 0


def test_ctrl_c_in_the_terminal_reaches_only_the_watcher(watched: Watched) -> None:
    assert os.getsid(watched.server) != os.getsid(watched.watcher.pid)


def test_health_is_what_the_server_says(watched: Watched) -> None:
    assert serve.is_healthy("127.0.0.1", watched.port)


def test_no_server_is_not_healthy() -> None:
    assert not serve.is_healthy("127.0.0.1", 1)


@pytest.mark.parametrize(
    ("hosts", "name"),
    [("", "localhost:8000"), ("map.example.org,localhost", "map.example.org"), ("*", "localhost:8000")],
)
def test_health_is_asked_under_a_name_that_django_accepts(
    monkeypatch: pytest.MonkeyPatch, hosts: str, name: str
) -> None:
    monkeypatch.setenv("ALLOWED_HOSTS", hosts)

    assert serve.public_name(8000) == name
