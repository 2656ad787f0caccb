"""Walks: ways through candidates that may come back to one, though never straight back, in time and windows.

A walk goes through states (candidate, slot of the day). A state's time is the earliest of all that reach it, and slots
only order the states: nothing is rounded up. A walk of h visits ends at most h slots late, so that with n + 2 slots
more than the day has, no route is lost.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from routes.planner.jit import inlined, njit
from routes.planner.requirements import FAR, IntMatrix, IntVector
from routes.planner.tables import Tables
from routes.planner.windows import earliest_start

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
    metres: int  # on foot


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
def best_walk(graph: Graph, worth: Floats, cost: Floats, metres: IntMatrix) -> Walk:
    """The walk that earns most, each visit of a candidate earning its `worth`; none comes straight back."""
    slots, nodes = graph.ends.shape
    steps = Steps(
        np.full((slots * nodes, 2), -np.inf),
        np.full((slots * nodes, 2), NEVER, np.int64),
        np.full((slots * nodes, 2), NEVER, np.int64),
    )
    steps.value[0, 0] = 0.0
    onward, gain = graph.onward, worth - cost[:-1, :-1]
    best, last = -np.inf, NEVER
    for state in range(slots * nodes):
        here = steps.value[state, 0]
        if here == -np.inf:
            continue
        slot, node = state // nodes, state % nodes
        if graph.ends[slot, node] and here - cost[node, nodes] > best:
            best, last = here - cost[node, nodes], 2 * state
        before, second, earns = steps.origin[state, 0], steps.value[state, 1], gain[node]
        for other in range(1, nodes):
            later = onward[slot, node, other]
            if later == NEVER:
                continue
            if other != before:
                keep(steps, later * nodes + other, here + earns[other], node, 2 * state)
            elif second > -np.inf:
                keep(steps, later * nodes + other, second + earns[other], node, 2 * state + 1)
    return traced(steps, nodes, best, last, metres)


class Steps(NamedTuple):
    """Of each state the best way there, and the best one that comes from another candidate than that, (states, 2)."""

    value: Floats
    origin: IntMatrix  # the candidate before
    parent: IntMatrix  # twice the state before, and one more for its second way


@inlined
def keep(steps: Steps, state: int, value: float, node: int, parent: int) -> None:
    """Note a way to a state if it is one of its two best."""
    if value > steps.value[state, 0]:
        if steps.origin[state, 0] != node:
            steps.value[state, 1] = steps.value[state, 0]
            steps.origin[state, 1], steps.parent[state, 1] = steps.origin[state, 0], steps.parent[state, 0]
        steps.value[state, 0], steps.origin[state, 0], steps.parent[state, 0] = value, node, parent
    elif steps.origin[state, 0] != node and value > steps.value[state, 1]:
        steps.value[state, 1], steps.origin[state, 1], steps.parent[state, 1] = value, node, parent


@njit
def traced(steps: Steps, nodes: int, best: float, last: int, metres: IntMatrix) -> Walk:
    """The walk that ends with the way `last`."""
    visits, walked = np.zeros(nodes, np.int64), 0
    if last >= 0:
        walked = metres[last // 2 % nodes, nodes]
    while last > 0:
        node, parent = last // 2 % nodes, steps.parent[last // 2, last % 2]
        visits[node] += 1
        walked += metres[parent // 2 % nodes, node]
        last = parent
    return Walk(best, visits, walked)
