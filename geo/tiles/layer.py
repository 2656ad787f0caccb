"""What a layer of tiles shows of each feature, and which features matter most."""

from dataclasses import dataclass
from typing import Any

from django.contrib.gis.db.models import GeometryField
from django.contrib.postgres.fields import ArrayField
from django.db.models import DateTimeField, F, Func, JSONField, Model, TextField, Value
from django.db.models.expressions import Combinable

DETAIL_FROM = 12  # zoom: a tile is then about 10 km wide


@dataclass(frozen=True)
class Layer:
    """`overview` are the columns at every zoom, `detail` those that join them from zoom 12.

    `importance` is an order of columns, the most important feature first: what a full tile keeps.
    """

    name: str
    overview: tuple[str, ...]
    detail: tuple[str, ...] = ()
    importance: tuple[str, ...] = ()
    geometry: str = "geometry"

    def names(self, zoom: int) -> tuple[str, ...]:
        """The properties of a feature at this zoom; `id` is the first."""
        return ("id", *self.overview, *(self.detail if zoom >= DETAIL_FROM else ()))

    def order(self) -> tuple[str, ...]:
        return (*self.importance, "id")


def column(model: type[Model], name: str) -> Combinable:
    """A column as a value that the tile format knows: lists become text with commas."""
    field: Any = model._meta.get_field(name)
    value: Combinable = F(field.attname)
    if isinstance(field, ArrayField):
        return Func(value, Value(","), function="array_to_string", output_field=TextField())
    if isinstance(field, JSONField):
        return Func(value, template="%(expressions)s::text", output_field=TextField())
    if isinstance(field, DateTimeField):
        return Func(value, template="date(%(expressions)s AT TIME ZONE 'UTC')::text", output_field=TextField())
    return value


def json_type(model: type[Model], name: str) -> str:
    """What a TileJSON says of a column: Number, Boolean or String."""
    kind = str(model._meta.get_field(name).get_internal_type())
    if "Boolean" in kind:
        return "Boolean"
    return "Number" if "Integer" in kind or kind in {"FloatField", "AutoField"} else "String"


def only_points(model: type[Model], name: str) -> bool:
    """Whether the column can hold nothing but points."""
    field = model._meta.get_field(name)
    return isinstance(field, GeometryField) and field.geom_type == "POINT"
