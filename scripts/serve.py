"""The web server under watch: started when everything stands, stopped before the database."""

from __future__ import annotations

import os
import signal
import subprocess
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from scripts import cluster, database, ports, prepare
from scripts.cluster_place import place
from scripts.environment import own_database_wanted, parse_port
from scripts.layout import DEMO_LOGINS, LOCAL, PYTHON, ROOT
from scripts.locks import only_holder, wait_until_free
from scripts.steps import StartFailure, say

WEB = LOCAL / "web"
GUNICORN = (PYTHON, "-m", "gunicorn", "--config", "scripts/gunicorn_conf.py", "geo.wsgi:application")
READY_SECONDS = 60
STOP_SECONDS = 20
LET_GO_SECONDS = 12
ENDING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class Stopped(KeyboardInterrupt):
    """Somebody asked the server to end."""


def run() -> int:
    """`make run`: everything, then serve until Ctrl+C or `make stop`."""
    host, port = os.environ.get("HOST") or "127.0.0.1", parse_port(os.environ.get("PORT"))
    for number in ENDING:
        signal.signal(number, ask_to_stop)
    try:
        with only_holder(WEB, refuse_second):
            refuse_taken_port(host, port)
            prepare.machine(development=False)
            with database.database() as url:
                serve(prepare.everything(url), host, port)
    except Stopped:
        return 0
    return 0


def ask_to_stop(number: int, _frame: object) -> None:
    """Turn a signal into the one exception that unwinds everything; further signals must not disturb that."""
    for ending in ENDING:
        signal.signal(ending, signal.SIG_IGN)
    raise Stopped


def refuse_second(pid: str) -> StartFailure:
    """Two servers of one checkout would share a database and stop it under each other."""
    return StartFailure(f"This checkout is already running (process {pid}).", "use it, or end it with: make stop")


def refuse_taken_port(host: str, port: int) -> None:
    """Say whose the port is. A server of ours that lost its watcher is leaving by itself: give it a moment."""
    deadline = time.monotonic() + LET_GO_SECONDS
    while not ports.is_free(host, port):
        who = ports.holder(port)
        if not ports.is_server_of(who, ROOT) or time.monotonic() > deadline:
            fix = f"end it, or choose another: make run PORT={port % 65535 + 1}"
            raise StartFailure(f"Port {port} is taken by {ports.name_of(who)}.", fix)
        time.sleep(0.3)


def serve(env: Mapping[str, str], host: str, port: int) -> None:
    """Run gunicorn until somebody stops it; keep the private database alive meanwhile."""
    with web_server({**env, "HOST": host, "PORT": str(port)}) as server:
        wait_until_ready(server, host, port)
        greet(host, port)
        while server.poll() is None:
            time.sleep(1)
            revive_database()
    raise StartFailure(f"The web server ended with {server.returncode}.", "see the lines above, then start again.")


@contextmanager
def web_server(env: Mapping[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    """gunicorn in a session of its own, so that Ctrl+C reaches only the watcher; it ends when the watcher is killed."""
    server = subprocess.Popen(
        ["setpriv", "--pdeathsig", "TERM", *GUNICORN], env=dict(env), cwd=ROOT, start_new_session=True
    )
    try:
        yield server
    finally:
        end(server)


def end(server: subprocess.Popen[bytes]) -> None:
    """Let requests finish, then be firm."""
    server.terminate()
    try:
        server.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        os.killpg(server.pid, signal.SIGKILL)
        server.wait()


def wait_until_ready(server: subprocess.Popen[bytes], host: str, port: int) -> None:
    """Wait for the first healthy answer. Raises StartFailure when the server ends or stays ill."""
    deadline = time.monotonic() + READY_SECONDS
    while not is_healthy(reachable(host), port):
        if server.poll() is not None or time.monotonic() > deadline:
            raise StartFailure("The web server did not become healthy.", "see the lines above; `make doctor` helps.")
        time.sleep(0.1)


def reachable(host: str) -> str:
    """An address of this machine under which a server bound to `host` answers."""
    return {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, host)  # noqa: S104


def public_name(port: int) -> str:
    """A host name that Django accepts: the first of ALLOWED_HOSTS, else localhost."""
    first = os.environ.get("ALLOWED_HOSTS", "").split(",")[0].strip().lstrip(".*")
    return first or f"localhost:{port}"


def is_healthy(host: str, port: int) -> bool:
    """Whether /api/health answers 200."""
    request = urllib.request.Request(f"http://{host}:{port}/api/health", headers={"Host": public_name(port)})
    try:
        with urllib.request.urlopen(request, timeout=5) as answer:  # noqa: S310
            return bool(answer.status == 200)
    except OSError:
        return False


def revive_database() -> None:
    """Start the private cluster again when something killed it; the web answers 503 until then."""
    if own_database_wanted() and not cluster.is_running(place()):
        say("The database ended; starting it again.")
        cluster.start(place())


def greet(host: str, port: int) -> None:
    """Say where everything is."""
    site = f"http://{'localhost' if reachable(host) == '127.0.0.1' else reachable(host)}:{port}"
    say(f"\nThe learning map is at  {site}/th/   ไทย\n                        {site}/en/   English")
    say(f"API: {site}/api/   Admin: {site}/admin/")
    if DEMO_LOGINS.is_file():
        say(f"Demo logins: {DEMO_LOGINS.relative_to(ROOT)}")
    say("Ctrl+C stops it.")


def stop() -> int:
    """`make stop`: the web first, then the database, which the web may have stopped as its last guest."""
    if not WEB.exists() and not database.KEEP.exists():
        say("Nothing of this checkout was ever started.")
        return 0
    was_up = own_database_wanted() and cluster.is_running(place())
    pid = wait_until_free(WEB, STOP_SECONDS + 15, ask=lambda number: os.kill(number, signal.SIGTERM))
    database.stop_keeping()
    say(f"Stopped the web (process {pid})." if pid else "The web was not running.")
    say("Stopped the database." if was_up else "The database was not running.")
    return 0
