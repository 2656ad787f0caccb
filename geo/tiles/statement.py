"""A tile in one statement: the rows that touch it, their shapes, the encoding, and the change counters."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.models import QuerySet
from psycopg.sql import Literal

from geo.counters import COUNTERS, now
from geo.tiles.layer import Layer, column, only_points
from geo.tiles.matrix import EXTENT, Tile
from geo.tiles.shape import InTile, TileShape, placed

Rows = QuerySet[Any]

MAX_FEATURES = 10_000  # as many would not be below the cap: 50 bytes each is less than an id and two names take

# No WHERE on the shape: PostgreSQL would compute it twice. ST_AsMVT leaves out NULL by itself, and the LIMIT inside
# keeps the planner from pulling the shape up. What is not a number has no place in a tile; PostgreSQL sorts it last.
_TILE = """
    SELECT ST_AsMVT(feature, %s, {extent}, 'shape') FILTER (WHERE {extreme} < 'Infinity'),
           count(feature.shape), count(*), ({counters})
    FROM ({rows}) AS feature ({names})
"""
_EXTREME = "ST_Length(feature.shape) + ST_XMax(feature.shape)"
_EXTREME_OF_POINT = "ST_X(feature.shape)"


@dataclass(frozen=True)
class Statement:
    """The question for any tile of one zoom. `sql` is empty when no row can ever answer it.

    `parameters` are None when the values stand in the text already.
    """

    rows: Rows
    layer: Layer
    zoom: int
    sql: str
    parameters: tuple[Any, ...] | None = ()


@dataclass(frozen=True)
class Answer:
    """`data` is the tile, empty when nothing lies in it. `drawn` counts its features, `touched` the rows looked at."""

    data: bytes
    drawn: int
    touched: int
    counters: str


def prepare(rows: Rows, layer: Layer, zoom: int) -> Statement:
    """The statement for `rows`, which are already filtered and checked for permission."""
    names, model = layer.names(zoom), rows.model
    points = only_points(model, layer.geometry)
    shape = TileShape(layer.geometry, zoom, points=points)
    shown = rows.filter(InTile(layer.geometry)).order_by().values_list(shape, *(column(model, name) for name in names))
    try:
        sql, parameters = shown[: MAX_FEATURES + 1].query.sql_with_params()
    except EmptyResultSet:
        return Statement(rows, layer, zoom, "")
    listed = ", ".join(f'"{name}"' for name in ("shape", *names))
    extreme = _EXTREME_OF_POINT if points else _EXTREME
    full = _TILE.format(extent=EXTENT, extreme=extreme, counters=COUNTERS, rows=sql, names=listed)
    return Statement(rows, layer, zoom, full, tuple(parameters))


def written_out(statement: Statement, counters: Sequence[str]) -> Statement:
    """The same with its values in the text, for a question that comes again and again."""
    values = [Literal(value).as_string() for value in _values(statement, counters)]
    return replace(statement, sql=statement.sql % tuple(values) if statement.sql else "", parameters=None)


def _values(statement: Statement, counters: Sequence[str]) -> list[Any]:
    values = [statement.layer.name, list(counters), *(statement.parameters or ())]
    return [str(value) if isinstance(value, str) else value for value in values]  # a choice is a text, to SQL too


def answer(statement: Statement, tile: Tile, counters: Sequence[str]) -> Answer:
    """The tile of the first `MAX_FEATURES` rows and one more, whatever its size, and the state of `counters`."""
    if not statement.sql:
        return Answer(b"", 0, 0, now(counters))
    database: Any = connections[statement.rows.db]
    ready = statement.parameters is None
    with database.binary_cursor() if ready else database.cursor() as db:
        db.execute(placed(statement.sql, tile), None if ready else _values(statement, counters))
        data, drawn, touched, state = db.fetchone()
    return Answer(bytes(data or b""), drawn, touched, state)
