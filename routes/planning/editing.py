"""An itinerary edited by hand: its times, what it breaks in words, and the best route that keeps what is pinned."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

import numpy as np
from django.contrib.auth.models import AnonymousUser

from geo.texts import Text
from routes.planner import Problem, Route, Violation, check, replay
from routes.planning.answer import activities_at, itinerary
from routes.planning.candidates import Stoppable, stop_of, visit_windows, why_not
from routes.planning.choosing import open_ended
from routes.planning.edit_request import EditedStop, EditRequest
from routes.planning.errors import ImpossiblePlanRequest, PlanRefused
from routes.planning.grouping import one_group
from routes.planning.known_spaces import KnownSpace
from routes.planning.legs import NO_WAY, WALK, Ways, picked, walk_s, ways_between
from routes.planning.limits import Party, party_of
from routes.planning.messages import say
from routes.planning.plan import solved
from routes.planning.question import Question, budget_seconds, end_of, problem_of, question_of
from routes.planning.request import OPEN, PlanRequest
from routes.planning.scoring import POINT
from routes.planning.spots import spot_of
from routes.planning.wishes import outcomes_at
from routes.planning.world import World, load_world
from spaces.models import User

Message = dict[str, Any]
OWN_FIGURES = frozenset({"score_wrong", "totals_wrong", "bound_wrong", "times_inconsistent"})
"""What the checker says of a route's claims about itself; these are ours, and always right."""


def evaluate(request: EditRequest, user: User | AnonymousUser) -> dict[str, Any]:
    """The itinerary as drawn, its violations, and the best one with the same pins (None, and why, without one).

    Raises PlanRefused when the wish itself is wrong, or names a space that cannot be a stop.
    """
    wish = one_group(request.plan)
    world = load_world(user).on(wish.depart.date())
    question = drawn_question(wish, request.stops, world)
    route = replay(question.problem, [stop.space for stop in request.stops])
    best, refusal = best_with_pins(wish, request.stops, world)
    return {
        "request": request.plan.as_json(),
        "itinerary": told(question, route),
        "violations": [*about_stops(question), *about_route(question, route), *about_wishes(question, route)],
        "best": None if best is None else told(*best),
        "best_refused": None if refusal is None else {"code": refusal.code, **refusal.text.as_dict()},
        "gain": None if best is None else (best[1].score - route.score) / POINT,
    }


def told(question: Question, route: Route) -> dict[str, Any]:
    """The route as an itinerary."""
    return itinerary(question, route, 1, True, activities_at(question, [route]), ())


def drawn_question(wish: PlanRequest, edits: Sequence[EditedStop], world: World) -> Question:
    """The question whose candidates are the stops drawn, in their order, whatever speaks against them."""
    party = party_of(wish.party, wish.needs, world)
    start = spot_of(wish.start, "start", world)
    end, budget_s = end_of(wish, start, world), budget_seconds(wish, party)
    stops = tuple(drawn_stop(edit, index, wish, party, world, budget_s) for index, edit in enumerate(edits))
    ways = passable(ways_between(start, [stop.space for stop in stops], end, wish, party, world.streets), party)
    ways = open_ended(ways) if wish.end == OPEN else ways
    free = replace(wish, outcomes=())  # what is not covered is told in words
    problem = problem_of(free, party, world, stops, ways, budget_s, (), ())
    return Question(wish, world, party, start, end, budget_s, stops, (), ways, replace(problem, groups=kept(problem)))


def kept(problem: Problem) -> tuple[Any, ...]:
    """The groups without those that ask for a stop at least: an empty list may be looked at, too."""
    return tuple(replace(group, at_least=0) for group in problem.groups)


def drawn_stop(edit: EditedStop, index: int, wish: PlanRequest, party: Party, world: World, budget_s: int) -> Stoppable:
    """The stop with its own stay and start; open all the time where it is closed, which is told in words."""
    if edit.space not in world.spaces:
        raise ImpossiblePlanRequest("unknown_must", say("unknown_must", id=edit.space), f"/stops/{index}/space")
    stop = edited(stop_of(world.spaces[edit.space], wish, party, world, budget_s, True), edit, wish, budget_s)
    return stop if stop.windows else replace(stop, windows=((0, budget_s),))


