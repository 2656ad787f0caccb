"""When a space is open: OSM opening hours with Thai public holidays, on the clocks of Phatthalung.

Unknown is an answer of its own. Texts that are empty, unparsable or say `unknown` are unknown, never open; so is a
time that a rule gives only with a comment ("by appointment") and everything that depends on school holidays.
Source of the syntax: https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification
"""

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Literal, NamedTuple
from zoneinfo import ZoneInfo

import holidays
from opening_hours import OpeningHours, ParserError  # type: ignore[attr-defined]  # its stub leaves it out
from opening_hours import State as _State

BANGKOK = ZoneInfo("Asia/Bangkok")
PHATTHALUNG = (7.617, 100.08)  # (lat, lon) for rules that name sunrise or sunset
LONGEST = timedelta(days=366)
YEARS = range(1970, 2200)  # what lies beyond is unknown: no calendar of holidays reaches there

State = Literal["open", "closed", "unknown"]


class Span(NamedTuple):
    """A time of one state; `end` is not part of it."""

    start: datetime
    end: datetime
    state: State


def state_now(opening_hours: str) -> State:
    """Open, closed or unknown at this very moment."""
    return state_at(opening_hours, datetime.now(BANGKOK))


def state_at(opening_hours: str, moment: datetime) -> State:
    """Open, closed or unknown at `moment` (aware)."""
    return state_between(opening_hours, moment, moment + timedelta(minutes=1))


def state_between(opening_hours: str, start: datetime, end: datetime) -> State:
    """Closed where any of the time is known to be closed, else unknown where any is unknown, else open."""
    states = {span.state for span in spans(opening_hours, start, max(end, start + timedelta(minutes=1)))}
    if "closed" in states:
        return "closed"
    return "open" if states == {"open"} else "unknown"


def windows(opening_hours: str, start: datetime, end: datetime) -> list[tuple[datetime, datetime]] | None:
    """The times between `start` and `end` (aware) that are not known to be closed, in order; None = nothing is known.

    Times that are only perhaps open are among them: ask `state_between` about a visit.
    """
    found = list(spans(opening_hours, start, end))
    if all(span.state == "unknown" for span in found):
        return None
    return _joined(span for span in found if span.state != "closed")


def spans(opening_hours: str, start: datetime, end: datetime) -> Iterator[Span]:
    """The states from `start` to `end` (aware, at most a year apart, later years are cut), without gaps."""
    if start.year not in YEARS:
        yield Span(start, end, "unknown")
        return
    start = start.astimezone(BANGKOK)
    end = min(end.astimezone(BANGKOK), start + LONGEST)
    rules = parsed(opening_hours, start.year)
    if rules is None:
        yield Span(start, end, "unknown")
        return
    for opens, closes, state, comment in rules.intervals(start, end):
        yield Span(opens, closes, _state_of(state, comment))


def _state_of(state: _State, comment: str) -> State:
    """A comment makes an opening depend on what it says."""
    if state == _State.CLOSED:
        return "closed"
    return "open" if state == _State.OPEN and not comment else "unknown"


def _joined(found: Iterator[Span]) -> list[tuple[datetime, datetime]]:
    joined: list[tuple[datetime, datetime]] = []
    for span in found:
        if joined and joined[-1][1] == span.start:
            joined[-1] = (joined[-1][0], span.end)
        else:
            joined.append((span.start, span.end))
    return joined


# --- Parsing, with public holidays spelled out -----------------------------------------------------------------------

_DAY = r"(?:(?:Mo|Tu|We|Th|Fr|Sa|Su)(?:-(?:Mo|Tu|We|Th|Fr|Sa|Su))?(?:\[[^\]]*\])?|PH)"
_DAYS_THEN_TIMES = re.compile(rf"^(?P<days>{_DAY}(?:\s*,\s*{_DAY})*)(?:\s+(?P<times>(?![+-]).*))?$")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_QUOTED = re.compile(r'"[^"]*"')


class _Beyond(ValueError):
    """A rule whose holidays we cannot spell out."""


@lru_cache(maxsize=4096)
def parsed(opening_hours: str, year: int) -> OpeningHours | None:
    """The rules as they hold from `year` - 1 to `year` + 1; None where they are unknown."""
    try:
        text = with_holidays(opening_hours.strip(), public_holidays(year))
        return OpeningHours(text, timezone=BANGKOK, coords=PHATTHALUNG, auto_country=False, auto_timezone=False)
    except (ParserError, _Beyond):
        return None


@lru_cache(maxsize=64)
def public_holidays(year: int) -> tuple[date, ...]:
    """Thai public holidays of the year and its neighbours, in-lieu days included (PyPI `holidays`)."""
    return tuple(sorted(holidays.country_holidays("TH", years=range(year - 1, year + 2))))


def holiday_name(day: date, language: str = "th") -> str | None:
    """What a public holiday is called in `th` or `en`; None on any other day."""
    return _names(day.year, "th" if language == "th" else "en_US").get(day)


@lru_cache(maxsize=64)
def _names(year: int, language: str) -> dict[date, str]:
    return dict(holidays.country_holidays("TH", years=year, language=language))


def with_holidays(text: str, days: tuple[date, ...]) -> str:
    """`text` with each PH as a rule of its own over `days`: replaced in place it would break `Mo-Fr,PH`."""
    bare = _QUOTED.sub("", text)
    if re.search(r"\bSH\b|\beaster\b", bare):
        raise _Beyond(text)
    if not re.search(r"\bPH\b", bare):
        return text
    if '"' in text or "||" in text:
        raise _Beyond(text)
    return "; ".join(rule for part in text.split(";") for rule in _spelled_out(part.strip(), days))


def _spelled_out(rule: str, days: tuple[date, ...]) -> Iterator[str]:
    """The rule for weekdays, then the same for holidays, so that the latter wins."""
    if "PH" not in rule:
        yield rule
        return
    match = _DAYS_THEN_TIMES.match(rule)
    times = (match["times"] or "").strip() if match else ""
    if match is None or "PH" in times or re.match(_DAY, times):
        raise _Beyond(rule)
    weekdays = [day.strip() for day in match["days"].split(",") if day.strip() != "PH"]
    if weekdays:
        yield f"{','.join(weekdays)} {times}".strip()
    yield f"{','.join(f'{day.year} {_MONTHS[day.month - 1]} {day.day:02}' for day in days)} {times}".strip()
