"""When a plan starts unless the request says so."""

from datetime import datetime, time, timedelta

from spaces.opening import BANGKOK

SATURDAY = 5
FIRST_START = time(9, 0)


def default_departure(now: datetime | None = None) -> datetime:
    """Nine o'clock in Bangkok on the Saturday that comes next, never today: a group needs a day to get ready."""
    today = (now or datetime.now(BANGKOK)).astimezone(BANGKOK).date()
    saturday = today + timedelta(days=(SATURDAY - today.weekday() - 1) % 7 + 1)
    return datetime.combine(saturday, FIRST_START, BANGKOK)
