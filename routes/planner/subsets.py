"""What can be known of every set of candidates before any route goes over it: up to 2 ** 18 of them."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from routes.planner.jit import kernel, njit
from routes.planner.requirements import Flags, IntVector
from routes.planner.tables import Tables

BLOCKED = -1


class Sets(NamedTuple):
    """What every set of candidates is, (2**n,): bit c - 1 is candidate c."""

    score: IntVector  # BLOCKED where a group has too many members
    whole: Flags  # holds all must-stops and enough of each group


@njit
def new_sets(t: Tables, must: int) -> Sets:
    """All sets, each from the one without its first candidate."""
    sets = Sets(np.zeros(1 << t.n, np.int64), np.zeros(1 << t.n, np.bool_))
    masks = np.zeros(t.at_most.shape[0], np.int64)
    for group in range(t.at_most.shape[0]):
        for node in range(1, t.n + 1):
            if t.member[node, group]:
                masks[group] |= 1 << (node - 1)
    sets.whole[0] = must == 0 and whole_set(t, masks, 0)
    node = 1
    for visited in range(1, 1 << t.n):
        if visited == 1 << node:  # the highest candidate of a set is the one added to a smaller set
            node += 1
        rest = visited ^ (1 << (node - 1))
        sets.score[visited] = BLOCKED
        if sets.score[rest] != BLOCKED:
            sets.score[visited] = with_one_more(t, masks, sets.score[rest], rest, node)
        sets.whole[visited] = visited & must == must and whole_set(t, masks, visited)
    return sets


@kernel
def with_one_more(t: Tables, masks: IntVector, score: int, rest: int, node: int) -> int:
    """The score of a set with `node` added, BLOCKED where a group does not take it."""
    total = score + t.score[node]
    for group in range(masks.shape[0]):
        if t.member[node, group]:
            members = ones(rest & masks[group])
            if members >= t.at_most[group]:
                return BLOCKED
            total += t.gains[group, members]
    return int(total)


@kernel
def whole_set(t: Tables, masks: IntVector, visited: int) -> bool:
    """Whether every group has enough members in the set."""
    for group in range(masks.shape[0]):
        if t.at_least[group] > 0 and ones(visited & masks[group]) < t.at_least[group]:
            return False
    return True


@kernel
def ones(bits: int) -> int:
    """How many bits are set."""
    count = 0
    while bits:
        bits &= bits - 1
        count += 1
    return count


@njit
def followers(t: Tables) -> IntVector:
    """(N,) the set of candidates that must come after each."""
    after = np.zeros(t.n + 2, np.int64)
    for node in range(1, t.n + 1):
        for other in range(1, t.n + 1):
            if t.before[node, other]:
                after[node] |= 1 << (other - 1)
    return after
