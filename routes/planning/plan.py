"""The act of planning: request and world in, checked answer out."""

import logging
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from django.contrib.auth.models import AnonymousUser

from routes.planner import (
    NoFeasibleItinerary,
    Route,
    Solutions,
    Violation,
    check,
    check_groups,
    explain,
    solve,
    solve_groups,
)
from routes.planner.alternatives import worth_it
from routes.planner.team import TURNS
from routes.planning.answer import answer, groups_answer
from routes.planning.clashes import clash
from routes.planning.errors import BrokenRoute, NoStopPossible
from routes.planning.grouping import crowd_of
from routes.planning.messages import say
from routes.planning.nearest import ENOUGH_STOPS, offers
from routes.planning.question import Question, question_of
from routes.planning.request import PlanRequest
from routes.planning.world import World, load_world
from spaces.models import User

EXACT_CANDIDATES = 16  # up to here the planner proves its best, above it searches
ITERATIONS = 5_000  # with 60 candidates three times as many found nothing better, and twice the time is felt
GROUP_ITERATIONS, LEAST_ITERATIONS = 6_000, 600  # each group is planned up to six times
TRIAL_ITERATIONS = 2_000  # enough to know that an offer succeeds

log = logging.getLogger(__name__)


def plan(request: PlanRequest, user: User | AnonymousUser, now: datetime | None = None) -> dict[str, Any]:
    """The itineraries for a request as `user` may see the spaces.

    Raises PlanRefused (see `errors.py`) when the request is wrong or nothing is possible; BrokenRoute never, unless
    the planner itself is wrong.
    """
    world = load_world(user)
    try:
        question = question_of(request, world)
        found = for_groups(question) if request.groups > 1 else for_one(question)
    except NoStopPossible as refusal:
        refusal.extra["clash"] = clash(request, world, stops_of)
        refusal.extra["nearest"] = offers(request, world, stops_of)
        raise
    stops = min(len(itinerary["stops"]) for itinerary in found["itineraries"])
    if stops < ENOUGH_STOPS:
        found["nearest"] = offers(request, world, stops_of, more_than=stops)
    return found


def for_one(question: Question) -> dict[str, Any]:
    """The answer for people who stay together."""
    solutions = solved(question)
    return answer(question, solutions, explain(question.problem, solutions.best, seed=question.request.seed))


def for_groups(question: Question) -> dict[str, Any]:
    """The answer for class groups that go at once."""
    return groups_answer(question, solved_groups(question))


def stops_of(request: PlanRequest, world: World) -> int:
    """How many stops the best route (the shortest of all groups) has; raises PlanRefused when there is none."""
    question = question_of(replace(request, alternatives=1), world)
    if request.groups > 1:
        return min(len(route.stops) for route in solved_groups(question, turns=1))
    return len(solved(question, TRIAL_ITERATIONS).best.stops)


def solved(question: Question, iterations: int = ITERATIONS) -> Solutions:
    """Routes with at least one stop, each passed by the independent checker."""
    if not question.stops:
        raise nothing_possible(question)
    try:
        solutions = solve(
            question.problem,
            seed=question.request.seed,
            iterations=effort(question, iterations),
            alternatives=question.request.alternatives,
            tight=iterations == ITERATIONS,
        )
    except NoFeasibleItinerary as fault:
        raise nothing_possible(question) from fault
    if not solutions.best.stops:
        raise nothing_possible(question)
    require_sound([violation for route in solutions.routes for violation in check(question.problem, route)])
    # a search may find its best route last: what was worth offering beside an earlier one may not be beside that
    best, *others = solutions.routes
    return replace(solutions, routes=(best, *(route for route in others if worth_it(route, best))))


def effort(question: Question, iterations: int) -> int | None:
    """Iterations of a search; few candidates have their own."""
    return None if len(question.stops) <= EXACT_CANDIDATES else iterations


def solved_groups(question: Question, turns: int = TURNS) -> tuple[Route, ...]:
    """A route for each group, all together passed by the independent checker; fewer `turns` find less, but sooner."""
    if not question.stops:
        raise nothing_possible(question)
    crowd = crowd_of(question.request, question.stops)
    iterations = effort(question, max(LEAST_ITERATIONS, GROUP_ITERATIONS // question.request.groups))
    try:
        routes = solve_groups(question.problem, crowd, seed=question.request.seed, iterations=iterations, turns=turns)
    except NoFeasibleItinerary as fault:
        raise NoStopPossible("groups_do_not_fit", say("groups_do_not_fit"), "/groups") from fault
    if not all(route.stops for route in routes):
        raise NoStopPossible("groups_do_not_fit", say("groups_do_not_fit"), "/groups")
    require_sound(check_groups(question.problem, routes, crowd.sizes, crowd.room))
    return routes


def require_sound(violations: Sequence[Violation]) -> None:
    """No route leaves that breaks a rule."""
    if violations:
        log.error("The planner broke its rules: %s", violations[:5])
        raise BrokenRoute(", ".join(sorted({violation.code for violation in violations})))


def nothing_possible(question: Question) -> NoStopPossible:
    """Why there is no route."""
    if question.request.access == "require" and any(one.code == "not_surveyed" for one in question.omitted):
        return NoStopPossible("nothing_surveyed", say("nothing_surveyed"), "/access")
    must = [stop.space.name for stop in question.stops if stop.id in question.problem.must]
    if must:
        names = {"names_th": ", ".join(name.th for name in must), "names_en": ", ".join(name.en for name in must)}
        return NoStopPossible("musts_do_not_fit", say("musts_do_not_fit", **names), "/must")
    if question.request.end is not None and question.ways.travel_s[0, -1] < 0:
        return NoStopPossible("end_too_far", say("end_too_far"), "/end")
    return NoStopPossible("no_stop", say("no_stop"))
