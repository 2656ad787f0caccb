"""The OpenAPI 3.0 document: drf-spectacular walks the views, each of ours describes itself, collections add schemas."""

from functools import lru_cache
from typing import Any

from django.utils.translation import override
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.openapi import AutoSchema

from geo.rest import schemas, writing_schemas
from geo.rest.collection import Collection, JsonObject, collections
from geo.rest.describing import ref

PREFIX = "/api"
_CONTRIBUTED: dict[str, JsonObject] = {}


def contribute(schemas: dict[str, JsonObject]) -> None:
    """Adds the schemas of an app to the components of the document, in `AppConfig.ready()`."""
    _CONTRIBUTED.update(schemas)


class SelfDescribed(AutoSchema):
    """Takes an operation from the view's own `describe()`; that of a method that writes from `describe_post()` …"""

    def get_operation(
        self, path: str, path_regex: str, path_prefix: str, method: str, registry: Any
    ) -> JsonObject | None:
        view: Any = self.view
        describe = getattr(view, f"describe_{method.lower()}", view.describe)
        described: JsonObject | None = describe()
        return described


@lru_cache(maxsize=1)
def document() -> JsonObject:
    """The document but for the address of the server. The same for everybody, so made once."""
    with override("en"):
        found: JsonObject = SchemaGenerator().get_schema(public=True)  # type: ignore[no-untyped-call]
    found["openapi"] = "3.0.3"
    found["info"] = _INFO
    found["paths"] = {path.removeprefix(PREFIX) or "/": item for path, item in found["paths"].items()}
    components = found.setdefault("components", {})
    components["schemas"] = {
        **components.get("schemas", {}),
        **_COMMON,
        **_CONTRIBUTED,
        **_of_collections(),
        **writing_schemas.all(),
    }
    components["securitySchemes"] = _SECURITY
    found["security"] = [{}, {"bearer": []}, {"session": []}]
    return found


def component_name(collection: Collection) -> str:
    """`heritage-sites` → `HeritageSites`."""
    return "".join(part.title() for part in collection.id.split("-"))


def _of_collections() -> dict[str, JsonObject]:
    return {name: found for collection in collections() for name, found in _of_collection(collection).items()}


def _of_collection(collection: Collection) -> dict[str, JsonObject]:
    name = component_name(collection)
    properties = {"type": "object", "properties": schemas.properties(collection), "additionalProperties": False}
    feature = {
        "type": "object",
        "required": ["type", "id", "geometry", "properties"],
        "properties": {
            "type": {"type": "string", "enum": ["Feature"]},
            "id": {"type": "string", "pattern": "^[a-z0-9-]{1,80}$"},
            "geometry": {"allOf": [ref("Geometry")], "nullable": True},
            "properties": properties,
            "links": {"type": "array", "items": ref("Link")},
        },
    }
    found = {f"{name}Feature": feature, f"{name}Features": _features(f"{name}Feature")}
    return {key: schemas.for_openapi(schema) for key, schema in found.items()}


def _features(feature: str) -> JsonObject:
    count = {"type": "integer", "minimum": 0}
    return {
        "type": "object",
        "required": ["type", "features", "numberMatched", "numberReturned", "timeStamp", "links"],
        "properties": {
            "type": {"type": "string", "enum": ["FeatureCollection"]},
            "features": {"type": "array", "items": ref(feature)},
            "numberMatched": count,
            "numberReturned": count,
            "timeStamp": {"type": "string", "format": "date-time"},
            "links": {"type": "array", "items": ref("Link")},
        },
    }


_INFO = {
    "title": "Phatthalung learning map",
    "version": "1.0.0",
    "description": "Learning spaces of Phatthalung, Thailand, as an OGC API – Features server. Texts of errors come in "
    "Thai or English by Accept-Language.",
    "license": {"name": "CC BY 4.0", "url": "https://creativecommons.org/licenses/by/4.0/"},
}

_SECURITY = {
    "bearer": {"type": "http", "scheme": "bearer", "description": "A token from `manage.py issue_token`."},
    "session": {"type": "apiKey", "in": "cookie", "name": "sessionid"},
}

_TEXT = {"type": "string"}
_LINKS = {"type": "array", "items": ref("Link")}
_OPERATIONS: JsonObject = {
    "type": "object",
    "description": "How a system of another datum is reached from the stored WGS 84, by its URI.",
    "additionalProperties": _TEXT,
}
_COMMON: dict[str, JsonObject] = {
    "Link": {
        "type": "object",
        "required": ["href", "rel"],
        "properties": {"href": {"type": "string", "format": "uri"}, "rel": _TEXT, "type": _TEXT, "title": _TEXT},
    },
    "Problem": {
        "type": "object",
        "description": "RFC 9457. `parameter` or `pointer` say what was at fault.",
        "required": ["type", "title", "status"],
        "properties": {
            "type": {"type": "string", "format": "uri-reference"},
            "title": _TEXT,
            "status": {"type": "integer", "minimum": 400, "maximum": 599},
            "detail": _TEXT,
            "instance": _TEXT,
            "parameter": _TEXT,
            "pointer": _TEXT,
            "errors": {"type": "array", "items": ref("Fault")},
        },
    },
    "Geometry": {
        "type": "object",
        "description": "A GeoJSON geometry (RFC 7946).",
        "required": ["type", "coordinates"],
        "properties": {
            "type": {"type": "string", "enum": ["Point", "LineString", "MultiPolygon"]},
            "coordinates": {"type": "array", "items": {}},
        },
    },
    "Landing": {
        "type": "object",
        "required": ["title", "links"],
        "properties": {"title": _TEXT, "description": _TEXT, "links": _LINKS},
    },
    "Conformance": {
        "type": "object",
        "required": ["conformsTo"],
        "properties": {"conformsTo": {"type": "array", "items": {"type": "string", "format": "uri"}}},
    },
    "Collection": {
        "type": "object",
        "required": ["id", "links", "itemType", "crs"],
        "properties": {
            "id": _TEXT,
            "title": _TEXT,
            "description": _TEXT,
            "itemType": _TEXT,
            "extent": {"type": "object"},
            "crs": {"type": "array", "items": {"type": "string", "format": "uri"}},
            "coordinateOperations": _OPERATIONS,
            "storageCrs": {"type": "string", "format": "uri"},
            "links": _LINKS,
        },
    },
    "Collections": {
        "type": "object",
        "required": ["collections", "links"],
        "properties": {
            "collections": {"type": "array", "items": ref("Collection")},
            "crs": {"type": "array", "items": {"type": "string", "format": "uri"}},
            "coordinateOperations": _OPERATIONS,
            "links": _LINKS,
        },
    },
    "Health": {
        "type": "object",
        "required": ["status", "database"],
        "properties": {"status": {"type": "string", "enum": ["ok"]}, "database": {"type": "string", "enum": ["ok"]}},
    },
    "ProblemKind": {
        "type": "object",
        "required": ["code", "status", "title"],
        "properties": {
            "code": _TEXT,
            "status": {"type": "integer"},
            "title": {"type": "object", "properties": {"th": _TEXT, "en": _TEXT}},
        },
    },
    "JsonSchema": {"type": "object", "description": "A JSON Schema, draft 2020-12."},
}
