"""A map of its own for the tests that kill: a private PostGIS, gunicorn on a free port, and a client of HTTP."""

import http.client
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psycopg

from scripts import backup, cluster
from scripts.cluster_place import Place
from scripts.layout import ROOT
from scripts.postmaster import server_pid, works_on

READY_S = 30
GUNICORN = (sys.executable, "-m", "gunicorn", "--config", "tests/spaces/live/gunicorn_conf.py", "geo.wsgi:application")
Json = Any


@dataclass
class Answer:
    status: int
    headers: Mapping[str, str]
    body: bytes

    def json(self) -> Json:
        return json.loads(self.body)


@dataclass
class Live:
    """`token` is a reviewer's. Every process is ours alone: killing them hurts nobody else."""

    place: Place
    port: int
    env: dict[str, str]
    token: str = ""
    server: subprocess.Popen[bytes] | None = None
    said: Path = field(default_factory=lambda: Path(os.devnull))

    # --- Starting and stopping

    def start_web(self) -> None:
        with self.said.open("ab") as log:
            self.server = subprocess.Popen(
                GUNICORN, cwd=ROOT, env=self.env, stdout=log, stderr=log, start_new_session=True
            )

    def wait_until_ready(self) -> None:
        deadline = time.monotonic() + READY_S
        while time.monotonic() < deadline:
            try:
                if self.ask("GET", "health").status == 200:
                    return
            except OSError:
                pass
            time.sleep(0.05)
        raise AssertionError(f"The server never became healthy:\n{self.said.read_text()[-3000:]}")

    def stop(self) -> None:
        self.kill_web()
        cluster.stop(self.place)

    # --- Killing

    def kill_web(self) -> None:
        """The master and every worker at once, as a power cut would."""
        if self.server is not None and self.server.poll() is None:
            os.killpg(self.server.pid, signal.SIGKILL)
            self.server.wait()

    def workers(self) -> list[int]:
        assert self.server is not None
        children = Path(f"/proc/{self.server.pid}/task/{self.server.pid}/children")
        return [int(pid) for pid in children.read_text().split()]

    def backends(self) -> list[int]:
        """The database's processes that serve a connection of the web."""
        rows = self.sql(
            "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
        return [int(row[0]) for row in rows]

    def kill_database(self) -> None:
        pid = server_pid(self.place.data)
        assert pid is not None
        os.kill(pid, signal.SIGKILL)
        while works_on(pid, self.place.data):
            time.sleep(0.01)

    # --- Asking

    def sql(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        address = {"host": str(self.place.socket_dir), "port": 5432, "user": cluster.ROLE, "dbname": cluster.DATABASE}
        with psycopg.connect(**address, autocommit=True) as connection:
            return connection.execute(query, values).fetchall()

    def ask(self, method: str, path: str, body: Json = None, timeout: float = 30, **headers: str) -> Answer:
        """Raises OSError or HTTPException when the connection ends before the answer."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        data = body if isinstance(body, bytes) else None if body is None else json.dumps(body).encode()
        sent = {"Content-Type": "application/json"} if body is not None else {}
        sent |= {"Authorization": f"Bearer {self.token}"} if self.token else {}
        try:
            connection.request(
                method, f"/api/{path}", data, {**sent, **{k.replace("_", "-"): v for k, v in headers.items()}}
            )
            answer = connection.getresponse()
            return Answer(answer.status, dict(answer.headers.items()), answer.read())
        finally:
            connection.close()


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])


def copy_schema(source_url: str, place: Place) -> None:
    """The tables and triggers of the tests' database, laid into the private cluster."""
    target = {**os.environ, "PGHOST": str(place.socket_dir), "PGPORT": "5432", "PGUSER": cluster.ROLE}
    dump = [backup.client("pg_dump"), "--no-owner", "--exclude-table-data=spatial_ref_sys", "--no-comments"]
    made = subprocess.run(dump, env=backup.libpq_env(source_url), capture_output=True, check=True)
    restore = [backup.client("psql"), "-Xq", "-v", "ON_ERROR_STOP=1", "-d", cluster.DATABASE]
    subprocess.run(restore, env=target, input=made.stdout, stdout=subprocess.DEVNULL, check=True)


def seed(env: Mapping[str, str]) -> str:
    """Look-ups and a reviewer; gives the reviewer's token."""
    code = (ROOT / "tests/spaces/live/seed.py").read_text()
    done = subprocess.run(
        [sys.executable, "manage.py", "shell", "-v", "0", "-c", code],
        cwd=ROOT,
        env=dict(env),
        capture_output=True,
        check=True,
    )
    return done.stdout.decode().split()[-1]


def remove(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
