"""When visits may start: the windows of all candidates as arrays, and the moments they leave."""

from __future__ import annotations

import numpy as np

from routes.planner.jit import njit
from routes.planner.problem import Candidate
from routes.planner.requirements import FAR, IntMatrix, IntVector


def window_arrays(candidates: tuple[Candidate, ...], budget: int) -> tuple[IntMatrix, IntMatrix]:
    """Window starts and ends, (n + 2, K); the end may be reached at any time in the budget."""
    most = max([1, *(len(candidate.windows) for candidate in candidates)])
    opens = np.full((len(candidates) + 2, most), FAR, dtype=np.int64)
    closes = np.full((len(candidates) + 2, most), -1, dtype=np.int64)
    windows = [((0, budget),), *(candidate.windows for candidate in candidates), ((0, budget),)]
    for node, own in enumerate(windows):
        for index, (opening, closing) in enumerate(own):
            opens[node, index], closes[node, index] = opening, closing
    return opens, closes


@njit
def earliest_start(opens: IntMatrix, closes: IntMatrix, node: int, ready: int) -> int:
    """The first moment from `ready` on at which a visit may start; -1 when there is none."""
    for index in range(opens.shape[1]):
        if closes[node, index] >= ready:
            return max(ready, int(opens[node, index]))
    return -1


@njit
def latest_start(opens: IntMatrix, closes: IntMatrix, node: int, until: int) -> int:
    """The last moment up to `until` at which a visit may start; -1 when there is none."""
    for index in range(opens.shape[1] - 1, -1, -1):
        if closes[node, index] >= 0 and opens[node, index] <= until:
            return min(until, int(closes[node, index]))
    return -1


@njit
def last_starts(opens: IntMatrix, closes: IntMatrix, visit: IntVector, path: IntMatrix, budget: int) -> IntVector:
    """`Tables.last_start`."""
    last = np.empty(visit.shape[0], dtype=np.int64)
    end = visit.shape[0] - 1
    for node in range(end):
        last[node] = latest_start(opens, closes, node, budget - visit[node] - path[node, end])
    last[end] = budget
    return last
