"""A tile in one statement: the rows that touch it, their shapes, the encoding, and the change counters.

A tile that would be too large is made again from its most important features, spread over its area; the answer says
how many there are in all.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.models import F, FloatField, Func, QuerySet, Window
from django.db.models.functions import RowNumber

from geo.tiles.layer import Layer, column, only_points
from geo.tiles.matrix import EXTENT, Tile
from geo.tiles.shape import TileShape

Rows = QuerySet[Any]

MAX_BYTES = 500_000
MAX_FEATURES = 20_000  # no tile of this many features is below the cap: 25 bytes each is less than a name takes
_ATTEMPTS = 4
_CELLS = 64  # along the side of a full tile: the best feature of each cell comes before the second of any

# No WHERE on the shape: PostgreSQL would compute it twice. ST_AsMVT leaves out NULL by itself, and the LIMIT inside
# keeps the planner from pulling the shape up. Not a number has no place in a tile: no length is infinite.
_TILE = """
    SELECT ST_AsMVT(feature, %s, {extent}, 'shape') FILTER (WHERE ST_Length(feature.shape) < 'Infinity'),
           count(feature.shape), count(*), ({counters})
    FROM ({rows}) AS feature ({names})
"""
_COUNTERS = """
    SELECT coalesce(string_agg(collection || '=' || n, ',' ORDER BY collection), '')
    FROM geo_changecounter WHERE collection = ANY(%s)
"""
# Each vertex takes about 4 bytes, each property 2 and its text. The encoder shares texts that repeat, so the budget
# is only a first guess.
_BUDGETED = """
    SELECT ST_AsMVT(kept, %s, {extent}, 'shape'), count(kept.shape)
    FROM (
        SELECT {names} FROM (
            SELECT feature.*, sum(ST_NPoints(shape) * 4 + octet_length(concat({texts})) + {overhead})
                   OVER (ROWS UNBOUNDED PRECEDING) AS so_far
            FROM ({rows}) AS feature ({names}, place)
            WHERE shape IS NOT NULL AND ST_Length(shape) < 'Infinity'
        ) AS counted
        WHERE so_far <= %s
    ) AS kept
"""


@dataclass(frozen=True)
class Encoded:
    """`data` is the tile, empty when nothing lies in it; `matched` counts what does, `returned` what it shows."""

    data: bytes
    returned: int
    matched: int
    counters: str


def encode(rows: Rows, layer: Layer, tile: Tile, counters: Sequence[str]) -> Encoded:
    """The tile of `rows`, which are already filtered and checked for permission, and the state of `counters`."""
    near = rows.filter(**{f"{layer.geometry}__bboverlaps": tile.area()}).order_by()
    try:
        sql, parameters = _shown(near, layer, tile)[: MAX_FEATURES + 1].query.sql_with_params()
    except EmptyResultSet:
        return Encoded(b"", 0, 0, counters_now(counters))
    statement = _TILE.format(extent=EXTENT, counters=_COUNTERS, rows=sql, names=_names(layer, tile))
    with connections[rows.db].cursor() as db:
        db.execute(statement, [layer.name, list(counters), *parameters])
        data, drawn, touched, state = db.fetchone()
    found = Encoded(bytes(data or b""), drawn, drawn, state)
    if touched <= MAX_FEATURES and len(found.data) <= MAX_BYTES:
        return found
    return _reduced(near, layer, tile, state)


def counters_now(counters: Sequence[str]) -> str:
    """The state of everything a tile depends on, in commit order."""
    with connections["default"].cursor() as db:
        db.execute(_COUNTERS, [list(counters)])
        row = db.fetchone()
    return str(row[0]) if row else ""


def _shown(rows: Rows, layer: Layer, tile: Tile, *more: Any) -> Rows:
    """The shape, then the properties in the order of `layer.names`."""
    model = rows.model
    shape = TileShape(layer.geometry, tile, points=only_points(model, layer.geometry))
    shown: Rows = rows.values_list(shape, *(column(model, name) for name in layer.names(tile.zoom)), *more)
    return shown


def _names(layer: Layer, tile: Tile) -> str:
    return ", ".join(f'"{name}"' for name in ("shape", *layer.names(tile.zoom)))


def _reduced(near: Rows, layer: Layer, tile: Tile, state: str) -> Encoded:
    """The most important features that fit into the cap."""
    statement, parameters = _budgeted(near, layer, tile)
    budget, best = float(MAX_BYTES), (b"", 0)
    with connections[near.db].cursor() as db:
        for _ in range(_ATTEMPTS):
            db.execute(statement, [layer.name, *parameters, budget])
            data, returned = db.fetchone()
            size = len(data or b"")
            if len(best[0]) < size <= MAX_BYTES:
                best = bytes(data), returned
            if 0.9 * MAX_BYTES <= size <= MAX_BYTES or not size:
                break
            budget *= 0.97 * MAX_BYTES / size
    return Encoded(*best, matched=near.count(), counters=state)


def _budgeted(near: Rows, layer: Layer, tile: Tile) -> tuple[str, Sequence[Any]]:
    names = layer.names(tile.zoom)
    ordered = near.order_by(_place(layer, tile), _Size(layer.geometry).desc(), *layer.order())
    sql, parameters = _shown(ordered, layer, tile, _place(layer, tile))[:MAX_FEATURES].query.sql_with_params()
    texts = ", ".join(f'"{name}"' for name in names)
    statement = _BUDGETED.format(
        extent=EXTENT, names=_names(layer, tile), texts=texts, overhead=10 + 4 * len(names), rows=sql
    )
    return statement, parameters


def _place(layer: Layer, tile: Tile) -> Window:
    """1 for the best feature of each cell of the tile, 2 for the second: what is dropped is dropped evenly."""
    cell = tile.unit_deg * EXTENT / _CELLS
    return Window(
        RowNumber(),
        partition_by=[_Cell(layer.geometry, "X", cell), _Cell(layer.geometry, "Y", cell)],
        order_by=[_Size(layer.geometry).desc(), *layer.order()],
    )


class _Cell(Func):
    """The number of the cell that the lower left corner of the geometry lies in, along one axis."""

    output_field = FloatField()

    def __init__(self, geometry: str, axis: str, side_deg: float) -> None:
        super().__init__(F(geometry), template=f"floor(ST_{axis}Min(%(expressions)s) / {side_deg!r})")


class _Size(Func):
    """Half the way round the box of the geometry, in degrees: 0 for a point."""

    template = "(ST_XMax({g}) - ST_XMin({g}) + ST_YMax({g}) - ST_YMin({g}))".replace("{g}", "%(expressions)s")
    output_field = FloatField()

    def __init__(self, geometry: str) -> None:
        super().__init__(F(geometry))
