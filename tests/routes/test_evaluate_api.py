"""`/api/routes/evaluate` as a client meets it: nothing a client sends is a 5xx."""

import json
from typing import Any

import pytest
from django.test import Client

from geo.rest.parsers import StrictJSONParser
from routes.planning.edit_request import MOST_STOPS

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("phatthalung")]

EVALUATE = "/api/routes/evaluate"
PLAN = {"party": ["primary"], "depart": "2027-01-23T09:00:00+07:00", "minutes": 180}


def post(body: Any, query: str = "") -> Any:
    text = body if isinstance(body, str) else json.dumps(body)
    return Client().post(f"{EVALUATE}{query}", text, content_type="application/json", headers={"accept-language": "en"})


def test_an_edited_itinerary_comes_back_judged_and_bettered(db: None) -> None:
    response = post({"plan": PLAN, "stops": ["wat-wang", {"space": "town-mural-wall", "pinned": True}]})

    answer = response.json()
    assert (response.status_code, response["Cache-Control"]) == (200, "no-store")
    assert [stop["space"] for stop in answer["itinerary"]["stops"]] == ["wat-wang", "town-mural-wall"]
    assert "town-mural-wall" in [stop["space"] for stop in answer["best"]["stops"]]
    assert set(answer) == {"request", "itinerary", "violations", "best", "best_refused", "gain"}


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ("", 400),
        ("{", 400),
        ('{"plan": NaN, "stops": []}', 400),
        ('{"plan": {"party": ["primary"], "start": [NaN, 7]}, "stops": []}', 400),
        ({"plan": PLAN, "stops": ["wat-wang"] * 10_000}, 400),
        ({"plan": PLAN | {"minutes": -1}, "stops": []}, 400),
        ({"plan": PLAN | {"minutes": 10**9}, "stops": []}, 400),
        ({"plan": PLAN, "stops": ["nowhere"]}, 422),
        ({"plan": PLAN | {"start": [2.35, 48.85]}, "stops": []}, 422),
        ({"plan": PLAN | {"party": ["martian"]}, "stops": []}, 422),
        ({"plan": PLAN, "stops": [{"space": "wat-wang", "start": "2099-01-01T00:00:00Z"}]}, 200),
        ({"plan": PLAN | {"minutes": 1}, "stops": ["wat-wang"]}, 200),
        ({"plan": PLAN | {"mode": "walk"}, "stops": ["thale-noi-krajood-group", "wat-wang"]}, 200),
        ({"plan": PLAN | {"groups": 4, "people": 90, "end": "open"}, "stops": ["wat-wang"]}, 200),
    ],
)
def test_whatever_comes_has_an_answer(db: None, body: Any, status: int) -> None:
    response = post(body)

    assert response.status_code == status
    assert response["Content-Type"] == ("application/json" if status == 200 else "application/problem+json")


def test_other_methods_and_parameters_are_refused(db: None) -> None:
    assert Client().get(EVALUATE).status_code == 405
    assert post({"plan": PLAN, "stops": []}, "?f=gpx").status_code == 400


def test_openapi_describes_it(db: None) -> None:
    described = Client().get("/api/openapi.json").json()["paths"]["/routes/evaluate"]

    body = described["post"]["requestBody"]["content"]["application/json"]["schema"]
    assert set(described) == {"post"}
    assert {"200", "400", "411", "413", "422", "503"} <= set(described["post"]["responses"])
    assert (set(body["properties"]), body["properties"]["stops"]["maxItems"]) == ({"plan", "stops"}, MOST_STOPS)
    assert StrictJSONParser.media_type in described["post"]["requestBody"]["content"]
