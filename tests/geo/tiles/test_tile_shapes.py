"""What a tile shows: every feature that lies in it, where it is stored, at every zoom."""

import math

import pytest
from django.contrib.gis.geos import LineString, MultiPolygon, Polygon

from geo.tiles.matrix import BUFFER, EXTENT, HALF_WORLD_M, Tile, tile_at
from tests.geo.tiles.conftest import features

ZOOMS = (0, 3, 7, 10, 12, 14, 17, 20, 22)
LIBRARY = (100.081, 7.617)


def in_units(lon: float, lat: float, tile: Tile) -> tuple[float, float]:
    """A position in the units of the tile, by the textbook formula of the Mercator projection."""
    west, _, _, north = tile.bounds_m()
    x = math.radians(lon) * HALF_WORLD_M / math.pi
    y = math.log(math.tan(math.pi / 4 + math.radians(lat) / 2)) * HALF_WORLD_M / math.pi
    return (x - west) / tile.unit_m, (north - y) / tile.unit_m


def square(west: float, south: float, side: float) -> MultiPolygon:
    return MultiPolygon(Polygon(counter_clockwise(west, south, side)), srid=4326)


def counter_clockwise(west: float, south: float, side: float) -> list[tuple[float, float]]:
    east, north = west + side, south + side
    return [(west, south), (east, south), (east, north), (west, north), (west, south)]


@pytest.mark.parametrize("zoom", ZOOMS)
def test_a_point_stands_where_it_is_stored(make_tile, library, zoom):
    tile = tile_at(*LIBRARY, zoom)

    found = features(make_tile("wisdom-places", tile))

    assert found["library"]["geometry"]["type"] == "Point"
    assert found["library"]["geometry"]["coordinates"] == pytest.approx(in_units(*LIBRARY, tile), abs=1.0)


@pytest.mark.parametrize("zoom", ZOOMS)
def test_every_space_is_in_its_tile_of_every_zoom(make_tile, small_town, zoom):
    for space in small_town.values():
        shown = space.id in features(make_tile("learning-spaces", tile_at(*space.geometry.coords, zoom)))
        assert shown == (space.status == "published"), space.id


def test_a_space_is_in_no_tile_far_from_it(make_tile, library):
    tile = tile_at(*LIBRARY, 14)

    for far in (Tile(14, tile.row + 2, tile.column), Tile(14, tile.row, tile.column - 2)):
        assert make_tile("wisdom-places", far).data == b""


def test_a_space_on_the_edge_is_whole_in_both_tiles(make_tile, make_space):
    tile = tile_at(*LIBRARY, 14)
    edge = (tile.column + 1) * 360 / 2**14 - 180
    make_space("wisdom-places", "on-the-edge", (round(edge, 7), LIBRARY[1]))

    left = features(make_tile("wisdom-places", tile))["on-the-edge"]
    right = features(make_tile("wisdom-places", Tile(14, tile.row, tile.column + 1)))["on-the-edge"]

    assert left["geometry"]["coordinates"][0] == pytest.approx(EXTENT, abs=1)
    assert right["geometry"]["coordinates"][0] == pytest.approx(0, abs=1)


@pytest.mark.parametrize("zoom", [12, 14, 16, 18])
def test_an_area_keeps_its_corners(make_tile, make_space, zoom):
    make_space("urban-design-zones", "zone", geometry=square(100.080, 7.617, 0.0004))
    tile = tile_at(100.0802, 7.6172, zoom)

    (ring,) = features(make_tile("urban-design-zones", tile))["zone"]["geometry"]["coordinates"]

    wanted = [in_units(100.080 + dx, 7.617 + dy, tile) for dx in (0, 0.0004) for dy in (0, 0.0004)]
    cut = [tuple(min(max(part, -BUFFER), EXTENT + BUFFER) for part in corner) for corner in wanted]
    for corner in cut:
        assert min(math.dist(corner, place) for place in ring) <= 1.5, "tile units"


@pytest.mark.parametrize("zoom", range(0, 23, 2))
def test_an_area_too_small_to_draw_is_a_point(make_tile, make_space, zoom):
    make_space("urban-design-zones", "zone", geometry=square(100.080, 7.617, 0.0004))  # about 44 m wide
    tile = tile_at(100.0802, 7.6172, zoom)

    found = features(make_tile("urban-design-zones", tile))["zone"]["geometry"]

    assert found["type"] == ("Point" if zoom <= 8 else "Polygon")
    if zoom <= 8:
        assert found["coordinates"] == pytest.approx(in_units(100.0802, 7.6172, tile), abs=1.0)


def test_a_tile_beside_an_area_shows_nothing_of_it(make_tile, make_space):
    """The box of an L touches the tile in its corner, the L does not: nothing may stand there."""
    tile = tile_at(*LIBRARY, 12)
    box = tile.box()
    west, south, east, north = box.west + 0.05, box.south - 0.01, box.east + 0.01, box.north
    thick = 0.005
    outside = [(west, south - thick), (east + thick, south - thick), (east + thick, north)]
    inside = [(east, north), (east, south), (west, south), (west, south - thick)]
    corner = Polygon([*outside, *inside])
    make_space("urban-design-zones", "beside", geometry=MultiPolygon(corner, srid=4326))

    assert make_tile("urban-design-zones", tile).data == b""


def test_a_wall_is_a_line(make_tile, make_space):
    line = LineString((100.08, 7.617), (100.0805, 7.6172), (100.081, 7.617), srid=4326)
    make_space("street-art-walls", "long-wall", geometry=line)
    tile = tile_at(100.0805, 7.617, 16)

    found = features(make_tile("street-art-walls", tile))["long-wall"]["geometry"]

    assert found["type"] == "LineString"
    expected = [pytest.approx(in_units(*place, tile), abs=1.0) for place in line.coords]
    assert [tuple(place) for place in found["coordinates"]] == expected


def test_low_zooms_simplify(make_tile, make_space):
    turns = [math.tau * number / 256 for number in (*range(256), 0)]
    circle = Polygon([(100.08 + 0.002 * math.cos(turn), 7.617 + 0.002 * math.sin(turn)) for turn in turns])
    make_space("urban-design-zones", "round", geometry=MultiPolygon(circle, srid=4326))

    def corners(zoom: int) -> int:
        shape = features(make_tile("urban-design-zones", tile_at(100.08, 7.617, zoom)))["round"]["geometry"]
        return sum(map(len, shape["coordinates"]))

    assert corners(8) < 15 < corners(12) < 120 < corners(14)


def test_low_zooms_carry_few_properties(make_tile, library):
    low = features(make_tile("wisdom-places", tile_at(*LIBRARY, 11)))["library"]["properties"]
    high = features(make_tile("wisdom-places", tile_at(*LIBRARY, 12)))["library"]["properties"]

    assert set(low) == {"id", "name_th", "name_en", "subkind", "status", "accuracy_m"}
    assert set(low) < set(high)
    assert high["name_th"] == "ห้องสมุดประชาชน"
    assert (high["themes"], high["age_groups"], high["verified"]) == ("crafts", "primary,older", False)
