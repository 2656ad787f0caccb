"""Every parameter of `/items`, on the small town."""

import json

import pytest
from django.contrib.gis.geos import GEOSGeometry, MultiPolygon, Point, Polygon

pytestmark = pytest.mark.django_db

EPSG = "http://www.opengis.net/def/crs/EPSG/0/"


def items(get, collection="learning-spaces", **query):
    return get(f"collections/{collection}/items", **query)


def test_a_page_is_a_feature_collection_with_its_numbers_and_links(get, small_town):
    found = items(get, limit=4).json()

    assert found["type"] == "FeatureCollection"
    assert (found["numberMatched"], found["numberReturned"], len(found["features"])) == (6, 4, 4)
    assert found["timeStamp"].endswith("Z")
    assert [link["rel"] for link in found["links"]] == ["self", "alternate", "next", "collection"]
    assert found["links"][0]["type"] == "application/geo+json"


def test_a_page_costs_one_statement(get, small_town, django_assert_num_queries):
    with django_assert_num_queries(1):
        items(get, bbox="100,7,101,8", theme="crafts", q="วัด", sortby="-name_th", limit=2)


def test_an_item_costs_one_statement(get, small_town, django_assert_num_queries):
    with django_assert_num_queries(1):
        get("collections/learning-spaces/items/palace")


def test_a_feature_is_geojson_of_rfc_7946(get, small_town):
    feature = get("collections/wisdom-places/items/library").json()

    assert feature["type"] == "Feature"
    assert feature["id"] == "library"
    assert feature["geometry"] == {"type": "Point", "coordinates": [100.081, 7.617]}
    assert feature["properties"]["name_th"] == "ห้องสมุดประชาชน"
    assert feature["properties"]["visit_minutes"] == {}
    assert feature["properties"]["capacity"] is None
    assert feature["properties"]["version"] == 1
    assert feature["properties"]["updated_at"].endswith("Z")
    assert not {"id", "geometry", "search_text", "crs"} & set(feature["properties"])
    assert {link["rel"] for link in feature["links"]} == {"self", "alternate", "collection", "version-history"}


def test_all_seven_decimals_are_kept(get, make_space):
    make_space("amenities", "tap", (100.1234567, 7.7654321))

    assert get("collections/amenities/items/tap").json()["geometry"]["coordinates"] == [100.1234567, 7.7654321]


def test_bbox_keeps_what_it_touches(ids, small_town):
    assert ids(bbox="100.0825,7.6185,100.09,7.63") == ["old-temple", "station-wall"]
    assert ids(bbox="100.0825,7.6185,-10,100.09,7.63,500") == ["old-temple", "station-wall"]
    assert ids(bbox="100.085,7.62,100.085,7.62") == ["station-wall"]
    assert ids(bbox="0,0,1,1") == []


def test_bbox_over_the_antimeridian_finds_both_sides(ids, make_space):
    for id, lon in [("west", 179.9), ("east", -179.9), ("far", 0)]:
        make_space("amenities", id, (lon, 7.6))

    assert ids("amenities", bbox="179,7,-179,8") == ["east", "west"]


@pytest.mark.parametrize(
    ("system", "box"),
    [
        (f"{EPSG}4326", "7.6185,100.0825,7.63,100.09"),
        (f"{EPSG}3857", "11141133,850592,11141968,851890"),
        (f"{EPSG}32647", "619400,842250,620300,843600"),
    ],
)
def test_bbox_in_another_system_finds_the_same(ids, small_town, system, box):
    assert ids(bbox=box, **{"bbox-crs": system}) == ["old-temple", "station-wall"]


