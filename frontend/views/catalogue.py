"""Ready routes: the catalogue by age group and theme, and one kept route."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from frontend.itineraries import Itinerary, map_data, present
from frontend.presenting import words
from frontend.takeaway import take_away
from routes.checking import doubts
from routes.models import LearningRoute
from routes.planning import PlanRequest
from spaces.models import AgeGroup, Status, Theme


def published_routes() -> QuerySet[LearningRoute]:
    return LearningRoute.objects.filter(status=Status.PUBLISHED).select_related("theme", "age_group", "area")


def routes(request: HttpRequest) -> HttpResponse:
    """All published routes under their age group, or those of one group and theme."""
    age, theme = request.GET.get("age_group", ""), request.GET.get("theme", "")
    found = published_routes()
    if age:
        found = found.filter(age_group=age)
    if theme:
        found = found.filter(theme=theme)
    in_doubt = {id_ for id_, found_ones in doubts(found).items() if found_ones}
    ages, themes = list(AgeGroup.objects.filter(is_modifier=False)), list(Theme.objects.all())
    groups = by_age(ages, list(found))
    context = {"ages": ages, "themes": themes, "age": age, "theme": theme, "groups": groups, "in_doubt": in_doubt}
    return render(request, "frontend/routes.html", context)


def by_age(ages: list[AgeGroup], found: list[LearningRoute]) -> list[tuple[AgeGroup | None, list[tuple[Any, Any]]]]:
    """(age group, its routes with what their cards say); groups without a route are left out."""
    rows = [(group, [route for route in found if route.age_group_id == group.id]) for group in ages]
    rows = [(group, sorted(kept, key=lambda route: route.theme.order if route.theme else 0)) for group, kept in rows]
    return [(group, [(route, shown(route)) for route in kept]) for group, kept in rows if kept]


def shown(route: LearningRoute) -> Itinerary:
    """The frozen itinerary, as it was when it was kept."""
    return present(route.itinerary)


def route(request: HttpRequest, route_id: str) -> HttpResponse:
    kept = get_object_or_404(published_routes(), pk=route_id)
    itinerary = shown(kept)
    query = PlanRequest.from_json(kept.request).as_query()
    context = {
        "route": kept,
        "shown": itinerary,
        "heading": words(kept, "name"),
        "draft": kept.walked_on is None,
        "doubts": [doubt.text.in_language() for doubt in doubts([kept])[kept.pk]],
        "map_data": map_data(itinerary),
        "take_away": take_away(reverse("route-api", args=[kept.pk])),
        "plan_query": query,
    }
    return render(request, "frontend/route.html", context)
