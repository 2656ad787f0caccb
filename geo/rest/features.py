"""GeoJSON text made inside PostgreSQL.

The serializer is the contract; this renders the same features from the same queryset without a model instance: text
concatenation over `json_object` and `ST_AsGeoJSON` (building jsonb costs 2-10 times as much). A parity test proves that
both agree for every type of field.
"""

from functools import lru_cache
from typing import Any

from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Expression, Func, Model, TextField
from django.db.models.sql.compiler import SQLCompiler

from geo.crs import WGS84
from geo.rest.collection import Collection
from geo.rest.properties import object_sql
from geo.rest.reference_systems import ReferenceSystem

_FEATURE = (
    """'{{"type":"Feature","id":' || to_json({identifier})::text || ',"geometry":' || """
    """coalesce(ST_AsGeoJSON({geometry}, {decimals}, 0), 'null') || ',"properties":' || {properties} || '}}'"""
)
# One row that breaks the laws of its table (put in by hand, the constraint dropped) must not fail all the others: what
# the system cannot show, what GeoJSON has no word for, what is not a number, is no geometry.
_SHOWN = "CASE WHEN {geometry} @ ST_MakeEnvelope({west}, {south}, {east}, {north}, {srid}){whole} THEN {geometry} END"
_WHOLE = (
    " AND GeometryType({geometry}) IN"
    " ('POINT', 'LINESTRING', 'POLYGON', 'MULTIPOINT', 'MULTILINESTRING', 'MULTIPOLYGON')"
    " AND ST_Length({geometry}) + ST_Perimeter({geometry}) + ST_XMax({geometry}) + ST_YMax({geometry}) < 'Infinity'"
)
_WHOLE_POINT = " AND ST_X({geometry}) + ST_Y({geometry}) < 'Infinity'"
ROW = "<row>"  # stands for the alias of the table until the query knows it


class FeatureText(Expression):
    """A row as a GeoJSON feature. Made once: resolving fifty columns would cost more than reading the rows."""

    output_field = TextField()

    def __init__(self, sql: str) -> None:
        super().__init__()
        self.sql = sql

    def as_sql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> tuple[str, tuple[str | int, ...]]:
        alias = compiler.query.get_initial_alias()
        return self.sql.replace(ROW, connection.ops.quote_name(alias)), ()


class KeyText(Func):
    """The sort keys of a row as a JSON array."""

    template = "json_build_array(%(expressions)s)::text"
    output_field = TextField()


@lru_cache(maxsize=512)
def feature_text(
    collection: Collection, model: type[Model], names: tuple[str, ...], system: ReferenceSystem
) -> FeatureText:
    """The expression that gives a row of `model` as a feature with the properties `names`."""
    meta: Any = collection.serializer.Meta  # type: ignore[attr-defined]
    fields = {name: model._meta.get_field(str(collection.fields[name].source)) for name in names}
    return FeatureText(
        _FEATURE.format(
            identifier=column(model._meta.get_field(meta.id_field)),
            geometry=geometry_sql(model._meta.get_field(meta.geo_field), system),
            decimals=system.decimals,
            properties=object_sql(fields, {name: column(field) for name, field in fields.items()}),
        )
    )


def column(field: Any) -> str:
    """The column in SQL, of a table whose alias is not known yet."""
    return f"{ROW}.{connection.ops.quote_name(field.column)}"


def geometry_sql(field: Any, system: ReferenceSystem) -> str:
    """The geometry in the system, with its axes in order; NULL where the system cannot show it."""
    domain, stored = system.domain, column(field)
    whole = _WHOLE_POINT if field.geom_type == "POINT" else _WHOLE
    shown = _SHOWN.format(
        geometry=stored,
        west=domain.west,
        south=domain.south,
        east=domain.east,
        north=domain.north,
        srid=WGS84,
        whole=whole.format(geometry=stored),
    )
    geometry = system.in_sql(shown)
    return f"ST_FlipCoordinates({geometry})" if system.north_first else geometry
