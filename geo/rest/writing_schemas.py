"""The bodies of writes as OpenAPI describes them, read off the contract that `geo.rest.incoming` holds them to."""

from typing import Any

from geo.rest import schemas
from geo.rest.collection import Collection, JsonObject, collections
from geo.rest.describing import ref
from geo.rest.incoming import contract_of

_ID: JsonObject = {"type": "string", "pattern": "^[a-z0-9-]{1,80}$"}
_FAULT: JsonObject = {
    "type": "object",
    "description": "One thing that is wrong: where (RFC 6901), a code, words, and the place of a bad shape.",
    "required": ["pointer", "detail"],
    "properties": {
        "pointer": {"type": "string"},
        "code": {"type": "string"},
        "detail": {"type": "string"},
        "at": {"type": "array", "items": {"type": "number"}, "minItems": 2, "maxItems": 2},
    },
}


def all() -> dict[str, JsonObject]:
    """The schemas of every collection that can be written to, and of what they share."""
    found = {"Fault": _FAULT, "Position": _POSITION}
    for collection in collections():
        if collection.writer:
            found |= _of(collection)
    return found


def name_of(collection: Collection) -> str:
    """`heritage-sites` → `HeritageSites`."""
    return "".join(part.title() for part in collection.id.split("-"))


def _of(collection: Collection) -> dict[str, JsonObject]:
    contract = contract_of(collection)
    laws = {name: law for name, law in contract.laws.items() if name not in contract.read_only}
    properties: dict[str, Any] = {"type": "object", "properties": laws, "additionalProperties": False}
    whole = {**properties, "required": list(contract.required)}
    patch = {**properties, "properties": {name: _removable(law) for name, law in laws.items()}}
    members = {"type": {"type": "string", "enum": ["Feature"]}, "geometry": _geometry(collection)}
    new = {
        "type": "object",
        "required": ["type", "geometry", "properties"],
        "properties": {**members, "id": _ID, "properties": whole},
        "additionalProperties": False,
    }
    changed = {
        "type": "object",
        "description": "A merge patch (RFC 7396): what is left out stays, null gives the default.",
        "properties": {**members, "properties": patch},
        "additionalProperties": False,
    }
    named = {f"{name_of(collection)}New": new, f"{name_of(collection)}Patch": changed}
    return {name: schemas.for_openapi(schema) for name, schema in named.items()}


def _removable(law: JsonObject) -> JsonObject:
    kinds = law.get("type", [])
    return {**law, "type": list(dict.fromkeys([*([kinds] if isinstance(kinds, str) else kinds), "null"]))}


_POSITION: JsonObject = {
    "type": "array",
    "description": "Longitude and latitude (or x and y of Content-Crs), never a height.",
    "items": {"type": "number"},
    "minItems": 2,
    "maxItems": 2,
}
_LINE: JsonObject = {"type": "array", "items": ref("Position"), "minItems": 2}
_RING: JsonObject = {"type": "array", "items": ref("Position"), "minItems": 4}
_RINGS: JsonObject = {"type": "array", "items": _RING, "minItems": 1}
_COORDINATES: dict[str, JsonObject] = {
    "Point": ref("Position"),
    "LineString": _LINE,
    "Polygon": _RINGS,
    "MultiPolygon": {"type": "array", "items": _RINGS, "minItems": 1},
}


def _geometry(collection: Collection) -> JsonObject:
    """One geometry of the types the collection holds; a Polygon enters a MultiPolygon collection as one of one."""
    kinds = [*collection.geometry_types, *(["Polygon"] if "MultiPolygon" in collection.geometry_types else [])]
    shapes = [
        {
            "type": "object",
            "required": ["type", "coordinates"],
            "properties": {"type": {"type": "string", "enum": [kind]}, "coordinates": _COORDINATES[kind]},
        }
        for kind in kinds
    ]
    return shapes[0] if len(shapes) == 1 else {"oneOf": shapes}
