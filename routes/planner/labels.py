"""Label setting over subsets: the kernel of the exact search.

A label is a way to have visited a set of candidates and be at its last one: when it leaves, what it walked, how long
its session is. Of two labels with the same set and place, one that is no worse in all three makes the other useless,
because every continuation of the worse one is open to the better one, no later, no longer and no more tired.
(This needs the choice of a rest before every visit: a late arrival may get its rest by waiting for a second window,
which the early one can match only by resting.) One label per set and place would be wrong: measured, up to 10 % loss.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from routes.planner.bounds import Knapsack, remaining_value
from routes.planner.jit import kernel, njit
from routes.planner.tables import FAR, IntVector, Tables
from routes.planner.timing import choices, step

NODE, LEAVE, WALKED, SESSION, PARENT, NEXT = range(6)
NONE = -1

LabelRows = NDArray[np.int32]
Heads = NDArray[np.int32]


class Best(NamedTuple):
    """One-element arrays, so that kernels can write them: the best complete route so far."""

    score: IntVector
    finish: IntVector
    label: IntVector  # NONE until a label beats the score we came with
    labels: IntVector  # how many labels are stored


@njit
def scores_of_sets(t: Tables) -> IntVector:
    """(2**n,) the score of each set of candidates; -1 where a group has too many members."""
    scores = np.zeros(1 << t.n, np.int64)
    for visited in range(1, 1 << t.n):
        total = 0
        for node in range(1, t.n + 1):
            if visited >> (node - 1) & 1:
                total += t.score[node]
        for group in range(t.at_most.shape[0]):
            members = 0
            for node in range(1, t.n + 1):
                if visited >> (node - 1) & 1 and t.member[node, group]:
                    total += t.gains[group, members]
                    members += 1
            if members > t.at_most[group]:
                total = -1
                break
        scores[visited] = total
    return scores


@njit
def followers(t: Tables) -> IntVector:
    """(N,) the set of candidates that must come after each."""
    after = np.zeros(t.n + 2, np.int64)
    for node in range(1, t.n + 1):
        for other in range(1, t.n + 1):
            if t.before[node, other]:
                after[node] |= 1 << (other - 1)
    return after


@njit
def set_labels(
    t: Tables, k: Knapsack, scores: IntVector, must: int, best: Best, rows: LabelRows, first_better: bool
) -> bool:
    """Fill `rows` with labels and `best` with the best complete one; False when `rows` were too few.

    Only labels that may beat `best.score` (or, with `first_better` False, equal it) are extended.
    """
    heads = np.full(((1 << t.n), t.n + 1), NONE, np.int32)
    after = followers(t)
    rows[0, NODE], rows[0, LEAVE], rows[0, WALKED], rows[0, SESSION], rows[0, PARENT] = 0, 0, 0, 0, NONE
    best.labels[0] = 1
    if must == 0 and best.score[0] <= 0:
        complete(t, 0, best, rows, 0)
    if not extend(t, k, scores, must, best, rows, heads, after, 0, 0, first_better):
        return False
    for visited in range(1, 1 << t.n):
        if scores[visited] < 0:
            continue
        for node in range(1, t.n + 1):
            label = heads[visited, node]
            while label != NONE:
                if not extend(t, k, scores, must, best, rows, heads, after, visited, label, first_better):
                    return False
                label = rows[label, NEXT]
    return True


@kernel
def extend(
    t: Tables,
    k: Knapsack,
    scores: IntVector,
    must: int,
    best: Best,
    rows: LabelRows,
    heads: Heads,
    after: IntVector,
    visited: int,
    label: int,
    first_better: bool,
) -> bool:
    """All labels one visit further, if the bound leaves hope; False when there is no row left."""
    node, leave = rows[label, NODE], rows[label, LEAVE]
    hope = scores[visited] + remaining_value(k, visited, node, leave, t.budget)
    if hope < best.score[0] or (first_better and hope == best.score[0]):
        return True
    if lost_must(k, visited, node, leave, must):
        return True
    for other in range(1, t.n + 1):
        reached = visited | 1 << (other - 1)
        if reached == visited or leave > k.deadline[node, other] or t.travel[node, other] >= FAR:
            continue
        if scores[reached] < 0 or after[other] & visited:
            continue
        if not visit_next(t, scores, must, best, rows, heads, reached, label, other):
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


@kernel
def visit_next(
    t: Tables,
    scores: IntVector,
    must: int,
    best: Best,
    rows: LabelRows,
    heads: Heads,
    reached: int,
    label: int,
    other: int,
) -> bool:
    """Store the labels for visiting `other` after `label`; False when there is no row left."""
    node, leave, session = rows[label, NODE], rows[label, LEAVE], rows[label, SESSION]
    walked = rows[label, WALKED] + t.walk[node, other]
    if walked + t.path_walk[other, t.n + 1] > t.max_walk:
        return True
    for choice in range(choices(t, node, other, session)):
        start, left, used = step(t, node, other, leave, session, choice)
        if start < 0:
            continue
        row = best.labels[0]
        if row >= rows.shape[0]:
            return False
        if insert(rows, heads, reached, other, left, still_binding(t, left, walked), used, row):
            rows[row, PARENT] = label
            best.labels[0] = row + 1
            if reached & must == must and scores[reached] >= best.score[0]:
                complete(t, scores[reached], best, rows, row)
    return True


@kernel
def still_binding(t: Tables, leave: int, walked: int) -> int:
    """The metres walked, or 0 where the rest of the budget is too short for their limit ever to bind."""
    if t.max_walk >= FAR:
        return 0
    if t.pace < FAR and walked + ((t.budget - leave) * t.pace) // 1000 + 1 <= t.max_walk:
        return 0
    return walked


@kernel
def insert(
    rows: LabelRows, heads: Heads, reached: int, node: int, leave: int, walked: int, session: int, row: int
) -> bool:
    """Put a label into its list unless a stored one is as good; unlink those it beats."""
    previous = NONE
    current = heads[reached, node]
    while current != NONE:
        if rows[current, LEAVE] <= leave and rows[current, WALKED] <= walked and rows[current, SESSION] <= session:
            return False
        following = rows[current, NEXT]
        if leave <= rows[current, LEAVE] and walked <= rows[current, WALKED] and session <= rows[current, SESSION]:
            if previous == NONE:
                heads[reached, node] = following
            else:
                rows[previous, NEXT] = following
        else:
            previous = current
        current = following
    rows[row, NODE], rows[row, LEAVE], rows[row, WALKED], rows[row, SESSION] = node, leave, walked, session
    rows[row, NEXT] = heads[reached, node]
    heads[reached, node] = row
    return True


@kernel
def complete(t: Tables, score: int, best: Best, rows: LabelRows, row: int) -> None:
    """Note the label if going straight to the end from it makes the best route so far."""
    node, end = rows[row, NODE], t.n + 1
    if t.travel[node, end] >= FAR or rows[row, WALKED] + t.walk[node, end] > t.max_walk:
        return
    for choice in range(2):
        start, _, _ = step(t, node, end, rows[row, LEAVE], rows[row, SESSION], choice)
        if start >= 0:
            if score > best.score[0] or start < best.finish[0]:
                best.score[0], best.finish[0], best.label[0] = score, start, row
            return
