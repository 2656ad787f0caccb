import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.geometry import InvalidGeometry, at_entry, round_coordinate

SQUARE = [[0.0, 0.0], [1.0, 0.0], [1.0, 1.0], [0.0, 1.0], [0.0, 0.0]]


def polygon(*rings):
    return {"type": "Polygon", "coordinates": list(rings)}


def test_a_point_enters_rounded_to_seven_decimals():
    stored = at_entry({"type": "Point", "coordinates": [100.123456789, 7.98765432149]}, ["Point"])

    assert stored.coords == (100.1234568, 7.9876543)
    assert stored.srid == 4326


def test_a_single_polygon_enters_a_multipolygon_collection_as_one_of_one():
    assert at_entry(polygon(SQUARE), ["MultiPolygon"]).geom_type == "MultiPolygon"


def test_rings_are_stored_counter_clockwise():
    clockwise = at_entry(polygon(SQUARE[::-1]), ["MultiPolygon"])

    assert clockwise[0][0].is_counterclockwise


@pytest.mark.parametrize(
    ("geometry", "code"),
    [
        (None, "not_geojson"),
        ("POINT(1 1)", "not_geojson"),
        ({"type": "Curve", "coordinates": []}, "wrong_type"),
        ({"type": ["Point"], "coordinates": [1, 1]}, "wrong_type"),
        ({"type": "Point", "coordinates": [1, 1, 1]}, "not_2d"),
        ({"type": "Point", "coordinates": []}, "not_2d"),
        ({"type": "Point", "coordinates": [math.nan, 1]}, "not_a_number"),
        ({"type": "Point", "coordinates": [math.inf, 1]}, "not_a_number"),
        ({"type": "Point", "coordinates": ["1", 1]}, "not_a_number"),
        ({"type": "Point", "coordinates": [True, 1]}, "not_a_number"),
        ({"type": "Point", "coordinates": [10**400, 1]}, "not_a_number"),
        ({"type": "Point", "coordinates": [7.6, 100.1]}, "out_of_range"),
        ({"type": "Point"}, "not_geojson"),
        (polygon(), "empty"),
        (polygon([[0, 0], [1, 0], [0, 0]]), "too_few_points"),
        (polygon([[0, 0], [1, 0], [1, 1], [0, 1]]), "unclosed_ring"),
        (polygon([[0, 0], [1, 1], [1, 0], [0, 1], [0, 0]]), "self_intersection"),
        (polygon(SQUARE, [[5, 5], [6, 5], [6, 6], [5, 6], [5, 5]]), "hole_lies_outside_shell"),
        ({"type": "MultiPolygon", "coordinates": []}, "empty"),
    ],
)
def test_each_fault_has_its_name(geometry, code):
    with pytest.raises(InvalidGeometry) as fault:
        at_entry(geometry, ["Point", "MultiPolygon"])

    assert fault.value.code == code
    assert fault.value.text.th
    assert fault.value.text.en


def test_a_crossing_is_named_with_its_place():
    with pytest.raises(InvalidGeometry) as fault:
        at_entry(polygon([[0, 0], [1, 1], [1, 0], [0, 1], [0, 0]]), ["MultiPolygon"])

    assert fault.value.at == (0.5, 0.5)


@given(st.floats(-180, 180))
def test_rounding_keeps_the_decimal_nearest_to_the_number(value):
    rounded = round_coordinate(value)

    assert abs(rounded - value) <= 0.5e-7 * (1 + 1e-6)
    assert rounded == float(f"{rounded:.7f}")
    assert math.copysign(1, rounded) == 1 or rounded < 0


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4),
    max_leaves=20,
)


@given(st.sampled_from(["Point", "LineString", "Polygon", "MultiPolygon"]), JSON)
def test_whatever_comes_in_is_stored_or_refused_by_name(kind, coordinates):
    try:
        stored = at_entry({"type": kind, "coordinates": coordinates}, ["Point", "LineString", "MultiPolygon"])
    except InvalidGeometry:
        return
    assert stored.valid
    assert not stored.empty
