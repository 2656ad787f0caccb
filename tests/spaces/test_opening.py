"""Opening hours on the clocks of Phatthalung, with Thai public holidays."""

from datetime import datetime, timedelta

import pytest

from spaces.opening import BANGKOK, holiday_name, state_at, state_between, windows

SATURDAY = datetime(2026, 12, 5, tzinfo=BANGKOK)  # the late King's birthday, a public holiday
IN_LIEU = datetime(2026, 12, 7, tzinfo=BANGKOK)  # the Monday after
SUNDAY = datetime(2026, 12, 6, tzinfo=BANGKOK)
TUESDAY = datetime(2026, 12, 8, tzinfo=BANGKOK)
FRIDAY = datetime(2026, 12, 11, tzinfo=BANGKOK)

PALACE = "We-Su 09:00-12:00,13:00-16:00; PH off"
OFFICE = "Mo-Fr 08:30-16:30"
MUSEUM = "Mo-Fr,PH 09:00-12:00"
CLINIC = "Mo-Fr 09:00-17:00; PH 10:00-11:00"
SUNDAY_MARKET = "Su 07:00-16:00"
NIGHT_MARKET = "Fr 22:00-02:00"


def at(day: datetime, clock: str) -> datetime:
    hours, minutes = map(int, clock.split(":"))
    return day + timedelta(hours=hours, minutes=minutes)


@pytest.mark.parametrize(
    ("rules", "day", "clock", "state"),
    [
        (PALACE, SUNDAY, "08:59", "closed"),
        (PALACE, SUNDAY, "09:00", "open"),
        (PALACE, SUNDAY, "11:59", "open"),
        (PALACE, SUNDAY, "12:00", "closed"),
        (PALACE, SUNDAY, "12:30", "closed"),
        (PALACE, SUNDAY, "13:00", "open"),
        (PALACE, SUNDAY, "15:59", "open"),
        (PALACE, SUNDAY, "16:00", "closed"),
        (PALACE, SATURDAY, "10:00", "closed"),
        (PALACE, IN_LIEU, "10:00", "closed"),
        (PALACE, TUESDAY, "10:00", "closed"),
        (PALACE, FRIDAY, "10:00", "open"),
        (OFFICE, TUESDAY, "08:30", "open"),
        (OFFICE, TUESDAY, "16:30", "closed"),
        (OFFICE, SATURDAY, "10:00", "closed"),
        (OFFICE, SUNDAY, "10:00", "closed"),
        (OFFICE, IN_LIEU, "10:00", "open"),
        (MUSEUM, SATURDAY, "10:00", "open"),
        (MUSEUM, SUNDAY, "10:00", "closed"),
        (MUSEUM, IN_LIEU, "10:00", "open"),
        (MUSEUM, TUESDAY, "10:00", "open"),
        (MUSEUM, TUESDAY, "12:00", "closed"),
        (CLINIC, SATURDAY, "10:30", "open"),
        (CLINIC, SATURDAY, "12:00", "closed"),
        (CLINIC, IN_LIEU, "10:30", "open"),
        (CLINIC, IN_LIEU, "12:00", "closed"),
        (CLINIC, TUESDAY, "12:00", "open"),
        (CLINIC, SUNDAY, "10:30", "closed"),
        (SUNDAY_MARKET, SUNDAY, "07:00", "open"),
        (SUNDAY_MARKET, SUNDAY, "16:00", "closed"),
        (SUNDAY_MARKET, SATURDAY, "10:00", "closed"),
        (SUNDAY_MARKET, FRIDAY, "10:00", "closed"),
        (NIGHT_MARKET, FRIDAY, "22:00", "open"),
        (NIGHT_MARKET, FRIDAY, "23:59", "open"),
        (NIGHT_MARKET, FRIDAY, "25:59", "open"),
        (NIGHT_MARKET, FRIDAY, "26:00", "closed"),
        ("24/7", SATURDAY, "03:00", "open"),
        ("24/7; PH off", SATURDAY, "03:00", "closed"),
        ("24/7; PH off", TUESDAY, "03:00", "open"),
        ("Sa-Su 06:00+", SUNDAY, "18:00", "open"),
        ("off", TUESDAY, "10:00", "closed"),
        ("unknown", TUESDAY, "10:00", "unknown"),
        ("", TUESDAY, "10:00", "unknown"),
        ("by appointment", TUESDAY, "10:00", "unknown"),
        ("half past nine", TUESDAY, "10:00", "unknown"),
        ('Mo-Fr 09:00-17:00 "by appointment"', TUESDAY, "10:00", "unknown"),
        ('Mo-Fr 09:00-17:00 "by appointment"', SUNDAY, "10:00", "closed"),
        ("Mo-Fr 09:00-17:00; SH off", TUESDAY, "10:00", "unknown"),
        ("PH -1 day off", TUESDAY, "10:00", "unknown"),
        ("PH Mo-Fr 10:00-12:00", IN_LIEU, "10:00", "unknown"),
    ],
)
def test_state_at_a_moment(rules: str, day: datetime, clock: str, state: str) -> None:
    assert state_at(rules, at(day, clock)) == state


def test_a_midday_break_gives_two_windows() -> None:
    found = windows(PALACE, at(SUNDAY, "08:00"), at(SUNDAY, "18:00"))

    assert found == [
        (at(SUNDAY, "09:00"), at(SUNDAY, "12:00")),
        (at(SUNDAY, "13:00"), at(SUNDAY, "16:00")),
    ]


def test_windows_are_cut_at_the_time_asked_for() -> None:
    assert windows("24/7", at(SUNDAY, "08:00"), at(SUNDAY, "09:30")) == [(at(SUNDAY, "08:00"), at(SUNDAY, "09:30"))]


def test_closed_all_the_time_is_no_window_but_unknown_is_none() -> None:
    closed = windows("off", at(SUNDAY, "08:00"), at(SUNDAY, "18:00"))
    unknown = windows("unknown", at(SUNDAY, "08:00"), at(SUNDAY, "18:00"))

    assert closed == []
    assert unknown is None


def test_a_window_past_midnight_is_one() -> None:
    found = windows(NIGHT_MARKET, at(FRIDAY, "20:00"), at(FRIDAY, "30:00"))

    assert found == [(at(FRIDAY, "22:00"), at(FRIDAY, "26:00"))]


def test_a_visit_over_closing_time_is_closed() -> None:
    assert state_between(PALACE, at(SUNDAY, "11:45"), at(SUNDAY, "12:15")) == "closed"
    assert state_between(PALACE, at(SUNDAY, "11:30"), at(SUNDAY, "12:00")) == "open"


def test_another_time_zone_is_the_same_moment() -> None:
    utc = datetime.fromisoformat("2026-12-06T02:00:00+00:00")  # nine in Bangkok

    assert state_at(PALACE, utc) == "open"
    assert state_at(PALACE, utc - timedelta(minutes=1)) == "closed"


def test_years_without_a_calendar_of_holidays_are_unknown() -> None:
    assert state_at(OFFICE, datetime(9999, 12, 31, 10, tzinfo=BANGKOK)) == "unknown"
    assert state_at(OFFICE, datetime(1, 1, 2, 10, tzinfo=BANGKOK)) == "unknown"


def test_holidays_have_names_in_both_languages() -> None:
    assert "National Day" in str(holiday_name(SATURDAY.date(), "en"))
    assert "วันชาติ" in str(holiday_name(SATURDAY.date()))
    assert holiday_name(TUESDAY.date()) is None
