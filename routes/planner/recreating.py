"""Recreate: put absent candidates back where they cost least time."""

from __future__ import annotations

from routes.planner.dice import Dice, chance
from routes.planner.ground import Ground
from routes.planner.insertion import best_position, welcome
from routes.planner.jit import inlined, kernel
from routes.planner.pairs import insert_pair
from routes.planner.plan import NOWHERE, Plan, insert_stop, refresh, remove_stops
from routes.planner.requirements import IntVector
from routes.planner.timing import heat
from routes.planner.windows import earliest_start

BOLD = 0.2
"""How often a stop is taken that one of its legs does not lead to or from: another may stand between."""

PAIRED = 0.15
"""How often the first stop that fits nowhere alone is tried together with another."""

POOR = 0.1
"""How often a stop that loses more than it earns is taken nevertheless: others on its way may pay for it."""


@inlined
def recreate(ground: Ground, plan: Plan, queue: IntVector, dice: Dice) -> bool:
    """Insert the queue's absent candidates one by one; False when a limit broke (the caller then goes back).

    Bold, it takes what has no way on, too, and goes through the queue again for others to bridge the gap.
    """
    bold = ground.gaps and chance(dice, BOLD)
    pairs = int(ground.t.clocks and chance(dice, PAIRED))
    for turn in range(queue.shape[0] * (1 + int(bold))):
        node, boldly = queue[turn % queue.shape[0]], bold and turn < queue.shape[0]
        if plan.inside[node] != NOWHERE or not welcome(ground, plan, node):
            continue
        route, position = best_position(ground, plan, node, boldly, dice)
        if position == 0 and pairs > 0:
            pairs -= 1
            if not insert_pair(ground, plan, node):
                return False
            continue
        if position == 0 or (ground.t.costly and not pays(ground, plan, node, route, position, dice)):
            continue
        if not insert_stop(ground, plan, node, route, position):  # what follows comes too late, or waits too long
            remove_stops(ground, plan, route, position, 1)
            if not refresh(ground, plan, route):
                return False
    return True


@kernel
def pays(ground: Ground, plan: Plan, node: int, route: int, position: int, dice: Dice) -> bool:
    """Whether the stop earns more than its legs and the heat lose, is wanted anyway, or fills a gap."""
    t = ground.t
    origin, after = plan.order[route, position - 1], plan.order[route, position]
    if t.must[node] or ground.broken[origin, after]:
        return True
    start = earliest_start(t.opens, t.closes, node, plan.leave[route, position - 1] + t.travel[origin, node])
    gain = t.score[node] - heat(t, node, start) + t.cost[origin, after] - t.cost[origin, node] - t.cost[node, after]
    for group in range(plan.members.shape[0]):
        if t.member[node, group]:
            if plan.members[group] < t.at_least[group]:
                return True
            gain += t.gains[group, plan.members[group]]
    return bool(gain > 0 or chance(dice, POOR))
