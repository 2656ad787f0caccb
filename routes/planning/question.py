"""From a request and the world to the planner's problem."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from geo.texts import Text
from routes.planner import Candidate, Limits, Problem
from routes.planning.candidates import Omission, Stoppable, effective_access, find
from routes.planning.choosing import within_reach
from routes.planning.comforts import has_seats
from routes.planning.errors import ImpossiblePlanRequest
from routes.planning.grouping import one_group, with_head_count
from routes.planning.legs import Ways
from routes.planning.limits import TOILET_MINUTES, Party, party_of
from routes.planning.messages import say
from routes.planning.request import OPEN, PlanRequest
from routes.planning.scoring import SEATED, alone_score, heat_cost, midday, ride_cost, score_of, variety
from routes.planning.spots import Spot, spot_of
from routes.planning.wishes import all_of, kind_groups, outcome_groups, story_walls
from routes.planning.world import World
from spaces.models import Known

REST_S = 20 * 60  # so long a pause, or a ride, ends a session


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
    world = world.on(request.depart.date())
    party = party_of(request.party, request.needs, world)
    require_bicycles(request, party)
    start = spot_of(request.start, "start", world)
    end = end_of(request, start, world)
    budget_s = budget_seconds(request, party)
    walls = story_walls(request, world)
    must = tuple(dict.fromkeys((*request.must, *walls)))
    found = find(request, party, world, budget_s, must, [start.lonlat])
    if together.groups > 1:
        found = replace(found, stoppable=tuple(with_head_count(stop) for stop in found.stoppable))
    chosen = within_reach(found, start, end, request, party, budget_s, must, world.streets)
    problem = problem_of(request, party, world, chosen.stops, chosen.ways, budget_s, must, walls)
    omitted = (*found.omitted, *chosen.omitted)
    return Question(together, world, party, start, end, budget_s, chosen.stops, omitted, chosen.ways, problem)


def problem_of(
    request: PlanRequest,
    party: Party,
    world: World,
    stops: Sequence[Stoppable],
    ways: Ways,
    budget_s: int,
    must: tuple[str, ...],
    walls: tuple[str, ...],
) -> Problem:
    """The planner's problem over these stops; `walls` are visited in their order."""
    groups = (*variety(stops), *kind_groups(request, stops, must), *outcome_groups(request, stops, party.ids))
    return Problem(
        candidates_of(stops, request, party, world),
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


def candidates_of(
    stops: Sequence[Stoppable], request: PlanRequest, party: Party, world: World
) -> tuple[Candidate, ...]:
    alone, access, day = alone_score(stops), effective_access(request, party), request.depart.date()
    return tuple(
        Candidate(
            stop.id,
            score_of(stop, access, day)
            + alone.get(stop.id, 0)
            + (SEATED if party.rests and has_seats(stop.space, world) else 0),
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
