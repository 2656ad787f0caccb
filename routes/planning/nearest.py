"""When nothing or little is possible: other requests, close to the one asked, that were tried and do succeed."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from geo.texts import Text
from routes.planning.candidates import find
from routes.planning.clock import default_departure
from routes.planning.errors import PlanRefused
from routes.planning.gateways import counts_in
from routes.planning.limits import party_of
from routes.planning.messages import say
from routes.planning.question import budget_seconds
from routes.planning.request import PlanRequest
from routes.planning.spots import default_gateway, spot_of
from routes.planning.world import World

MOST_OFFERS = 3
MOST_TRIALS = 10
LEAST_TRIALS, USUAL_SPACES = 3, 500  # the more spaces there are, the longer each trial takes
ENOUGH_STOPS = 3
MOST_STARTS, MOST_THEMES = 3, 2
THAI_DAYS = ("วันจันทร์", "วันอังคาร", "วันพุธ", "วันพฤหัสบดี", "วันศุกร์", "วันเสาร์", "วันอาทิตย์")

Count = Callable[[PlanRequest, World], int]
"""How many stops the best route of a request has; raises PlanRefused when there is none."""


@dataclass(frozen=True)
class Change:
    """A request that differs from the one asked in one thing (`kind`), and the words for it."""

    kind: str
    request: PlanRequest
    values: dict[str, Any]

    def as_json(self, stops: int) -> dict[str, Any]:
        texts = say(f"offer_{self.kind}", n=stops, **self.values)
        query = self.request.as_query()
        return {
            "change": self.kind,
            "stops": stops,
            "request": self.request.as_json(),
            "href": f"/api/routes/plan?{query}",
            **texts.as_dict(),
        }


def offers(request: PlanRequest, world: World, count: Count, *, more_than: int = 0) -> list[dict[str, Any]]:
    """Up to three offers of different kinds with more stops than `more_than`; those with enough stops first."""
    found: dict[str, tuple[Change, int]] = {}
    most = max(LEAST_TRIALS, min(MOST_TRIALS, MOST_TRIALS * USUAL_SPACES // max(1, len(world.spaces))))
    for trial, change in enumerate(changes(request, world)):
        if trial >= most or sum(stops >= ENOUGH_STOPS for _, stops in found.values()) >= MOST_OFFERS:
            break
        stops = counted(change.request, world, count)
        if stops > max(more_than, found[change.kind][1] if change.kind in found else 0):
            found[change.kind] = (change, stops)
    if all(stops < ENOUGH_STOPS for _, stops in found.values()):
        found |= last_resort(request, world, count, more_than)
    ranked = sorted(found.values(), key=lambda pair: pair[1] < ENOUGH_STOPS)  # sorting keeps the order of kinds
    return [change.as_json(stops) for change, stops in ranked[:MOST_OFFERS]]


def counted(request: PlanRequest, world: World, count: Count) -> int:
    """The stops of the best route, 0 when the request is refused."""
    try:
        return count(request, world)
    except PlanRefused:
        return 0


def changes(request: PlanRequest, world: World) -> Iterator[Change]:
    """Requests that differ in one thing, the likeliest first; each only when it is a change."""
    yield from fewer_wishes(request)
    yield from other_starts(request, world)
    yield from more_minutes(request, world)
    yield from other_times(request)
    yield from other_themes(request, world)


def fewer_wishes(request: PlanRequest) -> Iterator[Change]:
    """One wish less each."""
    fewer: tuple[tuple[str, bool, dict[str, Any], dict[str, Any]], ...] = (
        ("access", request.access == "require", {"access": "prefer"}, {}),
        ("mode", request.mode != "auto", {"mode": "auto"}, {}),
        ("end", request.end is not None, {"end": None}, {}),
        ("must", bool(request.must), {"must": ()}, {}),
        ("outcomes", bool(request.outcomes), {"outcomes": ()}, {}),
        ("story", request.story is not None, {"story": None}, {}),
        ("groups", request.groups > 1, {"groups": request.groups - 1}, {"groups": request.groups - 1}),
        ("wait", request.most_wait_minutes is not None, {"most_wait_minutes": None}, {}),
    )
    for kind, asked, change, values in fewer:
        if asked:
            yield Change(kind, replace(request, **change), values)


def other_starts(request: PlanRequest, world: World) -> Iterator[Change]:
    """The gateways that reach most."""
    reached = counts_in(replace(request, must=(), story=None, outcomes=()), world)
    here = request.start or default_gateway(world).id
    for id_ in sorted(reached, key=lambda id_: (-reached[id_], id_))[:MOST_STARTS]:
        if id_ != here and reached[id_]:
            gateway = world.gateways[id_]
            names = {"name_th": gateway.name_th, "name_en": gateway.name_en}
            yield Change("start", replace(request, start=id_), names)


def more_minutes(request: PlanRequest, world: World) -> Iterator[Change]:
    """As long as suits the group."""
    most = party_of(request.party, request.needs, world).outing_minutes
    if request.minutes is not None and request.minutes < most:
        yield Change("minutes", replace(request, minutes=most), {"minutes": most})


def other_times(request: PlanRequest) -> Iterator[Change]:
    """Nine o'clock on the Saturday and the Sunday that follow."""
    saturday = default_departure(request.depart)
    for depart in (saturday, saturday + timedelta(days=1)):
        if depart != request.depart:
            yield Change("depart", replace(request, depart=depart), in_words(depart))


def in_words(when: datetime) -> dict[str, str]:
    """A departure as people say it; Buddhist years are for Thai readers only."""
    day = Text(f"{THAI_DAYS[when.weekday()]}ที่ {when:%-d/%-m}/{when.year + 543}", f"{when:%A} {when:%Y-%m-%d}")
    return {"when_th": f"{day.th} เวลา {when:%H.%M} น.", "when_en": f"{day.en} at {when:%H:%M}"}


def other_themes(request: PlanRequest, world: World) -> Iterator[Change]:
    """The themes with most spaces open to this party then, near the start where there are many, and all of them."""
    if not request.themes:
        return
    anything, start = replace(request, themes=()), spot_of(request.start, "start", world)
    party = party_of(request.party, request.needs, world)
    stops = find(replace(anything, must=()), party, world, budget_seconds(request, party), (), [start.lonlat]).stoppable
    sizes = {id_: sum(id_ in stop.space.row.themes for stop in stops) for id_ in world.themes}
    for id_ in sorted(sizes, key=lambda id_: (-sizes[id_], id_))[:MOST_THEMES]:
        if id_ not in request.themes and sizes[id_]:
            theme = world.themes[id_]
            names = {"name_th": theme.name_th, "name_en": theme.name_en}
            yield Change("theme", replace(request, themes=(id_,)), names)
    yield Change("themes", anything, {})


def last_resort(request: PlanRequest, world: World, count: Count, more_than: int) -> dict[str, tuple[Change, int]]:
    """The same party on the Saturday that follows from the default gateway, on any theme and by any means."""
    access = "prefer" if request.access == "require" else request.access
    saturday = default_departure(request.depart)
    easiest = PlanRequest(
        request.party, saturday, needs=request.needs, access=access, people=request.people, seed=request.seed
    )
    stops = counted(easiest, world, count)
    th, en = default_gateway(world).name
    return (
        {"anything": (Change("anything", easiest, {"name_th": th, "name_en": en}), stops)} if stops > more_than else {}
    )
