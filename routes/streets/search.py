"""Dijkstra's search over compressed rows with a ring of buckets for a queue: compiled, free of the interpreter lock.

Buckets are lists linked through the nodes (Dial 1969, doi:10.1145/363269.363610). An arc may be shorter than a bucket
is wide; what it improves is then taken out of the same bucket again, so the costs are those of any other Dijkstra, to
the last bit. This file calls nothing compiled elsewhere: numba sees every edit of it.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from routes.planner.jit import inlined, njit

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.int32]
BoolArray = NDArray[np.bool_]

NOBODY = -1
"""In `before`: nobody comes there."""
MOST_BUCKETS = 1 << 16
BUCKETS_A_MEAN_ARC = 2


@inlined
def put(node: int, place: int, first: IntArray, after: IntArray, ahead: IntArray, bucket: IntArray) -> int:
    """Move a node into a bucket; 1 where it stood in none before."""
    old = bucket[node]
    if old == place:
        return 0
    if old >= 0:
        if ahead[node] >= 0:
            after[ahead[node]] = after[node]
        else:
            first[old] = after[node]
        if after[node] >= 0:
            ahead[after[node]] = ahead[node]
    bucket[node], ahead[node], after[node] = place, -1, first[place]
    if first[place] >= 0:
        ahead[first[place]] = node
    first[place] = node
    return 0 if old >= 0 else 1


@njit
def settle(  # noqa: C901  (one loop is what is fast)
    start: IntArray,
    head: IntArray,
    arc_cost: FloatArray,
    seeds: IntArray,
    seed_cost: FloatArray,
    wanted: BoolArray,
    limit: float,
    width: float,
    ring: int,
    cost: FloatArray,
    before: IntArray,
) -> None:
    """Fill `cost` (N,) and `before` (N,): the arc one comes by, -2 - k from the k-th seed, NOBODY where none comes.

    `start` (N + 1,), `head`, `arc_cost` are the rows. It ends when all of `wanted` (N,) are settled, or nothing within
    `limit` is left. No arc and no seed costs as much as `ring - 1` buckets of `width`.
    """
    cost[:] = np.inf
    before[:] = NOBODY
    first = np.full(ring, -1, dtype=np.int32)
    after = np.empty(len(cost), dtype=np.int32)
    ahead = np.empty(len(cost), dtype=np.int32)
    bucket = np.full(len(cost), -1, dtype=np.int32)
    missing = wanted.copy()
    left = wanted.sum()
    queued, turn, share = 0, 0, 1 / width
    for number in range(len(seeds)):
        node = seeds[number]
        if not seed_cost[number] < cost[node] or seed_cost[number] > limit:
            continue
        cost[node], before[node] = seed_cost[number], -2 - number
        queued += put(node, int(cost[node] * share) % ring, first, after, ahead, bucket)
    while queued and left:
        place = turn % ring
        while first[place] >= 0:
            node = first[place]
            first[place] = after[node]
            if after[node] >= 0:
                ahead[after[node]] = -1
            bucket[node] = -1
            queued -= 1
            if missing[node]:  # what improves it further stands in this bucket, which is emptied
                missing[node] = False
                left -= 1
            for arc in range(start[node], start[node + 1]):
                there, other = cost[node] + arc_cost[arc], head[arc]
                if there < cost[other] and there <= limit:
                    cost[other], before[other] = there, arc
                    queued += put(other, int(there * share) % ring, first, after, ahead, bucket)
        turn += 1


@njit
def rows(
    start: IntArray,
    head: IntArray,
    tail: IntArray,
    arc_cost: FloatArray,
    arc_metres: FloatArray,
    seeds: IntArray,
    seed_cost: FloatArray,
    seed_metres: FloatArray,
    goals: IntArray,
    limit: float,
    width: float,
    ring: int,
) -> tuple[FloatArray, FloatArray]:
    """(n, k), (n, k): costs and metres from each of n origins, given by their seeds (n, 2), to each of k goals."""
    nodes, shape = len(start) - 1, (len(seeds), len(goals))
    cost, before = np.empty(nodes, dtype=np.float64), np.empty(nodes, dtype=np.int32)
    wanted = np.zeros(nodes, dtype=np.bool_)
    for goal in goals:
        wanted[goal] = True
    costs, metres = np.full(shape, np.inf), np.full(shape, np.inf)
    for row in range(len(seeds)):
        settle(start, head, arc_cost, seeds[row], seed_cost[row], wanted, limit, width, ring, cost, before)
        for column, goal in enumerate(goals):
            if before[goal] == NOBODY:
                continue
            node, length = goal, 0.0
            while before[node] >= 0:
                length += arc_metres[before[node]]
                node = tail[before[node]]
            costs[row, column] = cost[goal]
            metres[row, column] = length + seed_metres[row, -2 - before[node]]
    return costs, metres


def ring_of(dearest: float, mean: float) -> tuple[float, int]:
    """The width of a bucket and how many make the ring, for arcs of these costs."""
    width = max(mean / BUCKETS_A_MEAN_ARC, dearest / MOST_BUCKETS, 1e-6)
    return width, int(dearest / width) + 3
