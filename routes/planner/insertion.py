"""Recreate: put absent candidates back where they cost least time."""

from __future__ import annotations

from routes.planner.dice import Dice, chance
from routes.planner.jit import inlined, kernel
from routes.planner.plan import ROOM, STOPS, WALKED, Ground, Plan, insert_stop
from routes.planner.tables import FAR, IntVector, earliest_start
from routes.planner.timing import advance

BLINK = 0.01
"""How often a good position is overlooked, Christiaens & Vanden Berghe 2020 section 5.3."""


@inlined
def recreate(ground: Ground, plan: Plan, queue: IntVector, dice: Dice) -> bool:
    """Insert the queue's absent candidates one by one; False when a limit broke (the caller then goes back)."""
    for index in range(queue.shape[0]):
        node = queue[index]
        if plan.inside[node] or ground.least[node] > plan.sums[ROOM] or not welcome(ground, plan, node):
            continue
        position = best_position(ground, plan, node, dice)
        if position > 0 and not insert_stop(ground, plan, node, position):
            return False
    return True


@inlined
def welcome(ground: Ground, plan: Plan, node: int) -> bool:
    """Whether the groups still take `node`."""
    for group in range(plan.members.shape[0]):
        if ground.t.member[node, group] and plan.members[group] >= ground.t.at_most[group]:
            return False
    return True


@inlined
def first_position(ground: Ground, plan: Plan, node: int) -> int:
    """The first position whose follower can still be in time when `node` is over."""
    first, over = 1, ground.t.opens[node, 0] + ground.t.visit[node]
    while first <= plan.sums[STOPS] and plan.late[first] < over:
        first += 1
    return first


@inlined
def best_position(ground: Ground, plan: Plan, node: int, dice: Dice) -> int:
    """The position where `node` fits at least cost, 0 when it fits nowhere; gaps are filled first."""
    t = ground.t
    best, least = 0, 2 * FAR
    for position in range(first_position(ground, plan, node), plan.sums[STOPS] + 2):
        if plan.late[position] - plan.leave[position - 1] < ground.least[node]:
            continue
        origin, after = plan.order[position - 1], plan.order[position]
        arrive = plan.leave[position - 1] + t.travel[origin, node]
        start = earliest_start(t.opens, t.closes, node, arrive)
        if start < 0:
            if plan.leave[position - 1] > t.last_start[node]:
                break  # departures only get later
            continue
        onward = start + t.visit[node] + t.travel[node, after]
        if onward > plan.late[position]:
            continue
        filled = ground.broken[origin, after] - ground.broken[origin, node] - ground.broken[node, after]
        if filled < 0:
            continue
        cost = onward - plan.leave[position - 1] - t.travel[origin, after] - filled * FAR
        if cost < least and not chance(dice, BLINK) and allowed(ground, plan, node, position):
            best, least = position, cost
    return best


@kernel
def allowed(ground: Ground, plan: Plan, node: int, position: int) -> bool:
    """Whether walking, order and sessions let `node` stand at `position`."""
    t = ground.t
    origin, after = plan.order[position - 1], plan.order[position]
    if plan.sums[WALKED] + t.walk[origin, node] + t.walk[node, after] - t.walk[origin, after] > t.max_walk:
        return False
    if t.ordered and not in_order(ground, plan, node, position):
        return False
    return not ground.sessions or keeps_sessions(ground, plan, node, position)


@kernel
def in_order(ground: Ground, plan: Plan, node: int, position: int) -> bool:
    """Whether `node` would come after all that must precede it and before all that must follow."""
    for index in range(1, plan.sums[STOPS] + 1):
        other = plan.order[index]
        if index < position and ground.t.before[node, other]:
            return False
        if index >= position and ground.t.before[other, node]:
            return False
    return True


@kernel
def keeps_sessions(ground: Ground, plan: Plan, node: int, position: int) -> bool:
    """Whether some timing with rests keeps all limits with `node` inserted."""
    labels, trial = plan.labels, plan.trial
    count = labels.counts[position - 1]
    trial.counts[position - 1] = count
    for index in range(count):
        trial.leave[position - 1, index] = labels.leave[position - 1, index]
        trial.session[position - 1, index] = labels.session[position - 1, index]
    if advance(ground.t, trial, position, plan.order[position - 1], node) == 0:
        return False
    origin = node
    for index in range(position, plan.sums[STOPS] + 2):
        if advance(ground.t, trial, index + 1, origin, plan.order[index]) == 0:
            return False
        origin = plan.order[index]
    return True
