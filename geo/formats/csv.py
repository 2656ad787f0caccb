"""Journeys as a table: a row for each stop, one for the way to the end. UTF-8 with BOM, so that Excel reads Thai."""

import csv
import io
from collections.abc import Iterator, Sequence

from geo.formats.journey import Journey, Leg, Stop

MEDIA_TYPE = "text/csv; charset=utf-8"
BOM = "\ufeff"
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
COLUMNS = (
    "itinerary",
    "n",
    "space",
    "name",
    "arrive",
    "leave",
    "hours",
    "lon",
    "lat",
    "accuracy_m",
    "way_mode",
    "way_metres",
    "way_metres_low",
    "way_metres_high",
    "way_seconds",
    "way_source",
    "activity",
    "why",
    "notice",
    "attribution",
)
Cell = str | int | float


def write(journeys: Sequence[Journey]) -> bytes:
    """One table of all journeys."""
    table = io.StringIO()
    writer = csv.writer(table)
    writer.writerow(COLUMNS)
    for journey in journeys:
        writer.writerows([neutral(cell) for cell in row] for row in rows(journey))
    return (BOM + table.getvalue()).encode()


def neutral(cell: Cell) -> Cell:
    """No spreadsheet may take a text for a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA_STARTS) else cell


def rows(journey: Journey) -> Iterator[list[Cell]]:
    """Each stop with the way that leads there; last the way to the end."""
    for leg, stop in zip(journey.legs, journey.stops, strict=False):
        yield [journey.id, *stop_cells(stop), *leg_cells(leg), stop.activity, stop.why, *said(journey)]
    if len(journey.legs) > len(journey.stops):
        lon, lat = journey.end
        arrive = journey.arrive.isoformat()
        end: list[Cell] = ["", "end", journey.end_name, arrive, "", "", lon, lat, ""]
        yield [journey.id, *end, *leg_cells(journey.legs[-1]), "", "", *said(journey)]


def said(journey: Journey) -> tuple[str, str]:
    """How far the journey can be trusted, and whose streets it follows."""
    return journey.notice, journey.attribution


def stop_cells(stop: Stop) -> list[Cell]:
    lon, lat = stop.lonlat
    times = (stop.arrive.isoformat(), stop.leave.isoformat())
    return [stop.n, stop.id, stop.name, *times, stop.hours, lon, lat, stop.accuracy_m]


def leg_cells(leg: Leg) -> list[Cell]:
    source = "estimate" if leg.estimated else "streets"
    return [leg.mode, leg.metres, leg.metres_low, leg.metres_high, leg.seconds, source]
