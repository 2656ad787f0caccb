"""What `/api/routes/` tells OpenAPI about itself."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from geo.rest.describing import Operation, answers, f_parameter, operation, parameter
from geo.rest.media import JSON, Media
from geo.rest.openapi import SelfDescribed
from routes.planning.edit_request import MOST_STAY, MOST_STOPS
from routes.planning.fields import MOST_MINUTES
from routes.planning.request import (
    ACCESS,
    MODES,
    MOST_ALTERNATIVES,
    MOST_GROUPS,
    MOST_LISTED,
    MOST_OF_A_KIND,
    MOST_PEOPLE,
    MOST_SEED,
)

TAG = "Routes"
ID = {"type": "string", "pattern": "^[A-Za-z0-9_-]{1,80}$"}
CODE = {"type": "string", "pattern": "^[A-Za-z0-9._/-]{1,40}$"}


def listed(name: str, item: dict[str, Any]) -> dict[str, Any]:
    """A list of ids or codes, each once."""
    return {"type": "array", "items": item, "maxItems": MOST_LISTED[name], "uniqueItems": True}


TEXT = {"type": "string"}
ANSWER: dict[str, Any] = {
    "type": "object",
    "required": ["itineraries"],
    "properties": {"itineraries": {"type": "array", "items": {"type": "object"}}},
}
PROBLEMS = {
    "422": "It names what is not there, or nothing is possible: `nearest` then holds requests that succeed.",
    "503": "Too many are planning; Retry-After says when to come again.",
}
BODY_PROBLEMS = {"411": "A body in chunks, of unknown length.", "413": "More bytes than any wish needs."}

# Within the years that a plan may lie in (`routes.planning.fields.YEARS`), the last of them left out for brevity.
MOMENT: dict[str, Any] = {"type": "string", "format": "date-time", "pattern": "^20[0-9]{2}-"}

# name: (description, schema); the query and the body hold the same fields
FIELDS: dict[str, tuple[str, dict[str, Any]]] = {
    "party": ("Age groups that go; the strictest limit of each kind holds.", {**listed("party", ID), "minItems": 1}),
    "needs": ("Modifiers such as mobility-impaired.", listed("needs", ID)),
    "themes": ("Spaces of any of these themes; all themes unless given.", listed("themes", ID)),
    "start": ("A gateway id, a space id, or lon,lat (WGS 84). The default gateway unless given.", TEXT),
    "end": ("As start, or `open`: at the last stop. The route closes at its start unless given.", TEXT),
    "depart": (
        "Date and time with offset; next Saturday 09:00 in Bangkok unless given.",
        MOMENT,
    ),
    "minutes": (
        "Time for the whole outing; as long as suits the group unless given.",
        {"type": "integer", "minimum": 1, "maximum": 1440},
    ),
    "mode": ("How to get about.", {"type": "string", "enum": list(MODES), "default": "auto"}),
    "access": (
        "Step-free: any, prefer (no known barrier), require (surveyed).",
        {"type": "string", "enum": list(ACCESS), "default": "any"},
    ),
    "must": ("Spaces that must be stops.", listed("must", ID)),
    "avoid": ("Spaces that must not.", listed("avoid", ID)),
    "outcomes": ("Curriculum outcomes, each of which some stop must cover.", listed("outcomes", CODE)),
    "story": ("A story to walk in its order, once three of its walls are known within 150 m.", TEXT),
    "groups": (
        "Class groups that go at once and take turns where there is not room for all: one itinerary each.",
        {"type": "integer", "minimum": 1, "maximum": MOST_GROUPS, "default": 1},
    ),
    "people": ("Everybody, adults included.", {"type": "integer", "minimum": 1, "maximum": MOST_PEOPLE}),
    "most_of_a_kind": (
        "At most so many stops of one subkind.",
        {"type": "integer", "minimum": 1, "maximum": MOST_OF_A_KIND},
    ),
    "most_wait_minutes": (
        "The longest wait before a place opens; longer idle time is spent at the stop before.",
        {"type": "integer", "minimum": 0, "maximum": MOST_MINUTES},
    ),
    "alternatives": (
        "Itineraries wanted.",
        {"type": "integer", "minimum": 1, "maximum": MOST_ALTERNATIVES, "default": 3},
    ),
    "seed": (
        "The same seed gives the same routes.",
        {"type": "integer", "minimum": 0, "maximum": MOST_SEED, "default": 1},
    ),
}
SHORTHANDS: dict[str, tuple[str, dict[str, Any]]] = {
    "age_group": ("Short for a party of one kind.", TEXT),
    "theme": ("Short for themes.", TEXT),
    "lon": ("Short for start, with lat.", {"type": "number"}),
    "lat": ("Short for start, with lon.", {"type": "number"}),
    "step_free": ("Short for access=prefer.", {"type": "boolean"}),
}


ITINERARY = parameter("itinerary", "Only the itinerary with this id.", TEXT)


class PlanDescribed(SelfDescribed):
    """Two operations on one address: by link and by body."""

    def get_operation(
        self, path: str, path_regex: str, path_prefix: str, method: str, registry: Any
    ) -> dict[str, Any] | None:
        if method == "POST":
            view: Any = self.view
            return plan_by_body(view.offered)
        return super().get_operation(path, path_regex, path_prefix, method, registry)


def plan_by_link(offered: Sequence[Media]) -> Operation:
    known = [parameter(name, words, schema) for name, (words, schema) in {**FIELDS, **SHORTHANDS}.items()]
    return operation(
        "planRouteByLink",
        "Plan a learning route",
        TAG,
        answer=in_all(offered, "Itineraries, best first."),
        parameters=[f_parameter(offered), ITINERARY, *known],
        problems=PROBLEMS,
    )


def wish_schema() -> dict[str, Any]:
    """The body of a plan request."""
    properties = {name: {**schema, "description": words} for name, (words, schema) in FIELDS.items()}
    for place in ("start", "end"):
        properties[place] = {"description": FIELDS[place][0], "nullable": True, "oneOf": [ID, LONLAT]}
    properties["story"] |= {**ID, "nullable": True}
    return {"type": "object", "required": ["party"], "additionalProperties": False, "properties": properties}


def plan_by_body(offered: Sequence[Media]) -> Operation:
    described = operation(
        "planRoute",
        "Plan a learning route",
        TAG,
        answer=in_all(offered, "Itineraries, best first."),
        parameters=[f_parameter(offered), ITINERARY],
        problems={**PROBLEMS, **BODY_PROBLEMS},
    )
    return {**described, "requestBody": {"required": True, "content": {JSON.type: {"schema": wish_schema()}}}}


LONLAT = {"type": "array", "items": {"type": "number"}, "minItems": 2, "maxItems": 2}


EDITED_STOP: dict[str, Any] = {
    "type": "object",
    "required": ["space"],
    "additionalProperties": False,
    "properties": {
        "space": ID,
        "stay_minutes": {"type": "integer", "minimum": 1, "maximum": MOST_STAY, "nullable": True},
        "start": {**MOMENT, "nullable": True},
        "pinned": {"type": "boolean", "default": False},
    },
}
EVALUATION: dict[str, Any] = {
    "type": "object",
    "required": ["request", "itinerary", "violations", "best", "best_refused", "gain"],
    "properties": {
        "itinerary": {"type": "object", "description": "The stops as posted, with their times."},
        "violations": {"type": "array", "items": {"type": "object", "required": ["code", "stop", "th", "en"]}},
        "best": {"type": "object", "nullable": True, "description": "The best itinerary that keeps what is pinned."},
        "best_refused": {"type": "object", "nullable": True, "description": "Why there is none."},
        "gain": {"type": "number", "nullable": True, "description": "Points the best one earns more."},
    },
}


class EvaluationDescribed(SelfDescribed):
    """One operation: by body."""

    def get_operation(
        self, path: str, path_regex: str, path_prefix: str, method: str, registry: Any
    ) -> dict[str, Any] | None:
        return evaluation()


def evaluation() -> Operation:
    stops = {"type": "array", "maxItems": MOST_STOPS, "items": {"oneOf": [EDITED_STOP, ID]}}
    body = {
        "type": "object",
        "required": ["plan", "stops"],
        "additionalProperties": False,
        "properties": {"plan": wish_schema(), "stops": stops},
    }
    described = operation(
        "evaluateRoute",
        "Judge an itinerary edited by hand, and better it",
        TAG,
        answer=answers((JSON,), EVALUATION, description="Its times, what it breaks, and the best with the same pins."),
        parameters=[],
        problems={**PROBLEMS, **BODY_PROBLEMS},
    )
    return {**described, "requestBody": {"required": True, "content": {JSON.type: {"schema": body}}}}


def kept_route(offered: Sequence[Media], parameters: Iterable[Mapping[str, Any]]) -> Operation:
    id_ = {"name": "route_id", "in": "path", "required": True, "schema": TEXT}
    return operation(
        "getRoute",
        "A published route, as it was kept",
        TAG,
        answer=in_all(offered, "The route."),
        parameters=[id_, *(dict(one) for one in parameters)],
        problems={"404": "There is no such published route."},
    )


def in_all(offered: Sequence[Media], words: str) -> dict[str, Any]:
    """The 200 in every medium: JSON as described, all others as files."""
    described = answers((JSON,), ANSWER, description=words)
    files = {media.type: {"schema": {"type": "string", "format": "binary"}} for media in offered if media is not JSON}
    return {**described, "content": {**described["content"], **files}}
