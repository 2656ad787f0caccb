"""What `/api/acts/{act}` takes and gives, as schemas: a body is held to the very schema that OpenAPI shows."""

from typing import Any

from geo.rest.collection import JsonObject
from geo.rest.describing import Operation, operation, ref
from geo.rest.media import JSON
from geo.rest.validating_describing import GEOMETRY
from geo.rest.writing_describing import KEY, REFUSED, SIGNED_IN_ONLY, WAITS
from spaces.api.writer import LONGEST_COMMENT
from spaces.reshaping.zones import AREA_KINDS

TAG = "Geometry acts"
MOST_FEATURES = 100

_ID: JsonObject = {"type": "string", "pattern": "^[a-z0-9-]{1,80}$"}
_COLLECTION: JsonObject = {"type": "string", "enum": list(AREA_KINDS)}
_REF: JsonObject = {
    "type": "object",
    "required": ["collection", "id"],
    "properties": {
        "collection": _COLLECTION,
        "id": _ID,
        "version": {"type": "integer", "minimum": 1, "description": "That you saw; a preview does without."},
        "geometry": {
            "type": "object",
            "description": "A GeoJSON Polygon or MultiPolygon to act upon instead of what is stored, in previews only. "
            "The feature need not be stored at all.",
        },
    },
    "additionalProperties": False,
}
_REFS: JsonObject = {"type": "array", "items": _REF, "minItems": 1, "maxItems": MOST_FEATURES}
_PLACE: JsonObject = {"type": "array", "items": {"type": "number"}, "minItems": 2, "maxItems": 2}
_GEOJSON: JsonObject = {"type": "object", "description": "A GeoJSON geometry."}
_NEIGHBOURS: JsonObject = {**_REFS, "description": "Neighbours that are to take new corners on their borders."}
_LINE: JsonObject = {**_GEOJSON, "description": "A GeoJSON LineString."}
_MOVE: JsonObject = {
    "type": "object",
    "required": ["from", "to"],
    "properties": {"from": {**_PLACE, "description": "A corner, exactly."}, "to": _PLACE},
    "additionalProperties": False,
}
_TO: JsonObject = {
    "type": "object",
    "description": "Another feature (collection and id), a boundary by its id (`service-area` is one), or an area.",
    "properties": {
        "collection": _COLLECTION,
        "id": _ID,
        "boundary": _ID,
        "geometry": {**_GEOJSON, "description": "A GeoJSON Polygon or MultiPolygon."},
    },
    "additionalProperties": False,
}

# act: (what it does, the members of its own, those that are required)
PARAMETERS: dict[str, tuple[str, JsonObject, tuple[str, ...]]] = {
    "split": (
        "Split an area by a line. The largest piece, or the one around `keep`, keeps the id; the others get `ids`, or "
        "the id with a number, and a copy of the attributes.",
        {
            "line": _LINE,
            "keep": _PLACE,
            "ids": {"type": "array", "items": _ID, "maxItems": MOST_FEATURES},
            "neighbours": _NEIGHBOURS,
        },
        ("features", "line"),
    ),
    "merge": (
        "Merge areas into the one named by `keep`, else the first; `take` names, by property, whose value it gets.",
        {"keep": _ID, "take": {"type": "object", "additionalProperties": _ID}},
        ("features",),
    ),
    "clip": ("Clip an area to a boundary.", {"to": _TO}, ("features", "to")),
    "cut-away": (
        "Cut away from its neighbours what lies in an area: it stays as it is.",
        {"from": {**_REFS, "description": "The neighbours; all that overlap unless given."}},
        ("features",),
    ),
    "snap": (
        "Snap an area to its neighbours: their corners are copied exactly.",
        {
            "to": {**_REFS, "description": "The neighbours; all that are near unless given."},
            "tolerance_m": {"type": "number", "minimum": 0.01, "maximum": 50, "default": 0.5},
            "neighbours": _NEIGHBOURS,
        },
        ("features",),
    ),
    "move-border": (
        "Move corners, or lay a border along a line between two of its corners: every area along it follows.",
        {"collection": _COLLECTION, "moves": {"type": "array", "items": _MOVE, "minItems": 1, "maxItems": 1000},
         "line": _LINE},
        (),
    ),
    "cut-hole": ("Cut a hole into an area.", {"hole": {**_GEOJSON, "description": "A Polygon."}}, ("features", "hole")),
    "fill-hole": ("Fill the hole around a position.", {"at": _PLACE}, ("features", "at")),
}  # fmt: skip


