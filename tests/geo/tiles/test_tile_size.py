"""No tile is larger than the cap, and what was left out is said."""

import math

import pytest
from django.contrib.gis.geos import MultiPolygon, Polygon
from django.db import transaction

from geo.history import write_under
from geo.tiles import encoding, statement
from geo.tiles.encoding import MAX_BYTES
from geo.tiles.matrix import tile_at
from spaces.models import Changeset, UrbanDesignZone
from tests.geo.tiles.conftest import features

ZONES = 5000
CENTRE = (100.075, 7.6)


def _zone(number: int, side: float) -> MultiPolygon:
    west, south = 100.0 + (number % 100) * 0.0015, 7.55 + (number // 100) * 0.002
    east, north = west + side, south + side
    ring = [(west, south), (east, south), (east, north), (west, north), (west, south)]
    return MultiPolygon(Polygon(ring), srid=4326)


@pytest.fixture
def many_zones(look_ups):
    """5 000 zones with Thai names of their own; every tenth is larger than the others."""
    with transaction.atomic():
        changeset = Changeset.objects.create(comment="many zones")
        write_under(changeset.pk)
        UrbanDesignZone.objects.bulk_create(
            UrbanDesignZone(
                id=f"zone-{number}",
                name_th=f"ย่านการเรียนรู้สำหรับทดสอบหมายเลข {number}",
                name_en=f"Learning quarter number {number}",
                subkind="learning-street",
                geometry=_zone(number, 0.0012 if number % 10 == 0 else 0.0006),
                accuracy_m=5,
                status="published",
                changeset=changeset,
            )
            for number in range(ZONES)
        )


def test_a_full_tile_drops_what_matters_least_and_says_so(make_tile, many_zones):
    found = make_tile("urban-design-zones", tile_at(*CENTRE, 9))

    assert 0.9 * MAX_BYTES < len(found.data) <= MAX_BYTES
    assert found.matched == ZONES
    assert found.returned == len(features(found)) < ZONES
    large = {f"zone-{number}" for number in range(0, ZONES, 10)}
    assert large <= set(features(found))


def test_what_is_left_out_is_missed_evenly(make_tile, many_zones):
    """No cell of the tile loses a zone while another, just as full, keeps more than one beyond it."""
    kept = features(make_tile("urban-design-zones", tile_at(*CENTRE, 9)))

    side = 360 / 2**9 / 64
    cells: dict[tuple[int, int], list[bool]] = {}
    for zone in UrbanDesignZone.objects.all():
        west, south, _, _ = zone.geometry.extent
        cells.setdefault((math.floor(west / side), math.floor(south / side)), []).append(zone.id in kept)
    most = max(map(sum, cells.values()))
    assert all(sum(cell) >= min(len(cell), most - 1) for cell in cells.values())


def test_zooming_in_shows_them_all(make_tile, many_zones):
    tile = tile_at(*CENTRE, 12)
    found = make_tile("urban-design-zones", tile)

    inside = UrbanDesignZone.objects.filter(geometry__intersects=_area(tile)).count()
    assert found.returned == found.matched == inside > 100


def _area(tile):
    box = tile.box()
    area = Polygon.from_bbox((box.west, box.south, box.east, box.north))
    area.srid = 4326
    return area


def test_more_rows_than_can_be_looked_at_are_thinned_too(make_tile, make_space, monkeypatch):
    """The same with few rows and small limits: of points at one spot, the surest stays."""
    for number in range(12):
        make_space("wisdom-places", f"place-{number}", (100.08, 7.6), accuracy_m=1000 - number)
    make_space("wisdom-places", "alone", (100.2, 7.65), accuracy_m=5000)
    for module in (encoding, statement):
        monkeypatch.setattr(module, "MAX_FEATURES", 10)
    monkeypatch.setattr(encoding, "MAX_BYTES", 500)

    found = make_tile("wisdom-places", tile_at(100.08, 7.6, 9))

    assert found.matched == 13
    assert {"place-11", "alone"} <= set(features(found))
    assert "place-0" not in features(found)
    assert len(found.data) <= 500


def test_a_feature_that_no_tile_can_hold_leaves_an_empty_tile(make_tile, library, monkeypatch):
    monkeypatch.setattr(encoding, "MAX_BYTES", 20)

    found = make_tile("wisdom-places", tile_at(100.081, 7.617, 12))

    assert (found.data, found.returned, found.matched) == (b"", 0, 1)