def edited(stop: Stoppable, edit: EditedStop, wish: PlanRequest, budget_s: int) -> Stoppable:
    """The stop as long as was said, from the moment that was said."""
    if edit.stay_minutes is not None:
        stay_s = edit.stay_minutes * 60
        opening = visit_windows(stop.space.row.opening_hours, wish.depart, stay_s, budget_s)
        anytime = ((0, max(0, budget_s - stay_s)),)
        stop = replace(stop, visit_s=stay_s, windows=anytime if opening is None else opening)
    if edit.start is None:
        return stop
    start_s = round((edit.start - wish.depart).total_seconds())
    fits = any(opens <= start_s <= closes for opens, closes in stop.windows)
    return replace(stop, windows=((start_s, start_s),) if fits else ())


def passable(ways: Ways, party: Party) -> Ways:
    """The ways with a walk of its true length where there is none: too long, as the checker then says."""
    none = ways.mode == NO_WAY
    return replace(
        ways,
        lengths=picked(none, ways.foot, ways.lengths),
        mode=np.where(none, WALK, ways.mode),
        travel_s=np.where(none, walk_s(ways.foot.metres, party), ways.travel_s),
        high_s=np.where(none, walk_s(ways.foot.metres_high, party), ways.high_s),
    )


def about_stops(question: Question) -> Iterator[Message]:
    """What speaks against single stops, wherever they stand."""
    for stop in question.stops:
        reason = why_not(stop.space, question.request, question.party)
        if reason is not None:
            yield told_of(reason.code, stop.space, Text(f": {reason.text.th}", f": {reason.text.en}"))
        elif not stop_of(stop.space, question.request, question.party, question.world, question.budget_s, True).windows:
            yield told_of("closed", stop.space, Text(" ปิดในช่วงเวลานี้", " is closed at that time."))


def told_of(code: str, space: KnownSpace, text: Text) -> Message:
    th, en = space.name
    return {"code": code, "stop": space.id, "th": f"“{th}”{text.th}", "en": f"“{en}”{text.en}"}


def about_route(question: Question, route: Route) -> Iterator[Message]:
    """What the independent checker says, in words."""
    for violation in check(question.problem, route):
        if violation.code not in OWN_FIGURES:
            yield in_words(question, route, violation)


def in_words(question: Question, route: Route, violation: Violation) -> Message:
    names = {stop.id: stop.space.name for stop in question.stops}
    name = names.get(violation.where, question.end.name)
    late_s = route.finish_s - question.budget_s
    code = "arrives_late" if violation.code == "budget" else violation.code
    text = say(f"edit_{code}", name_th=name.th, name_en=name.en, minutes=max(1, -(-late_s // 60)))
    where = violation.where if violation.where in names else None
    return {"code": violation.code, "stop": where, **text.as_dict()}


def about_wishes(question: Question, route: Route) -> Iterator[Message]:
    """What was wished and is not there."""
    for id_ in question.request.must:
        if id_ not in route.ids:
            name = question.world.spaces[id_].name if id_ in question.world.spaces else Text(id_, id_)
            yield {"code": "must_missing", "stop": id_, **missing(name).as_dict()}
    activities = activities_at(question, [route])
    covered = {code for stop in question.stops for code in outcomes_at(stop, activities)}
    for code in question.request.outcomes:
        if code not in covered:
            yield {"code": "outcome_missing", "stop": None, **say("edit_outcome_missing", outcome=code).as_dict()}


def missing(name: Text) -> Text:
    return say("edit_must_missing", name_th=name.th, name_en=name.en)


def best_with_pins(
    wish: PlanRequest, edits: Sequence[EditedStop], world: World
) -> tuple[tuple[Question, Route] | None, PlanRefused | None]:
    """The best route that keeps what is pinned, or why there is none."""
    pinned = [edit for edit in edits if edit.pinned]
    must = tuple(dict.fromkeys((*wish.must, *(edit.space for edit in pinned))))
    try:
        question = with_pins(question_of(replace(wish, must=must, alternatives=1), world), pinned)
        return (question, solved(question).best), None
    except PlanRefused as refusal:
        return None, refusal


def with_pins(question: Question, pinned: Sequence[EditedStop]) -> Question:
    """The question with the stays, starts and order of the pins."""
    by_id = {edit.space: edit for edit in pinned}
    stops = tuple(
        edited(stop, by_id[stop.id], question.request, question.budget_s) if stop.id in by_id else stop
        for stop in question.stops
    )
    candidates = tuple(
        replace(candidate, visit_s=stop.visit_s, windows=stop.windows)
        for candidate, stop in zip(question.problem.candidates, stops, strict=True)
    )
    order = tuple(pairwise(edit.space for edit in pinned))
    problem = replace(question.problem, candidates=candidates, before=(*question.problem.before, *order))
    return replace(question, stops=stops, problem=problem)
