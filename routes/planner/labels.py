"""Label setting over subsets: the kernel of the exact search.

A label is a way to have visited a set of candidates and be at its last one: when it leaves, what it walked, how its
clocks stand, what it lost. Of two labels with the same set and place, one that is no worse in all makes the other
useless, because every continuation of the worse one is open to the better one, no later, no longer, no more tired
and no dearer. (This needs the choice of a rest before and after every visit and of a wait for the end of the heat: a
late arrival may get these by waiting for a second window, which the early one can match only by choosing them.)
One label per set and place would be wrong: measured, up to 10 % loss.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from routes.planner.bounds import Knapsack, remaining_value
from routes.planner.jit import inlined, kernel, njit
from routes.planner.requirements import FAR, IntVector
from routes.planner.subsets import BLOCKED, Sets, followers
from routes.planner.tables import Tables
from routes.planner.timing import CHOICES, State, offered, step

LEAVE, SESSION, STRETCH, TOILET, COST, WALKED, NODE, PARENT, NEXT = range(9)
COMPARED = 6  # the first so many columns; the less the better
COLUMNS = 9
NONE = -1
NOTHING = -(2**60)
"""Less than any score: no route is known."""

LabelRows = NDArray[np.int32]
Heads = NDArray[np.int32]


class Best(NamedTuple):
    """One-element arrays, so that kernels can write them: the best complete route so far."""

    score: IntVector
    finish: IntVector
    label: IntVector  # NONE until a label beats the score we came with
    labels: IntVector  # how many labels are stored


class Work(NamedTuple):
    """All that a search reads and writes."""

    t: Tables
    k: Knapsack
    sets: Sets
    best: Best
    rows: LabelRows
    heads: Heads  # (2**n, n + 1) the first label of each set and last candidate
    after: IntVector  # (N,) the set of candidates that must come after each
    must: int
    first_better: bool  # extend only labels that may beat `best.score`; otherwise also those that may equal it


@njit
def set_labels(t: Tables, k: Knapsack, sets: Sets, must: int, best: Best, rows: LabelRows, first_better: bool) -> bool:
    """Fill `rows` with labels and `best` with the best complete one; False when `rows` were too few."""
    heads = np.full(((1 << t.n), t.n + 1), NONE, np.int32)
    work = Work(t, k, sets, best, rows, heads, followers(t), must, first_better)
    rows[0, :] = 0
    rows[0, PARENT] = NONE
    best.labels[0] = 1
    if sets.whole[0]:
        complete(work, 0, 0)
    if not extend(work, 0, 0):
        return False
    for visited in range(1, 1 << t.n):
        if sets.score[visited] == BLOCKED:
            continue
        for node in range(1, t.n + 1):
            label = heads[visited, node]
            while label != NONE:
                if not extend(work, visited, label):
                    return False
                label = rows[label, NEXT]
    return True


@kernel
def extend(work: Work, visited: int, label: int) -> bool:
    """All labels one visit further, if the bound leaves hope; False when there is no row left."""
    t, k, rows, sets, best = work.t, work.k, work.rows, work.sets, work.best
    node, leave = rows[label, NODE], rows[label, LEAVE]
    hope = sets.score[visited] - rows[label, COST] + remaining_value(k, visited, node, leave, t.budget)
    if hope < best.score[0] or (work.first_better and hope == best.score[0]):
        return True
    if lost_must(k, visited, node, leave, work.must):
        return True
    for other in range(1, t.n + 1):
        reached = visited | 1 << (other - 1)
        if reached == visited or leave > k.deadline[node, other] or t.travel[node, other] >= FAR:
            continue
        if sets.score[reached] == BLOCKED or work.after[other] & visited:
            continue
        if not visit_next(work, reached, label, other):
            return False
    return True


@kernel
def lost_must(k: Knapsack, visited: int, node: int, leave: int, must: int) -> bool:
    """Whether a must-stop can no longer be reached."""
    missing = must & ~visited
    other = 1
    while missing:
        if missing & 1 and leave > k.deadline[node, other]:
            return True
        missing >>= 1
        other += 1
    return False


@inlined
def state_of(rows: LabelRows, label: int) -> State:
    """The label as the clock takes it."""
    return (
        int(rows[label, LEAVE]),
        int(rows[label, SESSION]),
        int(rows[label, STRETCH]),
        int(rows[label, TOILET]),
        int(rows[label, COST]),
    )


@kernel
def visit_next(work: Work, reached: int, label: int, other: int) -> bool:
    """Store the labels for visiting `other` after `label`; False when there is no row left."""
    t, rows, best = work.t, work.rows, work.best
    node = rows[label, NODE]
    walked = rows[label, WALKED] + t.walk[node, other]
    if walked + t.path_walk[other, t.n + 1] > t.max_walk:
        return True
    for choice in range(CHOICES):
        if not offered(t, node, other, choice):
            continue
        start, _, state = step(t, node, other, state_of(rows, label), choice)
        if start < 0:
            continue
        row = best.labels[0]
        if row >= rows.shape[0]:
            return False
        fill_row(rows, row, state, still_binding(t, state[0], walked), other, label)
        if insert(rows, work.heads, reached, other, row):
            best.labels[0] = row + 1
            if work.sets.whole[reached]:
                complete(work, reached, row)
    return True


@inlined
def fill_row(rows: LabelRows, row: int, state: State, walked: int, node: int, parent: int) -> None:
    """Write a label, not yet in any list."""
    rows[row, LEAVE], rows[row, SESSION], rows[row, STRETCH] = state[0], state[1], state[2]
    rows[row, TOILET], rows[row, COST], rows[row, WALKED] = state[3], state[4], walked
    rows[row, NODE], rows[row, PARENT] = node, parent


@kernel
def still_binding(t: Tables, leave: int, walked: int) -> int:
    """The metres walked, or 0 where the rest of the budget is too short for their limit ever to bind."""
    if t.max_walk >= FAR:
        return 0
    if t.pace < FAR and walked + ((t.budget - leave) * t.pace) // 1000 + 1 <= t.max_walk:
        return 0
    return walked


@kernel
def insert(rows: LabelRows, heads: Heads, reached: int, node: int, row: int) -> bool:
    """Put a label into its list unless a stored one is as good; unlink those it beats."""
    previous = NONE
    current = heads[reached, node]
    while current != NONE:
        if no_worse(rows, current, row):
            return False
        following = rows[current, NEXT]
        if no_worse(rows, row, current):
            if previous == NONE:
                heads[reached, node] = following
            else:
                rows[previous, NEXT] = following
        else:
            previous = current
        current = following
    rows[row, NEXT] = heads[reached, node]
    heads[reached, node] = row
    return True


@inlined
def no_worse(rows: LabelRows, label: int, other: int) -> bool:
    """Whether `label` is at most `other` in everything compared."""
    worse = False
    for column in range(COMPARED):
        worse |= rows[label, column] > rows[other, column]
    return not worse


@kernel
def complete(work: Work, visited: int, row: int) -> None:
    """Note the label if going straight to the end from it makes the best route so far."""
    t, rows, best = work.t, work.rows, work.best
    node, end = rows[row, NODE], t.n + 1
    if t.travel[node, end] >= FAR or rows[row, WALKED] + t.walk[node, end] > t.max_walk:
        return
    score = work.sets.score[visited] - rows[row, COST] - t.cost[node, end]
    if score < best.score[0]:
        return
    for choice in range(2):
        start, _, _ = step(t, node, end, state_of(rows, row), choice)
        if start >= 0:
            if score > best.score[0] or start < best.finish[0]:
                best.score[0], best.finish[0], best.label[0] = score, start, row
            return
