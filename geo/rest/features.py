"""GeoJSON text made inside PostgreSQL.

The serializer is the contract; this renders the same features from the same queryset without a model instance: text
concatenation over `row_to_json` and `ST_AsGeoJSON` (building jsonb costs 2-10 times as much). A parity test proves that
both agree for every type of field.
"""

from collections.abc import Sequence
from typing import Any

from django.contrib.gis.db.models.functions import Transform
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import DateTimeField, F, Func, Model, TextField
from django.db.models.expressions import Combinable
from django.db.models.sql.compiler import SQLCompiler

from geo.rest.collection import Collection
from geo.rest.reference_systems import GLOBE, ReferenceSystem

_FEATURE = (
    """'{{"type":"Feature","id":' || to_json({identifier})::text || ',"geometry":' || """
    """coalesce(ST_AsGeoJSON({geometry}, {decimals}), 'null') || ',"properties":' || """
    """row_to_json((SELECT p FROM (SELECT {listed}) AS p))::text || '}}'"""
)


class UtcText(Func):
    """A moment as the API writes it: UTC, `Z`, six digits of a second."""

    template = """to_char(%(expressions)s AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')"""
    output_field = TextField()


class KeyText(Func):
    """The sort keys of a row as a JSON array."""

    template = "json_build_array(%(expressions)s)::text"
    output_field = TextField()


class Turned(Func):
    """Axes swapped: latitude first."""

    function = "ST_FlipCoordinates"


class FeatureText(Func):
    """A GeoJSON feature. Sources: id, geometry, then one expression for each name of a property."""

    output_field = TextField()

    def __init__(self, names: Sequence[str], system: ReferenceSystem, *expressions: Combinable) -> None:
        super().__init__(*expressions)
        self.names, self.system = tuple(names), system

    def as_sql(  # type: ignore[override]
        self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, *args: Any, **context: Any
    ) -> tuple[str, list[Any]]:
        parts = [compiler.compile(source) for source in self.get_source_expressions()]
        (identifier, _), (geometry, _), *columns = parts
        listed = ", ".join(
            f"{sql} AS {connection.ops.quote_name(name)}" for (sql, _), name in zip(columns, self.names, strict=True)
        )
        sql = _FEATURE.format(identifier=identifier, geometry=geometry, decimals=self.system.decimals, listed=listed)
        return sql, [parameter for _, parameters in parts for parameter in parameters]


class WithinDomain(Func):
    """The geometry, or NULL where the system cannot show it: one stray row must not fail the page it is on."""

    def __init__(self, geometry: Combinable, system: ReferenceSystem, **extra: Any) -> None:
        super().__init__(geometry, **extra)
        self.system = system

    def as_sql(  # type: ignore[override]
        self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, *args: Any, **context: Any
    ) -> tuple[str, list[Any]]:
        sql, parameters = compiler.compile(self.get_source_expressions()[0])
        domain = self.system.domain
        envelope = f"ST_MakeEnvelope({domain.west}, {domain.south}, {domain.east}, {domain.north}, 4326)"
        return f"CASE WHEN {sql} @ {envelope} THEN {sql} END", [*parameters, *parameters]


def feature_text(
    collection: Collection, model: type[Model], names: Sequence[str], system: ReferenceSystem
) -> FeatureText:
    """The expression that gives a row of `model` as a feature with the properties `names`."""
    meta: Any = collection.serializer.Meta  # type: ignore[attr-defined]
    columns = [_column(model, str(collection.fields[name].source)) for name in names]
    return FeatureText(names, system, F(meta.id_field), _geometry(model, meta.geo_field, system), *columns)


def _column(model: type[Model], source: str) -> Combinable:
    field: Any = model._meta.get_field(source)
    return UtcText(F(field.attname)) if isinstance(field, DateTimeField) else F(field.attname)


def _geometry(model: type[Model], name: str, system: ReferenceSystem) -> Combinable:
    geometry: Combinable = F(name)
    field: Any = model._meta.get_field(name)
    if system.domain != GLOBE:
        geometry = WithinDomain(geometry, system, output_field=field)
    if not system.is_degrees:
        geometry = Transform(geometry, system.srid)
    return Turned(geometry, output_field=field) if system.north_first else geometry
