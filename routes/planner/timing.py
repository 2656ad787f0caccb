"""The clock of a fixed order of stops: when to arrive, start, rest and leave so as to lose least and finish first.

Without clocks that bind and without midday, one label, the earliest departure, is all. With them each stop keeps the
Pareto set of labels (`state`): a rest costs time and buys session, a wait for the end of the midday heat costs time
and saves points, and only the rest of the route tells which was right.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from routes.planner.jit import inlined, kernel, njit
from routes.planner.requirements import FAR, IntVector
from routes.planner.tables import Tables
from routes.planner.windows import earliest_start

MOST_LABELS = 64
"""Labels kept at one stop of a fixed order. Two rests a stop and integer seconds never came near it in tests."""

LEAVE, SESSION, STRETCH, TOILET, COST = range(5)
DIMENSIONS = 5
START, PARENT, IDLE = range(3)

REST_AFTER, REST_BEFORE, COOL = 1, 2, 4
CHOICES = 8  # with or without a rest after the last visit, one before this, a wait for the end of the midday heat

State = tuple[int, int, int, int, int]
Step = tuple[int, int, State]


class Labels(NamedTuple):
    """Pareto labels of each position and how many there are."""

    state: NDArray[np.int64]  # (positions, MOST_LABELS, DIMENSIONS); LEAVE is when the visit is over, rests aside
    back: NDArray[np.int64]  # (positions, MOST_LABELS, 3) START, PARENT at the position before, IDLE time after that
    counts: IntVector  # (positions,)


@njit
def new_labels(positions: int) -> Labels:
    """Room for `positions`, with the start's label at position 0."""
    labels = Labels(
        np.zeros((positions, MOST_LABELS, DIMENSIONS), np.int64),
        np.zeros((positions, MOST_LABELS, 3), np.int64),
        np.zeros(positions, np.int64),
    )
    labels.counts[0] = 1
    return labels


@kernel
def offered(t: Tables, origin: int, node: int, choice: int) -> bool:
    """Whether a choice can matter on this leg: rests against walking clocks, a cool start against the heat."""
    if choice & COOL and t.hot[node] == 0:
        return False
    if choice & REST_AFTER and origin == 0:
        return False  # nobody rests before setting out
    if choice & (REST_AFTER | REST_BEFORE):
        bound = t.max_session < FAR or t.max_stretch < FAR
        return bound and t.rest < FAR and not t.ridden[origin, node]
    return True


@kernel
def step(t: Tables, origin: int, node: int, state: State, choice: int) -> Step:
    """(start, idle time after the last visit, state) of the next visit; start is -1 where a rule forbids it."""
    idle = t.rest if choice & REST_AFTER else 0
    arrive = state[LEAVE] + idle + t.travel[origin, node]
    ready = arrive + t.rest if choice & REST_BEFORE else arrive
    if choice & COOL:
        ready = max(ready, t.midday[1])
    start = earliest_start(t.opens, t.closes, node, ready)
    if start < 0 or start > t.last_start[node]:
        return -1, 0, state
    if start - arrive > t.max_wait:  # what is too long a wait is spent at the stop before
        if origin == 0:
            return -1, 0, state
        idle += start - arrive - t.max_wait
        arrive = start - t.max_wait
    kept, session, stretch, toilet = clocks_after(t, origin, node, state, idle, start - arrive)
    left = start + t.visit[node]
    lost = state[COST] + t.cost[origin, node] + heat(t, node, start)
    reached = (
        left,
        settled(t, left, session, t.max_session),
        settled(t, left, stretch, t.max_stretch),
        settled(t, left, toilet, t.max_toilet),
        lost,
    )
    return start if kept else -1, idle, reached


@inlined
def clocks_after(t: Tables, origin: int, node: int, state: State, idle: int, wait: int) -> tuple[bool, int, int, int]:
    """Whether the clocks keep their limits through a leg and a visit, and how they stand then."""
    seconds, walked = t.travel[origin, node], 0 if t.ridden[origin, node] else t.travel[origin, node]
    seated = idle >= t.rest or t.ridden[origin, node]
    session = walked if seated else state[SESSION] + walked
    stretch = walked if seated else state[STRETCH] + walked
    toilet = state[TOILET] + seconds
    kept = session <= t.max_session and stretch <= t.max_stretch and toilet <= t.max_toilet
    session = (0 if wait >= t.rest else session) + t.visit[node]
    stretch = 0 if wait >= t.rest or t.seat[node] else stretch
    toilet = 0 if t.toilet[node] else toilet + t.visit[node]
    return kept and session <= t.max_session and toilet <= t.max_toilet, session, stretch, toilet


