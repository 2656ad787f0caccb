"""The routes under work in the search, with what makes one insertion cheap to judge.

Usually there is one route; with several, each candidate is a stop of at most one of them, and groups count over all.
While the search works, a broken leg may stand in a route as a gap: it counts as the quickest way over other places,
and is to be filled. Routes with gaps are never answers.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from routes.planner.ground import Ground
from routes.planner.jit import inlined, kernel
from routes.planner.requirements import IntMatrix, IntVector
from routes.planner.tables import Tables
from routes.planner.timing import COST, Labels, advance, heat, new_labels
from routes.planner.windows import earliest_start, latest_start

STOPS, WALKED, GAPS, ROOM, LOST = range(5)
NOWHERE = -1


class Plan(NamedTuple):
    """Position 0 of a route is the start, positions 1..stops the visits, stops + 1 the end. M routes, S = n + 2."""

    order: IntMatrix  # (M, S)
    leave: IntMatrix  # (M, S) earliest departure, without regard to clocks
    late: IntMatrix  # (M, S) latest arrival for which the rest can still be kept
    leg: IntMatrix  # (M, S) seconds of the leg before
    slack: IntMatrix  # (M, S) seconds between the departure before and the latest arrival
    inside: IntVector  # (N,) the route that visits each candidate, NOWHERE if none does
    members: IntVector  # (G,) visited members of each group
    sums: IntMatrix  # (M, 5) STOPS, WALKED, GAPS, ROOM (an upper bound of all slack), LOST points
    labels: Labels  # timing with clocks, route r from row r * S on; used only where clocks bind
    trial: Labels


def new_plan(ground: Ground, routes: int = 1) -> Plan:
    """The plan without stops; call `refresh` before use."""
    size = ground.t.n + 2
    shape, rows = (routes, size), routes * size if ground.t.clocks else 1
    plan = Plan(
        order=np.zeros(shape, np.int64),
        leave=np.zeros(shape, np.int64),
        late=np.zeros(shape, np.int64),
        leg=np.zeros(shape, np.int64),
        slack=np.zeros(shape, np.int64),
        inside=np.full(size, NOWHERE, np.int64),
        members=np.zeros(len(ground.t.at_most), np.int64),
        sums=np.zeros((routes, 5), np.int64),
        labels=new_labels(rows),
        trial=new_labels(rows),
    )
    plan.order[:, 1] = ground.t.n + 1
    if ground.t.clocks:
        plan.labels.counts[::size] = 1
    return plan


@kernel
def refresh(ground: Ground, plan: Plan, route: int) -> bool:
    """Compute all of a route from its order; False when it breaks a limit (gaps aside)."""
    t, stops, sums = ground.t, plan.sums[route, STOPS], plan.sums
    sums[route, WALKED], sums[route, GAPS], sums[route, LOST] = 0, 0, 0
    plan.leave[route, 0] = 0
    first_row = route * plan.order.shape[1]
    for position in range(1, stops + 2):
        origin, node = plan.order[route, position - 1], plan.order[route, position]
        plan.leg[route, position] = t.travel[origin, node]
        arrive = plan.leave[route, position - 1] + t.travel[origin, node]
        start = earliest_start(t.opens, t.closes, node, arrive)
        if start < 0 or start > t.last_start[node]:
            return False
        if start - arrive > t.max_wait and origin == 0:
            return False
        plan.leave[route, position] = start + t.visit[node]
        sums[route, WALKED] += t.walk[origin, node]
        sums[route, GAPS] += ground.broken[origin, node]
        if t.costly:
            sums[route, LOST] += t.cost[origin, node] + heat(t, node, start)
        if t.clocks and advance(t, plan.labels, first_row + position, origin, node) == 0:
            return False
    if t.clocks and t.costly:
        sums[route, LOST] = least_lost(plan.labels, first_row + stops + 1)
    backward(ground, plan, route)
    return bool(sums[route, WALKED] <= t.max_walk)


@kernel
def least_lost(labels: Labels, position: int) -> int:
    """The points lost by the label that loses least."""
    least = labels.state[position, 0, COST]
    for index in range(1, labels.counts[position]):
        least = min(least, labels.state[position, index, COST])
    return int(least)


@inlined
def backward(ground: Ground, plan: Plan, route: int) -> None:
    """The latest arrivals, from the end to the first stop, and the room between stops."""
    t, stops = ground.t, plan.sums[route, STOPS]
    leg = plan.leg[route]
    late, slack = t.budget, t.budget - plan.leave[route, stops]
    plan.late[route, stops + 1], plan.slack[route, stops + 1] = late, slack
    room = slack
    for position in range(stops, 0, -1):
        node = plan.order[route, position]
        late = latest_start(t.opens, t.closes, node, late - leg[position + 1] - t.visit[node])
        slack = late - plan.leave[route, position - 1]
        plan.late[route, position], plan.slack[route, position] = late, slack
        room = max(room, slack)
    plan.sums[route, ROOM] = room


@inlined
def insert_stop(ground: Ground, plan: Plan, node: int, route: int, position: int) -> bool:
    """Put `node` at `position`, moving the later stops on; False when the route then breaks a limit."""
    stops = plan.sums[route, STOPS]
    for index in range(stops + 1, position - 1, -1):
        plan.order[route, index + 1] = plan.order[route, index]
    plan.order[route, position] = node
    plan.sums[route, STOPS] = stops + 1
    plan.inside[node] = route
    count_member(ground, plan, node, 1)
    return push(ground, plan, route, position) if ground.plain else refresh(ground, plan, route)


@kernel
def push(ground: Ground, plan: Plan, route: int, inserted: int) -> bool:
    """What `refresh` does, from the stop just inserted outwards, as far as anything changes."""
    t, sums, order, leg = ground.t, plan.sums, plan.order[route], plan.leg[route]
    for position in range(sums[route, STOPS] + 1, inserted, -1):
        for row in (plan.leave[route], plan.late[route], leg, plan.slack[route]):
            row[position] = row[position - 1]
    origin, node, after = order[inserted - 1], order[inserted], order[inserted + 1]
    for a, b, sign in ((origin, after, -1), (origin, node, 1), (node, after, 1)):
        sums[route, WALKED] += sign * t.walk[a, b]
        sums[route, GAPS] += sign * ground.broken[a, b]
    leg[inserted], leg[inserted + 1] = t.travel[origin, node], t.travel[node, after]
    if not push_on(t, plan, route, inserted):
        return False
    push_back(t, plan, route, inserted)
    return bool(sums[route, WALKED] <= t.max_walk)


@inlined
def push_on(t: Tables, plan: Plan, route: int, inserted: int) -> bool:
    """Departures from the stop inserted on, until one stays as it was; False when one comes too late."""
    order, leave, late = plan.order[route], plan.leave[route], plan.late[route]
    stops = plan.sums[route, STOPS]
    for position in range(inserted, stops + 2):
        node = order[position]
        start = earliest_start(t.opens, t.closes, node, leave[position - 1] + plan.leg[route, position])
        if start < 0 or start > t.last_start[node]:
            return False
        left = start + t.visit[node]
        if position > inserted and left == leave[position]:
            break
        leave[position] = left
        if position <= stops:
            plan.slack[route, position + 1] = late[position + 1] - left
    return True


@inlined
def push_back(t: Tables, plan: Plan, route: int, inserted: int) -> None:
    """Latest arrivals from the stop inserted back, until one stays as it was."""
    order, leave, late = plan.order[route], plan.leave[route], plan.late[route]
    for position in range(inserted, 0, -1):
        node = order[position]
        until = late[position + 1] - plan.leg[route, position + 1] - t.visit[node]
        latest = latest_start(t.opens, t.closes, node, until)
        if position < inserted and latest == late[position]:
            break
        late[position] = latest
        plan.slack[route, position] = latest - leave[position - 1]


@inlined
def remove_stops(ground: Ground, plan: Plan, route: int, first: int, count: int) -> None:
    """Take `count` stops out of a route from position `first` on; call `refresh` afterwards."""
    stops = plan.sums[route, STOPS]
    for index in range(first, first + count):
        node = plan.order[route, index]
        plan.inside[node] = NOWHERE
        count_member(ground, plan, node, -1)
    for index in range(first + count, stops + 2):
        plan.order[route, index - count] = plan.order[route, index]
    plan.sums[route, STOPS] = stops - count


@inlined
def count_member(ground: Ground, plan: Plan, node: int, by: int) -> None:
    """Keep `members` true when a stop comes (1) or goes (-1)."""
    for group in range(plan.members.shape[0]):
        if ground.t.member[node, group]:
            plan.members[group] += by


@kernel
def worth_of(ground: Ground, plan: Plan) -> int:
    """Score of the plan, a heavy bonus for each must-stop, a heavy fine for each gap and each member missing."""
    total = 0
    for route in range(plan.sums.shape[0]):
        total -= ground.heavy * plan.sums[route, GAPS] + plan.sums[route, LOST]
        for position in range(1, plan.sums[route, STOPS] + 1):
            total += ground.worth[plan.order[route, position]]
    for group in range(plan.members.shape[0]):
        total -= ground.heavy * max(0, ground.t.at_least[group] - plan.members[group])
        for index in range(plan.members[group]):
            total += ground.t.gains[group, index]
    return int(total)


@inlined
def copy_plan(source: Plan, target: Plan) -> None:
    """Make `target` the same plan; call `refresh` before judging insertions."""
    for route in range(source.sums.shape[0]):
        for position in range(1, target.sums[route, STOPS] + 1):
            target.inside[target.order[route, position]] = NOWHERE
    for route in range(source.sums.shape[0]):
        for position in range(source.sums[route, STOPS] + 2):
            target.order[route, position] = source.order[route, position]
        for position in range(1, source.sums[route, STOPS] + 1):
            target.inside[source.order[route, position]] = route
        for index in range(source.sums.shape[1]):
            target.sums[route, index] = source.sums[route, index]
    for group in range(source.members.shape[0]):
        target.members[group] = source.members[group]
