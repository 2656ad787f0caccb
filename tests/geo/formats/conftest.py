"""One journey whose every text is out to break a format."""

from datetime import datetime, timedelta, timezone

import pytest

from geo.formats.journey import Journey, Leg, Stop, Words

BANGKOK = timezone(timedelta(hours=7))
NINE = datetime(2027, 1, 20, 9, tzinfo=BANGKOK)
NASTY = "=1+1 </script><script>alert(1)</script> `${alert(1)}` {{ 7*7 }} {% raw %} \"'&<b>วัดวัง\x0b;,\\"


@pytest.fixture
def nasty() -> str:
    return NASTY


def words() -> Words:
    return Words(
        "Stop", "Known within", "Hours", "open", "unknown", "estimated", "Walk", "Cycle", "Ride", "Start", "End"
    )


@pytest.fixture
def journey() -> Journey:
    """Two stops and three legs, closing at the start; 09:00 to 11:00 in Bangkok."""
    start, first, second = (100.08, 7.62), (100.081, 7.618), (100.086, 7.62)
    stops = tuple(
        Stop(
            n,
            f"stop-{n}",
            f"{NASTY} {n}",
            lonlat,
            400,
            NINE + timedelta(minutes=30 * n),
            NINE + timedelta(minutes=30 * n + 20),
            "unknown",
            NASTY,
            NASTY,
        )
        for n, lonlat in ((1, first), (2, second))
    )
    ways = (("start", start, "stop-1", first), ("stop-1", first, "stop-2", second), ("stop-2", second, "end", start))
    legs = tuple(Leg(a, b, "walk", (here, there), 410, 0, 1700, 373, True) for a, here, b, there in ways)
    return Journey(
        "abc123",
        NASTY,
        "en",
        NINE,
        NINE + timedelta(hours=2),
        f"Estimated {NASTY}",
        words(),
        start,
        start,
        NASTY,
        NASTY,
        stops,
        legs,
        (NASTY,),
    )
