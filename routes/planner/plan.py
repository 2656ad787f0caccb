"""The route under work in the search above 16 candidates, with what makes one insertion cheap to judge.

While the search works, a broken leg may stand in the route as a gap: it counts as the quickest way over other
places, and is to be filled. Routes with gaps are never answers.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from routes.planner.bounds import cheapest_pairs
from routes.planner.jit import inlined, kernel
from routes.planner.problem import IntMatrix
from routes.planner.tables import FAR, Flags, IntVector, Tables, earliest_start, latest_start
from routes.planner.timing import Labels, advance, new_labels

STOPS, WALKED, GAPS, ROOM = range(4)


class Ground(NamedTuple):
    """The tables with gaps passable, and the worth of things in the search's own points."""

    t: Tables
    broken: IntMatrix  # (N, N) 1 where a leg is broken
    worth: IntVector  # (N,) score, plus `heavy` for a must-stop
    heavy: int  # more than all scores together
    least: IntVector  # (N,) seconds that any insertion of a candidate takes up: its visit, the shortest legs in and out
    near: IntMatrix  # (n, n) candidates by travel time from each candidate, itself first
    sessions: bool  # whether sessions bind at all


class Plan(NamedTuple):
    """Position 0 is the start, positions 1..stops the visits, stops + 1 the end."""

    order: IntVector
    leave: IntVector  # earliest departure, without regard to sessions
    late: IntVector  # latest arrival for which the rest can still be kept
    inside: Flags  # (N,)
    members: IntVector  # (G,) visited members of each group
    sums: IntVector  # STOPS, WALKED, GAPS, and ROOM: the most seconds between a departure and the next latest arrival
    labels: Labels  # timing with sessions, used only where sessions bind
    trial: Labels


def ground_of(tables: Tables) -> Ground:
    """The search's view of the problem."""
    gap = tables.travel >= FAR
    passable = tables._replace(
        travel=np.where(gap, tables.path, tables.travel),
        walk=np.where(gap, np.minimum(tables.path_walk, FAR), tables.walk),
        ridden=tables.ridden | gap,
    )
    heavy = int(tables.score.sum() + tables.gains.sum()) + 1
    return Ground(
        t=passable,
        broken=gap.astype(np.int64),
        worth=tables.score + heavy * tables.must,
        heavy=heavy,
        least=tables.visit + cheapest_pairs(passable.travel),
        near=np.argsort(passable.travel[1:-1, 1:-1] + own_first(tables.n), axis=1, kind="stable") + 1,
        sessions=tables.max_session < tables.budget,
    )


def own_first(n: int) -> IntMatrix:
    """(n, n) what to add so that each candidate is nearest to itself."""
    return np.diag(np.full(n, -2 * FAR, dtype=np.int64))


def new_plan(ground: Ground) -> Plan:
    """The plan without stops; call `refresh` before use."""
    size = ground.t.n + 2
    plan = Plan(
        order=np.zeros(size, np.int64),
        leave=np.zeros(size, np.int64),
        late=np.zeros(size, np.int64),
        inside=np.zeros(size, np.bool_),
        members=np.zeros(len(ground.t.at_most), np.int64),
        sums=np.zeros(4, np.int64),
        labels=new_labels(size if ground.sessions else 1),
        trial=new_labels(size if ground.sessions else 1),
    )
    plan.order[1] = ground.t.n + 1
    return plan


@inlined
def refresh(ground: Ground, plan: Plan) -> bool:
    """Compute everything from the order; False when it breaks a limit (gaps aside)."""
    t, stops = ground.t, plan.sums[STOPS]
    plan.sums[WALKED] = 0
    plan.sums[GAPS] = 0
    plan.leave[0] = 0
    for position in range(1, stops + 2):
        origin, node = plan.order[position - 1], plan.order[position]
        start = earliest_start(t.opens, t.closes, node, plan.leave[position - 1] + t.travel[origin, node])
        if start < 0 or start > t.last_start[node]:
            return False
        plan.leave[position] = start + t.visit[node]
        plan.sums[WALKED] += t.walk[origin, node]
        plan.sums[GAPS] += ground.broken[origin, node]
        if ground.sessions and advance(t, plan.labels, position, origin, node) == 0:
            return False
    backward(ground, plan)
    return bool(plan.sums[WALKED] <= t.max_walk)


@inlined
def backward(ground: Ground, plan: Plan) -> None:
    """The latest arrivals, from the end to the first stop, and the room between stops."""
    t, stops = ground.t, plan.sums[STOPS]
    plan.late[stops + 1] = t.budget
    plan.sums[ROOM] = t.budget - plan.leave[stops]
    for position in range(stops, 0, -1):
        node, after = plan.order[position], plan.order[position + 1]
        until = plan.late[position + 1] - t.travel[node, after] - t.visit[node]
        plan.late[position] = latest_start(t.opens, t.closes, node, until)
        plan.sums[ROOM] = max(plan.sums[ROOM], plan.late[position] - plan.leave[position - 1])


@inlined
def insert_stop(ground: Ground, plan: Plan, node: int, position: int) -> bool:
    """Put `node` at `position`, moving the later stops on; False when the plan then breaks a limit."""
    stops = plan.sums[STOPS]
    for index in range(stops + 1, position - 1, -1):
        plan.order[index + 1] = plan.order[index]
    plan.order[position] = node
    plan.sums[STOPS] = stops + 1
    count_stop(ground, plan, node, 1)
    return refresh(ground, plan)


@inlined
def remove_stops(ground: Ground, plan: Plan, first: int, count: int) -> None:
    """Take `count` stops out from position `first` on; call `refresh` afterwards."""
    stops = plan.sums[STOPS]
    for index in range(first, first + count):
        count_stop(ground, plan, plan.order[index], -1)
    for index in range(first + count, stops + 2):
        plan.order[index - count] = plan.order[index]
    plan.sums[STOPS] = stops - count


@inlined
def count_stop(ground: Ground, plan: Plan, node: int, by: int) -> None:
    """Keep `inside` and `members` true when a stop comes (1) or goes (-1)."""
    plan.inside[node] = by > 0
    for group in range(plan.members.shape[0]):
        if ground.t.member[node, group]:
            plan.members[group] += by


@kernel
def worth_of(ground: Ground, plan: Plan) -> int:
    """Score of the plan, a heavy bonus for each must-stop, a heavy fine for each gap."""
    total = -ground.heavy * plan.sums[GAPS]
    for position in range(1, plan.sums[STOPS] + 1):
        total += ground.worth[plan.order[position]]
    for group in range(plan.members.shape[0]):
        for index in range(plan.members[group]):
            total += ground.t.gains[group, index]
    return int(total)


@inlined
def copy_plan(source: Plan, target: Plan) -> None:
    """Make `target` the same route; call `refresh` before judging insertions."""
    for position in range(1, target.sums[STOPS] + 1):
        target.inside[target.order[position]] = False
    for position in range(source.sums[STOPS] + 2):
        target.order[position] = source.order[position]
        target.inside[source.order[position]] = source.inside[source.order[position]]
    for group in range(source.members.shape[0]):
        target.members[group] = source.members[group]
    for index in range(source.sums.shape[0]):
        target.sums[index] = source.sums[index]
