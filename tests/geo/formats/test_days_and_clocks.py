"""Days and clocks of a file as its readers write them."""

from dataclasses import replace
from datetime import timedelta

from geo.formats import html
from geo.formats.journey import clock, day_of


def test_the_thai_day_counts_in_the_buddhist_era(journey):
    assert day_of(replace(journey, language="th")) == "20 มกราคม 2570"
    assert day_of(journey) == "20 January 2027"


def test_clocks_are_rounded_up_to_the_minute(journey):
    assert clock(journey.depart) == "09:00"
    assert clock(journey.depart + timedelta(seconds=1)) == "09:01"
    assert clock(journey.depart.replace(hour=23, minute=59, second=30)) == "00:00"


def test_the_one_file_map_names_its_day(journey):
    late = replace(journey, language="th", arrive=journey.arrive + timedelta(seconds=5))

    assert "20 มกราคม 2570 09:00–11:01" in html.write([late], {"features": []}).decode()
