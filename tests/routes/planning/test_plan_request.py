"""A plan request is read strictly, and every fault says where it stands."""

from datetime import datetime

import pytest
from django.http import QueryDict

from routes.planning import InvalidPlanRequest, PlanRequest
from routes.planning.clock import default_departure
from spaces.opening import BANGKOK

NOON = datetime(2027, 1, 20, 12, tzinfo=BANGKOK)  # a Wednesday


def by_link(query: str) -> PlanRequest:
    return PlanRequest.from_query(QueryDict(query), NOON)


def test_defaults() -> None:
    wish = PlanRequest.from_json({"party": ["primary"]}, NOON)

    assert wish.depart.isoformat() == "2027-01-23T09:00:00+07:00"
    assert (wish.start, wish.end, wish.minutes, wish.mode, wish.access) == (None, None, None, "auto", "any")


def test_the_default_is_never_today() -> None:
    saturday = datetime(2027, 1, 23, 8, tzinfo=BANGKOK)

    assert default_departure(saturday).date().isoformat() == "2027-01-30"


def test_link_and_body_mean_the_same() -> None:
    body = {
        "party": ["older", "primary"],
        "needs": ["mobility-impaired"],
        "themes": ["faith", "street-art"],
        "start": [100.08, 7.62],
        "end": "phatthalung-station",
        "depart": "2027-01-20T09:00:00+07:00",
        "minutes": 150,
        "mode": "walk",
        "access": "prefer",
        "people": 20,
        "must": ["wat-wang"],
        "avoid": ["ko-mak"],
        "seed": 7,
        "alternatives": 2,
    }
    link = (
        "party=older,primary&needs=mobility-impaired&themes=faith&themes=street-art&start=100.08,7.62"
        "&end=phatthalung-station&depart=2027-01-20T09:00:00%2B07:00&minutes=150&mode=walk&access=prefer&people=20"
        "&must=wat-wang&avoid=ko-mak&seed=7&alternatives=2"
    )

    assert by_link(link) == PlanRequest.from_json(body)


def test_shorthands() -> None:
    wish = by_link("age_group=primary&lon=100.08&lat=7.62&step_free=true&theme=faith")

    assert (wish.party, wish.start, wish.access, wish.themes) == (("primary",), (100.08, 7.62), "prefer", ("faith",))


def test_a_bare_plus_in_a_link_is_still_an_offset() -> None:
    assert by_link("party=adult&depart=2027-01-20T09:00:00+07:00").depart == NOON.replace(hour=9)


def test_what_a_form_left_empty_was_not_said() -> None:
    assert by_link("party=adult&end=&minutes=&themes=&people=") == by_link("party=adult")


def test_a_request_survives_its_own_link_and_body() -> None:
    wish = by_link("party=adult&themes=faith,old-towns&start=100.08,7.62&minutes=90&must=wat-wang&people=9&mode=walk")

    assert PlanRequest.from_json(wish.as_json()) == wish
    assert by_link(wish.as_query()) == wish


@pytest.mark.parametrize(
    ("body", "code", "pointer"),
    [
        ([], "not_an_object", ""),
        ({}, "missing", "/party"),
        ({"party": []}, "too_few", "/party"),
        ({"party": "primary"}, "not_a_list", "/party"),
        ({"party": ["primary"], "colour": "red"}, "unknown_parameter", "/colour"),
        ({"party": ["primary", 7]}, "not_an_id", "/party/1"),
        ({"party": ["x" * 81]}, "not_an_id", "/party/0"),
        ({"party": ["primary"], "minutes": 0}, "out_of_range", "/minutes"),
        ({"party": ["primary"], "minutes": -1}, "out_of_range", "/minutes"),
        ({"party": ["primary"], "minutes": 10**9}, "out_of_range", "/minutes"),
        ({"party": ["primary"], "minutes": "150"}, "not_a_number", "/minutes"),
        ({"party": ["primary"], "minutes": 1.5}, "not_a_number", "/minutes"),
        ({"party": ["primary"], "minutes": True}, "not_a_number", "/minutes"),
        ({"party": ["primary"], "people": 0}, "out_of_range", "/people"),
        ({"party": ["primary"], "mode": "boat"}, "not_a_choice", "/mode"),
        ({"party": ["primary"], "access": ["any"]}, "not_a_choice", "/access"),
        ({"party": ["primary"], "start": [100.08]}, "not_a_position", "/start"),
        ({"party": ["primary"], "start": [float("nan"), 7.6]}, "out_of_range", "/start"),
        ({"party": ["primary"], "start": [100.08, 97]}, "out_of_range", "/start"),
        ({"party": ["primary"], "start": [10**400, 7]}, "out_of_range", "/start"),
        ({"party": ["primary"], "start": ["100", "7"]}, "not_a_position", "/start"),
        ({"party": ["primary"], "end": {"lon": 1}}, "not_an_id", "/end"),
        ({"party": ["primary"], "depart": "2027-01-20T09:00:00"}, "no_offset", "/depart"),
        ({"party": ["primary"], "depart": "2027-01-20"}, "not_a_time", "/depart"),
        ({"party": ["primary"], "depart": "soon"}, "not_a_time", "/depart"),
        ({"party": ["primary"], "depart": 7}, "not_a_time", "/depart"),
        ({"party": ["primary"], "depart": "1900-01-20T09:00:00+07:00"}, "out_of_range", "/depart"),
        ({"party": ["primary"], "must": ["a"] * 10_000}, "too_many", "/must"),
        ({"party": ["primary"], "must": ["wat-wang", None]}, "not_an_id", "/must/1"),
        ({"party": ["primary"], "outcomes": ["<script>"]}, "not_a_code", "/outcomes/0"),
        ({"party": ["primary"], "alternatives": 6}, "out_of_range", "/alternatives"),
    ],
)
def test_a_fault_is_named(body: object, code: str, pointer: str) -> None:
    with pytest.raises(InvalidPlanRequest) as fault:
        PlanRequest.from_json(body, NOON)

    assert (fault.value.code, fault.value.pointer) == (code, pointer)
    assert fault.value.text.th
    assert fault.value.text.en


@pytest.mark.parametrize(
    ("link", "code", "parameter"),
    [
        ("", "missing", "party"),
        ("party=adult&minutes=1&minutes=2", "repeated", "minutes"),
        ("party=adult&age_group=adult", "repeated", "age_group"),
        ("party=adult&start=x&lon=1&lat=2", "repeated", "lon"),
        ("party=adult&lon=100", "missing", "lat"),
        ("party=adult&lon=nan&lat=7", "out_of_range", "start"),
        ("party=adult&lon=east&lat=7", "not_a_position", "start"),
        ("party=adult&start=100.08,7.62,3", "not_a_position", "start"),
        ("party=adult&step_free=yes", "not_a_choice", "step_free"),
        ("party=adult&minutes=9999999999999999999999", "not_a_number", "minutes"),
        ("party=adult&minutes=๕", "not_a_number", "minutes"),
        ("party=adult&colour=red", "unknown_parameter", "colour"),
    ],
)
def test_a_fault_in_a_link_names_its_parameter(link: str, code: str, parameter: str) -> None:
    with pytest.raises(InvalidPlanRequest) as fault:
        by_link(link)

    assert (fault.value.code, fault.value.extra["parameter"]) == (code, parameter)
