"""A large export from the real web server: flat memory, and whatever breaks it is seen and cleaned up."""

import http.client
import json
import os
import re
import socket
import subprocess
import sys
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import pytest
from django.contrib.gis.geos import Point
from django.core.management import call_command
from django.db import connection

from geo.settings import env
from spaces.changesets import Action, Change, apply
from spaces.models import Subkind, WisdomPlace

MANY = 20_000  # of 8 kB each
PATH = "/api/collections/wisdom-places/export"
MIB = 1024 * 1024
STALLED_S = 2
BACKENDS = "SELECT pid FROM pg_stat_activity WHERE application_name = 'export-test' AND query LIKE 'COPY%%'"


@pytest.fixture(scope="module")
def server(django_db_setup, django_db_blocker):
    """The port and the worker of gunicorn over a test database with `MANY` places, committed; emptied afterwards."""
    with django_db_blocker.unblock():
        try:
            fill()
            with served() as found:
                yield found
        finally:
            call_command("flush", interactive=False, verbosity=0)


def fill():
    Subkind.objects.create(id="library", collection="wisdom-places", name_th="ห้องสมุด", name_en="Library")
    words = {"name_th": "ห้องสมุด", "name_en": "Library", "description_th": "หนังสือ " * 350, "subkind": "library"}
    words |= {"geometry": Point(100.08, 7.617, srid=4326), "accuracy_m": 10, "status": "published"}
    apply([Change(Action.CREATE, "wisdom-places", "one", words)], author=None, comment="One", source="tests")
    same = [
        field.column for field in WisdomPlace._meta.concrete_fields if field.name not in {"id", "uid", "search_text"}
    ]
    copied = ", ".join(f'"{column}"' for column in same)
    table = WisdomPlace._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        cursor.execute(
            f"INSERT INTO {table} (id, uid, search_text, {copied}) SELECT 'many-' || lpad(n::text, 6, '0'), "
            f"gen_random_uuid(), '', {copied} FROM {table}, generate_series(1, {MANY - 1}) AS n"
        )
        cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")


@contextmanager
def served():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    url = urlunsplit(urlsplit(env.required("DATABASE_URL", ""))._replace(path=f"/{connection.settings_dict['NAME']}"))
    words = {"DATABASE_URL": url, "PGAPPNAME": "export-test", "EXPORT_STALLED_S": str(STALLED_S), "PORT": str(port)}
    command = ["-m", "gunicorn", "-k", "gthread", "--threads", "4", "-b", f"127.0.0.1:{port}", "geo.wsgi:application"]
    process = subprocess.Popen([sys.executable, *command], env={**os.environ, **words}, stderr=subprocess.DEVNULL)
    try:
        until(lambda: answers(port), 60)
        workers = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
        yield port, int(workers[0])
    finally:
        process.terminate()
        process.wait(20)


def answers(port):
    with suppress(OSError):
        response, _ = asked(port, f"{PATH}?filter=id%3D'one'")
        return response.status == 200
    return False


def until(true, seconds=10):
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "It did not happen in time."
        time.sleep(0.05)


def asked(port, path=PATH):
    """An answer whose body is still to be read, and its connection."""
    client = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    client.request("GET", path)
    return client.getresponse(), client


def backends():
    with connection.cursor() as cursor:
        cursor.execute(BACKENDS)
        return [pid for (pid,) in cursor.fetchall()]


def peak_bytes(pid):
    return int(re.search(r"VmHWM:\s+(\d+)", Path(f"/proc/{pid}/status").read_text())[1]) * 1024


def test_memory_is_flat_and_every_feature_is_there(server):
    port, worker = server
    asked(port, f"{PATH}?q=one")[0].read()
    before = peak_bytes(worker)
    response, _ = asked(port)
    lines = size = 0
    while block := response.read(MIB):
        lines, size, last = lines + block.count(b"\n"), size + len(block), block

    assert response.getheader("OGC-NumberMatched") == str(MANY)
    assert json.loads(b"{" + last.rpartition(b"\n], ")[2]) == {"numberReturned": MANY}
    assert (lines, size > 100 * MIB) == (MANY + 2, True)
    assert peak_bytes(worker) - before < 16 * MIB
    until(lambda: not backends())


@pytest.mark.parametrize("f", ["geojson", "geojsonseq", "csv"])
def test_a_killed_backend_shows_as_a_broken_stream(server, f):
    response, _ = asked(server[0], f"{PATH}?f={f}")
    response.read(MIB)
    (pid,) = backends()
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(%s)", [pid])

    with pytest.raises(http.client.IncompleteRead):
        response.read()
    assert asked(server[0], "/api/collections/wisdom-places/items?limit=1")[0].status == 200


def test_a_client_that_goes_gives_the_connection_back(server):
    response, client = asked(server[0])
    response.read(MIB)
    assert len(backends()) == 1
    client.close()
    response.close()

    until(lambda: not backends())


def test_a_client_that_stops_reading_is_cut_off(server):
    response, _ = asked(server[0])
    response.read(1000)

    until(lambda: not backends(), STALLED_S + 20)
    with pytest.raises(http.client.IncompleteRead):
        response.read()


def test_one_too_many_is_told_to_come_back_and_the_others_go_on(server):
    port = server[0]
    held = [asked(port) for _ in range(2)]
    refused, _ = asked(port)
    others, _ = asked(port, "/api/collections/wisdom-places/items?limit=1")

    assert (refused.status, refused.getheader("Retry-After")) == (503, "30")
    assert json.loads(refused.read())["type"] == "/api/problems/too-many-exports"
    assert others.status == 200
    for response, client in held:
        client.close()
        response.close()
    until(lambda: asked(port, f"{PATH}?q=one")[0].status == 200)
