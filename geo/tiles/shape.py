"""The SQL expression that turns a stored geometry into the geometry of a tile."""

from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import BinaryField, F, Func
from django.db.models.sql.compiler import SQLCompiler

from geo.tiles.matrix import BUFFER, EXTENT, WORLD, Tile

GENERALISED_BELOW = 14  # zoom: above it a unit is less than 60 cm, and simplifying costs more than it saves
TOLERANCE = 2.0  # units: a quarter of a pixel on a tile drawn with 512

# A row that breaks the laws of the table (put in by hand, the constraint dropped) must not take the tile down: the
# encoder fails on curves and surfaces, the transformation on latitudes beyond the pole.
_DRAWABLE = "('POINT', 'LINESTRING', 'POLYGON', 'MULTIPOINT', 'MULTILINESTRING', 'MULTIPOLYGON')"
_WORLD = f"ST_MakeEnvelope({WORLD.west}, {WORLD.south}, {WORLD.east}, {WORLD.north}, 4326)"
_SAFE = (
    f"CASE WHEN GeometryType({{g}}) NOT IN {_DRAWABLE} THEN NULL "
    f"WHEN {{g}} @ {_WORLD} THEN {{g}} ELSE ST_ClipByBox2D({{g}}, {_WORLD}) END"
)


class TileShape(Func):
    """The geometry in the units of the tile, cut at its buffer; NULL where nothing of it is in the tile.

    At low zooms lines and areas are simplified, and what is too small to draw becomes a point: nobody should think
    that it is not there.
    """

    output_field = BinaryField()

    def __init__(self, geometry: str, tile: Tile, *, points: bool) -> None:
        super().__init__(F(geometry))
        self.tile, self.points = tile, points

    def as_sql(  # type: ignore[override]
        self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, *args: Any, **context: Any
    ) -> tuple[str, list[Any]]:
        geometry, parameters = compiler.compile(self.get_source_expressions()[0])
        return self._sql(geometry), [*parameters]

    def _sql(self, geometry: str) -> str:
        if self.points:  # the tile's box, which the index was asked for, lies inside the world
            return self._drawn(geometry)
        safe = _SAFE.format(g=geometry)
        if self.tile.zoom >= GENERALISED_BELOW:
            return self._drawn(safe)
        simplified = f"ST_Simplify({safe}, {TOLERANCE * self.tile.unit_deg!r})"
        return f"COALESCE({self._drawn(simplified)}, {self._drawn(self._speck(safe))})"

    def _speck(self, safe: str) -> str:
        """A point in that part of the geometry which lies in the tile; empty when none does."""
        box = self.tile.box()
        envelope = f"ST_MakeEnvelope({box.west!r}, {box.south!r}, {box.east!r}, {box.north!r}, 4326)"
        return f"ST_Centroid(ST_ClipByBox2D({safe}, {envelope}))"

    def _drawn(self, degrees: str) -> str:
        west, south, east, north = self.tile.bounds_m()
        bounds = f"ST_MakeBox2D(ST_Point({west!r}, {south!r}), ST_Point({east!r}, {north!r}))"
        # ST_AsMVTGeom wants map coordinates: transform first.
        return f"ST_AsMVTGeom(ST_Transform({degrees}, 3857), {bounds}, {EXTENT}, {BUFFER}, true)"
