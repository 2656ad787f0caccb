import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.bbox import BBox, InvalidBBox


def test_bbox_over_the_antimeridian_becomes_two_boxes():
    fiji = BBox.parse("176,-20,-178,-15")

    assert fiji.split() == [BBox(176, -20, 180, -15), BBox(-180, -20, -178, -15)]
    assert fiji.to_geos().geom_type == "MultiPolygon"


def test_heights_in_a_six_number_bbox_are_left_out():
    assert BBox.parse("100,7,0,101,8,50") == BBox(100, 7, 101, 8)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1,2,3",
        "1,2,3,4,5",
        "a,b,c,d",
        "nan,0,1,1",
        "inf,0,1,1",
        "100,8,101,7",
        "181,0,182,1",
        "0,-91,1,0",
        "1,,3,4",
        "1e999,0,1,1",
    ],
)
def test_what_is_no_box_on_the_globe_is_refused(text):
    with pytest.raises(InvalidBBox):
        BBox.parse(text)


@given(st.text(max_size=40))
def test_any_text_is_a_box_or_refused(text):
    try:
        box = BBox.parse(text)
    except InvalidBBox:
        return
    assert -180 <= box.west <= 180
    assert -90 <= box.south <= box.north <= 90
