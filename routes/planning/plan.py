"""The act of planning: request and world in, checked answer out."""

import logging
from dataclasses import replace
from datetime import datetime
from typing import Any

from django.contrib.auth.models import AnonymousUser

from routes.planner import NoFeasibleItinerary, Solutions, check, explain, solve
from routes.planning.answer import answer
from routes.planning.errors import BrokenRoute, NoStopPossible
from routes.planning.messages import say
from routes.planning.nearest import ENOUGH_STOPS, offers
from routes.planning.question import Question, question_of
from routes.planning.request import PlanRequest
from routes.planning.world import World, load_world
from spaces.models import User

EXACT_CANDIDATES = 16  # up to here the planner proves its best, above it searches
ITERATIONS = 5_000  # with 60 candidates three times as many found nothing better, and twice the time is felt
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
        solutions = solved(question)
    except NoStopPossible as refusal:
        refusal.extra["nearest"] = offers(request, world, stops_of)
        raise
    found = answer(question, solutions, explain(question.problem, solutions.best, seed=request.seed))
    stops = len(solutions.best.stops)
    if stops < ENOUGH_STOPS:
        found["nearest"] = offers(request, world, stops_of, more_than=stops)
    return found


def stops_of(request: PlanRequest, world: World) -> int:
    """How many stops the best route has; raises PlanRefused when there is none."""
    question = question_of(replace(request, alternatives=1), world)
    return len(solved(question, TRIAL_ITERATIONS).best.stops)


def solved(question: Question, iterations: int = ITERATIONS) -> Solutions:
    """Routes with at least one stop, each passed by the independent checker."""
    if not question.stops:
        raise nothing_possible(question)
    try:
        solutions = solve(
            question.problem,
            seed=question.request.seed,
            iterations=None if len(question.stops) <= EXACT_CANDIDATES else iterations,
            alternatives=question.request.alternatives,
        )
    except NoFeasibleItinerary as fault:
        raise nothing_possible(question) from fault
    if not solutions.best.stops:
        raise nothing_possible(question)
    require_sound(question, solutions)
    return solutions


def require_sound(question: Question, solutions: Solutions) -> None:
    """No route leaves that breaks a rule."""
    for route in solutions.routes:
        violations = check(question.problem, route)
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
