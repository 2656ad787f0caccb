"""From a request and the world to the planner's problem."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from geo.texts import Text
from routes.planner import Candidate, Limits, Problem
from routes.planning.candidates import Found, Omission, Stoppable, effective_access, find
from routes.planning.errors import ImpossiblePlanRequest, NotOfferedYet
from routes.planning.legs import Ways, quickest, ways_between
from routes.planning.limits import Party, party_of
from routes.planning.messages import say
from routes.planning.obstacles import out_of_reach
from routes.planning.request import PlanRequest
from routes.planning.scoring import alone_score, score_of, variety
from routes.planning.spots import Spot, spot_of
from routes.planning.world import World
from routes.streets.streets import Streets

REST_S = 20 * 60  # so long a pause, or a ride, ends a session
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
    def clipped(self) -> bool:
        """Whether less time is planned than was asked for."""
        return self.request.minutes is not None and self.request.minutes * 60 > self.budget_s


def question_of(request: PlanRequest, world: World) -> Question:
    """The question; raises a PlanRefused that names what is wrong with the request."""
    refuse_what_is_not_offered(request)
    party = party_of(request.party, request.needs, world)
    require_bicycles(request, party)
    start = spot_of(request.start, "start", world)
    end = start if request.end is None else spot_of(request.end, "end", world)
    budget_s = budget_seconds(request, party)
    walls = story_walls(request, world)
    must = tuple(dict.fromkeys((*request.must, *walls)))
    found = find(request, party, world, budget_s, must)
    stops, ways, omitted = within_reach(found, start, end, request, party, budget_s, must, world.streets)
    problem = Problem(
        candidates_of(stops, effective_access(request, party)),
        ways.travel_s,
        ways.walk_m,
        ways.ride_m,
        limits_of(party, budget_s),
        frozenset(must),
        variety(stops),
        tuple(pairwise(walls)),
    )
    return Question(request, world, party, start, end, budget_s, stops, omitted, ways, problem)


def budget_seconds(request: PlanRequest, party: Party) -> int:
    """The time asked for, at most what the party can be out; all of that where nothing was said."""
    return 60 * min(request.minutes or party.outing_minutes, party.outing_minutes)


def refuse_what_is_not_offered(request: PlanRequest) -> None:
    """Better refused than silently left out."""
    if request.groups > 1:
        raise NotOfferedYet("not_offered_yet", say("groups_not_offered"), "/groups")
    if request.outcomes:
        raise NotOfferedYet("not_offered_yet", say("outcomes_not_offered"), "/outcomes")


def require_bicycles(request: PlanRequest, party: Party) -> None:
    if request.mode == "bicycle" and party.bicycle_speed_mps is None:
        groups = (*party.members, *party.modifiers)
        without = [Text(one.name_th, one.name_en) for one in groups if one.bicycle_speed_mps is None]
        text = say(
            "no_bicycle", who_th=", ".join(name.th for name in without), who_en=", ".join(name.en for name in without)
        )
        raise ImpossiblePlanRequest("no_bicycle", text, "/mode")


def story_walls(request: PlanRequest, world: World) -> tuple[str, ...]:
    """The walls of the story in the order of its chapters."""
    if request.story is None:
        return ()
    story = world.stories.get(request.story)
    if story is None:
        raise ImpossiblePlanRequest("unknown_story", say("unknown_story", id=request.story), "/story")
    walls = tuple(dict.fromkeys(chapter.wall_id for chapter in story.chapters.all() if chapter.wall_id))
    if not story.located or not walls:
        raise NotOfferedYet("story_not_located", say("story_not_located"), "/story")
    return walls


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
    stops = found.stoppable
    ways = ways_between(start, [stop.space for stop in stops], end, request, party, streets)
    near = [stop for stop, reached in zip(stops, reachable(stops, ways, budget_s), strict=True) if reached]
    kept = [stop for stop in stops if stop in near or stop.id in must]
    metres = dict(zip((stop.id for stop in stops), ways.lengths.metres[0, 1:-1].tolist(), strict=True))
    chosen = best_ranked(kept, metres, effective_access(request, party), must)
    omitted = [
        out_of_reach(stop, node, start, ways, streets) for node, stop in enumerate(stops, start=1) if stop not in kept
    ]
    omitted += [Omission(stop.space, "ranked_lower", {"most": MOST_CANDIDATES}) for stop in kept if stop not in chosen]
    ways = ways_between(start, [stop.space for stop in chosen], end, request, party, streets)
    return tuple(chosen), ways, (*found.omitted, *omitted)


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
    stops: Sequence[Stoppable], metres: Mapping[str, int], access: str, must: tuple[str, ...]
) -> list[Stoppable]:
    """The MOST_CANDIDATES first: must-stops, then by worth, then by nearness to the start; in the order they came."""
    ranked = sorted(stops, key=lambda stop: (stop.id not in must, -score_of(stop, access), metres[stop.id], stop.id))
    best = {stop.id for stop in ranked[:MOST_CANDIDATES]}
    return [stop for stop in stops if stop.id in best]


def candidates_of(stops: Sequence[Stoppable], access: str) -> tuple[Candidate, ...]:
    alone = alone_score(stops)
    return tuple(
        Candidate(stop.id, score_of(stop, access) + alone.get(stop.id, 0), stop.visit_s, stop.windows) for stop in stops
    )


def limits_of(party: Party, budget_s: int) -> Limits:
    return Limits(
        budget_s=budget_s,
        max_leg_m=party.whole("max_leg_m"),
        max_walk_total_m=party.whole("max_walk_total_m"),
        max_session_s=party.seconds("max_session_minutes"),
        rest_s=REST_S,
        max_ride_s=party.seconds("max_ride_minutes"),
    )
