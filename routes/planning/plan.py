"""The act of planning: request and world in, checked answer out."""

import logging
from dataclasses import replace
from datetime import datetime
from typing import Any

from django.contrib.auth.models import AnonymousUser

from routes.planner import NoFeasibleItinerary, Solutions, check, solve
from routes.planning.answer import answer
from routes.planning.errors import BrokenRoute, NoStopPossible
from routes.planning.messages import say
from routes.planning.nearest import ENOUGH_STOPS, offers
from routes.planning.question import Question, question_of
from routes.planning.request import PlanRequest
from routes.planning.world import World, load_world
from spaces.models import User

MOST_COSTED = 3  # each costs a search

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
    found = answer(question, solutions, costs(question, solutions))
    stops = len(solutions.best.stops)
    if stops < ENOUGH_STOPS:
        found["nearest"] = offers(request, world, stops_of, more_than=stops)
    return found


def stops_of(request: PlanRequest, world: World) -> int:
    """How many stops the best route has; raises PlanRefused when there is none."""
    return len(solved(question_of(replace(request, alternatives=1), world)).best.stops)


def costs(question: Question, solutions: Solutions) -> dict[str, int]:
    """Milli-points that a stop at a space left out of the best route would cost, for the first few, where proved."""
    best = solutions.best
    if not best.proved_optimal:
        return {}
    missed = [stop.id for stop in question.stops if stop.id not in best.ids][:MOST_COSTED]
    forced = ((id_, forced_score(question, id_)) for id_ in missed)
    return {id_: best.score - score for id_, score in forced if score is not None and score < best.score}


def forced_score(question: Question, id_: str) -> int | None:
    """The best score with a stop there; None when there is no such route, or no proof."""
    try:
        best = solve(replace(question.problem, must=question.problem.must | {id_}), seed=question.request.seed).best
    except NoFeasibleItinerary:
        return None
    return best.score if best.proved_optimal else None


def solved(question: Question) -> Solutions:
    """Routes with at least one stop, each passed by the independent checker."""
    if not question.stops:
        raise nothing_possible(question)
    try:
        solutions = solve(question.problem, seed=question.request.seed, alternatives=question.request.alternatives)
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
