"""What a group should know before it goes: warnings about a route, and what to ask at each stop."""

from collections.abc import Iterator
from datetime import time
from itertools import pairwise
from typing import Any

from geo.texts import Text
from routes.planner import Route
from routes.planning.candidates import CLASS_SIZE, NEEDS, Stoppable, effective_access
from routes.planning.grouping import HEAD_COUNT_S, UNKNOWN_ROOM, sizes_of
from routes.planning.legs import BOARDING_S, GROUP_BOARDING_S, VEHICLE
from routes.planning.legs_told import position
from routes.planning.messages import message, say
from routes.planning.question import Question
from routes.planning.stops import clock, hours, stoppable
from spaces.models import Known, Wheelchair
from spaces.opening import holiday_name

Message = dict[str, Any]
HOT = (time(11, 30), time(14, 0))
LIGHT = (time(6, 0), time(18, 30))
ENOUGH_STOPS = 3


def warnings_of(question: Question, route: Route, *, fits: bool, complete: bool) -> list[Message]:
    """All warnings of one itinerary, the general ones first."""
    stops = [stoppable(question, visit) for visit in route.stops]
    return [
        *about_time(question, route),
        *about_trust(question, route, stops, fits=fits, complete=complete),
        *about_closed_ways(question, route),
        *about_stops(question, route, stops),
        *about_people(question, route),
        *about_groups(question, route),
    ]


def about_time(question: Question, route: Route) -> Iterator[Message]:
    """Clipped, short, on a holiday, in the dark."""
    request, limit = question.request, question.party.limits.get("max_outing_minutes")
    if question.clipped and limit:
        yield message(
            "clipped_to_group_limit",
            asked=request.minutes,
            limit=int(limit.value),
            whose_th=limit.group.name_th,
            whose_en=limit.group.name_en,
        )
    if len(route.stops) < ENOUGH_STOPS:
        yield message("short", n=len(route.stops))
    day = request.depart.date()
    if holiday := holiday_name(day):
        yield message("holiday", holiday_th=holiday, holiday_en=holiday_name(day, "en"))
    leaves, returns = clock(question, 0), clock(question, route.finish_s)
    if leaves.time() < LIGHT[0] or returns.time() > LIGHT[1] or returns.date() > leaves.date():
        yield message("after_dark")


def about_trust(
    question: Question, route: Route, stops: list[Stoppable], *, fits: bool, complete: bool
) -> Iterator[Message]:
    """How far lengths, hours and access are known."""
    if not fits:
        yield message("estimated")
    if not complete:
        yield message("search_cut")
    unknown = sum(hours(question, stop, visit) == "unknown" for stop, visit in zip(stops, route.stops, strict=True))
    if unknown:
        yield message("hours_unknown", n=unknown)
    blind = sum(stop.space.row.wheelchair == Wheelchair.UNKNOWN for stop in stops)
    if blind and effective_access(question.request, question.party) != "any":
        yield message("access_unknown", n=blind)
    for stop in stops:
        if not stop.space.is_located:
            th, en = stop.space.name
            yield message("unlocated_stop", name_th=th, name_en=en, metres=stop.space.accuracy_m)


def about_closed_ways(question: Question, route: Route) -> Iterator[Message]:
    """The closed ways that legs go round, and how much longer the route is for it."""
    streets, node, ways = question.world.streets, question.problem.node, question.ways
    if streets is None or streets.whole is None:
        return
    reasons, longer_m = dict[Text, None](), 0
    for leg in pairwise([0, *(node[id_] for id_ in route.ids), len(node) + 1]):
        ends = position(question, leg[0]), position(question, leg[1])
        if ways.lengths.streets[leg] and ways.lengths.metres[leg]:
            met = streets.closed_between(ways.profile(*leg), *ends)
            usual = streets.whole.lengths(ways.profile(*leg), ends).metres[0, 1]
            longer_m += max(0, round(float(ways.lengths.metres[leg] - usual))) if met else 0
            reasons |= {Text(way.th, way.en): None for way, _ in met}
    if reasons:
        th, en = ", ".join(one.th for one in reasons), ", ".join(one.en for one in reasons)
        yield message("way_closed", what_th=th, what_en=en, metres=longer_m)


