"""The words in which a view tells OpenAPI what it takes and gives."""

from collections.abc import Iterable, Mapping
from typing import Any

from geo.rest.collection import Collection, JsonObject
from geo.rest.media import Media
from geo.rest.parameters import DEFAULT_LIMIT, MAX_LIMIT
from geo.rest.problems import MEDIA_TYPE
from geo.rest.reference_systems import SYSTEMS
from geo.rest.times import INTERVAL_PATTERN

Operation = dict[str, Any]

_NUMBERS: JsonObject = {
    "type": "array",
    "items": {"type": "number"},
    "oneOf": [{"minItems": 4, "maxItems": 4}, {"minItems": 6, "maxItems": 6}],
}


def ref(name: str) -> JsonObject:
    return {"$ref": f"#/components/schemas/{name}"}


def parameter(name: str, description: str, schema: Mapping[str, Any], *, required: bool = False) -> JsonObject:
    """A query parameter; lists are written with commas."""
    commas = {"style": "form", "explode": False} if schema.get("type") == "array" else {}
    return {
        "name": name,
        "in": "query",
        "required": required,
        "description": description,
        "schema": dict(schema),
        **commas,
    }


def header(description: str, schema: Mapping[str, Any]) -> JsonObject:
    """A header of an answer."""
    return {"description": description, "schema": dict(schema)}


def f_parameter(offered: Iterable[Media]) -> JsonObject:
    names = list(dict.fromkeys(name for media in offered for name in media.names))
    return parameter("f", "The format; without it, Accept decides.", {"type": "string", "enum": names})


def crs_parameter(name: str, description: str) -> JsonObject:
    return parameter(name, description, {"type": "string", "format": "uri", "enum": list(SYSTEMS)})


def item_parameters(collection: Collection) -> dict[str, JsonObject]:
    """The parameters of a single feature."""
    names = list(collection.fields)
    return {
        "crs": crs_parameter("crs", "The reference system of the answer; CRS84 unless given."),
        "properties": parameter(
            "properties",
            "The properties each feature is to carry; all unless given.",
            {"type": "array", "items": {"type": "string", "enum": names}, "minItems": 1},
        ),
    }


def items_parameters(collection: Collection) -> dict[str, JsonObject]:
    """The parameters of a collection's items, by name."""
    own = {
        "bbox": parameter("bbox", "Features that touch this box: west,south,east,north (or six numbers).", _NUMBERS),
        "bbox-crs": crs_parameter("bbox-crs", "The reference system of bbox; CRS84 unless given."),
        "datetime": parameter(
            "datetime",
            "Features that hold at this time or in this interval (RFC 3339, `..` is open, the start comes first).",
            {"type": "string", "pattern": INTERVAL_PATTERN},
        ),
        "limit": parameter(
            "limit",
            f"Features on a page. More than {MAX_LIMIT} means {MAX_LIMIT}.",
            {"type": "integer", "minimum": 1, "default": DEFAULT_LIMIT},
        ),
        "cursor": parameter(
            "cursor", "Where the page starts; taken from a next link.", {"type": "string", "minLength": 1}
        ),
        "sortby": parameter(
            "sortby",
            f"Columns, each once, a - before one turns its order: {', '.join(collection.sortable)}.",
            {
                "type": "array",
                "items": {"type": "string", "enum": _directions(collection)},
                "minItems": 1,
                "uniqueItems": True,
            },
        ),
    }
    asked = {one.name: parameter(one.name, one.description, one.schema) for one in collection.filters}
    return {**own, **item_parameters(collection), **asked}


def _directions(collection: Collection) -> list[str]:
    return [sign + name for name in collection.sortable for sign in ("", "-")]


def answers(offered: Iterable[Media], schema: JsonObject, *, description: str) -> JsonObject:
    """The 200 of an operation in every medium it comes in."""
    content = {media.type: {"schema": {"type": "string"} if media.type == "text/html" else schema} for media in offered}
    return {"description": description, "content": content}


def operation(
    operation_id: str,
    summary: str,
    tag: str,
    *,
    answer: JsonObject,
    parameters: Iterable[Mapping[str, Any]] = (),
    problems: Mapping[str, str] | None = None,
) -> Operation:
    """An operation object. Whatever else goes wrong is a problem document too."""
    wrong = {"400": "A parameter is unknown, repeated or malformed.", "401": "The token is not valid."}
    wrong |= {"406": "No offered format is acceptable.", **(problems or {})}
    return {
        "operationId": operation_id,
        "summary": summary,
        "tags": [tag],
        "parameters": [dict(each) for each in parameters],
        "responses": {
            "200": answer,
            **{status: _problem(words) for status, words in wrong.items()},
            "default": _problem("Another error."),
        },
    }


def _problem(description: str) -> JsonObject:
    page = {"schema": {"type": "string"}}  # for a browser, whose Accept names text/html first
    return {"description": description, "content": {MEDIA_TYPE: {"schema": ref("Problem")}, "text/html": page}}
