"""The plan: up to three cards, one of them shown as a map and as text; or a refusal with requests that do work."""

from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import add_never_cache_headers

from frontend.asking import Reply, ask
from frontend.choices import form_choices, summary
from frontend.counting import stops_by_gateway
from frontend.editing import Edit, judged
from frontend.itineraries import Itinerary, map_data, present
from frontend.limits import limit_words
from frontend.offers import offers
from frontend.rotation import rotation
from frontend.takeaway import take_away
from frontend.wish import SHOW, Wish, canonical, needs_canonical, plan_query
from geo.rest.problems import document, kind_of
from routes.planning import PlanRefused, evaluate
from routes.turns import AGAIN_S, TooManyPlanning, turn


def plan_page(request: HttpRequest) -> HttpResponse:
    """The address is the request: whatever the form sent is first turned into the link that can be shared."""
    if needs_canonical(request.GET):
        return HttpResponseRedirect(f"{request.path}?{canonical(request.GET)}")
    reply = ask(request)
    choices = form_choices(Wish.read(request.GET), stops_by_gateway(request.GET, request.user))
    context = {**choices, "summary": summary(choices), "offers": offers(reply.nearest)}
    context |= found(request, reply) if reply.itineraries else {"refusal": reply.problem}
    response = render(request, "frontend/plan.html", context, status=reply.status)
    add_never_cache_headers(response)
    if reply.status == HTTPStatus.SERVICE_UNAVAILABLE:
        response["Refresh"] = str(AGAIN_S)  # a whole class may ask at once: each telephone tries again by itself
    return response


def found(request: HttpRequest, reply: Reply) -> dict[str, Any]:
    cards = [present(answer, number) for number, answer in enumerate(reply.itineraries, 1)]
    shown = chosen(cards, request.GET.get(SHOW, ""))
    query = plan_query(request.GET)
    return {
        "shown": shown,
        "cards": [(card, f"{reverse('plan')}?{query}&{SHOW}={card.number}") for card in cards],
        "limits": limit_words(reply.limits),
        "rotation": rotation(reply.rotation),
        "edit": "" if reply.rotation else edit_address(request.GET, shown),
        "map_data": map_data(shown),
        "take_away": take_away(f"{reverse('plan-api')}?{query}"),
    }


def edit_page(request: HttpRequest) -> HttpResponse:
    """An itinerary edited by hand: its times, what speaks against it, and the best with the same pins."""
    edit = Edit.read(request.GET)
    back = f"{reverse('plan')}?{plan_query(edit.plan)}"
    try:
        with turn():
            answer = evaluate(edit.request(), request.user)
    except (PlanRefused, TooManyPlanning) as refusal:
        problem = document(refusal, kind_of(refusal), request)
        context = {"refusal": problem, "offers": offers(problem.get("nearest", [])), "back": back}
        return fresh(render(request, "frontend/edit.html", context, status=problem["status"]))
    return fresh(render(request, "frontend/edit.html", {**judged(answer, edit), "back": back}))


def fresh(response: HttpResponse) -> HttpResponse:
    """Never stored: an address may hold a position."""
    add_never_cache_headers(response)
    return response


def edit_address(query: QueryDict, shown: Itinerary) -> str:
    """Where the itinerary shown can be edited."""
    return Edit.read(query).address([stop.space for stop in shown.stops], ())


def chosen(cards: list[Itinerary], number: str) -> Itinerary:
    """The card the visitor chose, else the best."""
    return next((card for card in cards if str(card.number) == number), cards[0])
