"""`filter` on the items: CQL2 under the same gate, paging and counting as everything else."""

import json
from datetime import date

import pytest

from geo.rest import openapi

pytestmark = pytest.mark.django_db

ITEMS = "collections/learning-spaces/items"
CRS_4326 = "http://www.opengis.net/def/crs/EPSG/0/4326"


@pytest.mark.parametrize(
    ("filter", "found"),
    [
        ("name_th LIKE 'วัด%'", ["old-temple"]),
        ("CASEI(name_en) LIKE CASEI('%WALL')", ["market-wall", "station-wall"]),
        ("A_CONTAINS(themes, ('murals')) AND NOT A_CONTAINS(themes, ('crafts'))", ["station-wall"]),
        ("toilet = 'yes'", ["park-toilets"]),
        ("S_INTERSECTS(geometry, BBOX(100.0825,7.6,100.09,7.7))", ["old-temple", "station-wall"]),
        ("id IN ('palace', 'library', 'nothing')", ["library", "palace"]),
        ("capacity > 0", []),
        ("partner IS NULL AND capacity IS NULL AND collection = 'amenities'", ["park-toilets"]),
        ("T_AFTER(updated_at, DATE('2999-01-01'))", []),
    ],
)
def test_items_are_filtered(ids, small_town, filter, found):
    assert ids(filter=filter) == found


def test_json_and_text_agree(ids, small_town):
    tree = {"op": "=", "args": [{"property": "toilet"}, "yes"]}

    assert ids(**{"filter": json.dumps(tree), "filter-lang": "cql2-json"}) == ["park-toilets"]
    assert ids(**{"filter": "toilet = 'yes'", "filter-lang": "cql2-text"}) == ["park-toilets"]


def test_the_coordinates_are_written_in_filter_crs(ids, small_town):
    query = {"filter": "S_INTERSECTS(geometry, POINT(7.617 100.081))", "filter-crs": CRS_4326}

    assert ids(**query) == ["library"]


def test_a_filter_joins_the_other_parameters(ids, small_town):
    assert ids(filter="A_CONTAINS(themes, ('murals'))", bbox="100.0815,7.6,100.0825,7.7") == ["market-wall"]


def test_an_own_column_of_a_kind(ids, make_space):
    make_space("street-art-walls", "seen", last_seen=date(2027, 1, 20), year=2020)
    make_space("street-art-walls", "unseen")

    assert ids("street-art-walls", filter="T_DURING(last_seen, INTERVAL('2027-01-01','..'))") == ["seen"]
    assert ids("street-art-walls", filter="NOT year = 2021") == ["seen"]


def test_a_filter_never_opens_the_gate(get, ids, small_town, reviewer):
    assert ids(filter="id = 'weaving-house'") == []
    assert ids(filter="status = 'draft' OR TRUE") == ids()

    response = get(ITEMS, filter="id = 'weaving-house'", as_user=reviewer)
    assert response.json()["numberMatched"] == 1


def test_pages_and_counts_follow_the_filter(get, client, small_town):
    first = get(ITEMS, filter="NOT A_EQUALS(themes, ('nothing'))", limit=4).json()
    onward = next(link["href"] for link in first["links"] if link["rel"] == "next")
    second = client.get(onward).json()

    assert (first["numberMatched"], first["numberReturned"], second["numberReturned"]) == (6, 4, 2)
    assert "filter=" in onward


def test_two_filters_have_two_etags(get, small_town):
    one, other = (get(ITEMS, filter=f"id = '{id}'")["ETag"] for id in ("palace", "library"))

    assert one != other
    assert get(ITEMS, filter="id = 'palace'", headers={"if-none-match": one}).status_code == 304


def test_the_search_can_be_filtered(get, small_town):
    found = get("search", q="วัด", filter="collection = 'amenities'").json()

    assert found["numberMatched"] == 0


@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ({"filter": "id ="}, "filter"),
        ({"filter": "nothing = 1"}, "filter"),
        ({"filter": "id = 1"}, "filter"),
        ({"filter": ""}, "filter"),
        ({"filter": "search_text = 'x'"}, "filter"),
        ({"filter": "partner__members = 1"}, "filter"),
        ({"filter": "(" * 4000}, "filter"),
        ({"filter": "NOT " * 2000 + "TRUE"}, "filter"),
        ({"filter": "id = '" + "x" * 9000 + "'"}, "filter"),
        ({"filter": "T_AFTER(updated_at, DATE('2027-13-01'))"}, "filter"),
        ({"filter": '{"op":"=","args":[{"property":"id"},"x"]}'}, "filter"),
        ({"filter": "TRUE", "filter-lang": "cql2-json"}, "filter"),
        ({"filter": "TRUE", "filter-lang": "cql-text"}, "filter-lang"),
        ({"filter": "TRUE", "filter-crs": "EPSG:4326"}, "filter-crs"),
        ({"filter-lang": "sql"}, "filter-lang"),
    ],
)
def test_a_bad_filter_is_a_problem_with_its_parameter(get, small_town, query, parameter):
    response = get(ITEMS, **query)

    assert response.status_code == 400
    assert response["Content-Type"] == "application/problem+json"
    assert response.json()["parameter"] == parameter
    assert "SELECT" not in response.content.decode()


def test_a_fault_says_where_and_in_the_readers_language(get, small_town):
    response = get(ITEMS, filter="id == 'x'", headers={"accept-language": "th"})

    assert response.json()["position"] == 5
    assert response.json()["type"] == "/api/problems/invalid-filter"
    assert "ตัวอักษรที่ 5" in response.json()["detail"]


def test_a_long_filter_is_read(get, small_town):
    many = ", ".join(f"'space-{number}'" for number in range(500))

    assert get(ITEMS, filter=f"id IN ({many}, 'palace')").json()["numberMatched"] == 1


def test_openapi_tells_of_the_three_parameters():
    listed = openapi.document()["paths"]["/collections/amenities/items"]["get"]["parameters"]

    assert {"filter", "filter-lang", "filter-crs"} <= {parameter["name"] for parameter in listed}
