"""Ruin and recreate with simulated annealing: the search for many candidates."""

from __future__ import annotations

import math
import time
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from routes.planner.dice import Dice, below, chance, new_dice, uniform
from routes.planner.ground import Ground, ground_of
from routes.planner.jit import inlined, kernel, njit
from routes.planner.plan import (
    GAPS,
    NOWHERE,
    STOPS,
    Plan,
    copy_plan,
    insert_stop,
    new_plan,
    refresh,
    remove_stops,
    worth_of,
)
from routes.planner.recreating import recreate
from routes.planner.requirements import FAR, IntMatrix, IntVector
from routes.planner.ruin import ruin
from routes.planner.tables import Tables

HOT, COLD = 1.0, 0.05
"""First and last temperature, in mean scores of a candidate."""

STEPS_PER_LOOK = 100
"""Iterations between two looks at the clock and the temperature."""


class Search(NamedTuple):
    """Three plans and what orders the queue."""

    now: Plan
    trial: Plan
    best: Plan
    worth: IntVector  # of now and best
    ranks: IntMatrix  # (orders, n) candidates by score, by score per second, by closing time
    queue: IntVector  # (n,)


Nodes = tuple[int, ...]


@dataclass(frozen=True)
class Found:
    """`routes` are the nodes of each in order; None when none without gaps and with all that must be was found."""

    routes: tuple[Nodes, ...] | None
    complete: bool
    iterations: int

    @property
    def nodes(self) -> Nodes | None:
        """The first route, the only one of most searches."""
        return None if self.routes is None else self.routes[0]


def anneal(
    tables: Tables,
    *,
    seed: int,
    iterations: int | None,
    seconds: float | None,
    first: Nodes = (),
    routes: int = 1,
) -> Found:
    """The best route, or team of routes, found in so many iterations or seconds, whichever ends first.

    Raises ValueError when neither is given: such a search would never end.
    """
    if iterations is None and seconds is None:
        raise ValueError("A search needs iterations or seconds.")
    if tables.n == 0:
        return Found(((),) * routes if tables.travel[0, 1] < FAR else None, True, 0)
    ground, dice = ground_of(tables), new_dice(seed)
    search = new_search(ground, ranks_of(tables), np.array(first, dtype=np.int64), routes)
    began, done = time.perf_counter(), 0
    scale = max(1.0, float(tables.score[1:-1].mean()))
    while True:
        progress = max(share(time.perf_counter() - began, seconds), share(done, iterations))
        if progress >= 1:
            break
        heat = scale * HOT * (COLD / HOT) ** progress
        steps = STEPS_PER_LOOK if iterations is None else min(STEPS_PER_LOOK, iterations - done)
        run(ground, search, dice, heat, steps)
        done += steps
    return Found(routes_of(ground, search), iterations is None or done >= iterations, done)


def share(done: float, limit: float | None) -> float:
    """How much of a limit is used up, from 0; a limit of nothing is used up at once."""
    if limit is None:
        return 0.0
    return done / limit if limit > 0 else 1.0


def routes_of(ground: Ground, search: Search) -> tuple[Nodes, ...] | None:
    """The best plan's nodes, if it is an answer."""
    best, t = search.best, ground.t
    found = tuple(
        tuple(int(node) for node in order[1 : stops + 1])
        for order, stops in zip(best.order, best.sums[:, STOPS], strict=True)
    )
    whole = bool((best.inside[t.must] != NOWHERE).all() and (best.members >= t.at_least).all())
    return found if whole and not best.sums[:, GAPS].any() else None


def ranks_of(tables: Tables) -> IntMatrix:
    """Candidates in the orders the queue may start from, must-stops first."""
    nodes = np.arange(1, tables.n + 1)
    value = tables.score + (tables.member * tables.gains[:, 0]).sum(axis=1)
    pace = value[nodes] / (tables.visit[nodes] + np.median(tables.travel[1:-1, 1:-1]) + 1)
    keys = (-value[nodes], -pace, tables.last_start[nodes])
    return np.array([nodes[np.lexsort((key, ~tables.must[nodes]))] for key in keys], dtype=np.int64)


def new_search(ground: Ground, ranks: IntMatrix, first: IntVector, routes: int) -> Search:
    """Start from the stops `first` on the first route, or from none."""
    search = Search(
        now=new_plan(ground, routes),
        trial=new_plan(ground, routes),
        best=new_plan(ground, routes),
        worth=np.zeros(2, np.int64),
        ranks=ranks,
        queue=ranks[0].copy(),
    )
    begin(ground, search, first)
    return search


@njit
def begin(ground: Ground, search: Search, first: IntVector) -> None:
    """Put the stops `first` into the first plan, as many as keep the limits; it is the best so far."""
    now, best = search.now, search.best
    refresh_all(ground, now)
    for node in first:
        if not insert_stop(ground, now, node, 0, now.sums[0, STOPS] + 1):
            remove_stops(ground, now, 0, now.sums[0, STOPS], 1)
            refresh(ground, now, 0)
    copy_plan(now, best)
    refresh_all(ground, best)
    search.worth[0] = worth_of(ground, now)
    search.worth[1] = search.worth[0]


@kernel
def refresh_all(ground: Ground, plan: Plan) -> bool:
    """All routes anew; False when one breaks a limit."""
    kept = True
    for route in range(plan.sums.shape[0]):
        kept = kept and refresh(ground, plan, route)
    return kept


@njit
def run(ground: Ground, search: Search, dice: Dice, heat: float, steps: int) -> None:
    """So many iterations at one temperature."""
    now, trial, best = search.now, search.trial, search.best
    for _ in range(steps):
        seed = 1 + below(dice, ground.t.n)
        copy_plan(now, trial)
        ruin(ground, trial, seed, dice)
        if not refresh_all(ground, trial):
            continue
        fill_queue(ground, search, seed, dice)
        if not recreate(ground, trial, search.queue, dice):
            continue
        worth = worth_of(ground, trial)
        if worth > search.worth[0] + heat * math.log(uniform(dice) + 1e-300):
            copy_plan(trial, now)
            search.worth[0] = worth
            if worth > search.worth[1] or (worth == search.worth[1] and finish(trial) < finish(best)):
                copy_plan(trial, best)
                refresh_all(ground, best)
                search.worth[1] = worth


@kernel
def finish(plan: Plan) -> int:
    """The seconds until the end of all routes, rests aside."""
    total = 0
    for route in range(plan.sums.shape[0]):
        total += plan.leave[route, plan.sums[route, STOPS] + 1]
    return int(total)


@inlined
def fill_queue(ground: Ground, search: Search, seed: int, dice: Dice) -> None:
    """The order in which candidates are tried: at random, by one of the ranks, or by nearness to the seed."""
    queue, kind = search.queue, below(dice, search.ranks.shape[0] + 2)
    n = queue.shape[0]
    reach = n
    if kind < search.ranks.shape[0]:
        refill(queue, search.ranks, kind)
        reach = 1 + below(dice, 4)
    elif kind == search.ranks.shape[0]:
        refill(queue, ground.near, seed - 1)
        reach = 1 + below(dice, 4)
    for index in range(n):
        other = index + below(dice, min(reach, n - index))
        queue[index], queue[other] = queue[other], queue[index]
    if search.trial.inside[seed] == NOWHERE and chance(dice, 0.5):
        for index in range(n):
            if queue[index] == seed:
                queue[index], queue[0] = queue[0], queue[index]
                break


@inlined
def refill(queue: IntVector, orders: IntMatrix, row: int) -> None:
    """Set the queue to one of the orders."""
    for index in range(queue.shape[0]):
        queue[index] = orders[row, index]
