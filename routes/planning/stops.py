"""A stop of an itinerary in words and figures."""

from datetime import datetime, timedelta
from typing import Any

from geo.texts import Text
from routes.planner import Route, Visit
from routes.planning.activities import Activities, as_json
from routes.planning.candidates import Stoppable, effective_access
from routes.planning.messages import say
from routes.planning.question import Question
from spaces.models import Wheelchair
from spaces.opening import state_between


def at(question: Question, seconds: int) -> str:
    """The clock so many seconds after departure, ISO 8601 with Bangkok's offset."""
    return clock(question, seconds).isoformat()


def clock(question: Question, seconds: int) -> datetime:
    return question.request.depart + timedelta(seconds=seconds)


def stoppable(question: Question, visit: Visit) -> Stoppable:
    return question.stops[question.problem.node[visit.id] - 1]


def stops_json(question: Question, route: Route, activities: Activities) -> list[dict[str, Any]]:
    """The stops in order, each with why it is here."""
    return [stop_json(question, visit, n, activities) for n, visit in enumerate(route.stops, start=1)]


def stop_json(question: Question, visit: Visit, n: int, activities: Activities) -> dict[str, Any]:
    stop = stoppable(question, visit)
    wished = question.request.outcomes
    row, activity = stop.space.row, activities.at(stop, wished)
    outcomes = [*row.outcomes, *([activity.outcome_id] if activity and activity.outcome_id else [])]
    also = [one for one in activities.all_at(stop) if one is not activity and one.outcome_id in wished]
    outcomes += [one.outcome_id for one in also if one.outcome_id]
    return {
        "n": n,
        "space": stop.id,
        "collection": row.collection,
        "subkind": row.subkind,
        "name_th": row.name_th,
        "name_en": row.name_en,
        "lonlat": list(stop.space.lonlat),
        "accuracy_m": stop.space.accuracy_m,
        "located": stop.space.is_located,
        "arrive": at(question, visit.arrive_s),
        "start": at(question, visit.start_s),
        "leave": at(question, visit.leave_s),
        "visit_minutes": stop.visit_s // 60,
        "hours": hours(question, stop, visit),
        "opening_hours": row.opening_hours,
        "wheelchair": row.wheelchair,
        "themes": list(row.themes),
        "verified": row.verified,
        "activity": None if activity is None else as_json(activity),
        "more_activities": [as_json(one) for one in also],
        "outcomes": list(dict.fromkeys(outcomes)),
        "why": why(question, stop, visit).as_dict(),
    }


def hours(question: Question, stop: Stoppable, visit: Visit) -> str:
    """Open, or unknown: what is known to be closed never becomes a stop."""
    start, end = clock(question, visit.start_s), clock(question, visit.start_s + stop.visit_s)
    return state_between(stop.space.row.opening_hours, start, end)


def why(question: Question, stop: Stoppable, visit: Visit) -> Text:
    """The reasons for a stop, the weightiest first."""
    reasons = list(reasons_of(question, stop, visit))
    return Text(" · ".join(reason.th for reason in reasons), first_upper(" · ".join(reason.en for reason in reasons)))


def reasons_of(question: Question, stop: Stoppable, visit: Visit) -> list[Text]:
    row = stop.space.row
    reasons = [say("why_must")] if stop.id in question.problem.must else []
    themes = [question.world.themes[theme] for theme in stop.themes]
    reasons += [say("why_theme", theme_th=theme.name_th, theme_en=theme.name_en) for theme in themes]
    facts = {
        "why_any_theme": not reasons,
        "why_open": hours(question, stop, visit) == "open",
        "why_verified": row.verified,
        "why_offering": stop.space.has_offering,
        "why_accessible": effective_access(question.request, question.party) != "any"
        and row.wheelchair in (Wheelchair.YES, Wheelchair.LIMITED),
    }
    return reasons + [say(code) for code, holds in facts.items() if holds]


def first_upper(text: str) -> str:
    return text[:1].upper() + text[1:]
