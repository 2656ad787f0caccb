"""Asks the planner for a page: itineraries, or a refusal in words, and ready requests that do succeed."""

from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest

from frontend.wish import SHOW
from geo.rest.problems import document, kind_of
from routes.planning import PlanRefused, PlanRequest, plan
from routes.turns import TooManyPlanning, turn

Answer = dict[str, Any]


@dataclass(frozen=True)
class Reply:
    """`itineraries` is empty when the planner refused; `problem` then holds what the API would say (RFC 9457)."""

    itineraries: list[Answer] = field(default_factory=list)
    nearest: list[Answer] = field(default_factory=list)
    limits: list[Answer] = field(default_factory=list)
    rotation: list[Answer] = field(default_factory=list)
    problem: dict[str, Any] = field(default_factory=dict)
    status: int = 200


def ask(request: HttpRequest) -> Reply:
    """The planner's answer to the query of a page."""
    query = request.GET.copy()
    query.pop(SHOW, None)
    try:
        wish = PlanRequest.from_query(query)
        with turn():
            answer = plan(wish, request.user)
    except (PlanRefused, TooManyPlanning) as refusal:
        problem = document(refusal, kind_of(refusal), request)
        return Reply(nearest=problem.get("nearest", []), problem=problem, status=problem["status"])
    return Reply(answer["itineraries"], answer["nearest"], answer["limits"], answer.get("rotation", []))
