"""Where an absent candidate fits into the routes at least cost of time."""

from __future__ import annotations

from routes.planner.dice import Dice, chance
from routes.planner.ground import Ground
from routes.planner.jit import inlined, kernel
from routes.planner.plan import NOWHERE, ROOM, STOPS, WALKED, Plan
from routes.planner.requirements import FAR
from routes.planner.tables import Tables
from routes.planner.timing import DIMENSIONS, advance
from routes.planner.windows import earliest_start

BLINK = 0.01
"""How often a good position is overlooked, Christiaens & Vanden Berghe 2020 section 5.3."""


@inlined
def welcome(ground: Ground, plan: Plan, node: int) -> bool:
    """Whether the groups still take `node`."""
    for group in range(plan.members.shape[0]):
        if ground.t.member[node, group] and plan.members[group] >= ground.t.at_most[group]:
            return False
    return True


@inlined
def best_position(ground: Ground, plan: Plan, node: int, bold: bool, dice: Dice) -> tuple[int, int]:
    """The route and position where `node` fits at least cost, position 0 when it fits nowhere; gaps come first."""
    best_route, best, least = 0, 0, 2 * FAR
    for route in range(plan.sums.shape[0]):
        if ground.least[node] <= plan.sums[route, ROOM]:
            position, cost = best_on_route(ground, plan, node, route, least, bold, dice)
            if position > 0:
                best_route, best, least = route, position, cost
    return best_route, best


@inlined
def best_on_route(
    ground: Ground, plan: Plan, node: int, route: int, least: int, bold: bool, dice: Dice
) -> tuple[int, int]:
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
            cost -= FAR * gaps_filled(ground, node, order[position - 1], order[position], bold)
        if cost < least and not chance(dice, BLINK) and allowed(ground, plan, node, route, position):
            best, least = position, cost
    return best, least


@inlined
def gaps_filled(ground: Ground, node: int, origin: int, after: int, bold: bool) -> int:
    """How many gaps fewer there are with `node` between two others; far less than 0 where too many would come."""
    filled = ground.broken[origin, after] - ground.broken[origin, node] - ground.broken[node, after]
    return int(filled) if filled >= -int(bold) else -4


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
    return not t.clocks or keeps_clocks(ground, plan, node, NOWHERE, route, position)


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
def keeps_clocks(ground: Ground, plan: Plan, node: int, second: int, route: int, position: int) -> bool:
    """Whether some timing with rests keeps all limits with `node`, and `second` if it is not NOWHERE, inserted."""
    labels, trial = plan.labels, plan.trial
    row = route * plan.order.shape[1] + position
    count = labels.counts[row - 1]
    trial.counts[row - 1] = count
    for index in range(count):
        for one in range(DIMENSIONS):
            trial.state[row - 1, index, one] = labels.state[row - 1, index, one]
    if advance(ground.t, trial, row, plan.order[route, position - 1], node) == 0:
        return False
    origin = node
    if second != NOWHERE:
        row, origin = row + 1, second
        if advance(ground.t, trial, row, node, second) == 0:
            return False
    for index in range(position, plan.sums[route, STOPS] + 2):
        row += 1
        if advance(ground.t, trial, row, origin, plan.order[route, index]) == 0:
            return False
        origin = plan.order[route, index]
    return True
