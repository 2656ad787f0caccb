"""How the writes of a collection tell OpenAPI about themselves."""

from collections.abc import Iterable, Sequence

from geo.rest.collection import Collection, JsonObject
from geo.rest.describing import Operation, crs_parameter, operation, ref
from geo.rest.media import GEOJSON, JSON
from geo.rest.reference_systems import SYSTEMS
from geo.rest.writing import GEOJSON_TYPES, PATCH_TYPES
from geo.rest.writing_schemas import name_of

TAG = "Writing"
SIGNED_IN_ONLY: list[JsonObject] = [{"bearer": []}, {"session": []}]
_TEXT: JsonObject = {"type": "string"}

REFUSED = {
    "403": "This person can neither publish nor propose it, or the token may only read.",
    "409": "An id that is in use or was, or a key whose first request is still worked on.",
    "411": "A body in chunks, of unknown length.",
    "413": "More bytes or values than are read here.",
    "415": "The media type, character set or compression is not read here.",
    "422": "The body can be read, but not stored: `errors` says what is wrong, each with its JSON pointer.",
    "503": "Others hold what is to be changed for too long, or the database is away.",
}
_VERSIONED = {
    "404": "There is no such feature, or it is not for you to see.",
    "412": "Somebody was faster: `theirs` is the feature now, `base` as you saw it, `who` changed it `when`.",
    "428": "If-Match is missing.",
}


def header(name: str, description: str, schema: JsonObject | None = None, *, required: bool = False) -> JsonObject:
    return {
        "name": name,
        "in": "header",
        "required": required,
        "description": description,
        "schema": schema or _TEXT,
    }


KEY = header(
    "Idempotency-Key",
    "A word of your own: the same request sent again with it is done once. Kept for 24 hours.",
    {"type": "string", "minLength": 1, "maxLength": 255, "pattern": "^[!#-~]+$"},
)
_IF_MATCH = header(
    "If-Match",
    'The version you changed, as its ETag says: "3".',
    {"type": "string", "pattern": '^"[1-9][0-9]{0,8}"$', "example": '"1"'},
)
CONTENT_CRS = header(
    "Content-Crs",
    "The reference system of the body; CRS84 unless given.",
    {"type": "string", "enum": [f"<{uri}>" for uri in SYSTEMS]},
)
_CRS = crs_parameter("crs", "The reference system of the answer; CRS84 unless given.")
_ID: JsonObject = {
    "name": "feature_id",
    "in": "path",
    "required": True,
    "description": "The id of the feature.",
    "schema": {"type": "string", "pattern": "^[a-z0-9-]{1,80}$"},
}


def create(collection: Collection) -> Operation:
    found = _write(
        f"create{name_of(collection)}Item",
        f"Add one to {collection.title.en}",
        [CONTENT_CRS, *_asked(collection)],
        REFUSED,
    )
    found["requestBody"] = body(GEOJSON_TYPES, f"{name_of(collection)}New")
    found["responses"] |= {"201": _feature(collection, "Created.", located=True), "202": WAITS}
    return found


def replace(collection: Collection) -> Operation:
    new = header("If-None-Match", "Instead of If-Match, to create under this id.", {"type": "string", "enum": ["*"]})
    parameters = [_ID, _IF_MATCH, new, CONTENT_CRS, *_asked(collection)]
    summary = f"Replace one of {collection.title.en}"
    found = _write(f"replace{name_of(collection)}Item", summary, parameters, {**REFUSED, **_VERSIONED})
    found["requestBody"] = body(GEOJSON_TYPES, f"{name_of(collection)}New")
    found["responses"] |= {
        "200": _feature(collection, "Replaced."),
        "201": _feature(collection, "Created.", located=True),
        "202": WAITS,
    }
    return found


def update(collection: Collection) -> Operation:
    parameters = [_ID, _IF_MATCH, CONTENT_CRS, *_asked(collection)]
    summary = f"Update one of {collection.title.en}"
    found = _write(f"update{name_of(collection)}Item", summary, parameters, {**REFUSED, **_VERSIONED})
    found["requestBody"] = body(PATCH_TYPES, f"{name_of(collection)}Patch")
    found["responses"] |= {"200": _feature(collection, "Updated."), "202": WAITS}
    return found


def delete(collection: Collection) -> Operation:
    refused = {status: words for status, words in REFUSED.items() if status not in {"413", "415"}}
    summary = f"Delete one of {collection.title.en}"
    found = _write(
        f"delete{name_of(collection)}Item", summary, [_ID, _IF_MATCH, *_asked(collection)], {**refused, **_VERSIONED}
    )
    found["responses"] |= {
        "204": {"description": "Deleted: its id stays taken, its history stays readable."},
        "202": WAITS,
    }
    return found


def _asked(collection: Collection) -> list[JsonObject]:
    """The query parameters of a write."""
    return [_CRS, *(dict(each) for each in (collection.writer.parameters if collection.writer else ()))]


def _write(operation_id: str, summary: str, parameters: Iterable[JsonObject], refused: dict[str, str]) -> Operation:
    """An operation without a 200 as yet."""
    none: JsonObject = {"description": "Not given."}
    found = operation(operation_id, summary, TAG, answer=none, parameters=[*parameters, KEY], problems=refused)
    del found["responses"]["200"], found["responses"]["406"]
    found["security"] = SIGNED_IN_ONLY
    return found


def body(types: Sequence[str], schema: str) -> JsonObject:
    return {"required": True, "content": {each: {"schema": ref(schema)} for each in types}}


def _feature(collection: Collection, words: str, *, located: bool = False) -> JsonObject:
    headers = {"ETag": {"description": "The version.", "schema": _TEXT}}
    if located:
        headers["Location"] = {"description": "Where it is.", "schema": _TEXT}
    content = {GEOJSON.type: {"schema": ref(f"{name_of(collection)}Feature")}}
    return {"description": words, "headers": headers, "content": content}


WAITS: JsonObject = {
    "description": "A proposal was stored: a reviewer will apply it, or not.",
    "headers": {"Location": {"description": "The proposal.", "schema": _TEXT}},
    "content": {
        JSON.type: {
            "schema": {
                "type": "object",
                "required": ["state"],
                "properties": {
                    "state": {"type": "string", "enum": ["proposed"]},
                    "detail": _TEXT,
                    "feature": _TEXT,
                    "links": {"type": "array", "items": ref("Link")},
                },
            }
        }
    },
}
