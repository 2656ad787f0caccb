"""GeoJSON text made inside PostgreSQL.

The serializer is the contract; this renders the same features from the same queryset without a model instance: text
concatenation over `row_to_json` and `ST_AsGeoJSON` (building jsonb costs 2-10 times as much). A parity test proves that
both agree for every type of field.
"""

from functools import lru_cache
from typing import Any

from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import DateTimeField, Expression, Func, Model, TextField
from django.db.models.sql.compiler import SQLCompiler

from geo.crs import WGS84
from geo.rest.collection import Collection
from geo.rest.reference_systems import GLOBE, ReferenceSystem

_FEATURE = (
    """'{{"type":"Feature","id":' || to_json({identifier})::text || ',"geometry":' || """
    """coalesce(ST_AsGeoJSON({geometry}, {decimals}, 0), 'null') || ',"properties":' || """
    """row_to_json((SELECT p FROM (SELECT {columns}) AS p))::text || '}}'"""
)
_UTC = """to_char({column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')"""
# One stray row must not fail the page it is on: where the system cannot show a geometry, there is none.
_SHOWN = "CASE WHEN {geometry} @ ST_MakeEnvelope({west}, {south}, {east}, {north}, {srid}) THEN {geometry} END"
_ROW = "<row>"  # stands for the alias of the table until the query knows it


class FeatureText(Expression):
    """A row as a GeoJSON feature. Made once: resolving fifty columns would cost more than reading the rows."""

    output_field = TextField()

    def __init__(self, sql: str) -> None:
        super().__init__()
        self.sql = sql

    def as_sql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> tuple[str, tuple[str | int, ...]]:
        alias = compiler.query.get_initial_alias()
        return self.sql.replace(_ROW, connection.ops.quote_name(alias)), ()


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
    columns = ", ".join(f"{_value(field)} AS {connection.ops.quote_name(name)}" for name, field in fields.items())
    return FeatureText(
        _FEATURE.format(
            identifier=_column(model._meta.get_field(meta.id_field)),
            geometry=_geometry(_column(model._meta.get_field(meta.geo_field)), system),
            decimals=system.decimals,
            columns=columns,
        )
    )


def _column(field: Any) -> str:
    return f"{_ROW}.{connection.ops.quote_name(field.column)}"


def _value(field: Any) -> str:
    """The column as the API writes it: moments in UTC with `Z` and six digits of a second."""
    return _UTC.format(column=_column(field)) if isinstance(field, DateTimeField) else _column(field)


def _geometry(geometry: str, system: ReferenceSystem) -> str:
    if system.domain != GLOBE:
        west, south, east, north = system.domain.west, system.domain.south, system.domain.east, system.domain.north
        geometry = _SHOWN.format(geometry=geometry, west=west, south=south, east=east, north=north, srid=WGS84)
    geometry = system.in_sql(geometry)
    return f"ST_FlipCoordinates({geometry})" if system.north_first else geometry
