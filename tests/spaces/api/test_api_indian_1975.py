"""EPSG:24047 by the Royal Thai Survey's three parameters, wherever a system may be named: 184 m hang on it."""

import pytest
from django.contrib.gis.geos import Point
from django.db import connection

from geo.crs import INDIAN_1975_KNOWN_ANSWER, INDIAN_1975_OPERATION, INDIAN_1975_PROJ, UTM_47N, WGS84
from geo.rest.reference_systems import SYSTEMS

pytestmark = pytest.mark.django_db

INDIAN = "http://www.opengis.net/def/crs/EPSG/0/24047"
UTM = "http://www.opengis.net/def/crs/EPSG/0/32647"
EASTING, NORTHING = INDIAN_1975_KNOWN_ANSWER[0]
ITEMS = "collections/amenities/items"
CENTIMETRES = 0.02  # positions are stored to about one


def square(half_m: float) -> str:
    return f"{EASTING - half_m},{NORTHING - half_m},{EASTING + half_m},{NORTHING + half_m}"


@pytest.fixture
def benchmark_stone(make_space):
    """A space at the point whose coordinates are known in both systems."""
    there = Point(*INDIAN_1975_KNOWN_ANSWER[1], srid=UTM_47N)
    there.transform(WGS84)
    return make_space("amenities", "stone", (there.x, there.y))


@pytest.mark.parametrize("path", [ITEMS, f"{ITEMS}/stone"])
def test_positions_come_out_by_the_pinned_operation_and_say_so(get, benchmark_stone, path):
    response = get(path, crs=INDIAN)
    feature = response.json().get("features", [response.json()])[0]

    assert feature["geometry"]["coordinates"] == pytest.approx([EASTING, NORTHING], abs=CENTIMETRES)
    assert set(feature["geometry"]) == {"type", "coordinates"}  # a `crs` in it would be read by another operation
    assert response["Content-Crs"] == f"<{INDIAN}>"
    assert response["Coordinate-Operation"] == INDIAN_1975_OPERATION
    assert "Coordinate-Operation" not in get(path, crs=UTM)


def test_a_box_is_read_by_the_pinned_operation(get, benchmark_stone):
    # By PROJ's own choice the box would lie 184 m away, and by the numbers of UTM 450 m.
    assert get(ITEMS, bbox=square(5), **{"bbox-crs": INDIAN}).json()["numberMatched"] == 1
    assert get(ITEMS, bbox=square(5), **{"bbox-crs": UTM}).json()["numberMatched"] == 0


def test_a_filter_is_read_by_the_pinned_operation(get, benchmark_stone):
    asked = {"filter": f"S_INTERSECTS(geometry, BBOX({square(5)}))"}

    assert get(ITEMS, **asked, **{"filter-crs": INDIAN}).json()["numberMatched"] == 1
    assert get(ITEMS, **asked, **{"filter-crs": UTM}).json()["numberMatched"] == 0


def test_there_and_back_is_the_same_place(benchmark_stone):
    with connection.cursor() as cursor:
        cursor.execute("SELECT ST_X(p), ST_Y(p) FROM spaces_amenity, geo_indian_1975(geometry) AS p WHERE id = 'stone'")
        shown = cursor.fetchone()

    back = SYSTEMS[INDIAN].to_degrees(Point(*shown))

    assert (back.x, back.y) == pytest.approx(
        (benchmark_stone.geometry.x, benchmark_stone.geometry.y), abs=5e-8
    )  # heights are not known: 2 mm


def test_the_row_that_is_kept_ready_and_the_words_agree(db):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT ST_Distance(ST_SetSRID(geo_indian_1975(p), 0), ST_SetSRID(ST_Transform(p, %s::text), 0))"
            " FROM ST_SetSRID(ST_MakePoint(100.08, 7.617), 4326) AS p",
            [INDIAN_1975_PROJ],
        )
        assert cursor.fetchone()[0] < 0.0001


def test_collections_list_the_system_and_name_the_operation(get):
    everything = get("collections").json()
    one = get("collections/amenities").json()

    for document in (everything, one, everything["collections"][0]):
        assert document["crs"] == list(SYSTEMS)
        assert INDIAN in document["crs"]
        assert document["coordinateOperations"] == {INDIAN: INDIAN_1975_OPERATION}
    assert one["storageCrs"] == "http://www.opengis.net/def/crs/OGC/1.3/CRS84"
    assert INDIAN_1975_OPERATION in get("collections/amenities", f="html").content.decode()
