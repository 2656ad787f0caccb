"""`POST /api/validate`: every fault of what is sent or stored, and never more work than bounded."""

import json
from contextlib import ExitStack

import pytest

from geo.turns import AGAIN_S, CHECKING
from spaces.models import Boundary
from tests.geo.validity.bad_geometries import ERRORS, SQUARE, WARNINGS, multi, polygon, square

pytestmark = pytest.mark.django_db
BOW_TIE = polygon([[100, 7.6], [100.01, 7.61], [100.01, 7.6], [100, 7.61], [100, 7.6]])


@pytest.fixture
def check(client):
    """`check(document)` is the answer, whatever its status."""
    client.raise_request_exception = False

    def ask(document, **headers):
        body = document if isinstance(document, bytes | str) else json.dumps(document)
        return client.post("/api/validate", body, content_type="application/geo+json", headers=headers)

    return ask


@pytest.fixture
def served(db):
    Boundary.objects.create(
        id="area", level="service-area", name_th="พื้นที่", name_en="Area",
        geometry="SRID=4326;MULTIPOLYGON(((99.6 6.9, 100.6 6.9, 100.6 8.1, 99.6 8.1, 99.6 6.9)))",
    )  # fmt: skip


def feature(geometry, **properties):
    return {"type": "Feature", "geometry": geometry, "properties": properties}


def layer(**zones):
    return {"type": "FeatureCollection", "features": [feature(zone) | {"id": name} for name, zone in zones.items()]}


def test_a_good_geometry_has_no_fault(check):
    answer = check(polygon(SQUARE)).json()

    assert answer == {"valid": True, "features": 1, "faults": [], "notes": [], "repairs": [], "layer": [], "more": 0}


def test_a_fault_comes_with_words_place_pointer_and_repair(check):
    answer = check(feature(BOW_TIE)).json()

    (fault,) = answer["faults"]
    assert not answer["valid"]
    assert (fault["code"], fault["severity"], fault["at"]) == ("self_intersection", "error", [100.005, 7.605])
    assert fault["pointer"] == "/geometry/coordinates/0/0"
    assert fault["th"] == "เส้นขอบตัดกันเอง"
    assert fault["repair"]["geometry"]["type"] == "MultiPolygon"
    assert answer["repairs"][0]["valid"]


def test_a_proposal_that_is_sent_back_is_fine(check):
    repair = check(BOW_TIE).json()["repairs"][0]

    assert check(repair["geometry"]).json()["valid"]


@pytest.mark.usefixtures("served")
def test_every_hand_made_geometry_is_answered(check):
    sendable = [bad for bad in (*ERRORS, *WARNINGS) if "million" not in bad.name and bad.name not in NO_JSON]
    for bad in sendable:
        answer = check(feature(bad.geometry) | {"collection": "heritage-sites"})
        if "LineString" in str(bad.geometry):
            continue
        codes = [fault["code"] for fault in answer.json()["faults"] if fault["pointer"].startswith("/geometry")]
        assert codes == list(bad.codes), bad.name


NO_JSON = {"not a number", "without end"}


def test_a_collection_that_is_named_judges_the_properties_too(check):
    document = feature(BOW_TIE, name_th="ย่าน", capacity="many", colour="red") | {"collection": "urban-design-zones"}
    found = {fault["pointer"]: fault["code"] for fault in check(document).json()["faults"]}

    assert found["/properties/name_en"] == "required"
    assert found["/properties/colour"] == "unknown_member"
    assert "/properties/capacity" in found
    assert "/geometry/coordinates/0/0" in found


def test_ids_that_no_table_knows_are_told(check, look_ups):
    point = {"type": "Point", "coordinates": [100.08, 7.61]}
    known = {"name_th": "ก", "name_en": "A", "subkind": "library", "accuracy_m": 5, "themes": ["crafts"]}
    wrong = {
        **known,
        "themes": ["crafts", "flying"],
        "subkind": "temple",
        "partner": "nobody",
        "visit_minutes": {"x": 5},
    }
    layer = {"type": "FeatureCollection", "collection": "wisdom-places"}
    answer = check(
        layer
        | {"features": [feature(point, **known), feature(point, **wrong), feature(point, **known | {"themes": 5})]}
    )

    found = [(fault["pointer"], fault["code"]) for fault in answer.json()["faults"]]
    assert sorted(found) == [
        ("/features/1/properties/partner", "unknown_id"),
        ("/features/1/properties/subkind", "unknown_id"),
        ("/features/1/properties/themes", "unknown_id"),
        ("/features/1/properties/visit_minutes", "unknown_id"),
        ("/features/2/properties/themes", found[-1][1]),
    ]


