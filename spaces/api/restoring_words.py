"""What the acts that go back in history tell OpenAPI about themselves."""

from typing import Any

from geo.rest.collection import JsonObject
from geo.rest.describing import Operation, ref
from geo.rest.writing_describing import KEY, WAITS, header
from spaces.api.acting import TEXT, act, path_parameter
from spaces.api.writer import LONGEST_COMMENT
from spaces.models import KIND_OF

TAG = "History"
_SPACE = path_parameter("feature_id", {"type": "string", "pattern": "^[a-z0-9-]{1,80}$"}, "The id of the space.")
_CHANGESET = path_parameter("changeset_id", {"type": "integer", "minimum": 0}, "The id of the changeset.")
_YES_NO: JsonObject = {"type": "boolean", "default": False}
_GOING: JsonObject = {
    "comment": {"type": "string", "maxLength": LONGEST_COMMENT, "description": "Why; stands in the history."},
    "preview": {**_YES_NO, "description": "Only show what it would do."},
    "propose": {**_YES_NO, "description": "Only propose, also where you could publish."},
}
_VERSION: JsonObject = {"version": {"type": "integer", "minimum": 1, "maximum": 2**31 - 1}}
_GIVES: dict[str, tuple[str, str | None]] = {
    "200": ("The preview: nothing was changed.", "GoingBack"),
    "201": ("Applied, as one changeset.", "GoingBack"),
}
_IF_MATCH = header(
    "If-Match", 'The version that was seen, as its ETag says: "3".', {"type": "string", "pattern": '^(W/)?"[!#-~]*"$'}
)
_PROBLEMS = {
    "404": "There is no such version, or it is not for you to see.",
    "409": "Later changes stand in the way (`conflicts` names their fields), or everything is like that already.",
    "422": "The values of then break a law of today, or the version is a deletion.",
    "503": "Others hold what is to be changed for too long, or the database is away.",
}
_VERSIONED = {"412": "Somebody was faster: `theirs` is the space now.", "428": "If-Match is missing."}


def restore(kind: str) -> Operation:
    return _on_space(kind, "restore", "Give the values of a version again")


def undo(kind: str) -> Operation:
    return _on_space(kind, "undo", "Take back what one version changed; later changes stay")


def undo_changeset() -> Operation:
    summary = "Take back everything a changeset did, in one new changeset"
    return _act("undoChangeset", summary, _body(_GOING, []), [_CHANGESET, KEY], _PROBLEMS)


def _on_space(kind: str, verb: str, summary: str) -> Operation:
    name = "".join(part.title() for part in kind.split("-"))
    takes = _body({**_VERSION, **_GOING}, ["version"])
    return _act(f"{verb}{name}Item", summary, takes, [_SPACE, _IF_MATCH, KEY], {**_PROBLEMS, **_VERSIONED})


def _act(
    name: str, summary: str, takes: JsonObject, parameters: list[JsonObject], problems: dict[str, str]
) -> Operation:
    found = act(name, summary, TAG, gives=_GIVES, takes=takes, parameters=parameters, problems=problems)
    found["responses"]["202"] = WAITS
    return found


def _body(properties: JsonObject, required: list[str]) -> JsonObject:
    found: JsonObject = {"type": "object", "additionalProperties": False, "properties": properties}
    return {**found, "required": required} if required else found


_VALUE: JsonObject = {"nullable": True}
_PAIR: JsonObject = {
    "type": "object",
    "required": ["before", "after"],
    "properties": {"before": _VALUE, "after": _VALUE},
}
_CHANGE: JsonObject = {
    "type": "object",
    "required": ["action", "collection", "id"],
    "properties": {
        "action": {"type": "string", "enum": ["create", "modify", "delete"]},
        "collection": {"type": "string", "enum": list(KIND_OF)},
        "id": TEXT,
        "base_version": {"type": "integer", "minimum": 1},
        "version": {"type": "integer", "minimum": 1},
        "attributes": {"type": "object", "additionalProperties": _PAIR},
        "geometry": {"allOf": [ref("GeometryDifference")], "nullable": True},
        "links": {"type": "array", "items": ref("Link")},
    },
}
SCHEMAS: dict[str, Any] = {
    "GoingBack": {
        "type": "object",
        "required": ["preview", "changes"],
        "properties": {
            "preview": {"type": "boolean"},
            "id": {"type": "integer", "description": "The new changeset."},
            "changes": {"type": "array", "items": _CHANGE},
            "links": {"type": "array", "items": ref("Link")},
        },
    },
}
