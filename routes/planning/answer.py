"""The answer to a plan request: the names of the JSON are a contract, more may be added."""

import hashlib
import json
import math
from collections.abc import Sequence
from typing import Any

from geo.texts import Text
from routes.planner import Omission as Reason
from routes.planner import Route, Solutions
from routes.planning.activities import Activities, load_activities
from routes.planning.candidates import Omission
from routes.planning.grouping import sizes_of
from routes.planning.known_spaces import KnownSpace
from routes.planning.legs_told import STREETS, legs_json
from routes.planning.messages import say
from routes.planning.question import Question
from routes.planning.resting import breaks
from routes.planning.rotation import rotation
from routes.planning.scoring import POINT
from routes.planning.stops import at, stoppable, stops_json
from routes.planning.warnings import ask_before_you_go, warnings_of
from routes.planning.worst_case import fits_in_worst_case
from spaces.models import Phase

SURVEYED_M = 30  # verified on site and known this exactly
MOST_OMITTED = 60


def answer(question: Question, solutions: Solutions, reasons: Sequence[Reason] = ()) -> dict[str, Any]:
    """All itineraries, best first. `reasons` say why the best one leaves candidates out."""
    activities = activities_at(question, solutions.routes)
    return {
        **about(question),
        "itineraries": [
            itinerary(question, route, number, solutions.complete, activities, reasons if number == 1 else ())
            for number, route in enumerate(solutions.routes, start=1)
        ],
        "nearest": [],
    }


def groups_answer(question: Question, routes: Sequence[Route]) -> dict[str, Any]:
    """An itinerary for each group, and who is where when."""
    activities = activities_at(question, routes)
    return {
        **about(question),
        "itineraries": [
            itinerary(question, route, 1, True, activities, (), group) for group, route in enumerate(routes, start=1)
        ],
        "rotation": rotation(question, routes),
        "nearest": [],
    }


def activities_at(question: Question, routes: Sequence[Route]) -> Activities:
    """What can be done at all stops of the routes."""
    shown = {visit.id for route in routes for visit in route.stops}
    return load_activities([stop for stop in question.stops if stop.id in shown], question.party.ids)


def about(question: Question) -> dict[str, Any]:
    """What every answer says of its request."""
    return {
        "request": question.request.as_json(),
        "start": question.start.as_json(),
        "end": question.end.as_json(),
        "limits": [limit.as_json() for limit in question.party.limits.values()],
        "budget_minutes": question.budget_s // 60,
        "candidates": len(question.stops),
        "attribution": question.world.streets.attribution if question.world.streets else "",
    }


def itinerary(
    question: Question,
    route: Route,
    number: int,
    complete: bool,
    activities: Activities,
    reasons: Sequence[Reason],
    group: int = 1,
) -> dict[str, Any]:
    """One itinerary, of one of the groups that go."""
    stops, legs = stops_json(question, route, activities), legs_json(question, route)
    return {
        "id": itinerary_id(question, route, group),
        "alternative": number,
        "group": group,
        "complete": complete,
        **who_and_when(question, route, group),
        **worth_and_trust(question, route, complete),
        "walk_m": sum(leg["metres"] for leg in legs if leg["mode"] == "walk"),
        "ride_m": sum(leg["metres"] for leg in legs if leg["mode"] != "walk"),
        "start": question.start.as_json(),
        "end": end_json(question, stops),
        "stops": stops,
        "legs": legs,
        "breaks": breaks(question, route),
        "activities": activities_around(question, stops, activities),
        "outcomes_covered": sorted({code for stop in stops for code in stop["outcomes"]}),
        "attribution": attribution(question, legs),
        "ask_before_you_go": ask_before_you_go(question, route),
        "omitted": omitted(question, route, reasons),
    }


