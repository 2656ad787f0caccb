"""Whatever is sent to be written: 400, 413, 415 or 422, at once, and nothing is stored."""

import json

import pytest

from geo.models import KeptAnswer
from spaces.models import KINDS, Changeset, SpaceRegistry
from tests.geo.rest.test_rest_bodies import HOSTILE
from tests.spaces.api.writing import Hand, feature

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("look_ups")]

POINT = [100.08, 7.62]


@pytest.fixture
def hand(reviewer):
    return Hand(reviewer)


def assert_refused(answer, *statuses):
    assert answer.status_code in (statuses or {400, 413, 415, 422}), (answer.status_code, answer.content[:300])
    assert answer["Content-Type"] == "application/problem+json"
    assert b"Traceback" not in answer.content
    assert not Changeset.objects.exists()
    assert not SpaceRegistry.objects.exists()
    assert not KeptAnswer.objects.exists()


SENT = {name: body for name, body in HOSTILE.items() if body}


@pytest.mark.parametrize("body", SENT.values(), ids=SENT)
def test_what_is_no_json_is_400_wherever_it_is_sent(hand, body):
    assert_refused(hand.send("POST", "collections/amenities/items", body, idempotency_key="k"), 400)
    assert_refused(hand.send("POST", "changesets", body, "application/json"), 400)


@pytest.mark.parametrize(
    "document", [None, 5, "text", True, [], [feature()], {}, {"type": "FeatureCollection", "features": []}]
)
def test_what_is_no_feature_is_422(hand, document):
    assert_refused(hand.send("POST", "collections/amenities/items", json.dumps(document)), 422)
    assert_refused(hand.changeset([{"action": "create", "collection": "amenities", "feature": document}]), 422)


GEOMETRIES = {
    "null": None,
    "text": "POINT (100 7)",
    "WKT with an SRID": "SRID=4326;POINT(100 7)",
    "hex WKB": "0101000020E6100000000000000000594000000000000014C0",
    "a raster": {
        "driver": "MEM",
        "srid": 4326,
        "width": 1,
        "height": 1,
        "bands": [{"data": [0]}],
        "name": "/etc/passwd",
    },
    "a list": POINT,
    "no type": {"coordinates": POINT},
    "no coordinates": {"type": "Point"},
    "another type": {"type": "LineString", "coordinates": [POINT, [100.1, 7.7]]},
    "an unknown type": {"type": "CircularString", "coordinates": [POINT, POINT, POINT]},
    "a type that is no text": {"type": ["Point"], "coordinates": POINT},
    "a collection": {"type": "GeometryCollection", "geometries": [{"type": "Point", "coordinates": POINT}]},
    "no numbers": {"type": "Point", "coordinates": []},
    "one number": {"type": "Point", "coordinates": [100]},
    "a height": {"type": "Point", "coordinates": [100.08, 7.62, 5]},
    "four numbers": {"type": "Point", "coordinates": [100.08, 7.62, 5, 6]},
    "texts": {"type": "Point", "coordinates": ["100.08", "7.62"]},
    "booleans": {"type": "Point", "coordinates": [True, False]},
    "nulls": {"type": "Point", "coordinates": [None, None]},
    "objects": {"type": "Point", "coordinates": {"lon": 100, "lat": 7}},
    "too deep": {"type": "Point", "coordinates": [[100.08, 7.62]]},
    "beyond the globe": {"type": "Point", "coordinates": [1e9, 7]},
    "a huge whole number": {"type": "Point", "coordinates": [10**400, 7]},
    "a huge number": {"type": "Point", "coordinates": [1e308, 7]},
}


@pytest.mark.parametrize("geometry", GEOMETRIES.values(), ids=GEOMETRIES)
@pytest.mark.parametrize("system", ["OGC/1.3/CRS84", "EPSG/0/4326", "EPSG/0/3857", "EPSG/0/24047"])
def test_what_is_no_point_is_422_at_the_geometry(hand, geometry, system):
    uri = f"<http://www.opengis.net/def/crs/{system}>"
    answer = hand.post("amenities", {**feature(), "geometry": geometry}, content_crs=uri)

    assert_refused(answer, 422)
    assert all(fault["pointer"].startswith("/geometry") for fault in answer.json()["errors"])


