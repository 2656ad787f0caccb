"""The array operators, on arrays of texts, which CQL2 reads as sets: order and repetition do not count."""

from dataclasses import dataclass

from django.db.models import Func, TextField
from django.db.models.expressions import Combinable

from geo.cql2.errors import InvalidFilter, shown
from geo.cql2.operands import Scope, is_property, storable
from geo.cql2.parsing import Node
from geo.cql2.queryables import Kind
from geo.cql2.sql import All, Compared, Condition, text

_SIGNS = {"a_contains": "@>", "a_containedby": "<@", "a_overlaps": "&&"}


@dataclass(frozen=True)
class _Column:
    expression: Combinable
    element: str


def relate(operator: str, arguments: list[Node], scope: Scope) -> Condition:
    sides = [_column(node, scope) if is_property(node) else _texts(node) for node in arguments]
    # A literal takes the type of the column, not the other way round, so that the column's index still serves.
    element = next((side.element for side in sides if isinstance(side, _Column)), "text")
    left, right = (_array(side, element) for side in sides)
    if operator == "a_equals":
        return All(Compared(left, "@>", right), Compared(left, "<@", right))
    return Compared(left, _SIGNS[operator], right)


def _column(node: Node, scope: Scope) -> _Column:
    found = scope.named(node)
    if found.kind is not Kind.ARRAY:
        raise InvalidFilter(f"ช่อง {found.name} ไม่ใช่รายการ", f"The property {found.name} is no array.")
    return _Column(found.column, found.element)


def _texts(node: Node) -> list[str]:
    if not isinstance(node, list) or not all(isinstance(part, str) for part in node):
        raise InvalidFilter(
            f"ต้องเป็นรายการข้อความ เช่น ('crafts','murals') ไม่ใช่ {shown(node)}",
            f"An array of texts is wanted, such as ('crafts','murals'), not {shown(node)}.",
        )
    return [storable(part) for part in node]


def _array(side: _Column | list[str], element: str) -> Combinable:
    if isinstance(side, list):
        return _cast(Func(*map(text, side), template="ARRAY[%(expressions)s]", output_field=TextField()), element)
    return side.expression if side.element == element else _cast(side.expression, element)


def _cast(array: Combinable, element: str) -> Func:
    return Func(array, template=f"%(expressions)s::{element}[]", output_field=TextField())
