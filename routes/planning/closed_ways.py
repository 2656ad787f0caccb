"""The ways that are closed for days: read with the world, taken out of the streets for the day of a plan."""

from collections.abc import Iterable
from datetime import date

from django.utils import timezone

from routes.streets.closing import ClosedWay
from spaces.closures import in_force, meeting

MOST_CLOSED_WAYS = 500

ClosedDays = tuple[date, date | None, ClosedWay]
"""The first and the last day (None: until further notice), and the way."""


def load_closed_ways() -> tuple[ClosedDays, ...]:
    """Those of today and to come."""
    rows = meeting(in_force().filter(space=None), timezone.localdate()).order_by("pk")[:MOST_CLOSED_WAYS]
    return tuple(
        (
            row.starts_on,
            row.ends_on,
            ClosedWay(
                row.pk,
                tuple((float(lon), float(lat)) for lon, lat in row.geometry.coords),
                row.reason_th,
                row.reason_en,
            ),
        )
        for row in rows
        if row.geometry is not None
    )


def closed_on(day: date, ways: Iterable[ClosedDays]) -> list[ClosedWay]:
    return [way for first, last, way in ways if first <= day and (last is None or day <= last)]
