"""The sheet for several class groups: which group is where, from when to when."""

from dataclasses import dataclass
from typing import Any

from frontend import presenting
from frontend.presenting import words

Answer = dict[str, Any]


@dataclass(frozen=True)
class Turn:
    """One group at a place; heads are counted just before it leaves."""

    group: int
    people: int
    start: str
    count_heads: str
    leave: str


@dataclass(frozen=True)
class Row:
    """A place, how many people are planned there at once, and the groups in the order they come."""

    name: str
    room: int
    assumed: bool
    turns: list[Turn]


def rotation(places: list[Answer]) -> list[Row]:
    """The rows of an answer with several groups; none for one group."""
    return [
        Row(words(place, "name"), place["room"], place["room_assumed"], [turn(visit) for visit in place["visits"]])
        for place in places
    ]


def turn(visit: Answer) -> Turn:
    times = {name: presenting.clock(visit[name]) for name in ("start", "count_heads", "leave")}
    return Turn(visit["group"], visit["people"], **times)
