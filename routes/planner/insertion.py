"""Recreate: put absent candidates back where they cost least time."""

from __future__ import annotations

from routes.planner.dice import Dice, chance
from routes.planner.jit import inlined, kernel
from routes.planner.plan import NOWHERE, ROOM, STOPS, WALKED, Ground, Plan, insert_stop, refresh, remove_stops
from routes.planner.tables import FAR, IntVector, Tables, earliest_start
from routes.planner.timing import DIMENSIONS, advance, heat

BLINK = 0.01
"""How often a good position is overlooked, Christiaens & Vanden Berghe 2020 section 5.3."""

POOR = 0.1
"""How often a stop that loses more than it earns is taken nevertheless: others on its way may pay for it."""


@inlined
def recreate(ground: Ground, plan: Plan, queue: IntVector, dice: Dice) -> bool:
    """Insert the queue's absent candidates one by one; False when a limit broke (the caller then goes back)."""
    for index in range(queue.shape[0]):
        node = queue[index]
        if plan.inside[node] != NOWHERE or not welcome(ground, plan, node):
            continue
        route, position = best_position(ground, plan, node, dice)
        if position == 0 or (ground.t.costly and not pays(ground, plan, node, route, position, dice)):
            continue
        if not insert_stop(ground, plan, node, route, position):  # what follows comes too late, or waits too long
            remove_stops(ground, plan, route, position, 1)
            if not refresh(ground, plan, route):
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
def best_position(ground: Ground, plan: Plan, node: int, dice: Dice) -> tuple[int, int]:
    """The route and position where `node` fits at least cost, position 0 when it fits nowhere; gaps come first."""
    best_route, best, least = 0, 0, 2 * FAR
    for route in range(plan.sums.shape[0]):
        if ground.least[node] <= plan.sums[route, ROOM]:
            position, cost = best_on_route(ground, plan, node, route, least, dice)
            if position > 0:
                best_route, best, least = route, position, cost
    return best_route, best


@inlined
def best_on_route(ground: Ground, plan: Plan, node: int, route: int, least: int, dice: Dice) -> tuple[int, int]:
    """The position on a route that costs less than `least`, and its cost; position 0 when there is none."""
    t, need, best = ground.t, ground.least[node], 0
    opens, closes, stay = t.opens[node, 0], t.last_start[node], t.visit[node]
    into, onto = ground.into[node], t.travel[node]
    order, leave, late = plan.order[route], plan.leave[route], plan.late[route]
    slack, leg = plan.slack[route], plan.leg[route]
    for position in range(1, plan.sums[route, STOPS] + 2):
        if slack[position] < need or late[position] < opens + stay:
            continue
        ready = leave[position - 1]
        if ready > closes:
            break  # departures only get later
        start = max(ready + into[order[position - 1]], opens)
        if not ground.single:
            start = earliest_start(t.opens, t.closes, node, start)
        cost = start + stay + onto[order[position]] - ready - leg[position]
        if start < 0 or start > closes or cost + ready + leg[position] > late[position]:
            continue
        if ground.gaps:
            cost -= FAR * gaps_filled(ground, node, order[position - 1], order[position])
        if cost < least and not chance(dice, BLINK) and allowed(ground, plan, node, route, position):
            best, least = position, cost
    return best, least


@inlined
def gaps_filled(ground: Ground, node: int, origin: int, after: int) -> int:
    """How many gaps fewer there are with `node` between two others; far less than 0 where there would be more."""
    filled = ground.broken[origin, after] - ground.broken[origin, node] - ground.broken[node, after]
    return int(filled) if filled >= 0 else -4


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


@inlined
def allowed(ground: Ground, plan: Plan, node: int, route: int, position: int) -> bool:
    """Whether walking, order, waiting and clocks let `node` stand at `position`."""
    t = ground.t
    origin, after = plan.order[route, position - 1], plan.order[route, position]
    if plan.sums[route, WALKED] + t.walk[origin, node] + t.walk[node, after] - t.walk[origin, after] > t.max_walk:
        return False
    if t.ordered and not in_order(ground, plan, node, route, position):
        return False
    if origin == 0 and t.max_wait < FAR and waits_too_long(t, node):
        return False
    return not t.clocks or keeps_clocks(ground, plan, node, route, position)


@kernel
def waits_too_long(t: Tables, node: int) -> bool:
    """Whether who goes there first stands before a closed door."""
    arrive = t.travel[0, node]
    return bool(earliest_start(t.opens, t.closes, node, arrive) - arrive > t.max_wait)


@kernel
def in_order(ground: Ground, plan: Plan, node: int, route: int, position: int) -> bool:
    """Whether `node` would come after all that must precede it and before all that must follow."""
    for index in range(1, plan.sums[route, STOPS] + 1):
        other = plan.order[route, index]
        if index < position and ground.t.before[node, other]:
            return False
        if index >= position and ground.t.before[other, node]:
            return False
    return True


@kernel
def keeps_clocks(ground: Ground, plan: Plan, node: int, route: int, position: int) -> bool:
    """Whether some timing with rests keeps all limits with `node` inserted."""
    labels, trial = plan.labels, plan.trial
    row = route * plan.order.shape[1]
    count = labels.counts[row + position - 1]
    trial.counts[row + position - 1] = count
    for index in range(count):
        for one in range(DIMENSIONS):
            trial.state[row + position - 1, index, one] = labels.state[row + position - 1, index, one]
    if advance(ground.t, trial, row + position, plan.order[route, position - 1], node) == 0:
        return False
    origin = node
    for index in range(position, plan.sums[route, STOPS] + 2):
        if advance(ground.t, trial, row + index + 1, origin, plan.order[route, index]) == 0:
            return False
        origin = plan.order[route, index]
    return True
