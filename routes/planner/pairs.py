"""Two candidates at once, where neither fits alone: a rest, a seat or a ride may be reached only by a second stop."""

from __future__ import annotations

from routes.planner.ground import Ground
from routes.planner.insertion import in_order, keeps_clocks, waits_too_long
from routes.planner.jit import kernel
from routes.planner.plan import NOWHERE, STOPS, WALKED, Plan, insert_stop, refresh, remove_stops
from routes.planner.requirements import FAR
from routes.planner.windows import earliest_start


@kernel
def insert_pair(ground: Ground, plan: Plan, node: int) -> bool:
    """Insert a candidate and another right before or after it, where that is soonest done; False when a limit broke."""
    t, best_route, best, mate, least = ground.t, 0, 0, 0, FAR
    for route in range(plan.sums.shape[0]):
        for position in range(1, plan.sums[route, STOPS] + 2):
            for other in range(-t.n, t.n + 1):  # negative: before the candidate
                if other == 0 or plan.inside[abs(other)] != NOWHERE or abs(other) == node:
                    continue
                first, second = (-other, node) if other < 0 else (node, other)
                cost = pair_cost(ground, plan, first, second, route, position)
                if cost < least and pair_allowed(ground, plan, first, second, route, position):
                    best_route, best, mate, least = route, position, other, cost
    if best == 0:
        return True
    insert_stop(ground, plan, node, best_route, best)
    if insert_stop(ground, plan, abs(mate), best_route, best + int(mate > 0)):
        return True
    remove_stops(ground, plan, best_route, best, 2)
    return refresh(ground, plan, best_route)


@kernel
def pair_cost(ground: Ground, plan: Plan, first: int, second: int, route: int, position: int) -> int:
    """The seconds two stops take up at a position; FAR where they come too late."""
    t, left = ground.t, plan.leave[route, position - 1]
    origin, after = plan.order[route, position - 1], plan.order[route, position]
    if ground.broken[origin, first] or ground.broken[first, second] or ground.broken[second, after]:
        return FAR
    for before, node in ((origin, first), (first, second)):
        start = earliest_start(t.opens, t.closes, node, left + t.travel[before, node])
        if start < 0 or start > t.last_start[node]:
            return FAR
        left = start + t.visit[node]
    arrive = left + t.travel[second, after]
    return int(arrive - plan.leave[route, position - 1]) if arrive <= plan.late[route, position] else FAR


@kernel
def pair_allowed(ground: Ground, plan: Plan, first: int, second: int, route: int, position: int) -> bool:
    """Whether groups, walking, order, waiting and clocks let two stops stand at a position."""
    t = ground.t
    origin, after = plan.order[route, position - 1], plan.order[route, position]
    walked = t.walk[origin, first] + t.walk[first, second] + t.walk[second, after] - t.walk[origin, after]
    if plan.sums[route, WALKED] + walked > t.max_walk or not both_welcome(ground, plan, first, second):
        return False
    if t.ordered:
        kept = in_order(ground, plan, first, route, position) and in_order(ground, plan, second, route, position)
        if not kept or t.before[second, first]:
            return False
    if origin == 0 and t.max_wait < FAR and waits_too_long(t, first):
        return False
    return keeps_clocks(ground, plan, first, second, route, position)


@kernel
def both_welcome(ground: Ground, plan: Plan, first: int, second: int) -> bool:
    """Whether the groups take both."""
    for group in range(plan.members.shape[0]):
        come = int(ground.t.member[first, group]) + int(ground.t.member[second, group])
        if come and plan.members[group] + come > ground.t.at_most[group]:
            return False
    return True
