"""A row that no writer could have stored, put in by hand with its laws dropped, must not take others down."""

import csv
import io
import json

import pytest

from geo.bbox import BBox
from tests.geo.tiles.test_tile_bad_rows import BAD, lawless  # noqa: F401 - a fixture

UTM = "http://www.opengis.net/def/crs/EPSG/0/32647"


def no_constants(text):
    raise AssertionError(f"{text} is no JSON.")


def ids(body):
    return [feature["id"] for feature in json.loads(body, parse_constant=no_constants)["features"]]


@pytest.fixture
def with_a_bad_row(make_space, lawless):  # noqa: F811
    def put(geometry):
        make_space("heritage-sites", "bad", (100.082, 7.617))
        make_space("heritage-sites", "good", (100.081, 7.617))
        lawless("heritage-sites", "bad", geometry)

    return put


@pytest.mark.parametrize("geometry", BAD.values(), ids=BAD.keys())
def test_pages_and_files_show_the_good_rows_beside_a_bad_one(get, with_a_bad_row, geometry):
    with_a_bad_row(geometry)

    for crs in ({}, {"crs": UTM}):
        for path in ("heritage-sites", "learning-spaces"):
            assert ids(get(f"collections/{path}/items", **crs).content) == ["bad", "good"]
            assert ids(get(f"collections/{path}/export", **crs).getvalue()) == ["bad", "good"]
        table = get("collections/heritage-sites/export", f="csv", **crs).getvalue().decode("utf-8-sig")
        assert [row["id"] for row in csv.DictReader(io.StringIO(table))] == ["bad", "good"]
    assert get("collections/heritage-sites/items/bad").status_code == 200


def test_a_point_that_is_no_place_does_not_disturb_a_table_of_points(get, make_space, lawless):  # noqa: F811
    for number, geometry in enumerate(["ST_MakePoint('NaN', 7.6)", "ST_MakePoint(100, 95)", "'POINT EMPTY'::geometry"]):
        make_space("wisdom-places", f"bad-{number}")
        lawless("wisdom-places", f"bad-{number}", f"ST_SetSRID({geometry}, 4326)")
    body = get("collections/wisdom-places/items").content

    assert ids(body) == ["bad-0", "bad-1", "bad-2"]
    assert [feature["geometry"] for feature in json.loads(body)["features"]] == [None] * 3
    assert ids(get("collections/wisdom-places/export").getvalue()) == ids(body)


QUESTIONS = {
    "a box": {"bbox": "99,6,101,8.5"},
    "a box in metres": {"bbox": "600000,830000,640000,870000", "bbox-crs": UTM},
    "a box over the antimeridian": {"bbox": "90,-10,-170,10"},
    "intersects": {"filter": "S_INTERSECTS(geometry, BBOX(99,6,101,8.5))"},
    "within": {"filter": "S_WITHIN(geometry, POLYGON((99 6,101 6,101 8,99 8,99 6)))"},
    "not disjoint": {"filter": "NOT S_DISJOINT(geometry, BBOX(99,6,101,8.5))"},
}


@pytest.mark.parametrize("geometry", BAD.values(), ids=BAD.keys())
def test_a_bad_row_fails_no_question_about_space(get, with_a_bad_row, geometry):
    with_a_bad_row(geometry)

    for asked in QUESTIONS.values():
        for path in ("heritage-sites", "learning-spaces"):
            assert "good" in ids(get(f"collections/{path}/items", **asked).content), asked


@pytest.mark.parametrize("crs", ["OGC/1.3/CRS84", "EPSG/0/4326", "EPSG/0/3857", "EPSG/0/24047"])
@pytest.mark.parametrize("geometry", BAD.values(), ids=BAD.keys())
def test_a_bad_row_is_shown_in_every_system(get, with_a_bad_row, geometry, crs):
    with_a_bad_row(geometry)
    found = get("collections/heritage-sites/items", crs=f"http://www.opengis.net/def/crs/{crs}")

    assert ids(found.content) == ["bad", "good"]


@pytest.mark.parametrize("geometry", BAD.values(), ids=BAD.keys())
def test_a_bad_row_fails_no_page_that_tells_of_the_whole(get, with_a_bad_row, geometry):
    with_a_bad_row(geometry)

    for path in ("", "/heritage-sites", "/heritage-sites/tiles/WebMercatorQuad", "/heritage-sites/items"):
        answer = get(f"collections{path}", f="json")
        assert answer.status_code == 200
        told = json.loads(answer.content, parse_constant=no_constants)
        if path == "/heritage-sites":
            assert BBox(*told["extent"]["spatial"]["bbox"][0]).contains(BBox(100.081, 7.617, 100.081, 7.617))
        assert get(f"collections{path}", f="html").status_code == 200
    assert get("collections/heritage-sites/items/bad", f="html").status_code == 200
