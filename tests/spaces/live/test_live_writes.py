"""Writing to a real server over a real PostGIS: many at once, too much at once, and both killed at any moment."""

import os
import random
import signal
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Any

import psycopg
import pytest

from scripts import cluster
from scripts.layout import ROOT
from tests.spaces.api.writing import feature
from tests.spaces.live.harness import Live
from tests.spaces.live.ledger import OF_ONE_CHANGESET, Ledger, keep_creating, keep_patching

MEGABYTE = 1024 * 1024
KILLING_S = 8


def test_of_fifty_writers_of_one_version_one_wins_and_the_others_see_theirs(running: Live) -> None:
    running.ask("POST", "collections/amenities/items", {**feature(), "id": "wanted"})

    def write(number: int) -> tuple[int, str]:
        body = {"type": "Feature", "properties": {"contact": f"writer {number}"}}
        answer = running.ask("PATCH", "collections/amenities/items/wanted", body, If_Match='"1"', timeout=60)
        shown = answer.json()
        theirs = shown["theirs"] if answer.status == 412 else shown
        return answer.status, theirs["properties"]["contact"]

    with ThreadPoolExecutor(50) as writers:
        answers = list(writers.map(write, range(50)))

    statuses = [status for status, _ in answers]
    assert (statuses.count(200), statuses.count(412)) == (1, 49)
    assert len({contact for _, contact in answers}) == 1
    history = running.sql("SELECT version, contact FROM spaces_amenityevent WHERE id = 'wanted' ORDER BY version")
    assert history == [(1, ""), (2, answers[0][1])]


def test_writers_of_the_same_spaces_in_any_order_never_deadlock(running: Live) -> None:
    ids = [f"shared-{number}" for number in range(20)]
    changes = [{"action": "create", "collection": "amenities", "feature": {**feature(), "id": one}} for one in ids]
    assert running.ask("POST", "changesets", {"changes": changes}).status == 201

    def write(number: int) -> int:
        order = random.Random(number).sample(ids, len(ids))
        body = {"properties": {"contact": str(number)}}
        changes = [
            {"action": "modify", "collection": "amenities", "id": one, "version": 1, "feature": body} for one in order
        ]
        return running.ask("POST", "changesets", {"changes": changes}, timeout=60).status

    with ThreadPoolExecutor(10) as writers:
        statuses = list(writers.map(write, range(10)))

    assert (statuses.count(201), statuses.count(412)) == (1, 9)
    assert len(running.sql("SELECT DISTINCT contact FROM spaces_amenity WHERE id LIKE 'shared-%%'")) == 1


def test_a_request_sent_ten_times_at_once_is_done_once(running: Live) -> None:
    body = {**feature(), "id": "once"}

    with ThreadPoolExecutor(10) as clients:
        answers = list(
            clients.map(
                lambda _: running.ask("POST", "collections/amenities/items", body, Idempotency_Key="ten"), range(10)
            )
        )

    assert {answer.status for answer in answers} <= {201, 409}
    assert len({answer.body for answer in answers if answer.status == 201}) == 1
    assert running.sql("SELECT count(*) FROM spaces_amenityevent WHERE id = 'once'") == [(1,)]


def test_the_example_of_the_guide_runs(running: Live, monkeypatch: pytest.MonkeyPatch) -> None:
    guide = (ROOT / "docs/api.md").read_text()
    example = guide.split("```python\n")[1].split("```")[0]
    monkeypatch.setenv("TOKEN", running.token)
    names: dict[str, Any] = {}

    exec(example.replace("http://localhost:8000", f"http://127.0.0.1:{running.port}"), names)

    assert names["theirs"]["properties"]["shade"] == "yes"


# --- Too much ---------------------------------------------------------------------------------------------------------


