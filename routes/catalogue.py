"""Suggested routes as rows: drafts for coaches, some of each age group published for the demonstration."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.db import transaction

from routes.models import LearningRoute
from routes.planner import Solutions, explain
from routes.planning.answer import answer
from routes.planning.clock import default_departure
from routes.planning.world import load_world
from routes.suggesting import Pair, Suggestion, pairs
from spaces.models import Status


def suggest(publish: int, now: datetime | None = None) -> tuple[list[Pair], list[LearningRoute]]:
    """Plans the catalogue over what visitors may see, and writes it: the pairs, and the rows that are new."""
    found = list(pairs(load_world(AnonymousUser()), default_departure(now)))
    return found, write(found, publish)


@transaction.atomic
def write(found: Sequence[Pair], publish: int) -> list[LearningRoute]:
    """A row for each suggestion. Drafts of an earlier time give way; what was published or touched stays as it is."""
    drafts = LearningRoute.objects.filter(status=Status.DRAFT, walked_on=None, itinerary__suggested=True)
    drafts.delete()
    kept = set(LearningRoute.objects.values_list("id", flat=True))
    published = appealing(found, publish)
    rows = [row_of(pair, area, one) for pair in found for area, one in pair.found.items()]
    new = [row for row in rows if row.id not in kept]
    for row in new:
        row.status = Status.PUBLISHED if row.id in published else Status.DRAFT
    return LearningRoute.objects.bulk_create(new)


def appealing(found: Sequence[Pair], publish: int) -> set[str]:
    """Ids to publish: for each age group its most appealing suggestions, one of a theme."""
    ids: set[str] = set()
    for age in {pair.age.id for pair in found}:
        best = [best_of(pair) for pair in found if pair.age.id == age and pair.found]
        best.sort(key=lambda row: appeal(row[1]), reverse=True)
        ids |= {id_ for id_, _ in best[:publish]}
    return ids


def best_of(pair: Pair) -> tuple[str, Suggestion]:
    area = max(pair.found, key=lambda area: appeal(pair.found[area]))
    return id_of(pair, area), pair.found[area]


def appeal(suggestion: Suggestion) -> tuple[bool, int, int]:
    """Walked before ridden, then more places, then less riding."""
    return suggestion.route.ride_m == 0, suggestion.places, -suggestion.route.ride_m


def id_of(pair: Pair, area: str) -> str:
    return f"{pair.theme.id}-{pair.age.id}-{area}"


def row_of(pair: Pair, area: str, suggestion: Suggestion) -> LearningRoute:
    """The row: a frozen request and answer under a name that says theme, area and age."""
    question, route = suggestion.question, suggestion.route
    solutions = Solutions((route,))
    itinerary: dict[str, Any] = answer(question, solutions, explain(question.problem, route))["itineraries"][0]
    gateway = question.world.gateways[str(question.start.id)]
    where = gateway.area or gateway
    return LearningRoute(
        id=id_of(pair, area),
        name_th=f"{pair.theme.name_th} · {where.name_th} · {pair.age.name_th}",
        name_en=f"{pair.theme.name_en} · {where.name_en} · {pair.age.name_en}",
        theme=pair.theme,
        age_group=pair.age,
        area=gateway.area,
        stops=list(route.ids),
        request=question.request.as_json(),
        itinerary={**itinerary, "suggested": True},
        stop_versions={id_: question.world.spaces[id_].row.version for id_ in route.ids},
        certainty=itinerary["certainty"],
    )
