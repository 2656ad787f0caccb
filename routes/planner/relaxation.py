"""A tighter upper bound for many candidates: walks that may come back, but pay for coming twice.

Every route is a walk through states (candidate, slot of the day). A walk may visit a candidate more than once, so the
best walk bounds the best route; with a price on each visit that is paid back once (Lagrange), coming back does not
pay. What a group adds is bounded by a price for each member in the same way. Prices are bettered by subgradient steps
(Held & Karp 1971, doi:10.1007/BF01584070); every price gives a bound that is valid, the least of them is kept.

A state's time is the earliest of all that reach it, and slots only order the states: nothing is rounded up. A walk of
h visits ends at most h slots late, so that with n + 2 slots more than the day has, no route is lost.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from routes.planner.jit import njit
from routes.planner.tables import FAR, IntVector, Tables, earliest_start

SLOTS = 240
STEPS = 40
MOST_CANDIDATES = 100
"""Above this the bound would take longer than the search."""

NEVER = -1
Floats = NDArray[np.float64]


class Graph(NamedTuple):
    """The states that some walk reaches and where each leads."""

    onward: NDArray[np.int16]  # (slots, n + 1, n + 1) the slot in which the next candidate starts; NEVER = not at all
    ends: NDArray[np.bool_]  # (slots, n + 1) whether the end can be reached from there


class Walk(NamedTuple):
    """The best walk at some prices."""

    value: float
    visits: IntVector  # (n + 1,) how often it visits each candidate


def walking_bound(t: Tables, known_score: int) -> int | None:
    """A score that no route exceeds; None where there are too many candidates. `known_score` guides the steps."""
    if not 0 < t.n <= MOST_CANDIDATES:
        return None
    graph = graph_of(t, max(1, -(-t.budget // SLOTS)))
    score, cost = t.score[:-1].astype(np.float64), t.cost[:-1, :-1].astype(np.float64)
    prices, shares = np.zeros(t.n + 1), t.gains[:, 0].astype(np.float64) if t.n else np.zeros(0)
    member, best, pace = t.member[:-1].astype(np.float64), np.inf, 1.5
    for _ in range(STEPS):
        walk = best_walk(graph, score + member @ shares - prices, cost, t.cost[:-1, -1].astype(np.float64))
        bound = walk.value + prices.sum() + np.maximum(0, t.gains - shares[:, None]).sum()
        best = min(best, bound)
        over = 1.0 - walk.visits
        over[0] = 0.0
        more = walk.visits @ member - (t.gains > shares[:, None]).sum(axis=1)
        length = float(over @ over + more @ more)
        if length == 0.0 or bound <= known_score:
            break
        step = pace * (bound - known_score) / length
        prices = np.maximum(0.0, prices - step * over)
        shares = np.clip(shares - step * more, 0.0, t.gains[:, 0])
        pace *= 0.94
    return int(np.floor(best + 1e-3)) if np.isfinite(best) else None


@njit
def graph_of(t: Tables, width: int) -> Graph:
    """All states that can be reached, slots being `width` seconds long."""
    slots = t.budget // width + t.n + 2
    onward = np.full((slots, t.n + 1, t.n + 1), NEVER, np.int16)
    ends = np.zeros((slots, t.n + 1), np.bool_)
    since = np.full((slots, t.n + 1), FAR, np.int64)
    since[0, 0] = 0
    for slot in range(slots):
        for node in range(t.n + 1):
            if since[slot, node] >= FAR:
                continue
            leave = since[slot, node] + t.visit[node]
            ends[slot, node] = t.travel[node, t.n + 1] < FAR and leave + t.travel[node, t.n + 1] <= t.budget
            for other in range(1, t.n + 1):
                if other == node or t.travel[node, other] >= FAR:
                    continue
                start = earliest_start(t.opens, t.closes, other, leave + t.travel[node, other])
                if start < 0 or start > t.last_start[other]:
                    continue
                later = max(start // width, slot + 1)
                if later < slots:
                    onward[slot, node, other] = later
                    since[later, other] = min(since[later, other], start)
    return Graph(onward, ends)


@njit
def best_walk(graph: Graph, worth: Floats, cost: Floats, end_cost: Floats) -> Walk:
    """The walk that earns most, each visit of a candidate earning its `worth`."""
    slots, nodes = graph.ends.shape
    value = np.full((slots, nodes), -np.inf)
    parent = np.full((slots, nodes), NEVER, np.int64)
    value[0, 0] = 0.0
    best, last = -np.inf, NEVER
    for slot in range(slots):
        for node in range(nodes):
            here = value[slot, node]
            if here == -np.inf:
                continue
            if graph.ends[slot, node] and here - end_cost[node] > best:
                best, last = here - end_cost[node], slot * nodes + node
            for other in range(1, nodes):
                later = graph.onward[slot, node, other]
                if later != NEVER and here + worth[other] - cost[node, other] > value[later, other]:
                    value[later, other] = here + worth[other] - cost[node, other]
                    parent[later, other] = slot * nodes + node
    visits = np.zeros(nodes, np.int64)
    while last > 0:
        visits[last % nodes] += 1
        last = parent[last // nodes, last % nodes]
    return Walk(best, visits)
