"""JSON Schema of a collection, read off its serializer: what `/schema`, `/queryables` and OpenAPI say."""

from typing import Any

from django.db.models import IntegerField as WholeColumn
from django.utils.translation import get_language, override
from rest_framework import serializers

from geo.rest import filtering
from geo.rest.collection import Collection, JsonObject

_TEXT: JsonObject = {"type": "string"}

# In this order: a ChoiceField is no CharField, but a SlugField is.
_TYPES: tuple[tuple[type[Any], JsonObject], ...] = (
    (serializers.BooleanField, {"type": "boolean"}),
    (serializers.IntegerField, {"type": "integer"}),
    (serializers.FloatField, {"type": "number"}),
    (serializers.DateTimeField, {"type": "string", "format": "date-time"}),
    (serializers.DateField, {"type": "string", "format": "date"}),
    (serializers.UUIDField, {"type": "string", "format": "uuid"}),
    (serializers.JSONField, {"type": "object"}),
    (serializers.ChoiceField, _TEXT),
    (serializers.CharField, _TEXT),
)


def of_field(field: Any) -> JsonObject:
    """The schema of one property."""
    found = _shape(field)
    if isinstance(field, serializers.ChoiceField) and field.choices:  # choices of a relation would ask the database
        found["enum"] = list(field.choices)
    if length := getattr(field, "max_length", None):
        found["maxLength"] = length
    if isinstance(field, serializers.CharField) and not field.allow_blank:
        found["minLength"] = 1
    if (least := getattr(field, "min_value", None)) is not None:
        found["minimum"] = least
    if (most := getattr(field, "max_value", None)) is not None:
        found["maximum"] = most
    if field.allow_null:
        found["type"] = [found["type"], "null"]
    if field.read_only:
        found["readOnly"] = True
    return found


def _shape(field: Any) -> JsonObject:
    if own := getattr(field, "json_schema", None):  # a JSON column whose inside the app knows
        return dict(own)
    if isinstance(field, serializers.ListField):
        return {"type": "array", "items": of_field(field.child)}
    if isinstance(field, serializers.PrimaryKeyRelatedField):
        return dict(_key_type(field))
    return next((dict(shape) for kind, shape in _TYPES if isinstance(field, kind)), {})


def _key_type(field: Any) -> JsonObject:
    """The type of the key that a relation is shown as."""
    model = field.parent.Meta.model._meta.get_field(field.source).related_model
    return {"type": "integer"} if isinstance(model._meta.pk, WholeColumn) else dict(_TEXT)


def properties(collection: Collection, language: str = "en") -> dict[str, JsonObject]:
    """The schemas of the properties by name, called and explained in a language."""
    return {
        name: {**of_field(field), **_worded(collection, name, field, language)}
        for name, field in collection.fields.items()
    }


def _worded(collection: Collection, name: str, field: Any, language: str) -> JsonObject:
    """Title and description; the unit as OGC API – Features Part 5 writes it; the section of a form."""
    said = collection.wording.get(name)
    if said is None:
        with override(language):
            return {"title": str(field.label or name)}
    found: JsonObject = {"title": said.title.in_language(language)}
    if said.help:
        found["description"] = said.help.in_language(language)
    if said.unit:
        found |= {"x-ogc-unit": said.unit, "x-ogc-unitLang": "ucum"}
    return {**found, "x-section": said.section} if said.section else found


def geometry(collection: Collection) -> JsonObject:
    """The geometry as OGC API – Features Part 5 writes it."""
    single = collection.geometry_types[0].lower() if len(collection.geometry_types) == 1 else "any"
    return {"format": f"geometry-{single}"}


def schema(collection: Collection, address: str) -> JsonObject:
    """The logical schema of a feature: its id, its geometry, its properties."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": address,
        "type": "object",
        "title": collection.title.in_language(),
        "description": collection.description.in_language(),
        "required": ["id", "geometry", *collection.fields],
        "properties": {
            "id": {"type": "string", "pattern": "^[a-z0-9-]{1,80}$", "x-ogc-role": "id"},
            "geometry": {"x-ogc-role": "primary-geometry", **geometry(collection)},
            **properties(collection, get_language() or "th"),
        },
        "additionalProperties": False,
    }


def queryables(collection: Collection, address: str) -> JsonObject:
    """What a filter may ask about, by the names it uses (OGC API – Features Part 3)."""
    known: JsonObject = schema(collection, address)["properties"]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": address,
        "type": "object",
        "title": collection.title.in_language(),
        "properties": {name: known[name] for name in filtering.queryables(collection)},
        "additionalProperties": False,
    }


def for_openapi(schema: Any) -> Any:
    """The same schema in the dialect of OpenAPI 3.0, which writes `nullable` instead of a list of types."""
    if isinstance(schema, list):
        return [for_openapi(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    found = {name: for_openapi(part) for name, part in schema.items()}
    if isinstance(kinds := schema.get("type"), list):
        found |= {"type": kinds[0], "nullable": True}
        if "enum" in found and None not in found["enum"]:
            found["enum"] = [*found["enum"], None]
    return found
