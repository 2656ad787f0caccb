"""A tile that keeps to its size: the whole of it, or its most important features spread over its area."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connections
from django.db.models import Count, F, FloatField, Func, Window
from django.db.models.functions import RowNumber

from geo.tiles.layer import Layer, only_points
from geo.tiles.matrix import EXTENT, Tile, unit_deg
from geo.tiles.shape import InTile, placed
from geo.tiles.statement import MAX_FEATURES, Rows, Statement, answer, prepare

MAX_BYTES = 500_000
_ATTEMPTS = 4
_FULL = 0.95 * MAX_BYTES
_CELLS = 64  # along the side of a tile


@dataclass(frozen=True)
class Encoded:
    """`data` is the tile, empty when nothing lies in it; `matched` counts what does, `returned` what it shows."""

    data: bytes
    returned: int
    matched: int
    counters: str


def encode(statement: Statement, tile: Tile, counters: Sequence[str]) -> Encoded:
    """The tile, and the state of `counters` it was made at."""
    whole = answer(statement, tile, counters)
    if whole.touched <= MAX_FEATURES and len(whole.data) <= MAX_BYTES:
        return Encoded(whole.data, whole.drawn, whole.drawn, whole.counters)
    return _reduced(statement, tile, counters, fitting=MAX_BYTES * whole.drawn // max(len(whole.data), 1))


def _reduced(statement: Statement, tile: Tile, counters: Sequence[str], fitting: int) -> Encoded:
    """The most important features that stay below the cap: about `fitting` of them."""
    best_first, matched = _ranked(statement, tile, min(max(2 * fitting, 1), MAX_FEATURES))
    number, best = fitting, Encoded(b"", 0, matched, "")
    for _ in range(_ATTEMPTS):
        kept = statement.rows.filter(pk__in=best_first[:number])
        found = answer(prepare(kept, statement.layer, statement.zoom), tile, counters)
        size = len(found.data)
        if len(best.data) < size <= MAX_BYTES:
            best = Encoded(found.data, found.drawn, matched, found.counters)
        if _FULL <= size <= MAX_BYTES or not size or (size < _FULL and number >= len(best_first)):
            break
        number = int(number * 0.98 * MAX_BYTES / size)
    return best


def _ranked(statement: Statement, tile: Tile, number: int) -> tuple[list[Any], int]:
    """The keys of the first `number` features, and how many there are in all.

    The largest first, then by the layer's importance; the first of each cell of the tile before the second of any, so
    that what is left out is missed evenly.
    """
    rows, layer = statement.rows, statement.layer
    importance: list[Any] = [*layer.order()]
    if not only_points(rows.model, layer.geometry):
        importance.insert(0, _size(layer).desc())
    place = Window(RowNumber(), partition_by=_cell(layer, tile.zoom), order_by=importance)
    ranked = rows.filter(InTile(layer.geometry)).order_by(place, *importance).values_list("pk", Window(Count("*")))
    found = _fetched(ranked[:number], tile)
    return [key for key, _total in found], found[0][1] if found else 0


def _fetched(rows: Rows, tile: Tile) -> list[tuple[Any, int]]:
    sql, parameters = rows.query.sql_with_params()
    with connections[rows.db].cursor() as db:
        db.execute(placed(sql, tile), parameters)
        return [(row[0], row[1]) for row in db.fetchall()]


def _cell(layer: Layer, zoom: int) -> list[Func]:
    """Column and row of the cell that the lower left corner of the geometry lies in."""
    side = unit_deg(zoom) * EXTENT / _CELLS
    templates = (f"floor(ST_{axis}Min(%(expressions)s) / {side!r})" for axis in "XY")
    return [Func(F(layer.geometry), template=template, output_field=FloatField()) for template in templates]


def _size(layer: Layer) -> Func:
    """Half the way round the box of the geometry, in degrees."""
    sides = "(ST_XMax({g}) - ST_XMin({g}) + ST_YMax({g}) - ST_YMin({g}))".replace("{g}", "%(expressions)s")
    return Func(F(layer.geometry), template=sides, output_field=FloatField())
