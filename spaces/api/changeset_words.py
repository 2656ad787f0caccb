"""What `/api/changesets` takes and gives, as schemas: the body is held to the very schema that OpenAPI shows."""

from typing import Any

from geo.rest.collection import JsonObject
from geo.rest.describing import Operation, answers, operation, parameter, ref
from geo.rest.media import JSON
from geo.rest.writing_describing import CONTENT_CRS, KEY, REFUSED, SIGNED_IN_ONLY, WAITS
from spaces.api.writer import LONGEST_COMMENT
from spaces.models import KIND_OF, Changeset

TAG = "Changesets"
MOST_CHANGES = 2_000
DEFAULT_LIMIT, MOST_LISTED = 100, 1_000

_TEXT: JsonObject = {"type": "string"}
_ID: JsonObject = {"type": "string", "pattern": "^[a-z0-9-]{1,80}$"}
_CHANGE: JsonObject = {
    "type": "object",
    "description": "`modify` takes a merge patch (RFC 7396) as its feature, `replace` and `create` a whole one. All "
    "but `create` name the id and the version that was seen; `delete` has no feature.",
    "required": ["action", "collection"],
    "properties": {
        "action": {"type": "string", "enum": ["create", "modify", "replace", "delete"]},
        "collection": {"type": "string", "enum": list(KIND_OF)},
        "id": _ID,
        "version": {"type": "integer", "minimum": 1},
        "feature": {"type": "object"},
    },
    "additionalProperties": False,
}
BODY: JsonObject = {
    "type": "object",
    "required": ["changes"],
    "properties": {
        "comment": {"type": "string", "maxLength": LONGEST_COMMENT, "description": "What changed, and why."},
        "partner": {**_ID, "description": "The partner on whose behalf, one that you work for."},
        "propose": {"type": "boolean", "description": "Only propose, also where you could publish."},
        "changes": {"type": "array", "items": _CHANGE, "minItems": 1, "maxItems": MOST_CHANGES},
    },
    "additionalProperties": False,
}

_WHEN: JsonObject = {"type": "string", "format": "date-time"}
_LINKS: JsonObject = {"type": "array", "items": ref("Link")}
_STATE: JsonObject = {"type": "string", "enum": list(Changeset.State.values)}
_LINE: JsonObject = {
    "id": {"type": "integer"},
    "state": _STATE,
    "comment": {"type": "string", "description": "Empty where it could tell of what you may not see."},
    "source": _TEXT,
    "partner": {"type": "string", "nullable": True},
    "created_at": _WHEN,
    "applied_at": {**_WHEN, "nullable": True},
    "author": {"type": "string", "nullable": True, "description": "For signed-in people."},
    "username": {"type": "string", "nullable": True, "description": "For signed-in people."},
    "links": _LINKS,
}
_SHOWN = ["id", "state", "comment", "source", "created_at", "links"]
_APPLIED: JsonObject = {
    "type": "object",
    "required": ["action", "collection", "id", "version"],
    "properties": {
        "action": {"type": "string", "enum": ["create", "modify", "replace", "delete"]},
        "collection": _TEXT,
        "id": _TEXT,
        "version": {"type": "integer"},
        "links": _LINKS,
    },
}
SCHEMAS: dict[str, Any] = {
    "NewChangeset": BODY,
    "AppliedChangeset": {
        "type": "object",
        "required": ["id", "state", "changes"],
        "properties": {
            "id": {"type": "integer"},
            "state": _STATE,
            "changes": {"type": "array", "items": _APPLIED, "description": "In the order in which they were sent."},
            "links": _LINKS,
        },
    },
    "Changeset": {
        "type": "object",
        "required": [*_SHOWN, "numberOfChanges", "changes"],
        "properties": {
            **_LINE,
            "numberOfChanges": {"type": "integer", "minimum": 0},
            "changes": {"type": "array", "items": _APPLIED},
        },
    },
    "Changesets": {
        "type": "object",
        "required": ["changesets", "numberReturned", "links"],
        "properties": {
            "changesets": {
                "type": "array",
                "items": {"type": "object", "required": _SHOWN, "properties": _LINE},
            },
            "numberReturned": {"type": "integer", "minimum": 0},
            "links": _LINKS,
        },
    },
}

LIST_PARAMETERS = (
    parameter("author", "Only those of this username; for signed-in people.", {"type": "string"}),
    parameter("collection", "Only those that touch this collection.", {"type": "string", "enum": list(KIND_OF)}),
    parameter("state", "Only those in this state.", _STATE),
    parameter("since", "Only those applied (or proposed) from this moment on (RFC 3339).", _WHEN),
    parameter(
        "limit",
        f"Changesets on a page. More than {MOST_LISTED} means {MOST_LISTED}.",
        {"type": "integer", "minimum": 1, "default": DEFAULT_LIMIT},
    ),
    parameter("cursor", "Where the page starts; taken from a next link.", {"type": "string", "minLength": 1}),
)


def list_changesets(parameters: Any) -> Operation:
    answer = answers((JSON,), ref("Changesets"), description="A page, newest first.")
    return operation("listChangesets", "Changesets, newest first", TAG, answer=answer, parameters=parameters)


def get_changeset(parameters: Any) -> Operation:
    id_ = {"name": "changeset_id", "in": "path", "required": True, "schema": {"type": "integer", "minimum": 0}}
    answer = answers((JSON,), ref("Changeset"), description="Who changed what, when and why.")
    problems = {"404": "There is no such changeset, or nothing of it is for you to see."}
    return operation(
        "getChangeset", "One changeset", TAG, answer=answer, parameters=[id_, *parameters], problems=problems
    )


def apply_changeset() -> Operation:
    wrong = {
        **REFUSED,
        "404": "A space to be changed is not there, or not for you to see.",
        "412": "Somebody was faster: `conflicts` holds theirs and base of each such space.",
    }
    found = operation(
        "applyChangeset",
        "Create, modify and delete many features of many kinds, all or none",
        TAG,
        answer={},
        parameters=[CONTENT_CRS, KEY],
        problems=wrong,
    )
    del found["responses"]["200"], found["responses"]["406"]
    applied = answers((JSON,), ref("AppliedChangeset"), description="All is applied.")
    applied["headers"] = {"Location": {"description": "The changeset.", "schema": _TEXT}}
    found["responses"] |= {"201": applied, "202": WAITS}
    found["requestBody"] = {"required": True, "content": {JSON.type: {"schema": ref("NewChangeset")}}}
    found["security"] = SIGNED_IN_ONLY
    return found
