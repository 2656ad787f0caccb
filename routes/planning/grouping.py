"""Class groups that go at once: how many people each has, where there is room for how many, counting heads."""

from collections.abc import Sequence
from dataclasses import replace

from routes.planner import Crowd
from routes.planning.candidates import Stoppable
from routes.planning.errors import ImpossiblePlanRequest
from routes.planning.messages import say
from routes.planning.request import PlanRequest

UNKNOWN_ROOM = 40  # people a place is planned for where nobody knows its capacity: an assumption, printed
CLASS_PEOPLE = 30  # people in a group where nobody said how many go: an assumption, printed
HEAD_COUNT_S = 2 * 60  # to count heads before a group leaves a stop, part of its stay


def sizes_of(request: PlanRequest) -> tuple[int, ...]:
    """People in each group; they differ by at most one. Raises ImpossiblePlanRequest when there are too few."""
    everybody = CLASS_PEOPLE * request.groups if request.people is None else request.people
    if everybody < request.groups:
        text = say("fewer_people_than_groups", people=everybody, groups=request.groups)
        raise ImpossiblePlanRequest("fewer_people_than_groups", text, "/people")
    fewest, more = divmod(everybody, request.groups)
    return tuple(fewest + (group < more) for group in range(request.groups))


def one_group(request: PlanRequest) -> PlanRequest:
    """The request as the largest of its groups would make it, alone."""
    return request if request.groups == 1 else replace(request, groups=1, people=max(sizes_of(request)))


def with_head_count(stop: Stoppable) -> Stoppable:
    """The stop with time to count heads in its stay, before it closes."""
    windows = tuple((opens, last - HEAD_COUNT_S) for opens, last in stop.windows if last - HEAD_COUNT_S >= opens)
    return replace(stop, visit_s=stop.visit_s + HEAD_COUNT_S, windows=windows)


def crowd_of(request: PlanRequest, stops: Sequence[Stoppable]) -> Crowd:
    """Who goes and where there is room. A place of unknown capacity holds at least one whole group."""
    sizes = sizes_of(request)
    return Crowd(sizes, {stop.id: room_of(stop, max(sizes)) for stop in stops})


def room_of(stop: Stoppable, largest: int) -> int:
    """The most people inside at once."""
    known = stop.space.row.capacity
    return max(UNKNOWN_ROOM, largest) if known is None else int(known)
