"""From a request and the world to the planner's problem."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from geo.texts import Text
from routes.planner import Candidate, Limits, Problem
from routes.planning.candidates import Found, Omission, Stoppable, effective_access, find
from routes.planning.errors import ImpossiblePlanRequest
from routes.planning.grouping import one_group, with_head_count
from routes.planning.legs import WALK, Ways, quickest, ways_between
from routes.planning.lengths import IntMatrix
from routes.planning.limits import TOILET_MINUTES, Party, party_of
from routes.planning.messages import say
from routes.planning.obstacles import out_of_reach
from routes.planning.request import OPEN, PlanRequest
from routes.planning.scoring import alone_score, heat_cost, midday, ride_cost, score_of, variety
from routes.planning.spots import Spot, spot_of
from routes.planning.wishes import all_of, kind_groups, outcome_groups, story_walls
from routes.planning.world import World
from routes.streets.estimate import great_circle_m, positions
from routes.streets.streets import Streets
from spaces.models import Known

REST_S = 20 * 60  # so long a pause, or a ride, ends a session
MOST_WEIGHED = 240  # spaces between which ways are measured: more would be too far for anybody in a dense city
MOST_CANDIDATES = 60  # the nearest of the best: what can be planned within half a second


@dataclass(frozen=True, eq=False)
class Question:
    """A request made ready for the planner."""

    request: PlanRequest
    world: World
    party: Party
    start: Spot
    end: Spot
    budget_s: int
    stops: tuple[Stoppable, ...]
    omitted: tuple[Omission, ...]
    ways: Ways
    problem: Problem

    @property
    def ends_open(self) -> bool:
        """Whether the route ends wherever its last stop is."""
        return self.request.end == OPEN

    @property
    def clipped(self) -> bool:
        """Whether less time is planned than was asked for."""
        return self.request.minutes is not None and self.request.minutes * 60 > self.budget_s


def question_of(request: PlanRequest, world: World) -> Question:
    """The question; raises a PlanRefused that names what is wrong with the request."""
    together, request = request, one_group(request)
    party = party_of(request.party, request.needs, world)
    require_bicycles(request, party)
    start = spot_of(request.start, "start", world)
    end = end_of(request, start, world)
    budget_s = budget_seconds(request, party)
    walls = story_walls(request, world)
    must = tuple(dict.fromkeys((*request.must, *walls)))
    found = find(request, party, world, budget_s, must)
    if together.groups > 1:
        found = replace(found, stoppable=tuple(with_head_count(stop) for stop in found.stoppable))
    stops, ways, omitted = within_reach(found, start, end, request, party, budget_s, must, world.streets)
    problem = problem_of(request, party, stops, ways, budget_s, must, walls)
    return Question(together, world, party, start, end, budget_s, stops, omitted, ways, problem)


def problem_of(
    request: PlanRequest,
    party: Party,
    stops: Sequence[Stoppable],
    ways: Ways,
    budget_s: int,
    must: tuple[str, ...],
    walls: tuple[str, ...],
) -> Problem:
    """The planner's problem over these stops; `walls` are visited in their order."""
    groups = (*variety(stops), *kind_groups(request, stops, must), *outcome_groups(request, stops, party.ids))
    return Problem(
        candidates_of(stops, request, party),
        ways.travel_s,
        ways.walk_m,
        ways.ride_m,
        limits_of(party, budget_s, request),
        frozenset(must),
        (*groups, *all_of(stops)),
        tuple(pairwise(walls)),
        ride_cost(ways.ride_m),
        midday(request.depart),
    )


def end_of(request: PlanRequest, start: Spot, world: World) -> Spot:
    """Where the route ends: with an open end nowhere in particular, so that the start stands for it."""
    return start if request.end in (None, OPEN) else spot_of(request.end, "end", world)


def budget_seconds(request: PlanRequest, party: Party) -> int:
    """The time asked for, at most what the party can be out; all of that where nothing was said."""
    return 60 * min(request.minutes or party.outing_minutes, party.outing_minutes)


def require_bicycles(request: PlanRequest, party: Party) -> None:
    if request.mode == "bicycle" and party.bicycle_speed_mps is None:
        groups = (*party.members, *party.modifiers)
        without = [Text(one.name_th, one.name_en) for one in groups if one.bicycle_speed_mps is None]
        text = say(
            "no_bicycle", who_th=", ".join(name.th for name in without), who_en=", ".join(name.en for name in without)
        )
        raise ImpossiblePlanRequest("no_bicycle", text, "/mode")


