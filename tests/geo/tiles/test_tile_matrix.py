"""Where the tiles of WebMercatorQuad lie."""

import pytest

from geo.tiles.matrix import BUFFER, EXTENT, MAX_ZOOM, BadTileAddress, NoSuchTile, Tile, definition, tile_at


@pytest.mark.parametrize(
    "address", [("a", "0", "0"), ("1.0", "0", "0"), ("-1", "0", "0"), ("01", "0", "0"), ("", "", "")]
)
def test_an_address_is_three_whole_numbers(address):
    with pytest.raises(BadTileAddress):
        Tile.parse(*address)


@pytest.mark.parametrize("digits", ["๑", "١", "²", "9" * 400])
def test_other_digits_and_endless_numbers_are_no_address(digits):
    with pytest.raises(BadTileAddress):
        Tile.parse("5", digits, "0")


@pytest.mark.parametrize("address", [("23", "0", "0"), ("0", "0", "1"), ("1", "2", "0"), ("22", "4194304", "0")])
def test_a_tile_outside_the_matrix_does_not_exist(address):
    with pytest.raises(NoSuchTile):
        Tile.parse(*address)


def test_the_first_tile_is_the_world():
    box = Tile(0, 0, 0).box()

    assert (box.west, box.east) == (-180, 180)
    assert box.north == pytest.approx(85.0511287798, abs=1e-9)
    assert box.south == pytest.approx(-85.0511287798, abs=1e-9)


def test_phatthalung_lies_in_the_tile_that_other_programs_say():
    # 100.08 E, 7.62 N at zoom 12, by the formula of the OpenStreetMap wiki ("Slippy map tilenames")
    assert tile_at(100.08, 7.62, 12) == Tile(12, row=1961, column=3186)


def test_a_box_reaches_its_buffer_beyond_the_tile():
    tile = Tile(12, 1961, 3186)
    margin_deg = BUFFER / EXTENT * 360 / 2**12

    assert tile.box().west == pytest.approx(3186 * 360 / 2**12 - 180 - margin_deg, abs=1e-9)
    assert tile.box().east == pytest.approx(3187 * 360 / 2**12 - 180 + margin_deg, abs=1e-9)


@pytest.mark.parametrize("zoom", [0, 5, 12, MAX_ZOOM])
def test_a_tile_holds_the_position_it_was_asked_for(zoom):
    box = tile_at(100.08, 7.62, zoom).box()

    assert box.west <= 100.08 <= box.east
    assert box.south <= 7.62 <= box.north


def test_scales_are_those_of_the_standard():
    # 17-083r4, table D.1: zoom 0 and zoom 22
    matrices = definition()["tileMatrices"]

    assert matrices[0]["scaleDenominator"] == pytest.approx(559082264.028717, rel=1e-9)
    assert matrices[0]["cellSize"] == pytest.approx(156543.033928041, rel=1e-9)
    assert matrices[22]["scaleDenominator"] == pytest.approx(133.295599, rel=1e-6)
    assert matrices[22]["matrixWidth"] == 4194304
