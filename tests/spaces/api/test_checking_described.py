"""What OpenAPI says of checks, acts and reports is what they answer."""

import json

import pytest
from django.contrib.gis.geos import GEOSGeometry
from django.test import Client
from jsonschema import Draft202012Validator

from geo.rest.openapi import document
from spaces.reshaping.doing import ACTS
from tests.geo.validity.bad_geometries import ERRORS, at, multi, polygon, square

pytestmark = pytest.mark.django_db
ZONE = {"collection": "urban-design-zones", "id": "zone"}
BODIES = {
    "split": {"features": [ZONE], "line": {"type": "LineString", "coordinates": [at(-1, 4), at(11, 4)]}},
    "merge": {"features": [ZONE, {**ZONE, "id": "beside"}]},
    "clip": {"features": [ZONE], "to": {**ZONE, "id": "across"}},
    "cut-away": {"features": [ZONE], "from": [{**ZONE, "id": "across"}]},
    "snap": {"features": [ZONE]},
    "move-border": {"collection": "urban-design-zones", "moves": [{"from": at(10, 10), "to": at(11, 11)}]},
    "cut-hole": {"features": [ZONE], "hole": polygon(square(4, 1, 1))},
    "fill-hole": {"features": [{**ZONE, "id": "holed"}], "at": at(35, 5)},
}


def must_fit(answer, name):
    """Raises for the first thing that the schema of this name does not allow."""
    schemas = json.loads(json.dumps(document()["components"]["schemas"]))
    whole = {"$ref": f"#/components/schemas/{name}", "components": {"schemas": as_json_schema(schemas)}}
    Draft202012Validator(whole).validate(answer)


def as_json_schema(part):
    """The dialect of OpenAPI 3.0 in that of JSON Schema: `nullable` is a second type."""
    if isinstance(part, list):
        return [as_json_schema(each) for each in part]
    if not isinstance(part, dict):
        return part
    found = {name: as_json_schema(each) for name, each in part.items() if name != "nullable"}
    return {"anyOf": [found, {"type": "null"}]} if part.get("nullable") is True else found


@pytest.fixture
def client_of_a_reviewer(reviewer):
    client = Client(headers={"accept-language": "en"})
    client.force_login(reviewer)
    return client


@pytest.fixture
def zones(make_space):
    for name, parts in {
        "zone": [[square(0, 0, 10)]],
        "beside": [[square(10, 0, 10)]],
        "across": [[square(5, 5, 10)]],
        "holed": [[square(30, 0, 10), square(34, 4, 2)[::-1]]],
    }.items():
        make_space("urban-design-zones", name, geometry=GEOSGeometry(json.dumps(multi(*parts))))


@pytest.mark.parametrize("act", list(ACTS))
def test_a_preview_is_as_described(client_of_a_reviewer, zones, act):
    response = client_of_a_reviewer.post(f"/api/acts/{act}", json.dumps(BODIES[act]), content_type="application/json")

    assert response.status_code == 200, response.content
    must_fit(response.json(), "Act")


def test_what_is_done_is_as_described(client_of_a_reviewer, zones):
    body = {**BODIES["cut-hole"], "features": [{**ZONE, "version": 1}], "preview": False}
    response = client_of_a_reviewer.post("/api/acts/cut-hole", json.dumps(body), content_type="application/json")

    assert response.status_code == 201, response.content
    must_fit(response.json(), "Act")


def test_a_check_is_as_described(client, zones):
    for bad in ERRORS:
        if (
            "million" not in bad.name
            and "NaN" not in json.dumps(bad.geometry)
            and "Inf" not in json.dumps(bad.geometry)
        ):
            body = json.dumps({"type": "Feature", "geometry": bad.geometry, "properties": {}})
            must_fit(client.post("/api/validate", body, content_type="application/json").json(), "Validation")
    stored = client.post(
        "/api/validate", json.dumps({"collection": ZONE["collection"]}), content_type="application/json"
    )
    assert stored.json()["layer"]
    must_fit(stored.json(), "Validation")


def test_a_report_is_as_described(client, zones):
    must_fit(client.get("/api/collections/urban-design-zones/items/zone/report?f=json").json(), "ZoneReport")


def test_every_act_has_a_description():
    paths = document()["paths"]

    assert {f"/acts/{act}" for act in ACTS} <= set(paths)
    assert "201" in paths["/acts/split"]["post"]["responses"]
    assert "/validate" in paths
    assert "/collections/urban-design-zones/items/{feature_id}/report" in paths
