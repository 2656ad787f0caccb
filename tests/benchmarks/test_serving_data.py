"""Generated spaces are the same at every size, valid, and Thai."""

import pytest
from django.contrib.gis.geos import GEOSGeometry

from benchmarks.serving.data import IN_TOWN, POINTS, TOWN_TILE, ZONES, rows


@pytest.fixture(params=[POINTS, ZONES])
def collection(request):
    return request.param


def test_a_row_does_not_depend_on_how_many_there_are(collection):
    assert list(rows(collection, 5)) == list(rows(collection, 20))[:5]


def test_the_first_rows_lie_in_one_tile_and_the_others_outside_of_it(collection):
    tile = TOWN_TILE.box().to_geos()
    inside = [tile.contains(GEOSGeometry(row["geometry"])) for row in rows(collection, IN_TOWN + 50)]

    assert inside == [True] * IN_TOWN + [False] * 50


def test_every_zone_is_valid_and_runs_counter_clockwise():
    zones = [GEOSGeometry(row["geometry"]) for row in rows(ZONES, 100)]

    assert all(zone.valid and zone[0][0].is_counterclockwise for zone in zones)


def test_ids_differ_and_names_are_thai(collection):
    made = list(rows(collection, 100))

    assert len({row["id"] for row in made}) == len({row["uid"] for row in made}) == 100
    assert all("ก" <= row["name_th"][0] <= "๙" for row in made)
