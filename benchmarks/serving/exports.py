"""Exports: CPU beside a bare COPY, how soon the first byte comes, and how much memory the server takes for one."""

import json
import re
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPResponse
from itertools import zip_longest

from benchmarks.serving import cpu
from benchmarks.serving.client import asked, connected
from benchmarks.serving.data import POINTS
from benchmarks.serving.rounds import Measured
from benchmarks.serving.servers import Server
from benchmarks.serving.works import DifferentAnswers, Work

OURS, RAW = "ours", "raw COPY"
PATHS = {OURS: f"/api/collections/{POINTS}/export", RAW: f"/copy/{POINTS}"}
FIRST_BYTE, GROWTH = "full export: seconds to the first byte", "full export: MiB of memory it takes"
_BLOCK = 1024 * 1024
_MIB = 1024 * 1024
_SAMPLED_S = 0.02
_FEATURE = re.compile(rb"^,?\{")


@dataclass(frozen=True)
class Taken:
    """What one export took: seconds of CPU, seconds to the first byte, bytes of memory of the server, bytes sent."""

    cpu_s: float
    first_byte_s: float
    memory_bytes: int
    body_bytes: int


def compared(size: int, ours: Server, raw: Server, rounds: int) -> Iterator[Measured]:
    """Both in turn, after all their features were found to be the same."""
    servers = {OURS: ours, RAW: raw}
    _verify(servers)
    taken: dict[str, list[Taken]] = {label: [] for label in servers}
    for number in range(rounds):
        for label in (OURS, RAW) if number % 2 else (RAW, OURS):
            taken[label].append(take(servers[label], PATHS[label]))
    used = {label: [each.cpu_s for each in found] for label, found in taken.items()}
    yield Measured(Work("full export", size, ()), used, {label: found[0].body_bytes for label, found in taken.items()})
    yield from _gauges(size, taken[OURS])


def alone(size: int, ours: Server, rounds: int) -> Iterator[Measured]:
    """First byte and memory only."""
    yield from _gauges(size, [take(ours, PATHS[OURS]) for _ in range(rounds)])


def _gauges(size: int, taken: Sequence[Taken]) -> Iterator[Measured]:
    body = {OURS: taken[0].body_bytes}
    yield Measured(Work(FIRST_BYTE, size, ()), {OURS: [each.first_byte_s for each in taken]}, body, "s")
    yield Measured(Work(GROWTH, size, ()), {OURS: [each.memory_bytes / _MIB for each in taken]}, body, "MiB")


def take(server: Server, path: str) -> Taken:
    """One export, read to its end."""
    with connected(server.port) as warm:
        asked(warm, f"{path}?properties=accuracy_m&q=0000001" if path == PATHS[OURS] else "/page/" + POINTS).read()
    worker = max(cpu.family(server.pid) - {server.pid})
    before = cpu.forget_peak(worker)
    with _watched(server) as used, connected(server.port) as connection:
        began = time.perf_counter()
        response = asked(connection, path)
        size = len(response.read(1))
        first = time.perf_counter() - began
        while block := response.read(_BLOCK):
            size += len(block)
    return Taken(sum(used.values()), first, cpu.peak_bytes(worker) - before, size)


@contextmanager
def _watched(server: Server) -> Iterator[dict[int, float]]:
    """CPU seconds by process, looked at again and again: the backend of an export is gone when it is over."""
    base = {pid: cpu.used_s([pid]) for pid in server.pids()}
    used: dict[int, float] = {}
    over = threading.Event()

    def watch() -> None:
        while not over.wait(_SAMPLED_S):
            for pid in server.pids():
                used[pid] = max(used.get(pid, 0.0), cpu.used_or_zero_s(pid) - base.get(pid, 0.0))

    watching = threading.Thread(target=watch)
    watching.start()
    try:
        yield used
    finally:
        over.set()
        watching.join()
        for pid in server.pids():
            used[pid] = max(used.get(pid, 0.0), cpu.used_or_zero_s(pid) - base.get(pid, 0.0))


def _verify(servers: dict[str, Server]) -> None:
    """Feature by feature. Raises DifferentAnswers."""
    with connected(servers[OURS].port) as one, connected(servers[RAW].port) as other:
        pairs = zip_longest(_features(asked(one, PATHS[OURS])), _features(asked(other, PATHS[RAW])))
        if not all(json.loads(ours or b"0") == json.loads(raw or b"1") for ours, raw in pairs):
            raise DifferentAnswers("full export: ours and raw COPY differ.")


def _features(response: HTTPResponse) -> Iterator[bytes]:
    """The lines that are features."""
    for line in response:
        if b'"Feature"' in line[:25] and _FEATURE.match(line):
            yield line.strip(b",\n")