def within_reach(
    found: Found,
    start: Spot,
    end: Spot,
    request: PlanRequest,
    party: Party,
    budget_s: int,
    must: tuple[str, ...],
    streets: Streets | None,
) -> tuple[tuple[Stoppable, ...], Ways, tuple[Omission, ...]]:
    """The candidates that time allows, at most MOST_CANDIDATES, and why the others are left out."""
    stops = near_first(found.stoppable, [start], must)
    ways = ways_between(start, [stop.space for stop in stops], end, request, party, streets)
    ways = open_ended(ways) if request.end == OPEN else ways
    near = [stop for stop, reached in zip(stops, reachable(stops, ways, budget_s), strict=True) if reached]
    kept = [stop for stop in stops if stop in near or stop.id in must]
    metres = dict(zip((stop.id for stop in stops), ways.lengths.metres[0, 1:-1].tolist(), strict=True))
    chosen = best_ranked(kept, metres, request, party, must)
    omitted = [
        out_of_reach(stop, node, start, ways, streets) for node, stop in enumerate(stops, start=1) if stop not in kept
    ]
    omitted += [Omission(stop.space, "ranked_lower", {"most": MOST_CANDIDATES}) for stop in kept if stop not in chosen]
    weighed = {stop.id for stop in stops}
    further = [stop for stop in found.stoppable if stop.id not in weighed]
    omitted += [Omission(stop.space, "ranked_lower", {"most": MOST_CANDIDATES}) for stop in further]
    ways = ways_between(start, [stop.space for stop in chosen], end, request, party, streets)
    ways = open_ended(ways) if request.end == OPEN else ways
    return tuple(chosen), ways, (*found.omitted, *omitted)


def near_first(stops: tuple[Stoppable, ...], spots: Sequence[Spot], must: tuple[str, ...]) -> tuple[Stoppable, ...]:
    """The MOST_WEIGHED of them nearest to one of the spots, must-stops in any case; in the order they came."""
    if len(stops) <= MOST_WEIGHED:
        return stops
    origins = positions([spot.lonlat for spot in spots])
    metres = great_circle_m(origins, positions([stop.space.lonlat for stop in stops])).min(axis=0)
    ranked = sorted(range(len(stops)), key=lambda index: (stops[index].id not in must, metres[index], stops[index].id))
    return tuple(stops[index] for index in sorted(ranked[:MOST_WEIGHED]))


def reachable(stops: Sequence[Stoppable], ways: Ways, budget_s: int) -> list[bool]:
    """Whether the quickest way there (over others, if need be) and on to the end leaves time for the visit."""
    path = quickest(ways.travel_s)
    return [
        in_time(stop, float(path[0, node]), float(path[node, -1]), budget_s) for node, stop in enumerate(stops, start=1)
    ]


def in_time(stop: Stoppable, there_s: float, back_s: float, budget_s: int) -> bool:
    """Whether a route with this one stop, that waits until it opens, ends within the budget."""
    starts = [max(opens, there_s) for opens, latest in stop.windows if latest >= there_s]
    return bool(starts) and starts[0] + stop.visit_s + back_s <= budget_s


def best_ranked(
    stops: Sequence[Stoppable], metres: Mapping[str, int], request: PlanRequest, party: Party, must: tuple[str, ...]
) -> list[Stoppable]:
    """The MOST_CANDIDATES first: must-stops, then by worth, then by nearness to the start; in the order they came."""
    access, day = effective_access(request, party), request.depart.date()
    ranked = sorted(
        stops, key=lambda stop: (stop.id not in must, -score_of(stop, access, day), metres[stop.id], stop.id)
    )
    best = {stop.id for stop in ranked[:MOST_CANDIDATES]}
    return [stop for stop in stops if stop.id in best]


def candidates_of(stops: Sequence[Stoppable], request: PlanRequest, party: Party) -> tuple[Candidate, ...]:
    alone, access, day = alone_score(stops), effective_access(request, party), request.depart.date()
    return tuple(
        Candidate(
            stop.id,
            score_of(stop, access, day) + alone.get(stop.id, 0),
            stop.visit_s,
            stop.windows,
            hot=heat_cost(stop, party),
            seat=stop.space.row.seats != Known.NO,
            toilet=stop.space.row.toilet != Known.NO,
        )
        for stop in stops
    )


def limits_of(party: Party, budget_s: int, request: PlanRequest) -> Limits:
    return Limits(
        budget_s=budget_s,
        max_leg_m=party.whole("max_leg_m"),
        max_walk_total_m=party.whole("max_walk_total_m"),
        max_session_s=party.seconds("max_session_minutes"),
        rest_s=REST_S,
        max_ride_s=party.seconds("max_ride_minutes"),
        max_wait_s=None if request.most_wait_minutes is None else request.most_wait_minutes * 60,
        max_stretch_s=party.seconds("rest_every_minutes"),
        max_toilet_s=TOILET_MINUTES * 60 if party.needs("toilets") else None,
    )


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
