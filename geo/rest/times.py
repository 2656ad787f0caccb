"""Times in query parameters: RFC 3339, and the intervals that OGC API – Features makes of them."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TypeVar

from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime

from geo.rest.problems import BadParameter
from geo.texts import Text

_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d{1,9})?([Zz]|[+-]\d\d:\d\d)", re.ASCII)
# The same for OpenAPI, as exactly as a pattern can: days that the calendar has, in years that no offset overflows.
_YEAR = "(?:[1-8][0-9]{3}|9[0-8][0-9]{2}|99[0-8][0-9]|999[0-8])"
_MONTH_AND_DAY = (
    "(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)"
    "|02-(?:0[1-9]|1[0-9]|2[0-8]))"
)
_LEAP_DAY = "(?:[1-9][0-9](?:0[48]|[2468][048]|[13579][26])|(?:[2468][048]|[13579][26])00)-02-29"
_DATE = f"(?:{_YEAR}-{_MONTH_AND_DAY}|{_LEAP_DAY})"
_CLOCK = "(?:[01][0-9]|2[0-3]):[0-5][0-9]"
_TIME = rf"{_DATE}(?:[Tt]{_CLOCK}:[0-5][0-9](?:\.[0-9]{{1,9}})?(?:[Zz]|[+-]{_CLOCK}))?"
INSTANT_PATTERN = f"^{_TIME}$"
INTERVAL_PATTERN = rf"^(?:{_TIME}|{_TIME}/(?:{_TIME}|\.\.)?|(?:\.\.)?/{_TIME})$"
Time = TypeVar("Time", bound=date)
_LAST_OF_DAY = timedelta(days=1, microseconds=-1)


@dataclass(frozen=True)
class Interval:
    """From `start` to `end`, both included; None is open."""

    start: datetime | None
    end: datetime | None

    def local_dates(self) -> tuple[date | None, date | None]:
        """The days in the service's own time zone, for columns that hold days."""
        first, last = (moment and timezone.localtime(moment).date() for moment in (self.start, self.end))
        return first, last


def interval(text: str) -> Interval:
    """`datetime`: a moment or a day, or two with `/` between; `..` or nothing leaves an end open.

    Raises BadParameter.
    """
    start, slash, end = text.partition("/")
    if not slash:
        return Interval(*_span(start))
    found = Interval(_open_or(start)[0], _open_or(end)[1])
    if found.start is None and found.end is None:
        raise BadParameter("datetime", _INTERVAL_WANTED)
    if found.start and found.end and found.start > found.end:
        raise BadParameter("datetime", Text("เวลาเริ่มต้องไม่หลังเวลาจบ", "The interval ends before it starts."))
    return found


def moment(name: str, text: str) -> datetime:
    """One moment with its offset from UTC. Raises BadParameter."""
    try:
        return _moment(text)
    except (ValueError, OverflowError):
        wanted = Text(
            f"{name} เป็นเวลาตาม RFC 3339 เช่น 2027-01-20T09:00:00Z",
            f"{name} is a time of RFC 3339, such as 2027-01-20T09:00:00Z.",
        )
        raise BadParameter(name, wanted) from None


def last_moment(name: str, text: str) -> datetime:
    """The moment, or the last one of the day, that the text means. Raises BadParameter."""
    return _ends(name, text)[1]


def first_moment(name: str, text: str) -> datetime:
    """The moment, or the first one of the day, that the text means. Raises BadParameter."""
    return _ends(name, text)[0]


def _ends(name: str, text: str) -> tuple[datetime, datetime]:
    try:
        return _span(text)
    except BadParameter:
        wanted = Text(
            f"{name} เป็นวันหรือเวลาตาม RFC 3339 เช่น 2027-01-20 หรือ 2027-01-20T09:00:00Z",
            f"{name} is a day or a time of RFC 3339, such as 2027-01-20 or 2027-01-20T09:00:00Z.",
        )
        raise BadParameter(name, wanted) from None


def end_of_day(moment: datetime) -> datetime:
    """The last moment of that day in the service's own time zone."""
    return timezone.localtime(moment).replace(hour=23, minute=59, second=59, microsecond=999_999)


def _open_or(text: str) -> tuple[datetime | None, datetime | None]:
    return (None, None) if text in {"", ".."} else _span(text)


def _span(text: str) -> tuple[datetime, datetime]:
    """First and last moment that the text means: a day is a whole day, here."""
    try:
        if not _DAY.fullmatch(text):
            return (_moment(text),) * 2
        first = datetime.combine(_there(parse_date(text)), datetime.min.time(), timezone.get_default_timezone())
    except (ValueError, OverflowError):
        raise BadParameter("datetime", _INTERVAL_WANTED) from None
    return first, first + _LAST_OF_DAY


def _moment(text: str) -> datetime:
    """Raises ValueError or OverflowError. Nanoseconds are cut to microseconds."""
    if not _MOMENT.fullmatch(text):
        raise ValueError(text)
    return timezone.localtime(_there(parse_datetime(re.sub(r"(\.\d{6})\d+", r"\1", text.upper()))))


def _there(value: Time | None) -> Time:
    if value is None:
        raise ValueError("There is no such time.")
    return value


_INTERVAL_WANTED = Text(
    "datetime เป็นเวลาตาม RFC 3339 เช่น 2027-01-20T09:00:00Z หรือช่วง เช่น 2027-01-01T00:00:00Z/..",
    "datetime is a time of RFC 3339, such as 2027-01-20T09:00:00Z, or an interval, such as 2027-01-01T00:00:00Z/..",
)
