"""Numbers, dates and states in words a visitor reads, in the language of the page.

Buddhist years are for display alone: everything stored counts in the common era.
"""

from datetime import date, datetime, timedelta
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import get_language, gettext, ngettext

from geo.thai import BUDDHIST_OFFSET
from spaces.opening import BANGKOK


def speaks_thai() -> bool:
    return (get_language() or "th").startswith("th")


def words(item: Any, field: str = "") -> str:
    """The text of `item` in the language of the page.

    `item` is a model or a dict holding `<field>_th` and `<field>_en`, or, without `field`, a dict `{"th", "en"}`.
    A text that exists in one language only is better than none.
    """
    ours, other = ("th", "en") if speaks_thai() else ("en", "th")
    prefix = f"{field}_" if field else ""
    return _part(item, prefix + ours) or _part(item, prefix + other)


def _part(item: Any, name: str) -> str:
    value = item.get(name) if isinstance(item, dict) else getattr(item, name, "")
    return str(value or "")


def either(text: str) -> str:
    """Our half of a text that holds both languages as `ไทย / English`; the whole of any other."""
    halves = text.split(" / ")
    return halves[0 if speaks_thai() else 1] if len(halves) == 2 else text


def duration(minutes: float) -> str:
    """2 h 24 min, 2 ชม. 24 นาที."""
    hours, rest = divmod(round(minutes), 60)
    parts = []
    if hours:
        parts.append(gettext("%(hours)d h") % {"hours": hours})
    if rest or not hours:
        parts.append(gettext("%(minutes)d min") % {"minutes": rest})
    return " ".join(parts)


def moment(value: str | datetime) -> datetime:
    """A moment of an answer (ISO 8601) on the clocks of Phatthalung."""
    when = datetime.fromisoformat(value) if isinstance(value, str) else value
    return when.replace(tzinfo=BANGKOK) if when.tzinfo is None else when.astimezone(BANGKOK)


def clock(value: str | datetime) -> str:
    """09:00, or as Thai writes it 09.00 น.

    Rounded up to the minute, as lengths are: nobody is promised an arrival before it is possible.
    """
    when = moment(value)
    if when.second or when.microsecond:
        when = when.replace(second=0, microsecond=0) + timedelta(minutes=1)
    return f"{when:%H.%M} น." if speaks_thai() else f"{when:%H:%M}"


def calendar_day(value: str | date) -> str:
    """Saturday 21 November 2026, วันเสาร์ที่ 21 พฤศจิกายน 2569."""
    day = _as_date(value)
    if speaks_thai():
        return f"{date_format(day, 'วันlที่ j F')} {day.year + BUDDHIST_OFFSET}"
    return date_format(day, "l j F Y")


def _as_date(value: str | date) -> date:
    if isinstance(value, datetime):
        return moment(value).date()
    if isinstance(value, date):
        return value
    return moment(value).date() if "T" in value else date.fromisoformat(value)


def distance(metres: float) -> str:
    """Tens of metres below one kilometre, tenths of a kilometre above: nothing here is known better."""
    if metres < 995:
        return gettext("%(metres)d m") % {"metres": round(metres, -1)}
    return gettext("%(km)s km") % {"km": f"{metres / 1000:.1f}"}


def distance_range(low: float, high: float) -> str:
    """0–1.7 km; one value when both ends read the same."""
    low, high = sorted((low, high))
    if high < 995:
        ends = f"{round(low, -1):.0f}", f"{round(high, -1):.0f}"
        return gettext("%(metres)s m") % {"metres": span(*ends)}
    ends = f"{low / 1000:.1f}".replace("0.0", "0"), f"{high / 1000:.1f}"
    return gettext("%(km)s km") % {"km": span(*ends)}


def span(low: str, high: str) -> str:
    return high if low == high else f"{low}–{high}"


def accuracy(metres: int) -> str:
    """How well a position is known, in words with its radius."""
    radius = {"radius": distance(metres)}
    if metres <= 30:
        return gettext("Surveyed: within %(radius)s") % radius
    if metres <= 500:
        return gettext("Good: within about %(radius)s") % radius
    if metres <= 2000:
        return gettext("Rough: somewhere within %(radius)s, perhaps only the village") % radius
    return gettext("Area only: somewhere within %(radius)s") % radius


def certainty(value: str) -> str:
    labels = {
        "surveyed": gettext("Surveyed"),
        "approximate": gettext("Estimated, not surveyed"),
        "unlocated": gettext("Position not known"),
    }
    return labels.get(value, labels["approximate"])


def stops_counted(number: int) -> str:
    return ngettext("%(number)d stop", "%(number)d stops", number) % {"number": number}


def leg_mode(mode: str) -> str:
    labels = {"walk": gettext("Walk"), "bicycle": gettext("Cycle"), "vehicle": gettext("Ride")}
    return labels.get(mode, labels["vehicle"])
