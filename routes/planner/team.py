"""Several routes at once: class groups that take turns at the same places, or one team that shares places out.

Class groups (`solve_groups`). Each group has a route of its own over the same problem, from 0 on. The people inside a
candidate, over all groups and at every moment, are at most its room; a group is inside from the start of its visit
for `visit_s` seconds, whoever waits or rests does so outside. The sum of all scores counts.

Team (`solve_fleet`). Each candidate is a stop of at most one route; `must` and groups count over all routes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from itertools import pairwise

from routes.planner.annealing import anneal
from routes.planner.errors import NoFeasibleItinerary
from routes.planner.problem import Candidate, Problem, Route
from routes.planner.reduction import reduce_problem
from routes.planner.requirements import Window
from routes.planner.routing import timed_route
from routes.planner.solving import root_bound_of, solve
from routes.planner.tables import tables_of

TURNS = 6
"""How often each group is planned at most, over all starts. The first turn is the same whatever follows it."""

STARTS = 2
"""How often the groups are planned from nothing, each time in another order."""


@dataclass(frozen=True)
class Crowd:
    """Who goes and where there is room: people of each group, and of each candidate the most inside at once."""

    sizes: tuple[int, ...]
    room: Mapping[str, int]


def solve_groups(
    problem: Problem, crowd: Crowd, *, seed: int = 1, iterations: int | None = None, turns: int = TURNS
) -> tuple[Route, ...]:
    """A route for each group, in their order; never called proved, their bounds are those of a group alone.

    Groups are planned one beside the other, then each anew beside all others as long as that helps.
    Raises NoFeasibleItinerary when a group finds no route.
    """
    best: tuple[Route, ...] | None = None
    for start in range(min(STARTS, turns)):
        found = in_turns(problem, crowd, start, seed, iterations, -(-turns // STARTS))
        if found and (best is None or rank(found) > rank(best)):
            best = found
    if best is None:
        raise NoFeasibleItinerary("The groups do not fit beside each other.", proved=False)
    return tuple(replace(route, proved_optimal=False) for route in best)


def rank(routes: Sequence[Route]) -> tuple[int, int, int]:
    """The most points of all groups, then of the poorest, then the earliest return."""
    scores = [route.score for route in routes]
    return sum(scores), min(scores), -max(route.finish_s for route in routes)


def in_turns(
    problem: Problem, crowd: Crowd, start: int, seed: int, iterations: int | None, turns: int
) -> tuple[Route, ...] | None:
    """Routes of all groups, planned from group `start` on at most so often; None when one finds none."""
    count = len(crowd.sizes)
    order = [(start + index) % count for index in range(count)]
    routes: dict[int, Route] = {}
    for turn in range(turns):
        before = dict(routes)
        for group in order:
            found = beside(problem, crowd, group, routes, seed + turn, iterations)
            if found is None and group not in routes:
                return None
            if found and (group not in routes or found.score > routes[group].score):
                routes[group] = found
        if routes == before:
            break
    return tuple(routes[group] for group in range(count))


def beside(
    problem: Problem, crowd: Crowd, group: int, routes: Mapping[int, Route], seed: int, iterations: int | None
) -> Route | None:
    """The best route of a group while all others keep theirs; None when there is none."""
    others = {other: route for other, route in routes.items() if other != group}
    try:
        return solve(with_room(problem, crowd, group, others), seed=seed, iterations=iterations, tight=False).best
    except NoFeasibleItinerary:
        return None


def with_room(problem: Problem, crowd: Crowd, group: int, others: Mapping[int, Route]) -> Problem:
    """The problem as a group finds it: its windows without the times when others leave too little room."""
    inside: dict[str, list[tuple[int, int, int]]] = {}
    stay = {candidate.id: candidate.visit_s for candidate in problem.candidates}
    for other, route in others.items():
        for visit in route.stops:
            inside.setdefault(visit.id, []).append((visit.start_s, visit.start_s + stay[visit.id], crowd.sizes[other]))
    return replace(
        problem,
        candidates=tuple(
            roomy(candidate, inside.get(candidate.id, []), crowd.room[candidate.id] - crowd.sizes[group])
            for candidate in problem.candidates
        ),
    )


def roomy(candidate: Candidate, inside: Sequence[tuple[int, int, int]], room: int) -> Candidate:
    """The candidate with the starts left at which never more than `room` people of others are inside."""
    if room < 0:
        return replace(candidate, windows=())
    windows = list(candidate.windows)
    for begins, ends in crowded(inside, room):
        windows = [part for window in windows for part in cut(window, begins - candidate.visit_s + 1, ends - 1)]
    return replace(candidate, windows=tuple(windows))


def crowded(inside: Sequence[tuple[int, int, int]], room: int) -> list[Window]:
    """The times (from, until) when more than `room` people are inside."""
    moments = sorted({moment for begins, ends, _ in inside for moment in (begins, ends)})
    return [
        (begins, ends)
        for begins, ends in pairwise(moments)
        if sum(size for first, last, size in inside if first <= begins and last >= ends) > room
    ]


def cut(window: Window, first: int, last: int) -> list[Window]:
    """What is left of a window without the moments from `first` to `last`."""
    opens, closes = window
    parts = [(opens, min(closes, first - 1)), (max(opens, last + 1), closes)]
    return [window] if last < first else [part for part in dict.fromkeys(parts) if part[0] <= part[1]]


def solve_fleet(
    problem: Problem,
    routes: int,
    *,
    seed: int = 1,
    iterations: int | None = None,
    seconds: float | None = None,
    searches: int = 1,
) -> tuple[Route, ...]:
    """The best routes found that share the candidates out; raises NoFeasibleItinerary when none were.

    So many `searches` with dice of their own run side by side: the kernels do not hold Python's lock.
    """
    small = reduce_problem(problem)
    tables = tables_of(small)
    bound = root_bound_of(tables)

    def searched(own: int) -> tuple[Route, ...]:
        found = anneal(tables, seed=own, iterations=iterations, seconds=seconds, routes=routes)
        alone = replace(small, groups=())  # what groups add belongs to all routes together
        timed = [timed_route(alone, tables, nodes, upper_bound=bound) for nodes in found.routes or ()]
        return tuple(replace(route, proved_optimal=False) for route in timed if route)

    with ThreadPoolExecutor(searches) as pool:
        teams = list(pool.map(searched, [seed * searches + index for index in range(searches)]))
    best = max(teams, key=lambda team: (len(team), sum(route.score for route in team)))
    if len(best) < routes:
        raise NoFeasibleItinerary("No routes keep all limits together.", proved=False)
    return best
