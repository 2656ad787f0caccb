"""The legs of an itinerary as they stand in an answer: line, lengths, directions, and where each comes from."""

from typing import Any

from routes.planner import Route
from routes.planning.legs import MODE_NAMES
from routes.planning.obstacles import as_json, closed_as_json
from routes.planning.question import Question
from routes.streets.directions import Step
from routes.streets.profiles import STEP_FREE, WALK

STREETS, ESTIMATE = "streets", "estimate"
NOTHING_KNOWN: dict[str, list[Any]] = {"off_street_m": [], "steps": [], "barriers": [], "avoids": []}


def legs_json(question: Question, route: Route) -> list[dict[str, Any]]:
    """The ways from the start over the stops to the end."""
    node = question.problem.node
    order = [0, *(node[id_] for id_ in route.ids), len(node) + 1]
    names = ["start", *route.ids, "end"]
    return [
        leg_json(question, order[index], order[index + 1], names[index], names[index + 1])
        for index in range(len(order) - 1)
    ]


def leg_json(question: Question, origin: int, destination: int, name: str, next_name: str) -> dict[str, Any]:
    """One leg; its line is as long as `metres` says where it follows streets."""
    ways, pair = question.ways, (origin, destination)
    return {
        "from": name,
        "to": next_name,
        "mode": MODE_NAMES[int(ways.mode[pair])],
        "metres": int(ways.lengths.metres[pair]),
        "metres_low": int(ways.lengths.metres_low[pair]),
        "metres_high": int(ways.lengths.metres_high[pair]),
        "seconds": int(ways.travel_s[pair]),
        **along_streets(question, origin, destination),
    }


def along_streets(question: Question, origin: int, destination: int) -> dict[str, Any]:
    """Line, steps and barriers; a straight line where no street is known."""
    start, end = position(question, origin), position(question, destination)
    if question.ends_open and destination > len(question.stops):  # it ends where its last stop is
        return {"source": ESTIMATE, **shape([start, start]), **NOTHING_KNOWN}
    streets, known = question.world.streets, question.ways.lengths.streets[origin, destination]
    if not question.ways.lengths.metres[origin, destination]:  # one goes nowhere: nothing is guessed
        source = ESTIMATE if streets is None else STREETS
        return {"source": source, **shape([start, end]), **NOTHING_KNOWN}
    if streets is None or not known:
        return {"source": ESTIMATE, **shape([start, end]), **NOTHING_KNOWN}
    profile = question.ways.profile(origin, destination)
    leg = streets.leg(profile, start, end)
    if leg is None:
        raise AssertionError(f"A way of {profile} has a length but no path.")
    obstacles = [as_json(one) for one in streets.obstacles(start, end)] if profile in (WALK, STEP_FREE) else []
    return {
        "source": STREETS,
        **shape(leg.coordinates),
        "off_street_m": [round(metres) for metres in leg.off_street_m],
        "steps": [step_json(step) for step in leg.steps],
        "barriers": obstacles if profile == WALK else [],
        "avoids": [
            *(closed_as_json(*one) for one in streets.closed_between(profile, start, end)),
            *(obstacles if profile == STEP_FREE else []),
        ],
    }


def shape(coordinates: Any) -> dict[str, Any]:
    return {"geometry": {"type": "LineString", "coordinates": [list(lonlat) for lonlat in coordinates]}}


def step_json(step: Step) -> dict[str, Any]:
    """One instruction; `first` is the index in the leg's line at which it begins."""
    traits = step.traits
    return {
        "kind": step.kind,
        "turn": step.turn,
        "th": step.words.th,
        "en": step.words.en,
        "metres": step.metres,
        "first": step.first,
        "lonlat": [round(step.lonlat[0], 7), round(step.lonlat[1], 7)],
        "name_th": traits.name_th if traits else "",
        "name_en": traits.name_en if traits else "",
        "surface": traits.surface if traits else "",
    }


def position(question: Question, node: int) -> tuple[float, float]:
    """Where a node is, WGS 84."""
    if node == 0:
        return question.start.lonlat
    return question.end.lonlat if node > len(question.stops) else question.stops[node - 1].space.lonlat
