"""Ruin: take strings of neighbouring stops out (Christiaens & Vanden Berghe 2020, doi:10.1287/trsc.2019.0914).

Their strings come from several vehicles' tours around one customer; here there is one tour, so several strings are
taken from it. The customer is any candidate, and where it is absent it is the first to be put back.
"""

from __future__ import annotations

from routes.planner.dice import Dice, below, chance
from routes.planner.jit import inlined
from routes.planner.plan import STOPS, Ground, Plan, remove_stops
from routes.planner.tables import FAR, earliest_start

LONGEST_STRING = 10
MOST_STRINGS = 3
SPLIT = 0.5
"""How often a string keeps some stops in its middle."""


@inlined
def ruin(ground: Ground, plan: Plan, seed: int, dice: Dice) -> None:
    """Remove strings around the candidate `seed`; call `refresh` afterwards."""
    strings = 1 + below(dice, MOST_STRINGS)
    if not plan.inside[seed] and chance(dice, 0.5):
        remove_string(ground, plan, gap_for(ground, plan, seed), dice)
        strings -= 1
    for index in range(ground.near.shape[1]):
        if strings == 0 or plan.sums[STOPS] == 0:
            return
        node = ground.near[seed - 1, index]
        if plan.inside[node]:
            remove_string(ground, plan, position_of(plan, node), dice)
            strings -= 1


@inlined
def position_of(plan: Plan, node: int) -> int:
    """Where a visited node stands."""
    position = 1
    while plan.order[position] != node:
        position += 1
    return position


@inlined
def gap_for(ground: Ground, plan: Plan, node: int) -> int:
    """The position where `node` would be least late and least of a detour, limits aside."""
    t = ground.t
    best, least = 1, 4 * FAR
    for position in range(1, plan.sums[STOPS] + 2):
        origin, after = plan.order[position - 1], plan.order[position]
        arrive = plan.leave[position - 1] + t.travel[origin, node]
        start = earliest_start(t.opens, t.closes, node, arrive)
        if start < 0:
            continue
        cost = start + t.visit[node] + t.travel[node, after] - plan.leave[position - 1] - t.travel[origin, after]
        if cost < least:
            best, least = position, cost
    return best


@inlined
def remove_string(ground: Ground, plan: Plan, around: int, dice: Dice) -> None:
    """Remove up to LONGEST_STRING stops in a row that hold or touch position `around`, perhaps in two pieces."""
    stops = plan.sums[STOPS]
    if stops == 0:
        return
    length = 1 + below(dice, min(LONGEST_STRING, stops))
    first = max(1, min(around - below(dice, length), stops - length + 1))
    spared = below(dice, stops - length + 1) if chance(dice, SPLIT) else 0
    spared = min(spared, 3)
    if length < 2 or spared == 0:
        remove_stops(ground, plan, first, length)
        return
    head = 1 + below(dice, length - 1)
    first = max(1, min(first, stops - length - spared + 1))
    remove_stops(ground, plan, first + head + spared, length - head)
    remove_stops(ground, plan, first, head)