def peak_mib(pids: list[int]) -> float:
    """The most memory each process has held since `forget_peaks`, added up."""
    lines = [line for pid in pids for line in Path(f"/proc/{pid}/status").read_text().splitlines()]
    return sum(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024


def forget_peaks(pids: list[int]) -> None:
    for pid in pids:
        Path(f"/proc/{pid}/clear_refs").write_text("5")


def vertices(number: int) -> bytes:
    """A zone of so many vertices, as briefly written as they can be."""
    ring = b"[1,1]," * number + b"[1,1]"
    geometry = b'{"type":"MultiPolygon","coordinates":[[[' + ring + b"]]]}"
    return b'{"type":"Feature","properties":{},"geometry":' + geometry + b"}"


@pytest.mark.parametrize(
    ("path", "body", "most_mib"),
    [
        ("collections/amenities/items", b'{"a": "' + b"x" * 64 * MEGABYTE + b'"}', 8),
        ("changesets", b'{"a": "' + b"x" * 64 * MEGABYTE + b'"}', 8),
        ("collections/urban-design-zones/items", vertices(1_000_000), 8),
        ("changesets", vertices(1_000_000), 48),  # read as bytes, never unfolded
        ("changesets", b"[" * 15 * MEGABYTE, 80),
        ("changesets", b'{"":[' + b"{}," * 330_000 + b"{}]}", 120),  # the most that is unfolded
    ],
    ids=["64 MB", "64 MB of changes", "a million vertices", "a million vertices of changes", "depth", "many values"],
)
def test_what_is_too_much_is_refused_quickly_and_with_little_memory(
    running: Live, path: str, body: bytes, most_mib: float
) -> None:
    for _ in range(4):
        running.ask("GET", "collections/amenities/items?limit=1")  # what a worker loads once is no growth
    workers = running.workers()
    forget_peaks(workers)
    before, start = peak_mib(workers), time.monotonic()

    answer = running.ask("POST", path, body, Content_Type="application/json")

    assert answer.status in {400, 413, 422}
    assert time.monotonic() - start < 5
    assert running.workers() == workers
    assert peak_mib(workers) - before < most_mib


# --- Killing ----------------------------------------------------------------------------------------------------------


def kill_a_worker(live: Live, dice: random.Random) -> None:
    os.kill(dice.choice(live.workers()), signal.SIGKILL)


def kill_a_backend(live: Live, dice: random.Random) -> None:
    """PostgreSQL ends every other backend too, and recovers from its log."""
    if backends := live.backends():
        os.kill(dice.choice(backends), signal.SIGKILL)


def kill_the_database(live: Live, dice: random.Random) -> None:
    live.kill_database()
    cluster.start(live.place)


def kill_the_web(live: Live, dice: random.Random) -> None:
    live.kill_web()
    live.start_web()


ACTS = (kill_a_worker, kill_a_backend, kill_a_worker, kill_the_web, kill_a_backend, kill_the_database)


def kill_again_and_again(live: Live) -> int:
    """Kills until the time is over; gives how often."""
    dice, end, times = random.Random(), time.monotonic() + KILLING_S, 0
    while time.monotonic() < end or times < len(ACTS):
        with suppress(OSError, IndexError, psycopg.OperationalError):  # what was killed before is not back yet
            ACTS[times % len(ACTS)](live, dice)
        times += 1
        time.sleep(dice.uniform(0.3, 1.0))
    return times


def test_what_was_answered_survives_every_kill_and_nothing_is_half(running: Live) -> None:
    ledger, stop = Ledger(), threading.Event()
    with ThreadPoolExecutor(6) as clients:
        jobs = [clients.submit(keep_creating, running, ledger, stop, f"maker-{n}") for n in range(3)]
        jobs += [clients.submit(keep_patching, running, ledger, stop, f"patcher-{n}") for n in range(3)]
        try:
            kills = kill_again_and_again(running)
            cluster.start(running.place)
            running.wait_until_ready()
            time.sleep(1)
        finally:
            stop.set()
        for job in jobs:
            job.result(timeout=60)

    assert kills >= len(ACTS)
    assert ledger.made
    assert ledger.values
    assert ledger.lost  # it did hurt
    check_that_nothing_is_lost(running, ledger)
    check_that_nothing_is_half(running, ledger)


def check_that_nothing_is_lost(live: Live, ledger: Ledger) -> None:
    stored = dict(live.sql("SELECT id, changeset_id FROM spaces_amenity WHERE id LIKE 'maker-%%'"))
    for changeset, ids in ledger.made.items():
        assert [stored.get(one) for one in ids] == [changeset] * OF_ONE_CHANGESET
    history = {(one, version): contact for one, version, contact in live.sql(_PATCHED)}
    for key, value in ledger.values.items():
        assert history.get(key) == value


def check_that_nothing_is_half(live: Live, ledger: Ledger) -> None:
    """A changeset has all its rows or is not there; a key was used once; versions have no gap and no twin."""
    assert live.sql(_HALF, OF_ONE_CHANGESET) == []
    assert (
        live.sql("SELECT comment FROM spaces_changeset WHERE comment <> '' GROUP BY comment HAVING count(*) > 1") == []
    )
    assert live.sql("SELECT id FROM spaces_amenityevent GROUP BY id HAVING count(*) <> max(version)") == []
    assert live.sql("SELECT id FROM spaces_amenity EXCEPT SELECT id FROM spaces_spaceregistry") == []
    assert live.sql(_UNEQUAL) == []
    made = len(live.sql("SELECT 1 FROM spaces_changeset WHERE comment LIKE 'maker-%%'"))
    assert len(ledger.made) <= made <= len(ledger.made) + len(ledger.unknown)


_PATCHED = "SELECT id, version, contact FROM spaces_amenityevent WHERE id LIKE 'patcher-%%'"
_HALF = """
    SELECT changeset.id, count(event.id) FROM spaces_changeset AS changeset
    LEFT JOIN spaces_amenityevent AS event ON event.changeset_id = changeset.id
    WHERE changeset.comment LIKE 'maker-%%' GROUP BY changeset.id HAVING count(event.id) <> %s
"""
_UNEQUAL = """
    SELECT stored.id FROM spaces_amenity AS stored
    LEFT JOIN spaces_amenityevent AS event ON event.id = stored.id AND event.version = stored.version
    WHERE event.contact IS DISTINCT FROM stored.contact OR event.changeset_id IS DISTINCT FROM stored.changeset_id
"""
