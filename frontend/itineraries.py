"""An itinerary of the planner's answer, made ready to read: the same for a fresh plan and for a kept route.

The answer is described in `docs/` and by `routes.planning`; it holds both languages, this picks the page's.
"""

from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext

from frontend import presenting
from frontend.itinerary_lines import around, ask_line, comforts_at, rest_at
from frontend.presenting import words

SAID_BY_BADGE = "estimated"  # the badge at the head of the page says the same, larger

Answer = dict[str, Any]
Position = list[float]


@dataclass(frozen=True)
class Place:
    """Where a leg begins or ends that is no stop: the start and the end. `lonlat` is WGS 84, or unknown."""

    name: str
    lonlat: Position | None = None


@dataclass(frozen=True)
class Leg:
    mode: str
    title: str
    length: str
    minutes: str
    estimated: bool
    to: str
    steps: list[str]
    avoids: str
    coordinates: list[Position]


@dataclass(frozen=True)
class Stop:
    n: int
    space: str
    address: str
    name: str
    arrive: str
    leave: str
    stay: str
    waits: str
    why: str
    activity: str
    hours_known: bool
    accuracy: str
    accuracy_m: int
    lonlat: Position
    rest: str
    comforts: str
    outcomes: list[str]


@dataclass(frozen=True)
class Stage:
    """One leg and the stop it leads to; the last stage may lead to the end of the route and have no stop."""

    leg: Leg | None
    stop: Stop | None


@dataclass(frozen=True)
class Itinerary:
    """What a card, the text and the map show. Distances and times are words already."""

    number: int
    group: int
    people: int | None
    title: str
    depart: str
    arrive: str
    day: str
    length: str
    walk: str
    ride: str
    certainty: str
    certainty_words: str
    surveyed: bool
    worst_case: bool
    best: bool
    start: Place
    end: Place
    stages: list[Stage]
    warnings: list[str]
    ask: list[str]
    omitted: list[tuple[str, str, str]]
    note: str
    attribution: str
    before: list[str]
    after: list[str]

    @property
    def stops(self) -> list[Stop]:
        return [stage.stop for stage in self.stages if stage.stop]

    @property
    def count(self) -> str:
        return presenting.stops_counted(len(self.stops))


def present(answer: Answer, number: int = 1) -> Itinerary:
    """One itinerary of an answer in the language of the page, `number` being its place among the cards."""
    start, end = place(answer.get("start")), place(answer.get("end"))
    stops = [present_stop(stop, answer) for stop in answer["stops"]]
    names = {"start": start.name, "end": end.name} | {stop.space: stop.name for stop in stops}
    legs = [present_leg(leg, names) if leg["seconds"] or leg["metres"] else None for leg in answer["legs"]]
    return Itinerary(
        number=number,
        group=int(answer.get("group") or 1),
        people=answer.get("people"),
        title=" · ".join(stop.name for stop in stops[:3]),
        depart=presenting.clock(answer["depart"]),
        arrive=presenting.clock(answer["arrive"]),
        day=presenting.calendar_day(answer["depart"]),
        length=presenting.duration(answer["minutes"]),
        walk=total_range(answer, "walk"),
        ride=total_range(answer, "ride"),
        certainty=answer["certainty"],
        certainty_words=presenting.certainty(answer["certainty"]),
        surveyed=answer["certainty"] == "surveyed",
        worst_case=bool(answer.get("fits_in_worst_case")),
        best=bool(answer.get("proved_optimal")),
        start=start,
        end=end,
        stages=[Stage(leg, stop) for leg, stop in zip_longest(legs, stops)],
        note=words(answer.get("note") or {}),
        attribution=str(answer.get("attribution") or ""),
        warnings=[words(row) for row in answer.get("warnings", []) if row.get("code") != SAID_BY_BADGE],
        ask=[ask_line(line) for line in answer.get("ask_before_you_go", [])],
        omitted=[present_omission(row) for row in answer.get("omitted", [])],
        before=around(answer, "before"),
        after=around(answer, "after"),
    )


def place(spot: Answer | None) -> Place:
    """The start or end of an itinerary; a kept one may lack it."""
    spot = spot or {}
    return Place(words(spot, "name") or gettext("Start"), spot.get("lonlat"))


