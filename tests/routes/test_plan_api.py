"""`/api/routes/plan` as a client meets it."""

import json
from typing import Any

import pytest
from django.test import Client

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("phatthalung")]

PLAN = "/api/routes/plan"
WISH = "party=primary&themes=street-art&depart=2027-01-23T09:00:00%2B07:00"


def ask(query: str, **headers: str) -> Any:
    return Client().get(f"{PLAN}?{query}", headers=headers)


def post(body: Any, query: str = "") -> Any:
    text = body if isinstance(body, str) else json.dumps(body)
    return Client().post(f"{PLAN}{query}", text, content_type="application/json", headers={"accept-language": "en"})


@pytest.mark.parametrize("age", ["early-childhood", "primary", "secondary", "adult", "older", "family"])
def test_every_age_group_gets_a_plan_by_link_and_by_body(db: None, age: str) -> None:
    depart = "2027-01-23T09:00:00+07:00"
    link = ask(f"age_group={age}&themes=old-towns&depart={depart}")
    body = post({"party": [age], "themes": ["old-towns"], "depart": depart})

    assert (link.status_code, body.status_code) == (200, 200)
    assert link.json() == body.json()


def test_a_plan_is_not_stored(db: None) -> None:
    assert ask(WISH)["Cache-Control"] == "no-store"


def test_head_and_options(db: None) -> None:
    assert Client().head(f"{PLAN}?{WISH}").content == b""
    assert Client().options(PLAN)["Allow"] == "GET, HEAD, POST, OPTIONS"
    assert Client().put(PLAN).status_code == 405


@pytest.mark.parametrize(
    ("f", "media_type"),
    [
        ("json", "application/json"),
        ("geojson", "application/geo+json"),
        ("html", "text/html; charset=utf-8"),
        ("gpx", "application/gpx+xml"),
        ("kml", "application/vnd.google-earth.kml+xml"),
        ("ics", "text/calendar; charset=utf-8"),
        ("csv", "text/csv; charset=utf-8"),
    ],
)
def test_the_same_itineraries_in_each_format(db: None, f: str, media_type: str) -> None:
    response = ask(f"{WISH}&f={f}")

    assert (response.status_code, response["Content-Type"]) == (200, media_type)
    assert response["Cache-Control"] == "no-store"
    assert len(response.content) > 500


def test_accept_chooses_a_format_too(db: None) -> None:
    assert ask(WISH, accept="application/geo+json")["Content-Type"] == "application/geo+json"


def test_the_map_is_sandboxed(db: None) -> None:
    assert ask(f"{WISH}&f=html")["Content-Security-Policy"].startswith("sandbox allow-scripts; default-src 'none'")


def test_files_speak_the_language_of_the_reader(db: None) -> None:
    thai, english = ask(f"{WISH}&f=gpx"), ask(f"{WISH}&f=gpx", **{"accept-language": "en"})

    assert "ระยะทางโดยประมาณ ยังไม่ได้สำรวจ ควรเดินดูเส้นทางก่อนพากลุ่มไป" in thai.content.decode()
    assert "Estimated, not surveyed: walk it before you take a group" in english.content.decode()


def test_one_itinerary_can_be_taken_along(db: None) -> None:
    second = ask(WISH).json()["itineraries"][-1]

    alone = ask(f"{WISH}&itinerary={second['id']}").json()["itineraries"]

    assert alone == [second]
    assert ask(f"{WISH}&itinerary=other").status_code == 422


