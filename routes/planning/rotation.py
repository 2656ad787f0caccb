"""Who is where when: the sheet for several class groups, place by place."""

from collections.abc import Sequence
from typing import Any

from routes.planner import Route
from routes.planning.grouping import HEAD_COUNT_S, room_of, sizes_of
from routes.planning.question import Question
from routes.planning.stops import at


def rotation(question: Question, routes: Sequence[Route]) -> list[dict[str, Any]]:
    """The places in the order in which somebody first comes there, each with all visits; heads are counted last."""
    sizes = sizes_of(question.request)
    visits = sorted((visit.start_s, group, visit.id) for group, route in enumerate(routes) for visit in route.stops)
    places = list(dict.fromkeys(id_ for _, _, id_ in visits))
    return [
        place(question, id_, [(start_s, group, sizes[group]) for start_s, group, at_ in visits if at_ == id_], sizes)
        for id_ in places
    ]


def place(question: Question, id_: str, visits: Sequence[tuple[int, int, int]], sizes: Sequence[int]) -> dict[str, Any]:
    """One place: its room, whether that is an assumption, and each group's times."""
    stop = question.stops[question.problem.node[id_] - 1]
    th, en = stop.space.name
    return {
        "space": id_,
        "name_th": th,
        "name_en": en,
        "room": room_of(stop, max(sizes)),
        "room_assumed": stop.space.row.capacity is None,
        "visits": [
            {
                "group": group + 1,
                "people": people,
                "start": at(question, start_s),
                "count_heads": at(question, start_s + stop.visit_s - HEAD_COUNT_S),
                "leave": at(question, start_s + stop.visit_s),
            }
            for start_s, group, people in visits
        ],
    }
