"""The reference: each answer as one SQL statement, with nothing of the project but the names of its columns."""

from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db.models import DateTimeField, Field

from benchmarks.serving.data import POINTS, ZONES
from geo.tiles.matrix import BUFFER, EXTENT, Tile
from spaces.models import KIND_OF
from spaces.serializers import public_columns
from spaces.tiles import layer

PAGE = 100

_UTC = """to_char({} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')"""
_FEATURES = """
    SELECT '{{"type":"Feature","id":' || to_json(id)::text || ',"geometry":' || ST_AsGeoJSON(geometry, 7)
           || ',"properties":' || row_to_json((SELECT p FROM (SELECT {columns}) AS p))::text || '}}' AS feature
    FROM {table} WHERE status = 'published' ORDER BY id
"""
_PAGE = """
    SELECT '{{"type":"FeatureCollection","features":[' || string_agg(feature, ',') || ']}}'
    FROM ({features} LIMIT {limit}) AS page
"""
_COPY = "COPY ({features}) TO STDOUT (FORMAT csv, QUOTE E'\\x01', DELIMITER E'\\x02')"
_TILE = """
    SELECT ST_AsMVT(feature, '{layer}', {extent}, 'shape')
    FROM (SELECT ST_AsMVTGeom(ST_Transform(geometry, 3857), {envelope}, {extent}, {buffer}) AS shape, {columns}
          FROM {table}
          WHERE status = 'published' AND geometry && ST_Transform({envelope_with_buffer}, 4326)) AS feature
"""


def page(collection: str) -> str:
    """A page of `PAGE` features as GeoJSON."""
    return _PAGE.format(features=_features(collection), limit=PAGE)


def copy(collection: str) -> str:
    """All features, a line each."""
    return _COPY.format(features=_features(collection))


def _features(collection: str) -> str:
    meta = KIND_OF[collection]._meta
    fields = [meta.get_field(name) for name in public_columns(KIND_OF[collection])]
    columns = ", ".join(f'{_property(field)} AS "{field.name}"' for field in fields)
    return _FEATURES.format(columns=columns, table=meta.db_table)


def tile(collection: str, place: Tile) -> str:
    """A vector tile with the columns that the project's tiles have at this zoom."""
    meta = KIND_OF[collection]._meta
    fields = [meta.get_field(name) for name in layer(collection).names(place.zoom)]
    columns = ", ".join(f'{_value(field)} AS "{field.name}"' for field in fields)
    address = f"{place.zoom}, {place.column}, {place.row}"
    return _TILE.format(
        layer=collection,
        columns=columns,
        table=meta.db_table,
        extent=EXTENT,
        buffer=BUFFER,
        envelope=f"ST_TileEnvelope({address})",
        envelope_with_buffer=f"ST_TileEnvelope({address}, margin => {BUFFER / EXTENT})",
    )


def all_statements(tiles: dict[str, Tile]) -> dict[str, str]:
    """Every statement by the path that the reference server gives it."""
    pages = {f"/page/{collection}": page(collection) for collection in (POINTS, ZONES)}
    copies = {f"/copy/{collection}": copy(collection) for collection in (POINTS, ZONES)}
    return (
        pages
        | copies
        | {
            f"/tile/{size}/{collection}": tile(collection, place)
            for size, place in tiles.items()
            for collection in (POINTS, ZONES)
        }
    )


def _property(field: Any) -> str:
    column = f'"{field.column}"'
    return _UTC.format(column) if isinstance(field, DateTimeField) else column


def _value(field: "Field[Any, Any] | Any") -> str:
    column = f'"{field.column}"'
    return f"array_to_string({column}, ',')" if isinstance(field, ArrayField) else column
