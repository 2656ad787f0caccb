"""Ruin: take strings of neighbouring stops out (Christiaens & Vanden Berghe 2020, doi:10.1287/trsc.2019.0914).

Their strings come from different vehicles' tours around one customer; here there may be one tour only, so several
strings may come from one. The customer is any candidate, and where it is absent it is the first to be put back.
"""

from __future__ import annotations

from routes.planner.dice import Dice, below, chance
from routes.planner.ground import Ground
from routes.planner.jit import inlined
from routes.planner.plan import NOWHERE, STOPS, Plan, remove_stops
from routes.planner.requirements import FAR
from routes.planner.windows import earliest_start

LONGEST_STRING = 10
MOST_STRINGS = 3
SPLIT = 0.5
"""How often a string keeps some stops in its middle."""


@inlined
def ruin(ground: Ground, plan: Plan, seed: int, dice: Dice) -> None:
    """Remove strings around the candidate `seed`; call `refresh` afterwards."""
    strings = 1 + below(dice, MOST_STRINGS)
    if plan.inside[seed] == NOWHERE and chance(dice, 0.5):
        route = below(dice, plan.sums.shape[0])
        remove_string(ground, plan, route, gap_for(ground, plan, seed, route), dice)
        strings -= 1
    for index in range(ground.near.shape[1]):
        if strings == 0:
            return
        node = ground.near[seed - 1, index]
        route = plan.inside[node]
        if route != NOWHERE:
            remove_string(ground, plan, route, position_of(plan, route, node), dice)
            strings -= 1


@inlined
def position_of(plan: Plan, route: int, node: int) -> int:
    """Where a visited node stands."""
    position = 1
    while plan.order[route, position] != node:
        position += 1
    return position


@inlined
def gap_for(ground: Ground, plan: Plan, node: int, route: int) -> int:
    """The position where `node` would be least late and least of a detour, limits aside."""
    t = ground.t
    best, least = 1, 4 * FAR
    for position in range(1, plan.sums[route, STOPS] + 2):
        origin, after = plan.order[route, position - 1], plan.order[route, position]
        arrive = plan.leave[route, position - 1] + t.travel[origin, node]
        start = earliest_start(t.opens, t.closes, node, arrive)
        if start < 0:
            continue
        cost = start + t.visit[node] + t.travel[node, after] - plan.leave[route, position - 1] - t.travel[origin, after]
        if cost < least:
            best, least = position, cost
    return best


@inlined
def remove_string(ground: Ground, plan: Plan, route: int, around: int, dice: Dice) -> None:
    """Remove up to LONGEST_STRING stops in a row that hold or touch position `around`, perhaps in two pieces."""
    stops = plan.sums[route, STOPS]
    if stops == 0:
        return
    length = 1 + below(dice, min(LONGEST_STRING, stops))
    first = max(1, min(around - below(dice, length), stops - length + 1))
    spared = below(dice, stops - length + 1) if chance(dice, SPLIT) else 0
    spared = min(spared, 3)
    if length < 2 or spared == 0:
        remove_stops(ground, plan, route, first, length)
        return
    head = 1 + below(dice, length - 1)
    first = max(1, min(first, stops - length - spared + 1))
    remove_stops(ground, plan, route, first + head + spared, length - head)
    remove_stops(ground, plan, route, first, head)
