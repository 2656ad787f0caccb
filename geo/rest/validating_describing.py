"""How `/api/validate` tells OpenAPI about itself."""

from geo.rest.collection import JsonObject
from geo.rest.describing import Operation, operation, ref
from geo.rest.media import JSON
from geo.rest.openapi import contribute
from geo.rest.writing import GEOJSON_TYPES
from geo.validity import Severity

_TEXT: JsonObject = {"type": "string"}
_NUMBER: JsonObject = {"type": "number"}
_PLACE: JsonObject = {
    "type": "array",
    "items": _NUMBER,
    "minItems": 2,
    "maxItems": 2,
    "description": "(lon, lat), WGS 84.",
}
_SEVERITY: JsonObject = {
    "type": "string",
    "enum": [str(one) for one in Severity],
    "description": "An error is never stored, a warning may be, a note says what is done at entry.",
}
_WORDS: JsonObject = {"code": _TEXT, "severity": _SEVERITY, "th": _TEXT, "en": _TEXT}
# Any type and any place: a proposal for a draft that no collection would take is told all the same.
GEOMETRY: JsonObject = {
    "type": "object",
    "required": ["type", "coordinates"],
    "properties": {"type": _TEXT, "coordinates": {"type": "array", "items": {}}},
}

SCHEMAS: dict[str, JsonObject] = {
    "Repair": {
        "type": "object",
        "description": "A proposal. Nothing is repaired unless you send it back.",
        "required": ["geometry", "area_change_m2", "area_change_percent", "valid"],
        "properties": {
            "pointer": _TEXT,
            "feature": {**_TEXT, "nullable": True},
            "geometry": GEOMETRY,
            "area_change_m2": {**_NUMBER, "description": "Against the area as drawn, in EPSG:32647."},
            "area_change_percent": {**_NUMBER, "nullable": True},
            "valid": {"type": "boolean", "description": "Whether no other error is left."},
        },
    },
    "GeometryFault": {
        "type": "object",
        "required": ["code", "severity", "th", "en", "at", "pointer", "feature", "repair"],
        "properties": {
            **_WORDS,
            "at": {**_PLACE, "nullable": True},
            "pointer": {**_TEXT, "description": "Into what was sent (RFC 6901)."},
            "feature": {**_TEXT, "nullable": True},
            "repair": {"allOf": [ref("Repair")], "nullable": True},
        },
    },
    "LayerFault": {
        "type": "object",
        "required": ["code", "severity", "th", "en", "at", "features", "geometry", "area_m2"],
        "properties": {
            **_WORDS,
            "at": _PLACE,
            "features": {"type": "array", "items": _TEXT},
            "geometry": GEOMETRY,
            "area_m2": _NUMBER,
        },
    },
    "Validation": {
        "type": "object",
        "required": ["valid", "features", "faults", "notes", "repairs", "layer", "more"],
        "properties": {
            "valid": {"type": "boolean", "description": "Whether nothing is an error."},
            "features": {"type": "integer", "minimum": 0},
            "faults": {"type": "array", "items": ref("GeometryFault")},
            "notes": {"type": "array", "items": ref("GeometryFault")},
            "repairs": {"type": "array", "items": ref("Repair")},
            "layer": {"type": "array", "items": ref("LayerFault")},
            "more": {"type": "integer", "minimum": 0, "description": "Findings left out."},
        },
    },
}
contribute(SCHEMAS)

_STORED: JsonObject = {
    "collection": _TEXT,
    "bbox": {"type": "array", "items": _NUMBER, "minItems": 4, "maxItems": 4},
}
_LAYER: JsonObject = {"type": {"enum": ["FeatureCollection"]}, "features": {"type": "array", "items": {}}}
_BODY: JsonObject = {
    "type": "object",
    "description": "A GeoJSON geometry, Feature or FeatureCollection (a layer), which may name the `collection` whose "
    "rules hold; or only `collection` and `bbox`, to check what is stored.",
    "anyOf": [
        {"required": ["type"], "properties": {"type": {"not": {"enum": ["FeatureCollection"]}}}},
        {"required": ["type", "features"], "properties": _LAYER},
        {"required": ["collection"], "properties": _STORED, "additionalProperties": False},
    ],
    "properties": {
        "type": _TEXT,
        "collection": {**_TEXT, "nullable": True},
    },
}


def validate() -> Operation:
    answer: JsonObject = {"description": "Every fault.", "content": {JSON.type: {"schema": ref("Validation")}}}
    problems = {
        "404": "There is no such collection.",
        "411": "A body in chunks, of unknown length.",
        "413": "More bytes or values than are read here.",
        "415": "The media type, character set or compression is not read here.",
        "422": "Nothing that can be checked, or more than is checked at once.",
        "503": "Many are asking at once; Retry-After says when to come again.",
    }
    found = operation("validate", "What is wrong with geometries?", "Checking", answer=answer, problems=problems)
    del found["responses"]["406"]
    found["requestBody"] = {"required": True, "content": {each: {"schema": _BODY} for each in GEOJSON_TYPES}}
    return found
