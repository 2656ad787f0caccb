"""What a filter may ask about: the listed properties that have a column of a type CQL2 can compare."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.contrib.gis.db.models import GeometryField
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast


class Kind(StrEnum):
    """The type of a property or a literal, as a filter sees it."""

    TEXT = "text"
    NUMBER = "number"
    INTEGER = "integer"
    BOOLEAN = "boolean"
    DATE = "date"
    TIMESTAMP = "timestamp"
    ARRAY = "array of texts"
    GEOMETRY = "geometry"


_SCHEMAS: dict[Kind, dict[str, Any]] = {
    Kind.TEXT: {"type": "string"},
    Kind.NUMBER: {"type": "number"},
    Kind.INTEGER: {"type": "integer"},
    Kind.BOOLEAN: {"type": "boolean"},
    Kind.DATE: {"type": "string", "format": "date"},
    Kind.TIMESTAMP: {"type": "string", "format": "date-time"},
    Kind.ARRAY: {"type": "array", "items": {"type": "string"}},
    Kind.GEOMETRY: {"format": "geometry-any"},
}

# In this order: a DateTimeField is a DateField too.
_KINDS: tuple[tuple[type[Any], Kind], ...] = (
    (models.BooleanField, Kind.BOOLEAN),
    (models.IntegerField, Kind.INTEGER),
    (models.FloatField, Kind.NUMBER),
    (models.DecimalField, Kind.NUMBER),
    (models.DateTimeField, Kind.TIMESTAMP),
    (models.DateField, Kind.DATE),
    (models.CharField, Kind.TEXT),
    (models.TextField, Kind.TEXT),
    (models.UUIDField, Kind.TEXT),
    (GeometryField, Kind.GEOMETRY),
)


@dataclass(frozen=True)
class Queryable:
    """A property: its name in filters, its type, its column (`field`, an ORM name).

    `element` is the SQL type of an array's elements; `as_text` says that the column is read as text (a UUID).
    """

    name: str
    kind: Kind
    field: str
    element: str = "text"
    as_text: bool = False

    @property
    def schema(self) -> dict[str, Any]:
        """Its JSON Schema: type and format."""
        return dict(_SCHEMAS[self.kind])

    @property
    def column(self) -> Combinable:
        return Cast(F(self.field), models.TextField()) if self.as_text else F(self.field)


def queryables_of(model: type[models.Model], sources: Mapping[str, str]) -> dict[str, Queryable]:
    """The queryables of a model: `sources` lists the property names with the model field behind each.

    Nothing that is not listed can ever be asked about; a column of another type (such as JSON) is left out.
    """
    found = (_queryable(name, model._meta.get_field(source)) for name, source in sources.items())
    return {queryable.name: queryable for queryable in found if queryable}


def _queryable(name: str, field: Any) -> Queryable | None:
    value = field.target_field if isinstance(field, models.ForeignKey) else field
    if isinstance(value, ArrayField):
        return _array(name, field.attname, value.base_field)
    kind = next((kind for type_, kind in _KINDS if isinstance(value, type_)), None)
    return Queryable(name, kind, field.attname, as_text=isinstance(value, models.UUIDField)) if kind else None


def _array(name: str, column: str, element: Any) -> Queryable | None:
    if not isinstance(element, models.CharField | models.TextField):
        return None
    sql_type = "varchar" if isinstance(element, models.CharField) else "text"
    return Queryable(name, Kind.ARRAY, column, element=sql_type)
