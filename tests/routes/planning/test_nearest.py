"""A refusal or a short answer brings requests that were tried and do succeed."""

from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import QueryDict

from routes.planning import NoStopPossible, PlanRequest, plan
from routes.planning.gateways import counts

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("phatthalung")]

WEDNESDAY = "2027-01-20T09:00:00+07:00"


def asked(**body: Any) -> dict[str, Any]:
    return plan(PlanRequest.from_json({"depart": WEDNESDAY, **body}), AnonymousUser())


def refused(**body: Any) -> list[dict[str, Any]]:
    with pytest.raises(NoStopPossible) as refusal:
        asked(**body)
    offers: list[dict[str, Any]] = refusal.value.extra["nearest"]
    return offers


@pytest.mark.parametrize(
    "body",
    [
        {"party": ["early-childhood"], "themes": ["performing-arts"], "start": "wat-tamot"},
        {"party": ["primary"], "themes": ["street-art"], "start": "wat-tamot", "mode": "walk"},
        {"party": ["primary"], "start": [100.0, 7.5], "minutes": 3},
        {"party": ["older"], "access": "require"},
        {"party": ["primary"], "must": ["ko-mak", "wat-wang"], "minutes": 60},
        {"party": ["adult"], "start": "wat-tamot", "end": "thale-noi-pier", "mode": "walk"},
    ],
)
def test_every_offer_succeeds_both_as_body_and_as_link(db: None, body: dict[str, Any]) -> None:
    offers = refused(**body)

    assert 1 <= len(offers) <= 3
    for offer in offers:
        again = plan(PlanRequest.from_json(offer["request"]), AnonymousUser())
        assert len(again["itineraries"][0]["stops"]) == offer["stops"] > 0
        link = offer["href"].partition("?")[2]
        assert PlanRequest.from_query(QueryDict(link)) == PlanRequest.from_json(offer["request"])
        assert offer["th"]
        assert offer["en"]


def test_a_short_answer_offers_longer_ones(db: None) -> None:
    answer = asked(party=["primary"], themes=["street-art"], start="pak-phayun-street-art", mode="walk")

    assert "short" in {warning["code"] for warning in answer["itineraries"][0]["warnings"]}
    assert answer["nearest"]
    assert all(offer["stops"] > len(answer["itineraries"][0]["stops"]) for offer in answer["nearest"])


def test_a_good_answer_needs_no_offers(db: None) -> None:
    assert asked(party=["primary"], themes=["faith"])["nearest"] == []


def test_offers_are_of_different_kinds(db: None) -> None:
    kinds = [
        offer["change"] for offer in refused(party=["primary"], themes=["street-art"], start="wat-tamot", mode="walk")
    ]

    assert len(set(kinds)) == len(kinds)


def test_each_gateway_has_a_live_number_of_stops(db: None) -> None:
    near = counts(
        PlanRequest.from_json({"party": ["primary"], "themes": ["street-art"], "mode": "walk"}), AnonymousUser()
    )

    assert len(near) == 12
    assert near["phatthalung-station"] > near["wat-tamot"] == 0


def test_a_gateway_counts_what_a_plan_from_it_can_reach(db: None) -> None:
    wish = {"party": ["primary"], "themes": ["faith"], "depart": WEDNESDAY}
    found = counts(PlanRequest.from_json(wish), AnonymousUser())

    for gateway in ("wat-khuha-sawan", "thale-noi-pier"):
        answer = plan(PlanRequest.from_json({**wish, "start": gateway}), AnonymousUser())
        assert answer["candidates"] == found[gateway]
