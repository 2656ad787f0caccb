"""What the history of a feature tells OpenAPI about itself."""

from geo.rest.collection import JsonObject
from geo.rest.describing import ref

_TEXT: JsonObject = {"type": "string"}
_WHOLE: JsonObject = {"type": "integer", "minimum": 1}
_VALUE: JsonObject = {"nullable": True}
_LINKS: JsonObject = {"type": "array", "items": ref("Link")}
_PAIR: JsonObject = {
    "type": "object",
    "required": ["before", "after"],
    "properties": {"before": _VALUE, "after": _VALUE},
}
_MEASURE: JsonObject = {"type": "number", "minimum": 0, "nullable": True}

VERSION: JsonObject = {
    "type": "object",
    "required": ["version", "action", "changeset", "when", "why", "source", "changed"],
    "properties": {
        "version": _WHOLE,
        "action": {"type": "string", "enum": ["create", "modify", "delete", "restore"]},
        "changeset": {"type": "integer"},
        "when": {"type": "string", "format": "date-time", "description": "When it was committed."},
        "who": {**_TEXT, "nullable": True, "description": "Told to who is signed in; null for the system itself."},
        "why": {**_TEXT, "description": "The comment of the changeset."},
        "source": {**_TEXT, "description": "What sent it: fixtures, admin, api, import …"},
        "changed": {"type": "array", "items": _TEXT, "description": "The properties that differ, and `geometry`."},
        "links": _LINKS,
    },
}

SCHEMAS: dict[str, JsonObject] = {
    "Version": VERSION,
    "Versions": {
        "type": "object",
        "required": ["collection", "id", "versions", "links"],
        "properties": {
            "collection": _TEXT,
            "id": _TEXT,
            "versions": {"type": "array", "items": ref("Version")},
            "links": _LINKS,
        },
    },
    "GeometryDifference": {
        "type": "object",
        "description": "A FeatureCollection of `before`, `after`, `added` and `removed`, as far as there are any. "
        "Areas and lengths are measured in EPSG:32647; `moved_m` is how far the middle went.",
        "required": ["type", "features", "moved_m"],
        "properties": {
            "type": {"type": "string", "enum": ["FeatureCollection"]},
            "features": {
                "type": "array",
                "items": {
                    "type": "object",
                    "required": ["type", "id", "geometry", "properties"],
                    "properties": {
                        "type": {"type": "string", "enum": ["Feature"]},
                        "id": {"type": "string", "enum": ["before", "after", "added", "removed"]},
                        "geometry": {"type": "object"},
                        "properties": {
                            "type": "object",
                            "properties": {"part": _TEXT, "area_m2": _MEASURE, "length_m": _MEASURE},
                        },
                    },
                },
            },
            "moved_m": _MEASURE,
        },
    },
    "Difference": {
        "type": "object",
        "required": ["collection", "id", "older", "newer", "attributes", "geometry", "links"],
        "properties": {
            "collection": _TEXT,
            "id": _TEXT,
            "older": _WHOLE,
            "newer": _WHOLE,
            "attributes": {"type": "object", "additionalProperties": _PAIR},
            "geometry": {"allOf": [ref("GeometryDifference")], "nullable": True},
            "links": _LINKS,
        },
    },
}
