"""Rests, and where there are seats and toilets for them: at the stop, else at an amenity nearby."""

from collections.abc import Iterator
from typing import Any

from geo.texts import Text
from routes.planner import Route, Visit
from routes.planning.candidates import Stoppable
from routes.planning.comforts import having
from routes.planning.messages import message, say
from routes.planning.question import Question
from routes.planning.stops import at, stoppable

COMFORTS = ("seats", "toilet")
"""What makes a rest one, the more wanted first, and the column that tells."""


def breaks(question: Question, route: Route) -> list[dict[str, Any]]:
    """The rests after visits, where they are, how long, and what is known to be there for them."""
    return [told(question, visit) for visit in route.stops if visit.rest_s]


def told(question: Question, visit: Visit) -> dict[str, Any]:
    places = list(comforts(question, stoppable(question, visit)))
    text = message("rest", minutes=-(-visit.rest_s // 60))
    where = [Text(text["th"], text["en"]), *(in_words(place) for place in places)]
    return {
        "at": visit.id,
        "start": at(question, visit.leave_s - visit.rest_s),
        "seconds": visit.rest_s,
        **text,
        "th": " · ".join(one.th for one in where),
        "en": " · ".join(one.en for one in where),
        "comforts": [{**place, **in_words(place).as_dict()} for place in places],
    }


def comforts(question: Question, stop: Stoppable) -> Iterator[dict[str, Any]]:
    """For seats and for toilets the stop itself where it has them, else the nearest amenity that has."""
    for column in COMFORTS:
        nearest = next(having(column, stop.space, question.world), None)
        if nearest is not None:
            space, metres = nearest
            yield {"what": column, "space": space.id, "name_th": space.name.th, "name_en": space.name.en, "m": metres}


def in_words(place: dict[str, Any]) -> Text:
    """Toilets: Lampam Toilets, about 120 m."""
    code = f"comfort_{place['what']}_{'nearby' if place['m'] else 'here'}"
    return say(code, name_th=place["name_th"], name_en=place["name_en"], metres=place["m"])
