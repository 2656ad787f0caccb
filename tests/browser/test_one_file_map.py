"""The one-file map in a real browser: it draws, and it asks nobody for anything."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page

from geo.formats import html
from geo.formats.journey import Journey, Leg, Stop, Words

pytestmark = pytest.mark.browser

NINE = datetime.fromisoformat("2027-01-20T09:00:00+07:00")
NASTY = "<img src=x onerror=alert(1)> `${alert(1)}` </script> วัดวัง"


def journey() -> Journey:
    start, there = (100.08, 7.62), (100.081, 7.618)
    words = Words("Stop", "Within", "Hours", "open", "unknown", "estimated", "Walk", "Cycle", "Ride", "Start", "End")
    stop = Stop(1, "wat-wang", NASTY, there, 400, NINE, NINE + timedelta(minutes=20), why=NASTY)
    ways = (("start", "wat-wang", start, there), ("wat-wang", "end", there, start))
    legs = tuple(Leg(a, b, "walk", (here, next_), 410, 0, 1700, 373, True) for a, b, here, next_ in ways)
    return Journey("abc", "Route", "en", NINE, NINE, "Estimated", words, start, start, "Gate", "Gate", (stop,), legs)


def test_it_draws_the_stop_and_asks_nobody(page: Page, tmp_path: Path) -> None:
    file = tmp_path / "route.html"
    file.write_bytes(html.write([journey()]))
    asked: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("dialog", lambda dialog: complaints.append(dialog.message))

    page.goto(file.as_uri())
    page.locator(".number").click()

    assert page.locator(".told strong").inner_text() == f"1. {NASTY}"
    assert page.locator("path.leg").count() == 2
    assert asked == [file.as_uri()]
    assert complaints == []
