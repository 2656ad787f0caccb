"""The servers that are compared: each a process of its own, one worker with one thread, on this machine."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import psycopg

from benchmarks.serving import cpu
from benchmarks.serving.client import BadAnswer, connected, get
from benchmarks.serving.databases import libpq

ROOT = Path(__file__).resolve().parents[2]
_READY_S = 120  # the first start after a change compiles the planner
_STOP_S = 10
_BACKENDS = """
    SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND application_name = %s
"""


class NotReady(RuntimeError):
    """A server did not begin to answer."""


class NoBackend(RuntimeError):
    """PostgreSQL works in processes that this machine does not show, so their CPU cannot be counted."""


@dataclass(frozen=True)
class Server:
    """A running server. Its connections to PostgreSQL carry `application` as their name."""

    name: str
    port: int
    pid: int
    application: str
    database_url: str

    def pids(self) -> set[int]:
        """The server's processes and those of PostgreSQL that work for it."""
        with psycopg.connect(libpq(self.database_url)) as database:
            backends = {int(row[0]) for row in database.execute(_BACKENDS, [self.application]).fetchall()}
        if not backends or not all((cpu.PROC / str(pid)).exists() for pid in backends):
            raise NoBackend(f"PostgreSQL's processes for {self.name} are not on this machine.")
        return cpu.family(self.pid) | backends


@dataclass(frozen=True)
class Recipe:
    """How a server is started: `command`, its `environment`, and a path that answers when it is ready.

    In both, `{port}` is the port, `{url}` the address of the database and `{name}` what its connections are called.
    """

    name: str
    command: tuple[str, ...]
    environment: Mapping[str, str]
    probe: str
    calls_itself: str = ""  # to PostgreSQL, whatever it is told


def gunicorn(conf: str, application: str) -> tuple[str, ...]:
    return (sys.executable, "-m", "gunicorn", "--config", conf, application)


OURS = Recipe(
    "ours",
    gunicorn("scripts/gunicorn_conf.py", "geo.wsgi:application"),
    {"DATABASE_URL": "{django_url}", "WEB_WORKERS": "1", "WEB_THREADS": "1", "HOST": "127.0.0.1"},
    "/api/collections/wisdom-places/items",
)
ANEW = replace(OURS, name="ours, made anew", environment={**OURS.environment, "ANSWERS_KEPT_MIB": "0"})
NAIVE = Recipe(
    "naive DRF-GIS",
    gunicorn("benchmarks/serving/gunicorn_conf.py", "benchmarks.serving.naive:application"),
    {"DATABASE_URL": "{django_url}", "DJANGO_SETTINGS_MODULE": "benchmarks.serving.naive_settings"},
    "/wisdom-places/",
)


def raw(statements: Path) -> Recipe:
    """The reference, with its statements in a file."""
    return Recipe(
        "raw SQL",
        gunicorn("benchmarks/serving/gunicorn_conf.py", "benchmarks.serving.raw:application"),
        {"BENCH_DATABASE": "{url}", "BENCH_STATEMENTS": str(statements), "PGOPTIONS": "-c jit=off"},
        "/page/wisdom-places",
    )


@contextmanager
def running(recipe: Recipe, database_url: str) -> Iterator[Server]:
    """The server, ready; it ends with the block."""
    port = free_port()
    application = f"bench-{port}"
    words = {"port": str(port), "url": libpq(database_url), "django_url": database_url, "name": application}
    own = {name: value.format(**words) for name, value in recipe.environment.items()}
    environment = {**os.environ, "PORT": str(port), "PGAPPNAME": application, "DEBUG": "0", **own}
    process = subprocess.Popen([part.format(**words) for part in recipe.command], env=environment, cwd=ROOT)
    try:
        _wait(lambda: _answers(port, recipe.probe), process, recipe.name)
        yield Server(recipe.name, port, process.pid, recipe.calls_itself or application, database_url)
    finally:
        process.send_signal(signal.SIGINT)  # gunicorn and uvicorn then end without waiting for idle connections
        try:
            process.wait(_STOP_S)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def _wait(ready: Callable[[], bool], process: "subprocess.Popen[bytes]", name: str) -> None:
    deadline = time.monotonic() + _READY_S
    while not ready():
        if process.poll() is not None or time.monotonic() > deadline:
            raise NotReady(f"{name} did not begin to answer; see the lines above.")
        time.sleep(0.2)


def _answers(port: int, path: str) -> bool:
    try:
        with connected(port) as connection:
            get(connection, path)
    except (OSError, BadAnswer):
        return False
    return True
