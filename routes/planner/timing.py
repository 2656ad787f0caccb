"""The clock of a fixed order of stops: when to arrive, start, rest and leave so as to finish first.

Without a session limit one label, the earliest departure, is all. With it, each stop keeps the Pareto set of labels
(leave, session): a rest costs time and buys session, and only the rest of the route tells which was right.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from routes.planner.jit import kernel, njit
from routes.planner.tables import FAR, IntVector, Tables, earliest_start

MOST_LABELS = 64
"""Labels kept at one stop of a fixed order. Two rests a stop and integer seconds never came near it in tests."""

REST_AFTER, REST_BEFORE = 1, 2
CHOICES = 4  # with or without a rest after the last visit, with or without one before this


class Labels(NamedTuple):
    """Pareto labels of each position, (positions, MOST_LABELS), and how many there are."""

    leave: NDArray[np.int64]  # seconds when the visit is over, without a rest after it
    session: NDArray[np.int64]
    start: NDArray[np.int64]
    parent: NDArray[np.int64]  # label of the position before
    choice: NDArray[np.int64]  # REST_AFTER | REST_BEFORE
    counts: IntVector  # (positions,)


@njit
def new_labels(positions: int) -> Labels:
    """Room for `positions`, with the start's label at position 0."""
    shape = (positions, MOST_LABELS)
    labels = Labels(
        np.zeros(shape, np.int64),
        np.zeros(shape, np.int64),
        np.zeros(shape, np.int64),
        np.zeros(shape, np.int64),
        np.zeros(shape, np.int64),
        np.zeros(positions, np.int64),
    )
    labels.counts[0] = 1
    return labels


@kernel
def step(t: Tables, origin: int, node: int, leave: int, session: int, choice: int) -> tuple[int, int, int]:
    """(start, leave, session) of the next visit after `choice`; start is -1 where a rule forbids it."""
    arrive = leave + t.travel[origin, node]
    if choice & REST_AFTER:
        arrive += t.rest
        session = 0
    if t.ridden[origin, node]:
        session = 0
    else:
        session += t.travel[origin, node]
    if session > t.max_session:
        return -1, 0, 0
    ready = arrive + t.rest if choice & REST_BEFORE else arrive
    start = earliest_start(t.opens, t.closes, node, ready)
    if start < 0 or start > t.last_start[node]:
        return -1, 0, 0
    if start - arrive >= t.rest:
        session = 0
    session += t.visit[node]
    if session > t.max_session:
        return -1, 0, 0
    return start, start + t.visit[node], settled(t, start + t.visit[node], session)


@kernel
def settled(t: Tables, leave: int, session: int) -> int:
    """The session, or 0 where the rest of the budget is too short for it ever to bind."""
    return 0 if session + t.budget - leave <= t.max_session else session


@kernel
def choices(t: Tables, origin: int, node: int, session: int) -> int:
    """How many of the choices can matter on this leg: rests are only worth while against a session."""
    if t.max_session >= FAR or t.rest >= FAR:
        return 1
    if t.ridden[origin, node]:
        return 1
    return CHOICES


@kernel
def advance(t: Tables, labels: Labels, position: int, origin: int, node: int) -> int:
    """Fill `position` (at `node`) from the labels of the position before (at `origin`); the number of labels."""
    labels.counts[position] = 0
    for parent in range(labels.counts[position - 1]):
        leave, session = labels.leave[position - 1, parent], labels.session[position - 1, parent]
        for choice in range(choices(t, origin, node, session)):
            start, left, used = step(t, origin, node, leave, session, choice)
            if start >= 0:
                keep(labels, position, left, used, start, parent, choice)
    return int(labels.counts[position])


@kernel
def keep(labels: Labels, position: int, leave: int, session: int, start: int, parent: int, choice: int) -> None:
    """Add a label unless another is as good; drop those it beats."""
    kept = 0
    for index in range(labels.counts[position]):
        if labels.leave[position, index] <= leave and labels.session[position, index] <= session:
            return
        if labels.leave[position, index] < leave or labels.session[position, index] < session:
            copy_label(labels, position, index, kept)
            kept += 1
    if kept < MOST_LABELS:
        labels.leave[position, kept] = leave
        labels.session[position, kept] = session
        labels.start[position, kept] = start
        labels.parent[position, kept] = parent
        labels.choice[position, kept] = choice
        kept += 1
    labels.counts[position] = kept


@kernel
def copy_label(labels: Labels, position: int, source: int, target: int) -> None:
    labels.leave[position, target] = labels.leave[position, source]
    labels.session[position, target] = labels.session[position, source]
    labels.start[position, target] = labels.start[position, source]
    labels.parent[position, target] = labels.parent[position, source]
    labels.choice[position, target] = labels.choice[position, source]


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
    return trace(t, labels, size)


@njit
def trace(t: Tables, labels: Labels, size: int) -> NDArray[np.int64]:
    """The clock of the label that arrives first at the end, read backwards."""
    clock = np.zeros((size - 1, 2), np.int64)
    index = 0
    for other in range(1, labels.counts[size - 1]):
        if labels.leave[size - 1, other] < labels.leave[size - 1, index]:
            index = other
    for position in range(size - 1, 0, -1):
        clock[position - 1, 0] = labels.start[position, index]
        if labels.choice[position, index] & REST_AFTER:
            clock[position - 1, 1] = t.rest
        index = labels.parent[position, index]
    return clock
