"""Which of the spaces that may be stops are planned with: those in reach, the best of them where they are many."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from routes.planning.candidates import Found, Omission, Stoppable, effective_access, refused_must
from routes.planning.legs import NO_WAY, WALK, Ways, quickest, ways_between
from routes.planning.lengths import IntMatrix
from routes.planning.limits import Party
from routes.planning.obstacles import cut_off, out_of_reach
from routes.planning.request import OPEN, PlanRequest
from routes.planning.scoring import score_of
from routes.planning.spots import Spot
from routes.streets.streets import Streets

MOST_CANDIDATES = 60  # the nearest of the best: what can be planned within half a second


@dataclass(frozen=True, eq=False)
class Chosen:
    """The stops to plan with, the ways between start, them and end, and why the others are left out."""

    stops: tuple[Stoppable, ...]
    ways: Ways
    omitted: tuple[Omission, ...]


def within_reach(
    found: Found,
    start: Spot,
    end: Spot,
    request: PlanRequest,
    party: Party,
    budget_s: int,
    must: tuple[str, ...],
    streets: Streets | None,
) -> Chosen:
    """The candidates that time allows, at most MOST_CANDIDATES, must-stops in any case."""
    stops = found.stoppable
    ways = ways_between(start, [stop.space for stop in stops], end, request, party, streets)
    ways = open_ended(ways) if request.end == OPEN else ways
    whole = streets.whole if streets else None
    usual = ways_between(start, [stop.space for stop in stops], end, request, party, whole) if whole else None
    require_open_ways(stops, ways, usual, start, request, must, streets)
    near = reachable(stops, ways, budget_s)
    kept = [node for node, stop in enumerate(stops, start=1) if near[node - 1] or stop.id in must]
    chosen = best_ranked(kept, stops, ways.lengths.metres[0], request, party, must)
    away = sorted({*range(1, len(stops) + 1)} - {*kept})
    omitted = [out_of_reach(stops[node - 1], node, start, ways, usual, streets) for node in away]
    lower = sorted({*kept} - {*chosen})
    omitted += [Omission(stops[node - 1].space, "ranked_lower", {"most": MOST_CANDIDATES}) for node in lower]
    picked = ways if len(chosen) == len(stops) else ways.among([0, *chosen, len(stops) + 1])
    return Chosen(tuple(stops[node - 1] for node in chosen), picked, tuple(omitted))


def require_open_ways(
    stops: Sequence[Stoppable],
    ways: Ways,
    usual: Ways | None,
    start: Spot,
    request: PlanRequest,
    must: tuple[str, ...],
    streets: Streets | None,
) -> None:
    """Raises NoStopPossible for a must-stop that closed ways part from the start and every other stop."""
    for node, stop in enumerate(stops, start=1):
        origins = np.arange(len(stops) + 1) != node
        if stop.id in must and (ways.mode[:-1, node][origins] == NO_WAY).all():
            reason = cut_off(stop, node, start, ways, usual, streets)
            if reason:
                raise refused_must(reason, request, must)


def reachable(stops: Sequence[Stoppable], ways: Ways, budget_s: int) -> list[bool]:
    """Whether the quickest way there (over others, if need be) and on to the end leaves time for the visit."""
    direct = np.where(ways.travel_s < 0, np.inf, ways.travel_s.astype(np.float64))
    there, back = quickest(direct[:1], ways.travel_s)[0], quickest(direct[:, -1:].T, ways.travel_s.T)[0]
    return [in_time(stop, there[node], back[node], budget_s) for node, stop in enumerate(stops, start=1)]


def in_time(stop: Stoppable, there_s: float, back_s: float, budget_s: int) -> bool:
    """Whether a route with this one stop, that waits until it opens, ends within the budget."""
    starts = next((max(opens, there_s) for opens, latest in stop.windows if latest >= there_s), None)
    return starts is not None and bool(starts + stop.visit_s + back_s <= budget_s)


def best_ranked(
    nodes: Sequence[int],
    stops: Sequence[Stoppable],
    metres: IntMatrix,
    request: PlanRequest,
    party: Party,
    must: tuple[str, ...],
) -> list[int]:
    """The MOST_CANDIDATES first: must-stops, then by worth, then by nearness to the start; in the order they came."""
    if len(nodes) <= MOST_CANDIDATES:
        return list(nodes)
    access, day = effective_access(request, party), request.depart.date()

    def rank(node: int) -> tuple[bool, int, int, str]:
        stop = stops[node - 1]
        return stop.id not in must, -score_of(stop, access, day), int(metres[node]), stop.id

    return sorted(sorted(nodes, key=rank)[: max(MOST_CANDIDATES, len(must))])


def open_ended(ways: Ways) -> Ways:
    """The ways with nothing between any stop and the end."""
    mode = ways.mode.copy()
    mode[:-1, -1] = WALK
    return replace(
        ways,
        lengths=replace(
            ways.lengths,
            metres=nothing_last(ways.lengths.metres),
            metres_low=nothing_last(ways.lengths.metres_low),
            metres_high=nothing_last(ways.lengths.metres_high),
        ),
        mode=mode,
        travel_s=nothing_last(ways.travel_s),
        high_s=nothing_last(ways.high_s),
    )


def nothing_last(matrix: IntMatrix) -> IntMatrix:
    """The same with 0 in the last column, but for its last row."""
    open_end = matrix.copy()
    open_end[:-1, -1] = 0
    return open_end
