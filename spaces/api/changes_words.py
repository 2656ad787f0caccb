"""What `/api/changes` tells OpenAPI about itself."""

from collections.abc import Iterable, Mapping
from typing import Any

from geo.rest.collection import JsonObject
from geo.rest.describing import Operation, answers, operation, parameter, ref
from geo.rest.media import GEOJSON, Media
from geo.rest.times import INSTANT_PATTERN
from spaces.feed import MOST_NAMED, MOST_READ
from spaces.models import KIND_OF

MOST = 1_000
PARAMETERS: tuple[Mapping[str, Any], ...] = (
    parameter(
        "collection",
        "Only changes of these collections.",
        {"type": "array", "items": {"type": "string", "enum": list(KIND_OF)}, "minItems": 1},
    ),
    parameter(
        "since",
        "Only what was committed after this moment, or from the beginning of this day (RFC 3339).",
        {"type": "string", "pattern": INSTANT_PATTERN},
    ),
    parameter(
        "limit",
        f"Lines of the log that are read; more than {MOST} means {MOST}. Those that touched only what is hidden are "
        "left out, so fewer may come.",
        {"type": "integer", "minimum": 1, "default": 100},
    ),
    parameter(
        "cursor",
        "Where to go on, as an answer before gave it; `since` is then not looked at.",
        {"type": "string", "minLength": 1},
    ),
)

_TEXT: JsonObject = {"type": "string"}
_COUNT: JsonObject = {"type": "integer", "minimum": 0}
_ACTION: JsonObject = {"type": "string", "enum": ["create", "modify", "delete"]}
_LINKS: JsonObject = {"type": "array", "items": ref("Link")}
_TOUCHED: JsonObject = {
    "type": "object",
    "required": ["id", "version", "action"],
    "properties": {"id": _TEXT, "version": {"type": "integer"}, "action": _ACTION, "links": _LINKS},
}
_ENTRY: JsonObject = {
    "collection": {"type": "string", "enum": list(KIND_OF)},
    "n": {"type": "integer", "description": "The commit, counted in this collection."},
    "changeset": {"type": "integer"},
    "when": {"type": "string", "format": "date-time"},
    "who": {**_TEXT, "nullable": True, "description": "Told to who is signed in; null for the system itself."},
    "why": {**_TEXT, "description": "The comment; empty where the changeset also touched what is hidden."},
    "source": _TEXT,
    "counts": {"type": "object", "properties": dict.fromkeys(_ACTION["enum"], _COUNT)},
    "complete": {
        "type": "boolean",
        "description": f"False where the changeset made more than {MOST_READ} versions here: counts, features and bbox "
        "are then of some of them.",
    },
    "features": {"type": "array", "items": _TOUCHED, "description": f"{MOST_NAMED} of them at most."},
}
_BOX: JsonObject = {"type": "array", "items": {"type": "number"}, "minItems": 4, "maxItems": 4, "nullable": True}
_REQUIRED = [name for name in _ENTRY if name != "who"]
_PAGE: JsonObject = {
    "numberReturned": _COUNT,
    "cursor": {**_TEXT, "description": "Send it later to get only what came after."},
    "links": _LINKS,
}
_FEATURE: JsonObject = {
    "type": "object",
    "required": ["type", "id", "geometry", "properties"],
    "properties": {
        "type": {"type": "string", "enum": ["Feature"]},
        "id": _TEXT,
        "geometry": {"type": "object", "nullable": True, "description": "The box of what was touched."},
        "properties": {"type": "object", "required": _REQUIRED, "properties": _ENTRY},
    },
}
SCHEMAS: dict[str, Any] = {
    "Change": {
        "type": "object",
        "required": [*_REQUIRED, "bbox"],
        "properties": {**_ENTRY, "bbox": {**_BOX, "description": "Of before and after, WGS 84 (lon, lat)."}},
    },
    "Changes": {
        "type": "object",
        "required": ["changes", *_PAGE],
        "properties": {"changes": {"type": "array", "items": ref("Change")}, **_PAGE},
    },
    "ChangesDrawn": {
        "type": "object",
        "required": ["type", "features", *_PAGE],
        "properties": {
            "type": {"type": "string", "enum": ["FeatureCollection"]},
            "features": {"type": "array", "items": _FEATURE},
            **_PAGE,
        },
    },
}


def list_changes(parameters: Iterable[Mapping[str, Any]], offered: Iterable[Media]) -> Operation:
    answer = answers(offered, ref("Changes"), description="Changes in commit order, oldest first.")
    answer["content"][GEOJSON.type] = {"schema": ref("ChangesDrawn")}
    return operation("getChanges", "What was changed", "History", answer=answer, parameters=parameters)
