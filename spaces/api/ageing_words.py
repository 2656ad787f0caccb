"""What the condition log and the closures tell OpenAPI about themselves."""

from collections.abc import Iterable, Mapping
from typing import Any

from geo.rest.describing import Operation, answers, operation, parameter, ref
from geo.rest.media import JSON
from geo.rest.writing_describing import KEY
from spaces.api.acting import TEXT, act, path_parameter
from spaces.models import WallCondition

WALLS, CLOSURES = "Walls", "Closures"
DAY = {"type": "string", "format": "date"}
DAY_OR_NULL = {**DAY, "nullable": True}
CONDITION = {"type": "string", "enum": list(WallCondition.values)}
WALL = path_parameter("feature_id", {"type": "string", "pattern": "^[a-z0-9-]{1,80}$"}, "The id of the wall.")
CLOSURE = path_parameter("closure_id", {"type": "integer", "minimum": 0}, "The id of the closure.")
CLOSURE_PARAMETERS: tuple[Mapping[str, Any], ...] = (
    parameter("on", "Those that hold on this day; of today and to come unless given.", DAY),
    parameter("space", "Those of the space with this id.", TEXT),
)
NO_WALL = {"404": "There is no such wall, or it is not for you to see."}
NO_SPACE = {"404": "There is no such space or closure, or it is not for you to see."}


def list_sightings(parameters: Iterable[Mapping[str, Any]]) -> Operation:
    answer = answers((JSON,), ref("Sightings"), description="How the wall was seen, newest first.")
    return operation(
        "listSightings",
        "The condition log of a wall",
        WALLS,
        answer=answer,
        parameters=[WALL, *parameters],
        problems=NO_WALL,
    )


def report_sighting() -> Operation:
    note = {"type": "string", "maxLength": 500}
    takes = _body({"seen_on": DAY, "condition": CONDITION, "note": note}, required=["seen_on", "condition"])
    gives = {
        "201": ("Entered; the newest sighting says how the wall is.", "Sighting"),
        "202": ("A proposal, which a reviewer decides.", "Sighting"),
    }
    stale = {"412": "Somebody changed the wall at this moment: send it again."}
    return act(
        "reportSighting",
        "Say how a wall was seen",
        WALLS,
        gives=gives,
        takes=takes,
        parameters=[WALL, KEY],
        problems=NO_WALL | stale,
    )


def list_closures(parameters: Iterable[Mapping[str, Any]]) -> Operation:
    answer = answers((JSON,), ref("Closures"), description="The closures, the earliest first.")
    return operation("listClosures", "Closed spaces and paths", CLOSURES, answer=answer, parameters=parameters)


def get_closure(parameters: Iterable[Mapping[str, Any]]) -> Operation:
    answer = answers((JSON,), ref("Closure"), description="The closure.")
    return operation(
        "getClosure", "One closure", CLOSURES, answer=answer, parameters=[CLOSURE, *parameters], problems=NO_SPACE
    )


def enter_closure() -> Operation:
    text = {"type": "string", "minLength": 1, "maxLength": 300}
    reason = _body({"th": text, "en": text}, required=["th", "en"])
    line = {
        "type": "object",
        "required": ["type", "coordinates"],
        "properties": {
            "type": {"type": "string", "enum": ["LineString"]},
            "coordinates": {"type": "array", "items": {}},
        },
    }
    takes = _body(
        {"space": TEXT, "geometry": line, "starts_on": DAY, "ends_on": DAY_OR_NULL, "reason": reason},
        required=["starts_on", "reason"],
    )
    return act(
        "enterClosure",
        "Close a space or a path for some days",
        CLOSURES,
        gives={"201": ("The closure.", "Closure")},
        takes=takes,
        parameters=[KEY],
        problems=NO_SPACE,
    )


def lift_closure() -> Operation:
    return act(
        "liftClosure",
        "Lift a closure",
        CLOSURES,
        gives={"204": ("It holds no more; it stays on record.", None)},
        parameters=[CLOSURE, KEY],
        problems=NO_SPACE,
    )


def _body(properties: Mapping[str, Any], required: Iterable[str] = ()) -> dict[str, Any]:
    return {
        "type": "object",
        "additionalProperties": False,
        "required": list(required),
        "properties": dict(properties),
    }


_SIGHTING = {
    "type": "object",
    "required": ["seen_on", "condition", "note", "changeset", "applied"],
    "properties": {
        "seen_on": DAY,
        "condition": CONDITION,
        "note": TEXT,
        "changeset": {"type": "integer"},
        "applied": {"type": "boolean"},
    },
}
_LINKS = {"type": "array", "items": ref("Link")}
SCHEMAS: dict[str, Any] = {
    "Sighting": _SIGHTING,
    "Sightings": {
        "type": "object",
        "required": ["wall", "condition", "last_seen", "sightings", "links"],
        "properties": {
            "wall": TEXT,
            "condition": CONDITION,
            "last_seen": DAY_OR_NULL,
            "sightings": {"type": "array", "items": _SIGHTING},
            "links": _LINKS,
        },
    },
    "Closure": {
        "type": "object",
        "required": ["type", "id", "geometry", "properties"],
        "properties": {
            "type": {"type": "string", "enum": ["Feature"]},
            "id": {"type": "integer"},
            "geometry": {"allOf": [ref("Geometry")], "nullable": True},
            "properties": {
                "type": "object",
                "required": ["space", "starts_on", "ends_on", "reason", "lifted_at"],
                "properties": {
                    "space": {"type": "string", "nullable": True},
                    "starts_on": DAY,
                    "ends_on": DAY_OR_NULL,
                    "reason": {"type": "object", "properties": {"th": TEXT, "en": TEXT}},
                    "lifted_at": {"type": "string", "format": "date-time", "nullable": True},
                },
            },
        },
    },
    "Closures": {
        "type": "object",
        "required": ["type", "features", "numberMatched", "links"],
        "properties": {
            "type": {"type": "string", "enum": ["FeatureCollection"]},
            "features": {"type": "array", "items": ref("Closure")},
            "numberMatched": {"type": "integer", "minimum": 0},
            "links": _LINKS,
        },
    },
}
