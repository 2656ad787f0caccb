"""Which spaces may become stops of a request, and for every other one that fits it: why not."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any

import numpy as np

from geo.texts import Text
from routes.planner.requirements import Window
from routes.planning.errors import ImpossiblePlanRequest, NoStopPossible
from routes.planning.fields import LonLat
from routes.planning.known_spaces import KnownSpace
from routes.planning.limits import Party
from routes.planning.messages import say
from routes.planning.request import PlanRequest
from routes.planning.world import World
from routes.streets.estimate import great_circle_m, positions
from spaces.models import Known, Wheelchair
from spaces.opening import BANGKOK, windows

MOST_WEIGHED = 240  # spaces between which ways are measured: more would be too far for anybody in a dense city
CLASS_SIZE = 15  # more people than this are a group that has to be announced, and that takes longer to board
NEEDS = (("toilets", "toilet"), ("seats", "seats"), ("shade", "shade"))  # what a group needs, and the column that tells
FORCED = frozenset({"not_for_age", "not_located", "no_toilet", "no_seats", "no_shade"})
"""A must-stop overrides these; the answer then warns."""


@dataclass(frozen=True)
class Stoppable:
    """A space that may become a stop: `windows` are the times a visit may start, seconds after departure."""

    space: KnownSpace
    visit_s: int
    windows: tuple[Window, ...]
    hours_known: bool
    themes: tuple[str, ...]
    forced: bool = False

    @property
    def id(self) -> str:
        return self.space.id


@dataclass(frozen=True)
class Omission:
    """A space that fits the wish and is no stop."""

    space: KnownSpace
    code: str
    values: Mapping[str, Any] = field(default_factory=dict)

    @property
    def text(self) -> Text:
        return say(f"omitted_{self.code}", **self.values)

    def as_json(self) -> dict[str, Any]:
        th, en = self.space.name
        return {
            "space": self.space.id,
            "name_th": th,
            "name_en": en,
            "reason": {"code": self.code, **self.text.as_dict()},
        }


@dataclass(frozen=True)
class Found:
    """Both, and how many spaces the wish is about."""

    stoppable: tuple[Stoppable, ...]
    omitted: tuple[Omission, ...]


def effective_access(request: PlanRequest, party: Party) -> str:
    """Who has trouble moving never gets a known barrier, whatever was said."""
    return "prefer" if party.modifiers and request.access == "any" else request.access


def find(
    request: PlanRequest, party: Party, world: World, budget_s: int, must: tuple[str, ...], near: Sequence[LonLat]
) -> Found:
    """The spaces of the wish, of more than MOST_WEIGHED those nearest to one of the positions `near`.

    What lies further off is not looked at. Raises ImpossiblePlanRequest or NoStopPossible for a must-stop that cannot
    be one.
    """
    stoppable: list[Stoppable] = []
    omitted: list[Omission] = []
    require_known_themes(request, world)
    for space in wished(request, world, must, near):
        wanted = space.id in must
        if len(stoppable) >= MOST_WEIGHED and not wanted:
            break
        reason = why_not(space, request, party)
        if wanted and reason and reason.code not in FORCED:
            raise refused_must(reason, request, must)
        forced = reason is not None
        if reason is None or wanted:
            stop = stop_of(space, request, party, world, budget_s, forced)
            if stop.windows:
                stoppable.append(stop)
                continue
            reason = Omission(space, "closed")
            if wanted:
                raise refused_must(reason, request, must)
        omitted.append(reason)
    return Found(tuple(sorted(stoppable, key=lambda stop: stop.id)), tuple(omitted))


def require_known_themes(request: PlanRequest, world: World) -> None:
    for index, theme in enumerate(request.themes):
        if theme not in world.themes:
            text = say("unknown_theme", id=theme, known=", ".join(sorted(world.themes)))
            raise ImpossiblePlanRequest("unknown_theme", text, f"/themes/{index}")


def wished(request: PlanRequest, world: World, must: tuple[str, ...], near: Sequence[LonLat]) -> Iterable[KnownSpace]:
    """The must-stops, and every space of one of the themes (of any, where none is named); many in order of nearness."""
    for index, id_ in enumerate(must):
        if id_ not in world.spaces:
            raise ImpossiblePlanRequest("unknown_must", say("unknown_must", id=id_), pointer_of(id_, index, request))
    wanted = set(request.themes)
    spaces = [
        space
        for space in world.spaces.values()
        if space.id in must or not wanted or not wanted.isdisjoint(space.row.themes)
    ]
    return spaces if len(spaces) <= MOST_WEIGHED else nearest_first(spaces, must, near)


def nearest_first(spaces: Sequence[KnownSpace], must: tuple[str, ...], near: Sequence[LonLat]) -> Iterator[KnownSpace]:
    """Must-stops, then the others by their distance from the nearest of the positions."""
    metres = great_circle_m(positions(near), positions([space.lonlat for space in spaces])).min(axis=0)
    metres[[index for index, space in enumerate(spaces) if space.id in must]] = -1
    return (spaces[index] for index in np.argsort(metres, kind="stable"))


def pointer_of(id_: str, index: int, request: PlanRequest) -> str:
    """Where the request names a must-stop: among `must`, or through its story."""
    return (
        f"/must/{request.must.index(id_)}" if id_ in request.must else "/story" if request.story else f"/must/{index}"
    )


def why_not(space: KnownSpace, request: PlanRequest, party: Party) -> Omission | None:
    """The first rule that keeps the space out, hours and distances aside."""
    if code := out_of_use(space, request):
        return Omission(space, code)
    if code := barrier(space, effective_access(request, party)):
        return Omission(space, code)
    if full := overcrowded(space, request):
        return full
    if column := lacking(space, party):
        return Omission(space, f"no_{column}")
    if not space.is_located:
        return Omission(space, "not_located", {"metres": space.accuracy_m})
    if not set(party.ids) <= set(space.row.age_groups):
        return Omission(space, "not_for_age")
    return None


def out_of_use(space: KnownSpace, request: PlanRequest) -> str | None:
    """Nobody wants to go there, there is nothing left to see, or a closure holds on the day."""
    if space.id in request.avoid:
        return "avoided"
    if space.gone:
        return "gone"
    return "closed" if space.is_closed_on(request.depart.astimezone(BANGKOK).date()) else None


def lacking(space: KnownSpace, party: Party) -> str | None:
    """The first thing the party needs that the space is known not to have."""
    missing = (column for need, column in NEEDS if getattr(space.row, column) == Known.NO and party.needs(need))
    return next(missing, None)


def barrier(space: KnownSpace, access: str) -> str | None:
    """What is known to be in the way, or, where a survey is required, that nobody has looked."""
    row = space.row
    if access == "any":
        return None
    if row.wheelchair == Wheelchair.NO:
        return "not_accessible"
    if row.wheelchair == Wheelchair.UNKNOWN and row.steps == Known.YES and row.ramp != Known.YES:
        return "steps"
    if access == "require" and not (row.wheelchair == Wheelchair.YES and row.verified):
        return "not_surveyed"
    return None


def overcrowded(space: KnownSpace, request: PlanRequest) -> Omission | None:
    """More people than it holds, or a school-sized group where none is taken."""
    if request.people is None:
        return None
    if space.row.capacity is not None and request.people > space.row.capacity:
        return Omission(space, "capacity", {"people": request.people, "capacity": space.row.capacity})
    if request.people > CLASS_SIZE and space.row.takes_school_groups == Known.NO:
        return Omission(space, "no_groups")
    return None


def refused_must(reason: Omission, request: PlanRequest, must: tuple[str, ...]) -> NoStopPossible:
    th, en = reason.space.name
    why = reason.text
    text = Text(f"ต้องแวะ “{th}” แต่{why.th}", f"“{en}” must be a stop, but: {why.en}")
    return NoStopPossible(
        f"must_{reason.code}", text, pointer_of(reason.space.id, must.index(reason.space.id), request)
    )


def stop_of(
    space: KnownSpace, request: PlanRequest, party: Party, world: World, budget_s: int, forced: bool
) -> Stoppable:
    """The space with its stay and the times a visit may start; no windows when it is closed all the time."""
    visit_s = party.visit_minutes(space, world) * 60
    opening = visit_windows(space.row.opening_hours, request.depart, visit_s, budget_s)
    themes = tuple(theme for theme in request.themes if theme in space.row.themes)
    anytime = ((0, max(0, budget_s - visit_s)),)
    return Stoppable(space, visit_s, anytime if opening is None else opening, opening is not None, themes, forced)


@lru_cache(maxsize=4096)
def visit_windows(opening_hours: str, depart: datetime, visit_s: int, budget_s: int) -> tuple[Window, ...] | None:
    """(earliest, latest) starts so that the visit ends before closing time; None = hours unknown."""
    opening = windows(opening_hours, depart, depart + timedelta(seconds=budget_s))
    if opening is None:
        return None
    seconds = [
        (round((opens - depart).total_seconds()), round((closes - depart).total_seconds())) for opens, closes in opening
    ]
    return tuple((opens, closes - visit_s) for opens, closes in seconds if closes - visit_s >= opens)
