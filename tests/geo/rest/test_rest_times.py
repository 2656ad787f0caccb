import re
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis.strategies import from_regex

from geo.rest import times
from geo.rest.problems import BadParameter


def test_a_moment_is_both_ends_of_its_interval():
    found = times.interval("2027-01-20T09:00:00+07:00")

    assert found.start == found.end == datetime(2027, 1, 20, 2, tzinfo=UTC)
    assert found.local_dates() == (date(2027, 1, 20), date(2027, 1, 20))


def test_a_day_is_a_whole_day_here():
    assert times.interval("2027-01-20").local_dates() == (date(2027, 1, 20), date(2027, 1, 20))


@pytest.mark.parametrize("text", ["2027-01-01T00:00:00Z/..", "2027-01-01T00:00:00Z/"])
def test_an_end_may_stay_open(text):
    found = times.interval(text)

    assert found.start == datetime(2027, 1, 1, tzinfo=UTC)
    assert found.end is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "/",
        "../..",
        "2027",
        "2027-13-01",
        "2027-02-30",
        "2027-01-20T25:00:00Z",
        "2027-01-20T09:00:00",
        "2027-01-02/2027-01-01",
        "a/b",
        "2027-01-01/2027-01-02/2027-01-03",
        "๒๐๒๗-๐๑-๐๑",
        "9999-12-31T23:59:59Z",
        "0001-01-01T00:00:00+14:00",
        "2027-01-20T09:00:00+99:99",
        "20270120",
        "now",
    ],
)
def test_what_is_no_time_is_refused(text):
    with pytest.raises(BadParameter):
        times.interval(text)


def test_nanoseconds_are_cut():
    assert times.moment("open_at", "2027-01-20T09:00:00.123456789Z").microsecond == 123456


@settings(max_examples=150, deadline=None)
@given(from_regex(times.INTERVAL_PATTERN, fullmatch=True))
def test_what_openapi_calls_an_interval_is_one(text):
    start, _, end = text.partition("/")
    if end.strip(".") and start.strip(".") and times.interval(start).start > times.interval(end).end:
        with pytest.raises(BadParameter, match="ends before it starts"):  # the one rule that no pattern can tell
            times.interval(text)
    else:
        times.interval(text)


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("2028-02-29", True),
        ("2027-01-20T09:00:00.5+07:00", True),
        ("../2027-01-20", True),
        ("2027-01-20/2027-02-01T00:00:00Z", True),
        ("2027-02-29", False),
        ("../..", False),
        ("2027-01-20T24:00:00Z", False),
        ("2027-01-20T09:00:00", False),
    ],
)
def test_openapi_knows_the_calendar(text, is_one):
    assert bool(re.search(times.INTERVAL_PATTERN, text)) is is_one