@pytest.mark.parametrize(
    ("system", "position", "tolerance"),
    [
        (f"{EPSG}4326", [7.617, 100.081], 1e-7),
        (f"{EPSG}3857", [11140965.96, 850428.81], 0.5),
        (f"{EPSG}32647", [619240.727, 842106.108], 0.002),
    ],
)
def test_crs_turns_and_names_the_geometry(get, library, system, position, tolerance):
    page = items(get, crs=system)
    item = get("collections/wisdom-places/items/library", crs=system)

    assert page["Content-Crs"] == item["Content-Crs"] == f"<{system}>"
    assert page.json()["features"][0]["geometry"]["coordinates"] == pytest.approx(position, abs=tolerance)
    assert item.json()["geometry"]["coordinates"] == pytest.approx(position, abs=tolerance)


def test_utm_agrees_with_gdal(get, library):
    expected = GEOSGeometry(library.geometry.wkb, srid=4326).transform(32647, clone=True)
    found = get("collections/wisdom-places/items/library", crs=f"{EPSG}32647").json()["geometry"]["coordinates"]

    assert found == pytest.approx(expected.coords, abs=0.002)


def test_a_place_that_a_system_cannot_show_does_not_break_its_page(get, make_space):
    make_space("amenities", "pole", (0, 90))
    make_space("amenities", "tap")

    for code in (3857, 32647):
        features = items(get, "amenities", crs=f"{EPSG}{code}").json()["features"]
        assert [feature["geometry"] is None for feature in features] == [True, False]


def test_datetime_keeps_the_zones_in_force(ids, make_space):
    make_space("street-art-walls", "old", last_seen="2020-01-01")
    make_space("street-art-walls", "new", last_seen="2026-06-01")
    make_space("street-art-walls", "undated")

    assert ids("street-art-walls", datetime="2026-01-01T00:00:00Z/..") == ["new", "undated"]
    assert ids("street-art-walls", datetime="../2025-12-31T00:00:00Z") == ["old", "undated"]
    assert ids("street-art-walls", datetime="2026-06-01") == ["new", "undated"]
    assert ids("street-art-walls", datetime="2026-05-31T17:00:00Z") == ["new", "undated"]  # 1 June in Bangkok
    assert ids("street-art-walls", datetime="2026-05-31T16:59:59Z") == ["undated"]


def test_datetime_leaves_collections_without_times_alone(ids, library):
    assert ids("wisdom-places", datetime="1900-01-01T00:00:00Z") == ["library"]


def test_a_theme_list_means_any_of_them(ids, small_town):
    assert ids(theme="murals") == ["market-wall", "station-wall"]
    assert ids(theme="murals,crafts") == ["library", "market-wall", "old-temple", "palace", "station-wall"]
    assert ids(theme="no-such-theme") == []


def test_an_age_group_list_means_all_of_them(ids, small_town, make_space):
    make_space("amenities", "bench", age_groups=["older"])

    assert "bench" in ids(age_group="older")
    assert "bench" not in ids(age_group="older,primary")


def test_columns_narrow_too(ids, small_town, make_space, municipality):
    make_space("amenities", "office", partner=municipality.pk, wheelchair="yes", district_code="9301")

    assert ids(partner="municipality") == ids(wheelchair="yes") == ids(district_code="9301") == ["office"]
    assert ids(toilet="yes") == ["park-toilets"]
    assert ids(subkind="library,temple") == ["library", "old-temple", "palace"]


def test_open_at_keeps_what_is_known_to_be_open(ids, small_town, make_space):
    make_space("amenities", "riddle", opening_hours="unknown")

    assert ids(open_at="2027-01-20T10:00:00+07:00") == ["old-temple", "palace"]  # a Wednesday
    assert ids(open_at="2027-01-19T10:00:00+07:00") == ["old-temple"]
    assert ids(open_at="2027-01-20T15:00:00Z") == []


@pytest.mark.parametrize("typed", ["น้ำ", "นํ้า", "น้ํา", "น้\u200bำ"])
def test_thai_is_found_however_it_was_typed(ids, make_space, typed):
    make_space("amenities", "spring", name_th="บ่อน้ำร้อน ๒")

    assert ids(q=typed) == ["spring"]
    assert ids(q="2 บ่อ") == ["spring"]
    assert ids(q=f"{typed} ไม่มี") == []