def test_a_layer_says_what_lies_between_its_zones(check):
    answer = check(
        layer(a=polygon(square(0, 0, 10)), b=polygon(square(9, 0, 10)), c=polygon(square(19.005, 0, 10)))
    ).json()

    assert answer["valid"]
    found = {(fault["code"], *fault["features"]) for fault in answer["layer"]}
    assert found == {("overlap", "a", "b"), ("gap", "b", "c")}
    overlap = next(fault for fault in answer["layer"] if fault["code"] == "overlap")
    assert overlap["geometry"]["type"] == "Polygon"
    assert overlap["area_m2"] == pytest.approx(122_000, rel=0.01)


def test_a_fault_in_a_layer_names_its_feature(check):
    answer = check(layer(a=BOW_TIE, b=polygon(SQUARE))).json()

    assert [(fault["feature"], fault["pointer"]) for fault in answer["faults"]] == [
        ("a", "/features/0/geometry/coordinates/0/0")
    ]


def test_a_stored_layer_is_checked_as_far_as_one_sees_it(check, make_space, administrator, client):
    from django.contrib.gis.geos import GEOSGeometry

    def zone(name, x, status):
        make_space(
            "urban-design-zones",
            name,
            geometry=GEOSGeometry(json.dumps(multi([square(x, 0, 10)]))),
            status=status,
        )

    zone("west", 0, "published")
    zone("east", 9, "draft")
    asked = {"collection": "urban-design-zones", "bbox": [99, 7, 101, 8]}

    assert check(asked).json()["features"] == 1
    client.force_login(administrator)
    answer = check(asked).json()
    assert [(fault["code"], fault["features"]) for fault in answer["layer"]] == [("overlap", ["east", "west"])]
    assert check(asked | {"bbox": [1, 1, 2, 2]}).json()["features"] == 0


@pytest.mark.parametrize(
    ("document", "status", "kind"),
    [
        (b"{", 400, "malformed-body"),
        (b'{"type": "Point", "coordinates": [NaN, 1]}', 400, "malformed-body"),
        (b"\xff\xfe", 400, "malformed-body"),
        ([], 422, "nothing-to-check"),
        ({}, 422, "nothing-to-check"),
        ({"type": 7}, 422, "nothing-to-check"),
        ({"type": "FeatureCollection", "features": {}}, 422, "nothing-to-check"),
        ({"collection": "no-such"}, 404, "not-found"),
        ({"collection": ["amenities"]}, 404, "not-found"),
        ({"collection": "amenities", "bbox": [1, 2]}, 422, "nothing-to-check"),
        ({"collection": "amenities", "bbox": ["a", 1, 2, 3]}, 422, "nothing-to-check"),
        ({"collection": "amenities", "box": [1, 2, 3, 4]}, 422, "nothing-to-check"),
        ({"type": "FeatureCollection", "features": [None] * 10_001}, 422, "too-many-features"),
    ],
)
def test_what_cannot_be_checked_is_said(check, document, status, kind):
    response = check(document)

    assert response.status_code == status
    assert response.json()["type"] == f"/api/problems/{kind}"


@pytest.mark.parametrize("part", [None, 7, "x", [], {}, {"type": "Feature"}, {"geometry": {"type": "Point"}}])
def test_whatever_a_feature_is_there_is_an_answer(check, part):
    answer = check({"type": "FeatureCollection", "features": [part], "collection": "amenities"}).json()

    assert not answer["valid"]


def test_a_million_vertices_are_refused_before_they_are_read(check):
    ring = "[100.0001,7.6001]," * 1_000_000
    response = check(f'{{"type":"Polygon","coordinates":[[{ring}[100,7]]]}}')

    assert response.status_code == 413


def test_many_at_once_are_asked_to_come_again(check):
    with ExitStack() as held:
        for _ in range(2):
            CHECKING.line.acquire()
            held.callback(CHECKING.line.release)
        response = check(BOW_TIE)

    assert response.status_code == 503
    assert response["Retry-After"] == str(AGAIN_S)
    assert check(BOW_TIE).status_code == 200


def test_parameters_are_unknown_here(client):
    response = client.post("/api/validate?x=1", json.dumps(BOW_TIE), content_type="application/json")

    assert response.status_code == 400
