"""Journeys as calendar entries (RFC 5545), tentative: an estimate is not an appointment."""

from collections.abc import Sequence
from datetime import UTC, datetime

from icalendar import Calendar, Event

from geo.formats.journey import Journey, length_of, note_of
from geo.formats.text import plain

MEDIA_TYPE = "text/calendar; charset=utf-8"
PRODUCT = "-//Phatthalung learning map//EN"


def write(journeys: Sequence[Journey]) -> bytes:
    """One calendar, an entry for each journey."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    for journey in journeys:
        calendar.add_component(event(journey))
    return bytes(calendar.to_ical())


def event(journey: Journey) -> Event:
    """Times are UTC, so that no time zone has to be described."""
    lon, lat = journey.start
    made = Event()
    made.add("uid", f"{journey.id}@phatthalung-learning-map")
    made.add("dtstamp", datetime.now(UTC))
    made.add("dtstart", journey.depart.astimezone(UTC))
    made.add("dtend", journey.arrive.astimezone(UTC))
    made.add("summary", plain(journey.title))
    made.add("description", plain(told(journey)))
    made.add("location", plain(journey.start_name))
    made.add("geo", (lat, lon))
    made.add("status", "TENTATIVE" if journey.notice else "CONFIRMED")
    return made


def told(journey: Journey) -> str:
    """The stops in order with the way to each, then what to know and to ask."""
    stops = [
        f"{length_of(leg, journey)}\n\n{stop.n}. {stop.name}\n{note_of(stop, journey)}"
        for leg, stop in zip(journey.legs, journey.stops, strict=False)
    ]
    return "\n\n".join(filter(None, (journey.notice, *stops, *journey.notes, journey.attribution)))
