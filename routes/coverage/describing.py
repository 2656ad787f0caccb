"""What `/api/analysis/coverage` tells OpenAPI about itself."""

from collections.abc import Iterable, Mapping
from typing import Any

from geo.rest.collection import JsonObject
from geo.rest.describing import Operation, operation, parameter, ref
from geo.rest.openapi import contribute
from routes.coverage.question import BY, MINUTES

SLUG: JsonObject = {"type": "string", "pattern": "^[A-Za-z0-9_-]{1,80}$"}
PARAMETERS: tuple[Mapping[str, Any], ...] = (
    parameter("by", "The areas that are compared.", {"type": "string", "enum": list(BY), "default": BY[0]}),
    parameter(
        "minutes",
        "The walk after which a learning space counts as out of reach.",
        {"type": "integer", "enum": list(MINUTES), "default": MINUTES[0]},
    ),
    parameter("age_group", "Only spaces for this age group, and its gaps alone. Another value than an id: 400.", SLUG),
    parameter("theme", "Only spaces of this theme. Another value than an id: 400.", SLUG),
)

_TEXT: JsonObject = {"type": "string"}
_COUNT: JsonObject = {"type": "integer", "minimum": 0}
_NUMBER: JsonObject = {"type": "number", "minimum": 0}
_SHARE: JsonObject = {"type": "number", "minimum": 0, "maximum": 1}
_NAMED: JsonObject = {"id": _TEXT, "name_th": _TEXT, "name_en": _TEXT}
_COUNTS: JsonObject = {
    "total": {**_COUNT, "description": "Spaces."},
    "located": {**_COUNT, "description": "Of them known to 2 000 m or better."},
    "positions": {**_COUNT, "description": "Different positions of these."},
    "by_theme": {"type": "object", "additionalProperties": _COUNT},
    "by_age_group": {"type": "object", "additionalProperties": _COUNT},
}


def _object(required: Iterable[str] = (), **properties: Any) -> JsonObject:
    return {"type": "object", "required": list(required) or list(properties), "properties": properties}


def _listed(item: JsonObject) -> JsonObject:
    return {"type": "array", "items": item}


_GAP = _object(id=_TEXT, gap_km2=_NUMBER, gap_share=_SHARE)
_SUBDISTRICT = _object(**_NAMED, total=_COUNT, located=_COUNT)
_SOURCE: JsonObject = {"type": "string", "enum": ["estimate", "streets"]}
SCHEMAS: dict[str, JsonObject] = {
    "Coverage": _object(
        by={"type": "string", "enum": list(BY)},
        minutes={"type": "integer", "enum": list(MINUTES)},
        age_group={**_TEXT, "nullable": True},
        theme={**_TEXT, "nullable": True},
        themes=_listed(_object(**_NAMED)),
        groups=_listed(
            _object(**_NAMED, walking_speed_mps=_NUMBER, metres=_COUNT, located=_COUNT, less_exact_than_the_walk=_COUNT)
        ),
        spaces=_object(**_COUNTS),
        areas=_listed(
            _object(
                [*_NAMED, *_COUNTS],
                **_NAMED,
                **_COUNTS,
                subdistricts=_listed(_SUBDISTRICT),
                status={"type": "string", "enum": ["draft", "published"]},
                demonstration={"type": "boolean"},
            )
        ),
        gaps=_object(
            source=_SOURCE,
            th=_TEXT,
            en=_TEXT,
            attribution=_TEXT,
            estimated_share=_SHARE,
            cell_m=_COUNT,
            groups=_listed(_TEXT),
            areas=_listed(_object(**_NAMED, area_km2=_NUMBER, groups=_listed(_GAP))),
        ),
        complete={"type": "boolean"},
        notes=_listed(_object(code=_TEXT, th=_TEXT, en=_TEXT)),
    ),
    "CoverageGaps": _object(
        type={"type": "string", "enum": ["FeatureCollection"]},
        features=_listed(
            _object(
                type={"type": "string", "enum": ["Feature"]},
                id=_TEXT,
                geometry={"allOf": [ref("Geometry")], "nullable": True},
                properties={"type": "object"},
            )
        ),
        source=_SOURCE,
        attribution=_TEXT,
        notes=_listed({"type": "object"}),
    ),
}
contribute(SCHEMAS)


def coverage(parameters: Iterable[Mapping[str, Any]]) -> Operation:
    content: JsonObject = {
        "application/json": {"schema": ref("Coverage")},
        "application/geo+json": {"schema": ref("CoverageGaps")},
        "text/csv": {"schema": {"type": "string"}},
    }
    return operation(
        "getCoverage",
        "Learning spaces by age group and theme, and where none is within reach on foot",
        "Data",
        answer={"description": "Counts and gaps; as GeoJSON the gaps alone.", "content": content},
        parameters=parameters,
        problems={"503": "Others are being answered; Retry-After says when to come again."},
    )
