"""What is closed for days: spaces, and ways that are taken out of the streets for the day of a plan."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from routes.streets.closing import ClosedWay
from spaces.closures import in_force, meeting
from spaces.models import Closure

MOST_CLOSED_WAYS = 500

Days = tuple[date, date | None]
"""The first and the last day; None: until further notice."""
ClosedDays = tuple[date, date | None, ClosedWay]


@dataclass(frozen=True)
class Closures:
    """The days on which spaces are closed, by their ids, and the ways that are."""

    spaces: Mapping[str, tuple[Days, ...]]
    ways: tuple[ClosedDays, ...]


def load_closures() -> Closures:
    """Those of today and to come, by one query."""
    spaces: dict[str, tuple[Days, ...]] = {}
    ways: list[ClosedDays] = []
    for row in meeting(in_force(), timezone.localdate()).order_by("pk"):
        days = row.starts_on, row.ends_on
        if row.space_id is not None:
            spaces[str(row.space_id)] = (*spaces.get(str(row.space_id), ()), days)
        else:
            ways.append((*days, closed_way(row)))
    return Closures(spaces, tuple(ways[:MOST_CLOSED_WAYS]))


def closed_way(row: Closure) -> ClosedWay:
    positions = row.geometry.coords if row.geometry else ()
    line = tuple((float(lon), float(lat)) for lon, lat in positions)
    return ClosedWay(row.pk, line, row.reason_th, row.reason_en)


def closed_on(day: date, ways: Iterable[ClosedDays]) -> list[ClosedWay]:
    return [way for first, last, way in ways if first <= day and (last is None or day <= last)]