def present_stop(stop: Answer, answer: Answer) -> Stop:
    arrive, begin, leave = (presenting.moment(stop[name]) for name in ("arrive", "start", "leave"))
    wait = (begin - arrive).total_seconds() / 60
    return Stop(
        n=stop["n"],
        space=stop["space"],
        address=reverse("space", args=[stop["space"]]),
        name=words(stop, "name"),
        arrive=presenting.clock(begin if wait < 1 else arrive),
        leave=presenting.clock(leave),
        stay=presenting.duration((leave - begin).total_seconds() / 60),
        waits=presenting.duration(wait) if wait >= 1 else "",
        why=words(stop.get("why") or {}),
        activity=words(stop.get("activity") or {}),
        hours_known=stop.get("hours") == "open",
        accuracy=presenting.accuracy(stop["accuracy_m"]),
        accuracy_m=stop["accuracy_m"],
        lonlat=stop["lonlat"],
        rest=rest_at(stop["space"], answer),
        comforts=comforts_at(stop["space"], answer),
        outcomes=[str(code) for code in stop.get("outcomes") or []],
    )


def present_leg(leg: Answer, names: dict[str, str]) -> Leg:
    metres: float = leg["metres"]
    low: float = leg.get("metres_low", metres)
    high: float = leg.get("metres_high", metres)
    return Leg(
        mode=leg["mode"],
        title=presenting.leg_mode(leg["mode"]),
        length=presenting.distance_range(low, high),
        minutes=presenting.duration(-(-leg["seconds"] // 60)),
        estimated=leg["source"] == "estimate",
        to=names.get(leg["to"], str(leg["to"])),
        steps=[words(step) if isinstance(step, dict) else str(step) for step in leg.get("steps") or []],
        avoids=", ".join(dict.fromkeys(words(obstacle) for obstacle in leg.get("avoids") or [])),
        coordinates=(leg.get("geometry") or {}).get("coordinates") or [],
    )


def present_omission(row: Answer) -> tuple[str, str, str]:
    """(name, address, reason) of a space that was left out."""
    name = words(row, "name") or row["space"]
    return name, reverse("space", args=[row["space"]]), words(row["reason"])


def total_range(answer: Answer, way: str) -> str:
    """The metres walked or ridden in all, as the range its legs leave open; nothing when there are none."""
    legs = [leg for leg in answer["legs"] if (leg["mode"] == "walk") == (way == "walk")]
    if not legs or not answer.get(f"{way}_m"):
        return ""
    low = sum(leg.get("metres_low", leg["metres"]) for leg in legs)
    high = sum(leg.get("metres_high", leg["metres"]) for leg in legs)
    return presenting.distance_range(low, high)


def map_data(shown: Itinerary) -> dict[str, Any]:
    """What the map draws, with its labels in the language of the page. Positions are WGS 84 (lon, lat)."""
    return {
        "stops": [
            {"n": stop.n, "id": stop.space, "name": stop.name, "lonlat": stop.lonlat, "accuracy_m": stop.accuracy_m}
            for stop in shown.stops
        ],
        "legs": [
            {"mode": stage.leg.mode, "estimated": stage.leg.estimated, "coordinates": stage.leg.coordinates}
            for stage in shown.stages
            if stage.leg
        ],
        "ends": ends(shown),
        "areas": [],
        "attribution": shown.attribution,
        "labels": map_labels(),
    }


def ends(shown: Itinerary) -> list[dict[str, Any]]:
    """Start and end, once when the route closes at its start, none whose position is unknown."""
    places = [shown.start] if shown.end == shown.start else [shown.start, shown.end]
    return [{"name": place.name, "lonlat": place.lonlat} for place in places if place.lonlat]


def map_labels() -> dict[str, str]:
    return {
        "schematic": gettext("Schematic map, not to be navigated by"),
        "zoomIn": gettext("Zoom in"),
        "zoomOut": gettext("Zoom out"),
        "fit": gettext("Show the whole route"),
        "map": gettext("Map of the route. The list beside it says the same in words."),
        "stop": gettext("Stop"),
    }
