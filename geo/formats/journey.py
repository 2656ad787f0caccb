"""A journey as every route format takes it: texts in one language already, positions in WGS 84 (lon, lat)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import override

from geo.thai import BUDDHIST_OFFSET

LonLat = tuple[float, float]


@dataclass(frozen=True)
class Stop:
    """A place to stop at; `note` says in a few lines what is known and what to do there."""

    n: int
    id: str
    name: str
    lonlat: LonLat
    accuracy_m: int
    arrive: datetime
    leave: datetime
    hours: str = "unknown"
    why: str = ""
    activity: str = ""
    properties: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Leg:
    """A way from one place to the next; metres with the range that the positions leave open."""

    origin: str
    destination: str
    mode: str
    coordinates: tuple[LonLat, ...]
    metres: int
    metres_low: int
    metres_high: int
    seconds: int
    estimated: bool
    steps: tuple[str, ...] = ()


@dataclass(frozen=True)
class Words:
    """The few words a file needs around the data, in its language."""

    stop: str
    accuracy: str
    hours: str
    hours_open: str
    hours_unknown: str
    estimate: str
    walk: str
    bicycle: str
    vehicle: str
    start: str
    end: str

    def mode(self, mode: str) -> str:
        return {"walk": self.walk, "bicycle": self.bicycle}.get(mode, self.vehicle)

    def opening(self, state: str) -> str:
        return self.hours_open if state == "open" else self.hours_unknown


@dataclass(frozen=True)
class Journey:
    """One itinerary. `notice` says how far it can be trusted and stands in every file, empty when it is surveyed.

    So does `attribution`, which names whose streets it follows, empty when it follows none.
    """

    id: str
    title: str
    language: str
    depart: datetime
    arrive: datetime
    notice: str
    words: Words
    start: LonLat
    end: LonLat
    start_name: str
    end_name: str
    stops: tuple[Stop, ...]
    legs: tuple[Leg, ...]
    notes: tuple[str, ...] = ()
    attribution: str = ""
    properties: Mapping[str, Any] = field(default_factory=dict)


def note_of(stop: Stop, journey: Journey) -> str:
    """What a reader should know at a stop, one fact a line."""
    words = journey.words
    lines = [
        f"{clock(stop.arrive)}–{clock(stop.leave)}",
        stop.activity,
        stop.why,
        f"{words.hours}: {words.opening(stop.hours)}",
        f"{words.accuracy}: ± {stop.accuracy_m} m",
    ]
    return "\n".join(line for line in lines if line)


def length_of(leg: Leg, journey: Journey) -> str:
    """Walk 410 m (0–1700 m, estimated)."""
    words = journey.words
    doubt = f" ({leg.metres_low}–{leg.metres_high} m, {words.estimate})" if leg.estimated else ""
    return f"{words.mode(leg.mode)} {leg.metres} m{doubt}"


def clock(when: datetime) -> str:
    """09:00, rounded up to the minute as on the pages."""
    on_the_minute = when.replace(second=0, microsecond=0)
    return f"{on_the_minute if on_the_minute == when else on_the_minute + timedelta(minutes=1):%H:%M}"


def day_of(journey: Journey) -> str:
    """20 January 2027, 20 มกราคม 2570: the day of departure as its readers write it."""
    offset = BUDDHIST_OFFSET if journey.language == "th" else 0
    with override(journey.language):
        return f"{date_format(journey.depart, 'j F')} {journey.depart.year + offset}"
