"""The spatial operators, evaluated by PostGIS on the plane of WGS 84 degrees."""

from django.contrib.gis.db.models import GeometryField
from django.contrib.gis.geos import GEOSGeometry
from django.db.models import Value
from django.db.models.expressions import Combinable

from geo.cql2 import geometries
from geo.cql2.errors import InvalidFilter, shown
from geo.cql2.operands import Scope, is_property
from geo.cql2.parsing import Node
from geo.cql2.queryables import Kind
from geo.cql2.sql import All, Compared, Condition, Guarded
from geo.crs import WGS84
from geo.whole import Sound

FUNCTIONS = {
    "s_intersects": "ST_Intersects",
    "s_disjoint": "ST_Disjoint",
    "s_contains": "ST_Contains",
    "s_within": "ST_Within",
    "s_equals": "ST_Equals",
    "s_touches": "ST_Touches",
    "s_crosses": "ST_Crosses",
    "s_overlaps": "ST_Overlaps",
}
_TAKE_COLLECTIONS = frozenset({"s_intersects", "s_disjoint"})


def relate(operator: str, arguments: list[Node], scope: Scope) -> Condition:
    left, right = (_geometry(node, scope, operator) for node in arguments)
    asked: Condition = Condition(left, right, function=FUNCTIONS[operator])
    columns = [side for side, node in zip((left, right), arguments, strict=True) if is_property(node)]
    if columns:
        # GEOS raises an error over some invalid geometries: one bad row, put in by hand, must not fail the page.
        asked = Guarded(All(*(Sound(column) for column in columns)), asked)
    return asked if operator == "s_disjoint" else All(Compared(left, "&&", right), asked)


def _geometry(node: Node, scope: Scope, operator: str) -> Combinable:
    if is_property(node):
        return _column(node, scope)
    if not geometries.is_literal(node):
        raise InvalidFilter(f"{shown(node)} ไม่ใช่รูปทรง", f"{shown(node)} is no geometry.")
    found: GEOSGeometry = geometries.literal(node, scope.system)
    if found.geom_type == "GeometryCollection" and operator not in _TAKE_COLLECTIONS:
        raise InvalidFilter(
            "GEOMETRYCOLLECTION ที่มีหลายชนิดใช้ได้กับ S_INTERSECTS และ S_DISJOINT",
            "A GEOMETRYCOLLECTION of points, lines and areas goes with S_INTERSECTS and S_DISJOINT only.",
        )
    return Value(found, output_field=GeometryField(srid=WGS84))


def _column(node: Node, scope: Scope) -> Combinable:
    found = scope.named(node)
    if found.kind is not Kind.GEOMETRY:
        raise InvalidFilter(f"ช่อง {found.name} ไม่ใช่รูปทรง", f"The property {found.name} is no geometry.")
    return found.column