def who_and_when(question: Question, route: Route, group: int) -> dict[str, Any]:
    return {
        "party": question.party.ids,
        "needs": [one.id for one in question.party.modifiers],
        "themes": list(question.request.themes),
        "people": people_of(question, group),
        "depart": at(question, 0),
        "arrive": at(question, route.finish_s),
        "minutes": -(-route.finish_s // 60),
    }


def worth_and_trust(question: Question, route: Route, complete: bool) -> dict[str, Any]:
    """What the route earns beside what any could, and how far it can be relied on."""
    fits = fits_in_worst_case(question, route)
    return {
        "score": route.score / POINT,
        "proved_optimal": route.proved_optimal,
        "upper_bound": route.upper_bound / POINT,
        "certainty": certainty(question, route),
        "fits_in_worst_case": fits,
        "note": note(question, route).as_dict(),
        "warnings": warnings_of(question, route, fits=fits, complete=complete),
    }


def activities_around(
    question: Question, stops: Sequence[dict[str, Any]], activities: Activities
) -> dict[str, list[dict[str, Any]]]:
    """What to do before and after, for the themes wished, else for those of the stops."""
    themes = question.request.themes or [theme for stop in stops for theme in stop["themes"]]
    return {
        "before": activities.around(themes, Phase.BEFORE),
        "after": activities.around(themes, Phase.AFTER),
    }


def end_json(question: Question, stops: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Where it ends; with an open end, at the last stop."""
    if not question.ends_open or not stops:
        return question.end.as_json()
    last = {name: stops[-1][name] for name in ("name_th", "name_en", "lonlat", "accuracy_m")}
    return {"id": stops[-1]["space"], **last}


def itinerary_id(question: Question, route: Route, group: int) -> str:
    """The same for the same stops at the same times of the same wish."""
    wish = {**question.request.as_json(), "alternatives": 0, "seed": 0}
    key = json.dumps([wish, group, [(visit.id, visit.start_s) for visit in route.stops]], sort_keys=True)
    return hashlib.sha256(key.encode()).hexdigest()[:16]


def people_of(question: Question, group: int) -> int | None:
    """How many go in a group."""
    request = question.request
    return request.people if request.groups == 1 else sizes_of(request)[group - 1]


def note(question: Question, route: Route) -> Text:
    """Proof is relative to what is known, and says so."""
    return say("best_known" if route.proved_optimal else "good_known", n=len(question.stops))


def certainty(question: Question, route: Route) -> str:
    """How far positions can be trusted: surveyed, approximate or unlocated."""
    spaces = [stoppable(question, visit).space for visit in route.stops]
    if not all(space.is_located for space in spaces):
        return "unlocated"
    ends = all(spot.accuracy_m <= SURVEYED_M for spot in (question.start, question.end))
    surveyed = all(space.row.verified and space.accuracy_m <= SURVEYED_M for space in spaces)
    return "surveyed" if ends and surveyed else "approximate"


def attribution(question: Question, legs: Sequence[dict[str, Any]]) -> str:
    """Whom to name for the streets; "" where every way is an estimate."""
    streets = question.world.streets
    return streets.attribution if streets and any(leg["source"] == STREETS and leg["metres"] for leg in legs) else ""


def omitted(question: Question, route: Route, reasons: Sequence[Reason]) -> list[dict[str, Any]]:
    """The spaces that fit the wish and are no stops, the nearest misses first."""
    told = {reason.id: reason for reason in reasons}
    missed = [left_out(stop.space, told.get(stop.id)) for stop in question.stops if stop.id not in route.ids]
    missed.sort(key=lambda omission: omission.values.get("cost", math.inf))
    return [omission.as_json() for omission in (*missed, *question.omitted)[:MOST_OMITTED]]


def left_out(space: KnownSpace, reason: Reason | None) -> Omission:
    """The planner's reason in our words: points it would cost, or the limit that stands in the way."""
    if reason is None:
        return Omission(space, "not_in_best")
    if reason.code != "costs":
        return Omission(space, "closed" if reason.code == "closed" else f"by_{reason.code}")
    cost = (reason.points or 0) / POINT
    return Omission(space, "costs_points" if cost else "as_good", {"points": f"{cost:g}", "cost": cost})
