"""Upper bounds on the score, valid for every route.

Relaxation: forget windows and order, and let each candidate cost its visit plus half of the cheapest way in and out
again. What fits of these costs into the time, fractions allowed, taken by value per second, is at least what any
route earns: in a route each stop really has one leg in and one leg out, to two different neighbours.
Costs are doubled so that the halves stay integers.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from routes.planner.jit import njit
from routes.planner.requirements import FAR, IntMatrix, IntVector
from routes.planner.tables import Tables


class Knapsack(NamedTuple):
    """What the relaxation needs; costs in half seconds."""

    by_density: IntVector  # candidates, best value per cost first
    value: IntVector  # (N,) score and all first gains, less the cheapest way in
    cost: IntVector  # (N,) two visits and the cheapest legs in and out
    way_out: IntVector  # (N,) the cheapest leg out
    way_in: int  # the cheapest leg into the end
    deadline: IntMatrix  # (N, N) latest departure from i after which j can be no later stop


def knapsack_of(tables: Tables) -> Knapsack:
    """The relaxation over all candidates."""
    value = tables.score + (tables.member * tables.gains[:, 0]).sum(axis=1)
    value = np.maximum(0, value - np.where(tables.travel < FAR, tables.cost, FAR).min(axis=0))
    cost = 2 * tables.visit + cheapest_pairs(tables.travel)
    nodes = np.arange(1, tables.n + 1)
    density = value[nodes] / np.maximum(cost[nodes], 1)
    return Knapsack(
        by_density=nodes[np.argsort(-density, kind="stable")].astype(np.int64),
        value=value,
        cost=cost,
        way_out=tables.travel.min(axis=1),
        way_in=int(tables.travel[:, -1].min()),
        deadline=tables.last_start[None, :] - tables.path,
    )


def cheapest_pairs(travel: IntMatrix) -> IntVector:
    """(N,) for each candidate the least leg in plus leg out, from and to two different nodes; 0 for the ends."""
    nodes = np.arange(len(travel))
    origins = np.argsort(travel, axis=0, kind="stable")[:2]
    targets = np.argsort(travel, axis=1, kind="stable")[:, :2].T
    pairs = [travel[a, nodes] + travel[nodes, b] + FAR * (a == b) for a in origins for b in targets]
    least: IntVector = np.min(pairs, axis=0)
    least[[0, -1]] = 0
    return least


@njit
def remaining_value(k: Knapsack, visited: int, node: int, leave: int, budget: int) -> int:
    """A bound on what can still be earned after leaving `node` at `leave`; bit c - 1 of `visited` is candidate c."""
    room = 2 * (budget - leave) - k.way_out[node] - k.way_in
    if room < 0:
        return 0
    total = 0
    for index in range(k.by_density.shape[0]):
        other = k.by_density[index]
        if leave > k.deadline[node, other] or (visited and visited >> (other - 1) & 1):
            continue
        if k.cost[other] > room:
            # all that follows earns less per second: this one's fraction bounds the rest
            return int(total + k.value[other] * room // k.cost[other])
        total += k.value[other]
        room -= k.cost[other]
    return total


def root_bound(tables: Tables, knapsack: Knapsack) -> int:
    """The bound of the whole problem."""
    return int(remaining_value(knapsack, 0, 0, 0, tables.budget))