@pytest.mark.parametrize(
    ("query", "status", "parameter"),
    [
        ("", 400, "party"),
        ("age_group=martian", 422, "age_group"),
        ("party=martian", 422, "party"),
        ("party=primary&themes=rockets", 422, "themes"),
        ("party=primary&minutes=0", 400, "minutes"),
        ("party=primary&minutes=-5", 400, "minutes"),
        ("party=primary&minutes=1000000000", 400, "minutes"),
        ("party=primary&start=2.35,48.85", 422, "start"),
        ("party=primary&lon=2.35&lat=48.85", 422, "lon"),
        ("party=primary&lon=NaN&lat=7", 400, "lon"),
        ("party=primary&start=nowhere", 422, "start"),
        ("party=primary&depart=2027-01-20T09:00:00", 400, "depart"),
        ("party=primary&mode=bicycle", 422, "mode"),
        ("party=primary&groups=13", 400, "groups"),
        ("party=primary&groups=3&people=2", 422, "people"),
        ("party=primary&outcomes=PS-1", 422, "outcomes"),
        ("party=primary&story=khlong-nui", 422, "story"),
        ("party=primary&colour=red", 400, "colour"),
        ("party=primary&f=exe", 400, "f"),
        ("party=primary&f=json&f=gpx", 400, "f"),
        ("party=primary&must=" + ",".join(["wat-wang"] * 10_000), 400, "must"),
    ],
)
def test_a_bad_request_is_a_problem_that_names_the_fault(db: None, query: str, status: int, parameter: str) -> None:
    response = ask(query)

    assert (response.status_code, response["Content-Type"]) == (status, "application/problem+json")
    assert response.json()["parameter"] == parameter
    assert response.json()["detail"]


def test_a_problem_speaks_thai_and_english(db: None) -> None:
    query = "party=primary&start=2.35,48.85"

    assert "นอกพื้นที่" in ask(query).json()["detail"]
    assert "outside the service area" in ask(query, **{"accept-language": "en"}).json()["detail"]


@pytest.mark.parametrize(
    "body",
    [
        "",
        "nonsense",
        "[]",
        "null",
        "[" * 5000,
        '{"party": {"a": 1}}',
        '{"party": ["\\u0000"]}',
        '{"party": ["\\ud800"]}',
        '{"party": ["primary"], "minutes": 1e3}',
        '{"party": ["primary"], "start": [1e999, 7]}',
        '{"party": ["primary"], "start": [NaN, 7]}',
    ],
)
def test_whatever_is_posted_is_answered_by_a_400(db: None, body: str) -> None:
    assert post(body).status_code == 400


def test_a_body_leaves_nothing_for_the_query(db: None) -> None:
    assert post({"party": ["primary"]}, "?minutes=90").status_code == 400


def test_no_stop_comes_with_requests_that_succeed(db: None) -> None:
    refusal = post({"party": ["primary"], "access": "require", "depart": "2027-01-23T09:00:00+07:00"})
    nearest = refusal.json()["nearest"]

    assert refusal.status_code == 422
    assert nearest
    assert all(post(offer["request"]).status_code == 200 for offer in nearest)
    assert all(Client().get(offer["href"]).status_code == 200 for offer in nearest)


def test_a_plan_costs_a_fixed_number_of_queries(db: None, django_assert_max_num_queries: Any) -> None:
    with django_assert_max_num_queries(16):
        ask(WISH)
    with django_assert_max_num_queries(16):
        ask("party=adult&depart=2027-01-23T09:00:00%2B07:00")


def test_every_problem_type_has_its_page(db: None) -> None:
    for query in ("", "party=martian", "party=primary&story=khlong-nui", "party=primary&access=require"):
        assert Client().get(ask(query).json()["type"], headers={"accept": "application/json"}).status_code == 200


def test_openapi_describes_the_plan(db: None) -> None:
    paths = Client().get("/api/openapi.json").json()["paths"]

    assert {"get", "post"} <= set(paths["/routes/plan"])
    known = {parameter["name"] for parameter in paths["/routes/plan"]["get"]["parameters"]}
    assert {"party", "themes", "start", "minutes", "age_group", "lon", "lat", "f", "itinerary"} <= known


def test_a_body_no_wish_could_fill_is_413(db: None) -> None:
    response = post('{"must": [' + '"a",' * 100_000 + '"a"]}')

    assert response.status_code == 413
    assert response.json()["most_bytes"] == 256 * 1024


def test_a_body_in_chunks_is_told_what_it_lacks(db: None) -> None:
    chunked = {"transfer-encoding": "chunked", "content-length": ""}
    response = Client().generic("POST", PLAN, b"", content_type="application/json", headers=chunked)

    assert response.status_code == 411


def test_the_openapi_document_names_the_bounds_of_the_work(db: None) -> None:
    plan = Client().get("/api/openapi.json").json()["paths"]["/routes/plan"]

    assert "503" in plan["get"]["responses"]
    assert {"411", "413", "503"} <= set(plan["post"]["responses"])
