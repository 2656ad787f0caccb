"""What must hold of any answer, read from its JSON alone: none of this knows how plans are made."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any

from spaces.models import AgeGroup, AnySpace
from spaces.opening import state_between

BOTH = ("th", "en")


def faults(answer: dict[str, Any]) -> list[str]:
    """Every rule that an itinerary of the answer breaks."""
    return [fault for itinerary in answer["itineraries"] for rule in RULES for fault in rule(itinerary, answer)]


def moments(itinerary: dict[str, Any]) -> Iterator[tuple[str, datetime]]:
    yield "depart", datetime.fromisoformat(itinerary["depart"])
    for stop in itinerary["stops"]:
        for name in ("arrive", "start", "leave"):
            yield f"{stop['space']} {name}", datetime.fromisoformat(stop[name])
    yield "arrive", datetime.fromisoformat(itinerary["arrive"])


def time_runs_forward(itinerary: dict[str, Any], answer: dict[str, Any]) -> Iterator[str]:
    for (_, before), (name, after) in pairwise(moments(itinerary)):
        if after < before:
            yield f"{name} is earlier than what comes before"


def legs_join(itinerary: dict[str, Any], answer: dict[str, Any]) -> Iterator[str]:
    names = ["start", *(stop["space"] for stop in itinerary["stops"]), "end"]
    if [(leg["from"], leg["to"]) for leg in itinerary["legs"]] != list(pairwise(names)):
        yield "the legs do not join the stops"


def legs_take_their_time(itinerary: dict[str, Any], answer: dict[str, Any]) -> Iterator[str]:
    departures = [itinerary["depart"], *(stop["leave"] for stop in itinerary["stops"])]
    arrivals = [*(stop["arrive"] for stop in itinerary["stops"]), itinerary["arrive"]]
    for leg, left, arrived in zip(itinerary["legs"], departures, arrivals, strict=True):
        took = datetime.fromisoformat(arrived) - datetime.fromisoformat(left)
        if took != timedelta(seconds=leg["seconds"]):
            yield f"the leg to {leg['to']} takes {took}, not {leg['seconds']} s"


def totals_add_up(itinerary: dict[str, Any], answer: dict[str, Any]) -> Iterator[str]:
    walked = sum(leg["metres"] for leg in itinerary["legs"] if leg["mode"] == "walk")
    ridden = sum(leg["metres"] for leg in itinerary["legs"] if leg["mode"] != "walk")
    if (itinerary["walk_m"], itinerary["ride_m"]) != (walked, ridden):
        yield "walk_m and ride_m are not the sums of the legs"


def keeps_the_budget(itinerary: dict[str, Any], answer: dict[str, Any]) -> Iterator[str]:
    wished = answer["request"]["minutes"]
    outing = min(group.max_outing_minutes for group in AgeGroup.objects.filter(pk__in=itinerary["party"]))
    if itinerary["minutes"] > min(wished or outing, outing):
        yield f"{itinerary['minutes']} minutes are too long"


def keeps_the_party(itinerary: dict[str, Any], answer: dict[str, Any]) -> Iterator[str]:
    groups = list(AgeGroup.objects.filter(pk__in=itinerary["party"]))
    walks = [leg["metres"] for leg in itinerary["legs"] if leg["mode"] == "walk"]
    if walks and max(walks) > min(group.max_leg_m for group in groups):
        yield "a walk is too long"
    if sum(walks) > min(group.max_walk_total_m for group in groups):
        yield "too much walking"


def open_or_unknown(itinerary: dict[str, Any], answer: dict[str, Any]) -> Iterator[str]:
    hours = dict(AnySpace.objects.values_list("id", "opening_hours"))
    for stop in itinerary["stops"]:
        start = datetime.fromisoformat(stop["start"])
        state = state_between(hours[stop["space"]], start, start + timedelta(minutes=stop["visit_minutes"]))
        if state == "closed" or stop["hours"] != state:
            yield f"{stop['space']} is {state}, the answer says {stop['hours']}"


def wish_is_kept(itinerary: dict[str, Any], answer: dict[str, Any]) -> Iterator[str]:
    wish, stops = answer["request"], [stop["space"] for stop in itinerary["stops"]]
    if not set(wish["must"]) <= set(stops) or set(wish["avoid"]) & set(stops):
        yield "must or avoid is broken"
    if len(set(stops)) < len(stops):
        yield "a stop comes twice"
    for stop in itinerary["stops"]:
        if stop["space"] not in wish["must"] and (stop["accuracy_m"] > 2000 or not stop["located"]):
            yield f"{stop['space']} is not located"


def says_everything_twice(itinerary: dict[str, Any], answer: dict[str, Any]) -> Iterator[str]:
    told = [*itinerary["warnings"], *itinerary["ask_before_you_go"], *itinerary["breaks"], itinerary["note"]]
    told += [stop["why"] for stop in itinerary["stops"]] + [row["reason"] for row in itinerary["omitted"]]
    for text in told:
        if any(not text[language] or "{" in text[language] for language in BOTH):
            yield f"a text is missing: {text}"


def proof_is_sound(itinerary: dict[str, Any], answer: dict[str, Any]) -> Iterator[str]:
    if itinerary["score"] > itinerary["upper_bound"]:
        yield "the score is above its bound"
    if itinerary["proved_optimal"] and itinerary["score"] != itinerary["upper_bound"]:
        yield "proved, yet below the bound"


RULES = (
    time_runs_forward,
    legs_join,
    legs_take_their_time,
    totals_add_up,
    keeps_the_budget,
    keeps_the_party,
    open_or_unknown,
    wish_is_kept,
    says_everything_twice,
    proof_is_sound,
)
