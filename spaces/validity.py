"""The rules that a space's geometry is judged by: `geo.validity` reads no table, so it is told the service area."""

from django.db import connection
from shapely import from_wkb
from shapely.geometry.base import BaseGeometry

from geo.validity import MAX_WIDTH_DEG, Rules
from spaces.models import KIND_OF, BoundaryLevel


def rules_of(collection: str) -> Rules:
    """The rules of a kind, by its collection; one query. Without a service area the whole globe is served."""
    return Rules(types=KIND_OF[collection].geometry_types, areas=service_areas(), max_width_deg=MAX_WIDTH_DEG)


def service_areas() -> tuple[BaseGeometry, ...]:
    """The outlines of the service area, WGS 84. Read anew for every geometry of a changeset, hence by the short way."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT ST_AsBinary(geometry) FROM spaces_boundary WHERE level = %s ORDER BY id",
            [BoundaryLevel.SERVICE_AREA],
        )
        return tuple(from_wkb(bytes(wkb)) for (wkb,) in cursor.fetchall())