@kernel
def heat(t: Tables, node: int, start: int) -> int:
    """Points lost when any second of the visit falls into midday."""
    if t.hot[node] and max(start, t.midday[0]) < min(start + t.visit[node], t.midday[1]):
        return int(t.hot[node])
    return 0


@kernel
def settled(t: Tables, leave: int, clock: int, limit: int) -> int:
    """The clock, or 0 where the rest of the budget is too short for it ever to bind."""
    return 0 if clock + t.budget - leave <= limit else clock


@kernel
def advance(t: Tables, labels: Labels, position: int, origin: int, node: int) -> int:
    """Fill `position` (at `node`) from the labels of the position before (at `origin`); the number of labels."""
    labels.counts[position] = 0
    for parent in range(labels.counts[position - 1]):
        last = labels.state[position - 1, parent]
        state = (last[LEAVE], last[SESSION], last[STRETCH], last[TOILET], last[COST])
        for choice in range(CHOICES):
            if offered(t, origin, node, choice):
                start, idle, reached = step(t, origin, node, state, choice)
                if start >= 0:
                    keep(labels, position, reached, start, parent, idle)
    return int(labels.counts[position])


@kernel
def keep(labels: Labels, position: int, state: State, start: int, parent: int, idle: int) -> None:
    """Add a label unless another is as good; drop those it beats."""
    kept = 0
    for index in range(labels.counts[position]):
        other = labels.state[position, index]
        no_worse, no_better = True, True
        for one in range(DIMENSIONS):
            no_worse &= other[one] <= state[one]
            no_better &= other[one] >= state[one]
        if no_worse:
            return
        if not no_better:
            copy_label(labels, position, index, kept)
            kept += 1
    if kept < MOST_LABELS:
        for one in range(DIMENSIONS):
            labels.state[position, kept, one] = state[one]
        labels.back[position, kept, START] = start
        labels.back[position, kept, PARENT] = parent
        labels.back[position, kept, IDLE] = idle
        kept += 1
    labels.counts[position] = kept


@kernel
def copy_label(labels: Labels, position: int, source: int, target: int) -> None:
    for one in range(DIMENSIONS):
        labels.state[position, target, one] = labels.state[position, source, one]
    for one in range(3):
        labels.back[position, target, one] = labels.back[position, source, one]


@njit
def time_order(t: Tables, order: IntVector) -> NDArray[np.int64]:
    """(stops + 1, 2) start of each visit and rest after the visit *before* it; the last row is the end.

    `order` are the nodes from 0 to n + 1. Returns shape (0, 2) when no timing keeps all limits.
    """
    size = order.shape[0]
    labels = new_labels(size)
    walked = 0
    for position in range(1, size):
        origin, node = order[position - 1], order[position]
        walked += t.walk[origin, node]
        if walked > t.max_walk or t.travel[origin, node] >= FAR or advance(t, labels, position, origin, node) == 0:
            return np.zeros((0, 2), np.int64)
    return trace(labels, size)


@njit
def trace(labels: Labels, size: int) -> NDArray[np.int64]:
    """The clock of the label that loses least and then arrives first at the end, read backwards."""
    clock = np.zeros((size - 1, 2), np.int64)
    ends, index = labels.state[size - 1], 0
    for other in range(1, labels.counts[size - 1]):
        cheaper = ends[other, COST] < ends[index, COST]
        as_cheap = ends[other, COST] == ends[index, COST]
        if cheaper or (as_cheap and ends[other, LEAVE] < ends[index, LEAVE]):
            index = other
    for position in range(size - 1, 0, -1):
        clock[position - 1, 0] = labels.back[position, index, START]
        clock[position - 1, 1] = labels.back[position, index, IDLE]
        index = labels.back[position, index, PARENT]
    return clock