ZONES = {
    "empty": [],
    "an empty polygon": [[]],
    "an empty ring": [[[]]],
    "too few points": [[[POINT, [100.1, 7.62], POINT]]],
    "open": [[[POINT, [100.1, 7.62], [100.1, 7.7], [100.08, 7.7]]]],
    "crossing itself": [[[[100, 7], [100.1, 7.1], [100.1, 7], [100, 7.1], [100, 7]]]],
    "without area": [[[POINT, [100.1, 7.62], [100.2, 7.62], POINT]]],
    "too many vertices": [[[[100 + n * 1e-6, 7 + n % 2 * 1e-3] for n in range(50_001)] + [[100, 7]]]],
    "ragged": [[[POINT, 5, POINT, POINT]]],
    "one level short": [[POINT, [100.1, 7.62], [100.1, 7.7], POINT]],
}


@pytest.mark.parametrize("coordinates", ZONES.values(), ids=ZONES)
def test_what_is_no_zone_is_422_at_the_geometry(hand, coordinates):
    body = feature(subkind="learning-street")
    answer = hand.post("urban-design-zones", {**body, "geometry": {"type": "MultiPolygon", "coordinates": coordinates}})

    assert_refused(answer, 422)
    assert all(fault["pointer"].startswith("/geometry") for fault in answer.json()["errors"])


WRONG = [
    None,
    5,
    5.5,
    True,
    "",
    [],
    {},
    [[]],
    {"a": {}},
    ["x"],
    "x" * 5000,
    -1,
    2**63,
    "\u0007",
    {"$ne": None},
    "' OR 1=1 --",
]


@pytest.mark.parametrize("name", [field.name for field in KINDS[4]._meta.concrete_fields if field.name != "geometry"])
def test_no_value_of_any_type_breaks_a_property(hand, name):
    """Where a value happens to be right the feature is made; anything else is a 422 that names the property."""
    for value in WRONG:
        answer = hand.post("amenities", feature(**{name: value}))
        assert answer.status_code in {201, 422}, (value, answer.content)
        if answer.status_code == 422:
            assert all(fault["pointer"].startswith(f"/properties/{name}") for fault in answer.json()["errors"])
        else:
            assert answer.json()["properties"][name] == value


@pytest.mark.parametrize("member", ["owner", "user", "crs", "__proto__", "constructor", "version", "etag", "status"])
def test_a_member_that_no_feature_has_is_422(hand, member):
    answer = hand.post("amenities", {**feature(), member: {"type": "name"}})

    assert_refused(answer, 422)
    assert {fault["pointer"] for fault in answer.json()["errors"]} == {f"/{member}"}


@pytest.mark.parametrize("id", ["", "A", "ก", "a b", "../a", "a/b", "x" * 81, 5, None, [], "a\n", "%00"])
def test_an_id_that_is_none_is_422(hand, id):
    answer = hand.post("amenities", {**feature(), "id": id})

    assert_refused(answer, 422)
    assert {fault["pointer"] for fault in answer.json()["errors"]} == {"/id"}


@pytest.mark.parametrize("type", ["", "text/plain", "text/xml", "application/xml", "multipart/form-data; boundary=x"])
def test_another_media_type_is_415_and_says_what_is_read(hand, type):
    answer = hand.send("POST", "collections/amenities/items", b"x", type)

    assert_refused(answer, 415)
    assert "application/geo+json" in answer.json()["accepted"]


def test_a_body_of_unknown_length_is_411(hand):
    headers = {"CONTENT_TYPE": "application/json", "HTTP_TRANSFER_ENCODING": "chunked"}
    answer = hand.client.generic("POST", "/api/collections/amenities/items", b"", **headers)

    assert_refused(answer, 411)


def test_five_hundred_faults_are_counted_and_a_hundred_told(hand):
    answer = hand.changeset(
        [{"action": "create", "collection": "amenities", "feature": feature(name_th=n)} for n in range(500)]
    )

    assert_refused(answer, 422)
    assert (answer.json()["numberOfErrors"], len(answer.json()["errors"])) == (500, 100)
