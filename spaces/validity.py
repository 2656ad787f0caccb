"""The rules that a space's geometry is judged by: `geo.validity` reads no table, so it is told the service area."""

from shapely import from_wkb
from shapely.geometry.base import BaseGeometry

from geo.validity import MAX_WIDTH_DEG, Rules
from spaces.models import KIND_OF, Boundary, BoundaryLevel


def rules_of(collection: str) -> Rules:
    """The rules of a kind, by its collection; one query. Without a service area the whole globe is served."""
    return Rules(types=KIND_OF[collection].geometry_types, areas=service_areas(), max_width_deg=MAX_WIDTH_DEG)


def service_areas() -> tuple[BaseGeometry, ...]:
    """The outlines of the service area, WGS 84."""
    rows = Boundary.objects.filter(level=BoundaryLevel.SERVICE_AREA).order_by("id").values_list("geometry", flat=True)
    return tuple(from_wkb(bytes(geometry.wkb)) for geometry in rows)
