import json

import pytest
from django.contrib.gis.geos import GEOSGeometry, LineString, MultiPolygon, Point, Polygon
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.differences import attribute_diff, geometry_diff, three_way


def zone(west, south, east, north):
    return MultiPolygon(Polygon.from_bbox((west, south, east, north)), srid=4326)


def part(found, name):
    return next((each for each in found.as_geojson()["features"] if each["id"] == name), None)


def test_what_was_added_and_removed_comes_apart_with_its_area():
    found = geometry_diff(zone(100.08, 7.61, 100.09, 7.62), zone(100.085, 7.61, 100.095, 7.62))

    added, removed = part(found, "added"), part(found, "removed")
    assert GEOSGeometry(json.dumps(added["geometry"])).extent == (100.09, 7.61, 100.095, 7.62)
    assert GEOSGeometry(json.dumps(removed["geometry"])).extent == (100.08, 7.61, 100.085, 7.62)
    assert added["properties"]["area_m2"] == pytest.approx(551.5 * 1105.7, rel=0.01)  # metres at 7.6 degrees north


def test_the_same_geometry_adds_and_removes_nothing():
    same = zone(100.08, 7.61, 100.09, 7.62)

    found = geometry_diff(same, same.clone())

    assert [each["id"] for each in found.as_geojson()["features"]] == ["before", "after"]
    assert found.moved_m == 0


def test_a_new_feature_is_added_as_a_whole_and_a_gone_one_removed():
    square = zone(100.08, 7.61, 100.09, 7.62)

    assert [each["id"] for each in geometry_diff(None, square).as_geojson()["features"]] == ["after", "added"]
    assert [each["id"] for each in geometry_diff(square, None).as_geojson()["features"]] == ["before", "removed"]


def test_a_point_says_how_far_it_moved():
    found = geometry_diff(Point(100.08, 7.62, srid=4326), Point(100.08, 7.621, srid=4326))

    assert found.moved_m == pytest.approx(110.57, abs=0.1)


def test_a_line_that_grew_says_by_how_much():
    short, long = (LineString((100.08, 7.62), (end, 7.62), srid=4326) for end in (100.081, 100.083))

    assert part(geometry_diff(short, long), "added")["properties"]["length_m"] == pytest.approx(220.6, abs=0.5)


def test_where_utm_47n_cannot_measure_there_is_no_number():
    found = geometry_diff(None, Point(-80.0, 10.0, srid=4326)).as_geojson()

    assert json.dumps(found, allow_nan=False)


tenths = st.integers(0, 100).map(lambda number: 100 + number / 10**4)
boxes = st.tuples(tenths, tenths, tenths, tenths).filter(lambda box: box[0] != box[2] and box[1] != box[3])


@given(boxes, boxes)
@settings(max_examples=60, deadline=None)
def test_before_without_removed_and_with_added_is_after(old, new):
    def upright(box):
        return zone(min(box[0], box[2]), min(box[1], box[3]) - 93, max(box[0], box[2]), max(box[1], box[3]) - 93)

    found = geometry_diff(upright(old), upright(new))
    areas = {each["id"]: each["properties"]["area_m2"] for each in found.as_geojson()["features"]}

    # A side that is straight in degrees bends by 3 mm in a kilometre of UTM: a corner set into it takes a few m².
    balance = areas["before"] - areas.get("removed", 0) + areas.get("added", 0)
    assert balance == pytest.approx(areas["after"], abs=10)


def test_attributes_are_told_before_and_after():
    before = {"name_en": "Wall", "themes": ["murals"], "year": 2019, "geometry": Point(1, 1, srid=4326)}
    after = {"name_en": "Wall", "themes": ["murals", "crafts"], "artist": "Som", "geometry": Point(1, 1, srid=4326)}

    assert attribute_diff(before, after) == {
        "themes": {"before": ["murals"], "after": ["murals", "crafts"]},
        "year": {"before": 2019, "after": None},
        "artist": {"before": None, "after": "Som"},
    }


def test_edits_of_different_values_fit_together():
    merge = three_way({"a": 1, "b": 1}, {"a": 2, "b": 1}, {"a": 1, "b": 5})

    assert (merge.values, merge.conflicts) == ({"a": 2}, ())


def test_edits_of_one_value_conflict_unless_they_agree():
    base = {"a": 1, "b": 1}

    merge = three_way(base, {"a": 2, "b": 3}, {"a": 9, "b": 3})

    assert (merge.values, merge.conflicts) == ({}, ("a",))
