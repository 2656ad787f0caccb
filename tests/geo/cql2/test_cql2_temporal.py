"""Temporal operators on days, moments and intervals, with bounds that are missing."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest
from django.contrib.gis.geos import GEOSGeometry

from geo.cql2.errors import InvalidFilter
from geo.cql2.queryables import queryables_of
from geo.cql2.translating import condition
from spaces.models import StreetArtWall, UrbanDesignZone
from tests.conftest import MakeSpace
from tests.geo.cql2.conftest import Found

EVERYTHING = {"dragon", "shadow-play", "train", "fish", "boat"}


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("T_AFTER(last_seen, DATE('2026-12-31'))", {"shadow-play", "fish"}),
        ("T_AFTER(last_seen, DATE('2027-01-01'))", {"fish"}),
        ("T_BEFORE(last_seen, DATE('2027-01-01'))", {"dragon"}),
        ("NOT T_BEFORE(last_seen, DATE('2027-01-01'))", {"shadow-play", "fish"}),
        ("T_EQUALS(last_seen, DATE('2027-01-20'))", {"fish"}),
        ("T_DISJOINT(last_seen, DATE('2027-01-20'))", {"dragon", "shadow-play"}),
        ("T_INTERSECTS(last_seen, INTERVAL('2027-01-01','2027-01-20'))", {"shadow-play", "fish"}),
        ("T_DURING(last_seen, INTERVAL('2027-01-01','2027-01-21'))", {"fish"}),
        ("T_DURING(last_seen, INTERVAL('2026-12-31','..'))", {"shadow-play", "fish"}),
        ("T_DURING(last_seen, INTERVAL('..','2027-01-01'))", {"dragon"}),
        ("T_INTERSECTS(last_seen, INTERVAL('..','..'))", {"dragon", "shadow-play", "fish"}),
        ("T_STARTS(last_seen, INTERVAL('2027-01-01','2027-02-01'))", {"shadow-play"}),
        ("T_FINISHES(last_seen, INTERVAL('2027-01-01','2027-01-20'))", {"fish"}),
        ("T_AFTER(DATE('2027-01-01'), last_seen)", {"dragon"}),
        ("T_AFTER(updated_at, TIMESTAMP('2001-01-01T00:00:00.123456789Z'))", EVERYTHING),
        ("T_BEFORE(updated_at, TIMESTAMP('2001-01-01T00:00:00+07:00'))", set()),
        ("T_DURING(updated_at, INTERVAL('2001-01-01T00:00:00Z','..'))", EVERYTHING),
        ("T_AFTER(updated_at, DATE('2001-01-01'))", EVERYTHING),
        ("T_DURING(updated_at, INTERVAL('2001-01-01','..'))", EVERYTHING),
        ("T_AFTER(updated_at, last_seen) OR T_BEFORE(updated_at, last_seen)", {"dragon", "shadow-play", "fish"}),
        ("T_BEFORE(INTERVAL('0001-01-01','..'), updated_at)", set()),
        ("T_AFTER(last_seen, DATE('9999-12-31'))", set()),
        ("T_BEFORE(updated_at, DATE('9999-12-31'))", EVERYTHING),
        ("T_AFTER(updated_at, DATE('0001-01-01'))", EVERYTHING),
    ],
)
def test_temporal_filters(found: Found, text: str, ids: set[str]):
    assert found(text) == ids


# Each way in which two intervals can lie, and the operators that name it (Allen 1983). a is the zone's, b is 10–20 May.
ALLEN = {
    (1, 5): {"BEFORE", "DISJOINT"},
    (5, 10): {"MEETS", "INTERSECTS"},
    (5, 15): {"OVERLAPS", "INTERSECTS"},
    (10, 15): {"STARTS", "INTERSECTS"},
    (12, 18): {"DURING", "INTERSECTS"},
    (15, 20): {"FINISHES", "INTERSECTS"},
    (10, 20): {"EQUALS", "INTERSECTS"},
    (5, 20): {"FINISHEDBY", "INTERSECTS"},
    (5, 25): {"CONTAINS", "INTERSECTS"},
    (10, 25): {"STARTEDBY", "INTERSECTS"},
    (15, 25): {"OVERLAPPEDBY", "INTERSECTS"},
    (20, 25): {"METBY", "INTERSECTS"},
    (22, 25): {"AFTER", "DISJOINT"},
}
NAMES = sorted(set().union(*ALLEN.values()))
SQUARE = GEOSGeometry("MULTIPOLYGON(((100 7.6,100.1 7.6,100.1 7.7,100 7.7,100 7.6)))", srid=4326)


def test_the_fifteen_operators_tell_allens_relations_apart(make_space: MakeSpace):
    for first, last in ALLEN:
        days = {"in_force_from": date(2027, 5, first), "in_force_to": date(2027, 5, last)}
        make_space("urban-design-zones", f"z-{first}-{last}", geometry=SQUARE, **days)
    make_space("urban-design-zones", "z-open", geometry=SQUARE, in_force_from=date(2027, 5, 1))
    names = queryables_of(UrbanDesignZone, {"since": "in_force_from", "until": "in_force_to"})

    for name in NAMES:
        asked = condition(f"T_{name}(INTERVAL(since, until), INTERVAL('2027-05-10','2027-05-20'))", names)
        ids = set(UrbanDesignZone.objects.filter(asked).values_list("id", flat=True))
        assert ids == {f"z-{first}-{last}" for (first, last), found in ALLEN.items() if name in found}, name
    assert len(NAMES) == 15


def test_a_day_is_the_day_of_the_service(found: Found):
    (moment,) = set(StreetArtWall.objects.values_list("updated_at", flat=True))
    here = moment.astimezone(ZoneInfo("Asia/Bangkok")).date()

    assert found(f"T_INTERSECTS(updated_at, DATE('{here}'))") == EVERYTHING
    assert found(f"T_DURING(updated_at, DATE('{here}'))") == EVERYTHING
    assert found(f"T_DISJOINT(updated_at, DATE('{here}'))") == set()


@pytest.mark.parametrize(
    "time",
    [
        "DATE('2027-13-01')",
        "DATE('2027-02-29')",
        "DATE('27-01-01')",
        "DATE('2027-01-01T00:00:00Z')",
        "DATE('๒๐๒๗-01-01')",
        "DATE('0000-01-01')",
        "DATE(year)",
        "TIMESTAMP('2027-13-01T00:00:00Z')",
        "TIMESTAMP('2027-01-01T24:00:01Z')",
        "TIMESTAMP('2027-01-01T00:00:60Z')",
        "TIMESTAMP('2027-01-01')",
        "TIMESTAMP('0001-01-01T00:00:00+07:00')",
        "TIMESTAMP('now')",
        "INTERVAL('2027-01-02','2027-01-01')",
        "INTERVAL('2027-13-01','..')",
        "INTERVAL('now','..')",
        "INTERVAL('','..')",
        "INTERVAL(year,'..')",
        "INTERVAL(now(),'..')",
        "'2027-01-01'",
        "2027",
        "year",
        "geometry",
        "now()",
    ],
)
def test_what_is_no_time_is_refused(found: Found, time: str):
    with pytest.raises(InvalidFilter):
        found(f"T_AFTER(last_seen, {time})")