def test_words_are_only_ever_words(ids, small_town, make_space):
    make_space("amenities", "odd", name_en="100% \\ _under_ 'quoted' \"double\" <b>")

    for words in ["100%", "_under_", "\\", "'quoted'", '"double"', "<b>"]:
        assert ids(q=words) == ["odd"], words
    assert ids(q="%%%") == []


def test_properties_limits_what_each_feature_carries(get, small_town):
    feature = items(get, properties="name_en,version", limit=1).json()["features"][0]

    assert set(feature["properties"]) == {"name_en", "version"}
    assert feature["geometry"]


def test_sorting_goes_both_ways(ids, small_town):
    by_name = ["market-wall", "old-temple", "palace", "park-toilets", "library", "station-wall"]

    assert ids(sortby="name_en") == by_name  # the library is called Public Library
    assert ids(sortby="-name_en") == by_name[::-1]


def test_an_old_writer_is_seen_first_by_updated_at(ids, small_town):
    assert ids(sortby="-updated_at,id", limit=6) == sorted(ids())


@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ("limt=1", "limt"),
        ("limit=0", "limit"),
        ("limit=1&limit=2", "limit"),
        ("bbox=1,2,3", "bbox"),
        ("bbox=1,2,3,x", "bbox"),
        ("bbox=0,10,1,-10", "bbox"),
        ("bbox=0,0,1,91", "bbox"),
        ("bbox-crs=EPSG:4326", "bbox-crs"),
        ("crs=http://www.opengis.net/def/crs/EPSG/0/24048", "crs"),
        ("datetime=yesterday", "datetime"),
        ("theme=", "theme"),
        ("theme=A,b", "theme"),
        ("theme=a,,b", "theme"),
        ("age_group=%27%20OR%201=1", "age_group"),
        ("properties=search_text", "properties"),
        ("properties=", "properties"),
        ("sortby=search_text", "sortby"),
        ("cursor=abc", "cursor"),
        ("f=gml", "f"),
        ("wheelchair=perhaps", "wheelchair"),
        ("open_at=noon", "open_at"),
        ("q=" + "a+" * 21, "q"),
    ],
)
def test_a_bad_parameter_is_a_400_that_names_it(client, small_town, query, parameter):
    response = client.get(f"/api/collections/learning-spaces/items?{query}", headers={"accept-language": "en"})
    problem = json.loads(response.content)

    assert response.status_code == 400
    assert response["Content-Type"] == "application/problem+json"
    assert (problem["type"], problem["parameter"]) == ("/api/problems/invalid-parameter", parameter)
    assert problem["detail"]


def test_a_problem_speaks_the_readers_language(get):
    thai = items(get, limit=0, headers={"accept-language": "th"}).json()
    english = items(get, limit=0, headers={"accept-language": "en"}).json()

    assert thai["title"] == "พารามิเตอร์ไม่ถูกต้อง"
    assert english["title"] == "Invalid parameter"


def test_geometry_of_every_kind_is_shown(get, make_space):
    square = Polygon.from_bbox((100.08, 7.61, 100.081, 7.611))
    ring = list(square.exterior_ring.coords)
    counter_clockwise = Polygon(ring if square.exterior_ring.is_counterclockwise else ring[::-1])
    make_space("urban-design-zones", "zone", geometry=MultiPolygon(counter_clockwise, srid=4326))
    make_space("street-art-walls", "wall", geometry=GEOSGeometry("SRID=4326;LINESTRING(100 7,100.001 7.001)"))
    make_space("amenities", "tap", geometry=Point(100, 7, srid=4326))
    kinds = {feature["id"]: feature["geometry"]["type"] for feature in items(get).json()["features"]}

    assert kinds == {"zone": "MultiPolygon", "wall": "LineString", "tap": "Point"}
