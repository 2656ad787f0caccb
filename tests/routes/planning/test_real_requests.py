"""The real data: sixty pairs of age group and theme, and hundreds of requests at random."""

import random
from functools import cache
from typing import Any

import pytest
from answer_rules import faults
from django.contrib.auth.models import AnonymousUser

from routes.planning import NoStopPossible, PlanRefused, PlanRequest, plan
from routes.planning.gateways import counts
from spaces.models import AgeGroup, Theme

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("phatthalung")]

SATURDAY = "2027-01-23T09:00:00+07:00"
ENOUGH_STOPS = 3
RANDOM_REQUESTS = 150
AGES = ("early-childhood", "primary", "secondary", "adult", "older", "family")
Answers = dict[tuple[str, str], dict[str, Any]]


@cache
def answers() -> Answers:
    """For each pair the answer from the first gateway that gives enough stops, else from that which gives most."""
    themes = list(Theme.objects.values_list("id", flat=True))
    return {(age, theme): best_answer(age, theme) for age in AGES for theme in themes}


def best_answer(age: str, theme: str) -> dict[str, Any]:
    wish = {"party": [age], "themes": [theme], "depart": SATURDAY, "alternatives": 1}
    reached = counts(PlanRequest.from_json(wish), AnonymousUser())
    likely = sorted(reached, key=lambda id_: -reached[id_])
    found: list[dict[str, Any]] = []
    for gateway in likely:
        found.append(answered({**wish, "start": gateway}))
        if stops_in(found[-1]) >= ENOUGH_STOPS or not reached[gateway]:
            break
    return max(found, key=stops_in)


def answered(wish: dict[str, Any]) -> dict[str, Any]:
    try:
        return plan(PlanRequest.from_json(wish), AnonymousUser())
    except NoStopPossible as refusal:
        return {"itineraries": [], "nearest": refusal.extra["nearest"]}


def stops_in(answer: dict[str, Any]) -> int:
    return max((len(itinerary["stops"]) for itinerary in answer["itineraries"]), default=0)


def test_at_least_fifty_of_sixty_pairs_have_three_stops(db: None) -> None:
    assert len(answers()) == 60
    assert sum(stops_in(answer) >= ENOUGH_STOPS for answer in answers().values()) >= 50


def test_all_sixty_answers_keep_every_rule(db: None) -> None:
    assert [(pair, faults(answer)) for pair, answer in answers().items() if faults(answer)] == []


def test_no_stop_is_unlocated_and_each_route_says_whether_it_fits(db: None) -> None:
    for answer in answers().values():
        for itinerary in answer["itineraries"]:
            assert all(stop["accuracy_m"] <= 2000 for stop in itinerary["stops"])
            assert itinerary["fits_in_worst_case"] in (True, False)


def test_every_pair_with_little_offers_more(db: None) -> None:
    for answer in answers().values():
        if stops_in(answer) < ENOUGH_STOPS:
            assert answer["nearest"]
            offers = [plan(PlanRequest.from_json(offer["request"]), AnonymousUser()) for offer in answer["nearest"]]
            assert all(stops_in(offer) > stops_in(answer) for offer in offers)


def test_age_groups_differ(db: None) -> None:
    routes = {tuple(stop["space"] for stop in answers()[age, "old-towns"]["itineraries"][0]["stops"]) for age in AGES}

    assert len(routes) >= 4


def test_four_hours_for_early_childhood_are_clipped_not_refused(db: None) -> None:
    answer = answered({"party": ["early-childhood"], "themes": ["old-towns"], "minutes": 240, "depart": SATURDAY})

    assert answer["budget_minutes"] == 180
    assert "clipped_to_group_limit" in {warning["code"] for warning in answer["itineraries"][0]["warnings"]}


def test_random_requests_break_no_rule(db: None) -> None:
    dice = random.Random(20270120)
    themes, ages = list(Theme.objects.values_list("id", flat=True)), list(AGES)
    bodies = [random_body(dice, themes, ages) for _ in range(RANDOM_REQUESTS)]

    planned = [(body, judged(body)) for body in bodies]

    assert [(body, found) for body, found in planned if found] == []


def judged(body: dict[str, Any]) -> list[str]:
    """The faults of the answer; a refusal must name its reason, and offer something when nothing is possible."""
    try:
        return faults(plan(PlanRequest.from_json(body), AnonymousUser()))
    except NoStopPossible as refusal:
        return [] if refusal.extra["nearest"] else ["nothing offered"]
    except PlanRefused as refusal:
        return [] if refusal.pointer else ["no pointer"]


def random_body(dice: random.Random, themes: list[str], ages: list[str]) -> dict[str, Any]:
    gateways = [
        "wat-khuha-sawan",
        "lampam-beach",
        "thale-noi-pier",
        "wat-chaeng-chai-buri",
        "wat-tamot",
        "khao-chaison-station",
    ]
    here = [round(dice.uniform(100.0, 100.2), 4), round(dice.uniform(7.5, 7.8), 4)]
    return {
        "party": dice.sample(ages, dice.choice([1, 1, 2])),
        "needs": dice.choice([[], [], ["mobility-impaired"]]),
        "themes": dice.sample(themes, dice.choice([0, 1, 1, 2])),
        "start": dice.choice([*gateways, here]),
        "end": dice.choice([None, None, *gateways[:2]]),
        "depart": f"2026-12-{dice.randint(1, 31):02}T{dice.randint(6, 17):02}:30:00+07:00",
        "minutes": dice.choice([None, 45, 90, 150, 240, 600]),
        "mode": dice.choice(["auto", "auto", "walk", "vehicle"]),
        "access": dice.choice(["any", "any", "prefer"]),
        "must": dice.choice([[], [], ["wat-wang"], ["khlong-nui-street-art"]]),
        "avoid": dice.choice([[], ["wat-khuha-sawan"]]),
        "people": dice.choice([None, 12, 40]),
        "alternatives": dice.choice([1, 3]),
        "seed": dice.randint(0, 99),
    }


def test_the_age_groups_of_the_data_are_those_tried(db: None) -> None:
    assert set(AgeGroup.objects.filter(is_modifier=False).values_list("id", flat=True)) == set(AGES)
