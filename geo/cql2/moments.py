"""Dates, timestamps and intervals as a filter writes them."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime

from django.db.models import DateField, DateTimeField, Value
from django.db.models.expressions import Combinable

from geo.cql2.errors import InvalidFilter, shown
from geo.cql2.parsing import Node
from geo.cql2.queryables import Kind

_DATE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_TIMESTAMP = re.compile(r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(\.\d{1,6})?\d{0,3}(Z|[+-]\d\d:\d\d)", re.ASCII)


@dataclass(frozen=True)
class Moment:
    """A day or a moment, in the calendar and the clock of RFC 3339."""

    kind: Kind
    value: date | datetime

    @property
    def expression(self) -> Combinable:
        return Value(self.value, output_field=DateField() if self.kind is Kind.DATE else DateTimeField())


def is_moment(node: Node) -> bool:
    return isinstance(node, dict) and ("date" in node or "timestamp" in node)


def moment(node: Node) -> Moment:
    """The value of DATE('…') or TIMESTAMP('…'). Raises InvalidFilter."""
    if "date" in node:
        return _day(node["date"])
    return _instant(node["timestamp"])


def either(text: str) -> Moment:
    """An end of an interval, where the text alone says whether it is a day or a moment."""
    return _day(text) if _DATE.fullmatch(text) else _instant(text)


def _day(text: object) -> Moment:
    try:
        if isinstance(text, str) and _DATE.fullmatch(text):
            return Moment(Kind.DATE, date.fromisoformat(text))
    except ValueError:
        pass  # such as month 13
    raise InvalidFilter(f"ไม่มีวันที่ {shown(text)}", f"There is no date {shown(text)}; a date is such as 2027-01-20.")


def _instant(text: object) -> Moment:
    try:
        if isinstance(text, str) and (found := _TIMESTAMP.fullmatch(text)):
            value = datetime.fromisoformat("".join(part or "" for part in found.groups()))
            return Moment(Kind.TIMESTAMP, value.astimezone(UTC))
    except (ValueError, OverflowError):
        pass  # such as hour 25, or an offset that leads out of the calendar
    raise InvalidFilter(
        f"ไม่มีเวลา {shown(text)}", f"There is no time {shown(text)}; a time is such as 2027-01-20T09:00:00Z."
    )
