"""The SQL expression that turns a stored geometry into the geometry of a tile.

The text is the same for every tile of a zoom, so that it can be made once: `ENVELOPE` and `BOUNDS` stand where the tile
comes in, and `placed` puts its numbers there.
"""

from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import BinaryField, BooleanField, F, Func
from django.db.models.sql.compiler import SQLCompiler

from geo.tiles.matrix import BUFFER, EXTENT, WORLD, Tile, unit_deg
from geo.whole import TYPES

ENVELOPE = "{envelope}"  # the tile and its buffer, WGS 84 degrees
BOUNDS = "{bounds}"  # the tile, Web Mercator metres
GENERALISED_BELOW = 14  # zoom: above it a unit is less than 60 cm, and simplifying costs more than it saves
TOLERANCE = 2.0  # units: a quarter of a pixel on a tile drawn with 512

# A row that breaks the laws of the table (put in by hand, the constraint dropped) must not take the tile down: the
# encoder fails on curves and surfaces, the transformation on latitudes beyond the pole.
_WORLD = f"ST_MakeEnvelope({WORLD.west}, {WORLD.south}, {WORLD.east}, {WORLD.north}, 4326)"
_SAFE = (
    f"CASE WHEN GeometryType({{g}}) NOT IN {TYPES} THEN NULL "
    f"WHEN {{g}} @ {_WORLD} THEN {{g}} ELSE ST_ClipByBox2D({{g}}, {_WORLD}) END"
)


class InTile(Func):
    """Whether the box of the geometry touches the tile or its buffer: what the index answers."""

    template = f"(%(expressions)s && {ENVELOPE})"
    output_field = BooleanField()

    def __init__(self, geometry: str) -> None:
        super().__init__(F(geometry))


class TileShape(Func):
    """The geometry in the units of the tile, cut at its buffer; NULL where nothing of it is in the tile.

    At low zooms lines and areas are simplified, and what is too small to draw becomes a point: nobody should think
    that it is not there. `points` says that the column holds nothing else.
    """

    output_field = BinaryField()

    def __init__(self, geometry: str, zoom: int, *, points: bool) -> None:
        super().__init__(F(geometry))
        self.zoom, self.points = zoom, points

    def as_sql(  # type: ignore[override]
        self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, *args: Any, **context: Any
    ) -> tuple[str, list[Any]]:
        geometry, parameters = compiler.compile(self.get_source_expressions()[0])
        return self._sql(geometry), [*parameters]

    def _sql(self, geometry: str) -> str:
        if self.points:  # the tile's box, which the index was asked for, lies inside the world
            return _drawn(geometry)
        safe = _SAFE.format(g=geometry)
        if self.zoom >= GENERALISED_BELOW:
            return _drawn(safe)
        simplified = f"ST_Simplify({safe}, {TOLERANCE * unit_deg(self.zoom)!r})"
        # A point in that part of the geometry which lies in the tile; empty when none does.
        speck = f"ST_Centroid(ST_ClipByBox2D({safe}, {ENVELOPE}))"
        return f"COALESCE({_drawn(simplified)}, {_drawn(speck)})"


def placed(sql: str, tile: Tile) -> str:
    """The text for this tile."""
    box = tile.box()
    west, south, east, north = tile.bounds_m()
    envelope = f"ST_MakeEnvelope({box.west!r}, {box.south!r}, {box.east!r}, {box.north!r}, 4326)"
    bounds = f"ST_MakeBox2D(ST_Point({west!r}, {south!r}), ST_Point({east!r}, {north!r}))"
    return sql.replace(ENVELOPE, envelope).replace(BOUNDS, bounds)


def _drawn(degrees: str) -> str:
    # ST_AsMVTGeom wants map coordinates: transform first.
    return f"ST_AsMVTGeom(ST_Transform({degrees}, 3857), {BOUNDS}, {EXTENT}, {BUFFER}, true)"
