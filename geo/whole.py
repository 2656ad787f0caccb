"""Whether a stored geometry can be asked about at all.

The laws of the tables let nothing else in. But a row put in by hand, a constraint dropped, must not take every search
down with it: GEOS raises an error over surfaces, over what is not a number, over some lines that cross themselves.
"""

from typing import Any

from django.contrib.gis.db.models import Extent, GeometryField
from django.contrib.gis.geos import GEOSGeometry
from django.db.models import F, Q, QuerySet, Value
from django.db.models.expressions import Combinable

from geo.bbox import GLOBE, BBox
from geo.cql2.sql import All, Compared, Condition, Guarded
from geo.crs import WGS84

TYPES = "('POINT', 'LINESTRING', 'POLYGON', 'MULTIPOINT', 'MULTILINESTRING', 'MULTIPOLYGON')"

_WHOLE = (  # PostgreSQL sorts NaN behind infinity
    f"GeometryType(%(expressions)s) IN {TYPES} AND ST_Length(%(expressions)s) + ST_Perimeter(%(expressions)s)"
    " + ST_XMax(%(expressions)s) + ST_YMax(%(expressions)s) < 'Infinity'"
)
_CORNERS = 5  # of a rectangle, the first one again at the end


class Whole(Condition):
    """Whether a geometry is made of points, lines and areas, all of them somewhere. Cheap."""

    template = f"({_WHOLE})"


class Sound(Condition):
    """Whether GEOS can relate a geometry to any other. Costs as much as the question itself."""

    template = f"(CASE WHEN {_WHOLE} THEN ST_IsValid(%(expressions)s) ELSE false END)"


def extent(rows: QuerySet[Any], column: str = "geometry") -> BBox | None:
    """The box around `rows` in WGS 84; None when there is nothing. What is no place on the globe is passed over."""
    found = _box(rows, column)
    if found is None or GLOBE.contains(found):
        return found
    on_the_globe = Compared(F(column), "@", Value(GLOBE.to_geos(), output_field=GeometryField(srid=WGS84)))
    return _box(rows.filter(Q(All(on_the_globe, Whole(F(column))))), column)


def _box(rows: QuerySet[Any], column: str) -> BBox | None:
    corners = rows.order_by().aggregate(box=Extent(column))["box"]
    return BBox(*corners) if corners else None


def meeting(area: GEOSGeometry, column: str = "geometry") -> Q:
    """What touches `area` (WGS 84)."""
    asked, there = F(column), Value(area, output_field=GeometryField(srid=WGS84))
    touches = Condition(asked, there, function="ST_Intersects")
    return Q(All(Compared(asked, "&&", there), Guarded(_guard(area, asked), touches)))


def _guard(area: GEOSGeometry, asked: Combinable) -> Condition:
    """GEOS answers for a rectangle without looking at how the lines of the other geometry run."""
    is_rectangle = area.geom_type == "Polygon" and area.num_coords == _CORNERS
    return Whole(asked) if is_rectangle else Sound(asked)