def about_stops(question: Question, route: Route, stops: list[Stoppable]) -> Iterator[Message]:
    """Age, steps and heat at single stops."""
    ages = set(question.party.ids)
    for stop, visit in zip(stops, route.stops, strict=True):
        th, en = stop.space.name
        row = stop.space.row
        if stop.forced and not ages <= set(row.age_groups):
            yield message("must_not_for_age", name_th=th, name_en=en)
        for need, column in NEEDS:
            if question.party.needs(need) and getattr(row, column) == Known.NO:
                yield message(f"no_{column}", name_th=th, name_en=en)
        if row.steps == Known.YES and avoids_steps(question):
            yield message("steps", name_th=th, name_en=en)
        begin, end = clock(question, visit.start_s).time(), clock(question, visit.start_s + stop.visit_s).time()
        exposed = stop.space.outdoor == Known.YES and row.shade != Known.YES
        if exposed and begin < HOT[1] and end > HOT[0] and question.party.needs("shade"):
            yield message("midday_heat", name_th=th, name_en=en)


def about_people(question: Question, route: Route) -> Iterator[Message]:
    """Who must come along, where to sit, what rides assume."""
    if any(member.must_be_accompanied for member in question.party.members):
        yield message("accompanied")
    if seat_m := question.party.whole("max_leg_without_seat_m"):
        yield message("seats_unknown", metres=seat_m)
    if route.ride_m:
        crowd = (question.request.people or 0) > CLASS_SIZE
        code = "ride_by_streets" if rides_are_known(question, route) else "ride_assumed"
        yield message(code, boarding=(GROUP_BOARDING_S if crowd else BOARDING_S) // 60)


def rides_are_known(question: Question, route: Route) -> bool:
    """Whether every ride of the route follows streets."""
    node, ways = question.problem.node, question.ways
    legs = pairwise([0, *(node[id_] for id_ in route.ids), len(node) + 1])
    return all(ways.lengths.streets[leg] for leg in legs if ways.mode[leg] == VEHICLE)


def about_groups(question: Question, route: Route) -> Iterator[Message]:
    """What was assumed so that several groups could be planned."""
    request = question.request
    if request.groups == 1:
        return
    sizes = sizes_of(request)
    if request.people is None:
        yield message("people_assumed", people=max(sizes))
    yield message("head_counts", minutes=HEAD_COUNT_S // 60)
    stops = [stoppable(question, visit) for visit in route.stops]
    names = [stop.space.name for stop in stops if stop.space.row.capacity is None]
    if names:
        joined = {"names_th": ", ".join(name.th for name in names), "names_en": ", ".join(name.en for name in names)}
        yield message("room_assumed", room=max(UNKNOWN_ROOM, *sizes), **joined)


def avoids_steps(question: Question) -> bool:
    everybody = (*question.party.members, *question.party.modifiers)
    return any(thing.startswith("steps") for one in everybody for thing in one.avoid)


def ask_before_you_go(question: Question, route: Route) -> list[Message]:
    """One line for each stop where something this party needs is not known."""
    lines = []
    for visit in route.stops:
        stop = stoppable(question, visit)
        topics = list(dict.fromkeys(topics_of(question, stop, hours(question, stop, visit))))
        if topics:
            lines.append(ask(stop, topics, question))
    return lines


def topics_of(question: Question, stop: Stoppable, state: str) -> Iterator[str]:
    """What to ask at a stop."""
    row = stop.space.row
    if state == "unknown":
        yield "hours"
    if stop.space.by_appointment == Known.YES:
        yield "appointment"
    if row.wheelchair == Wheelchair.UNKNOWN and effective_access(question.request, question.party) != "any":
        yield "access"
    if row.steps == Known.YES and avoids_steps(question):
        yield "steps"
    for need, column in NEEDS:
        if getattr(row, column) == Known.UNKNOWN and question.party.needs(need):
            yield column
    if (question.request.people or 0) > CLASS_SIZE:
        yield from crowd_topics(stop)


def crowd_topics(stop: Stoppable) -> Iterator[str]:
    """What a school-sized group asks besides."""
    if stop.space.row.capacity is None:
        yield "capacity"
    if stop.space.row.takes_school_groups == Known.UNKNOWN:
        yield "groups"


def ask(stop: Stoppable, topics: list[str], question: Question) -> Message:
    """One line: the space, its contact, and what to ask there."""
    th, en = stop.space.name
    texts = [say(f"ask_{topic}", people=question.request.people) for topic in topics]
    joined = Text(" ".join(text.th for text in texts), ", ".join(text.en for text in texts))
    line = say("ask", name_th=th, name_en=en, topics_th=joined.th, topics_en=joined.en)
    return {"space": stop.id, "topics": topics, "contact": stop.space.row.contact, **line.as_dict()}