def body(act: str) -> JsonObject:
    """The schema of an act's body."""
    _, own, required = PARAMETERS[act]
    return {
        "type": "object",
        **({"required": list(required)} if required else {}),
        "properties": {
            "features": _REFS,
            **own,
            "preview": {"type": "boolean", "default": True, "description": "Only show what it would do."},
            "comment": {"type": "string", "maxLength": LONGEST_COMMENT, "description": "What changed, and why."},
            "propose": {"type": "boolean", "description": "Only propose, also where you could publish."},
        },
        "additionalProperties": False,
    }


_NUMBER: JsonObject = {"type": "number"}
_CHANGE: JsonObject = {
    "type": "object",
    "required": ["action", "collection", "id", "version", "area_m2", "area_change_m2"],
    "properties": {
        "action": {"type": "string", "enum": ["create", "modify", "delete"]},
        "collection": {"type": "string"},
        "id": {"type": "string"},
        "version": {"type": "integer", "nullable": True, "description": "In a preview the present one."},
        "area_m2": {**_NUMBER, "description": "In EPSG:32647."},
        "perimeter_m": _NUMBER,
        "area_change_m2": _NUMBER,
        "area_change_percent": {**_NUMBER, "nullable": True},
    },
}
SCHEMAS: dict[str, JsonObject] = {
    "Act": {
        "type": "object",
        "description": "The areas before and after, as a FeatureCollection.",
        "required": ["type", "features", "act", "preview", "valid", "changes", "area_change_m2", "faults", "layer"],
        "properties": {
            "type": {"type": "string", "enum": ["FeatureCollection"]},
            "features": {
                "type": "array",
                "items": {
                    "type": "object",
                    "properties": {
                        "type": {"type": "string", "enum": ["Feature"]},
                        "id": {"type": "string"},
                        "geometry": GEOMETRY,
                        "properties": {"type": "object"},
                    },
                },
            },
            "act": {"type": "string"},
            "preview": {"type": "boolean"},
            "valid": {"type": "boolean", "description": "Whether the results can be stored."},
            "changes": {"type": "array", "items": _CHANGE},
            "area_change_m2": _NUMBER,
            "faults": {"type": "array", "items": ref("GeometryFault")},
            "layer": {"type": "array", "items": ref("LayerFault")},
            "changeset": {"type": "integer"},
            "links": {"type": "array", "items": ref("Link")},
        },
    }
}


def describe(act: str) -> Operation:
    summary, _, _ = PARAMETERS[act]
    content: Any = {JSON.type: {"schema": ref("Act")}}
    refused = {
        **REFUSED,
        "404": "A feature is not there, or not for you to see.",
        "412": "Somebody was faster: `theirs` is the feature now, `base` as you saw it.",
        "422": "The act is impossible here, or its results could not be stored: `faults` says why.",
    }
    name = "".join(part.title() for part in act.split("-"))
    answer = {"description": "What it would do: nothing is changed.", "content": content}
    found = operation(f"act{name}", summary.split(".")[0], TAG, answer=answer, parameters=[KEY], problems=refused)
    found["description"] = summary
    del found["responses"]["406"]
    location = {"Location": {"description": "The changeset.", "schema": {"type": "string"}}}
    found["responses"] |= {"201": {"description": "Done.", "headers": location, "content": content}, "202": WAITS}
    found["requestBody"] = {"required": True, "content": {JSON.type: {"schema": body(act)}}}
    found["security"] = SIGNED_IN_ONLY
    return found
