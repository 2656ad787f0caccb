"""Interleaved rounds: each contender a few requests, then the next, so that whatever else runs disturbs all alike."""

import time
from collections.abc import Mapping
from dataclasses import dataclass
from http.client import HTTPConnection

from benchmarks.serving import cpu
from benchmarks.serving.client import connected, get
from benchmarks.serving.works import Contender, Work

_WARM_UP = 6  # requests: psycopg prepares a statement at the fifth
_MOST = 200


@dataclass(frozen=True)
class Measured:
    """CPU seconds per request of each contender in each round, and how many bytes a body holds.

    Where `unit` names another measure, it stands in the place of the seconds.
    """

    work: Work
    cpu_s: Mapping[str, list[float]]
    body_bytes: Mapping[str, int]
    unit: str = ""


def measure(work: Work, *, rounds: int, batch_s: float) -> Measured:
    """`rounds` times a batch of about `batch_s` seconds for each contender, the order turned every round."""
    sizes = work.verify()
    repeats = {each.label: _repeats(each, batch_s) for each in work.contenders}
    pids = {each.label: each.server.pids() for each in work.contenders}
    used: dict[str, list[float]] = {each.label: [] for each in work.contenders}
    for number in range(rounds):
        turn = number % len(work.contenders)
        for each in (*work.contenders[turn:], *work.contenders[:turn]):
            used[each.label].append(_batch(each, repeats[each.label], pids[each.label]))
    return Measured(work, used, sizes)


def _repeats(contender: Contender, batch_s: float) -> int:
    """How many requests fill the time, by the quickest of some that also warm the server up."""
    with connected(contender.server.port) as connection:
        quickest = min(_timed(connection, contender.path) for _ in range(_WARM_UP))
    return min(max(int(batch_s / quickest), 2), _MOST)


def _timed(connection: HTTPConnection, path: str) -> float:
    began = time.perf_counter()
    get(connection, path)
    return time.perf_counter() - began


def _batch(contender: Contender, repeats: int, pids: set[int]) -> float:
    before = cpu.used_s(pids)
    with connected(contender.server.port) as connection:
        for _ in range(repeats):
            get(connection, contender.path)
    return (cpu.used_s(pids) - before) / repeats
