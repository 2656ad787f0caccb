"""Comparisons: = <> < > <= >=, BETWEEN, IN, LIKE, IS NULL."""

from django.db.models.expressions import Combinable

from geo.cql2.errors import InvalidFilter
from geo.cql2.operands import Operand, Scope, is_property, must_be, operand
from geo.cql2.parsing import Node
from geo.cql2.queryables import Kind
from geo.cql2.sql import Between, Compared, Condition, IsNull, Listed

_NUMBERS = frozenset({Kind.NUMBER, Kind.INTEGER})
_ORDERED = frozenset({Kind.TEXT, Kind.DATE, Kind.TIMESTAMP, *_NUMBERS})


def compare(operator: str, arguments: list[Node], scope: Scope) -> Condition:
    left, right = (operand(node, scope) for node in arguments)
    _must_match(left, right)
    if operator not in {"=", "<>"}:
        _must_be_ordered(left)
    return Compared(left.expression, operator, right.expression)


def between(operator: str, arguments: list[Node], scope: Scope) -> Condition:
    value, low, high = (operand(node, scope) for node in arguments)
    _must_be_ordered(value)
    _must_match(value, low)
    _must_match(value, high)
    return Between(value.expression, low.expression, high.expression)


def within_list(operator: str, arguments: list[Node], scope: Scope) -> Condition:
    node, listed = arguments
    if not isinstance(listed, list) or not listed:
        raise InvalidFilter("IN ต้องมีรายการค่าอย่างน้อยหนึ่งค่า", "IN wants a list of at least one value.")
    value = operand(node, scope)
    choices = [operand(choice, scope) for choice in listed]
    for choice in choices:
        _must_match(value, choice)
    return Compared(value.expression, "IN", Listed(*(choice.expression for choice in choices)))


def like(operator: str, arguments: list[Node], scope: Scope) -> Condition:
    """`%` any characters, `_` any one, a backslash before either means itself: as in PostgreSQL."""
    value = operand(arguments[0], scope)
    must_be(value, Kind.TEXT, "LIKE")
    return Compared(value.expression, "LIKE", _pattern(arguments[1], scope))


def _pattern(node: Node, scope: Scope) -> Combinable:
    inner = node
    while isinstance(inner, dict) and str(inner.get("op")).lower() == "casei" and len(inner["args"]) == 1:
        inner = inner["args"][0]
    if not isinstance(inner, str):
        raise InvalidFilter("แบบของ LIKE ต้องเป็นข้อความ", "The pattern of LIKE is a text, or CASEI of one.")
    if (len(inner) - len(inner.rstrip("\\"))) % 2:
        raise InvalidFilter(
            "แบบของ LIKE ลงท้ายด้วย \\ ไม่ได้ ใช้ \\\\", "The pattern of LIKE cannot end with one backslash: write two."
        )
    return operand(node, scope).expression


def is_null(operator: str, arguments: list[Node], scope: Scope) -> Condition:
    if not is_property(arguments[0]):
        raise InvalidFilter("IS NULL ใช้กับชื่อช่องเท่านั้น", "IS NULL asks about a property.")
    return IsNull(scope.named(arguments[0]).column)


def _must_match(left: Operand, right: Operand) -> None:
    if (left.kind is right.kind and left.kind in {*_ORDERED, Kind.BOOLEAN}) or {left.kind, right.kind} <= _NUMBERS:
        return
    raise InvalidFilter(
        f"เทียบ {left.kind} กับ {right.kind} ไม่ได้{_hint(left, right)[0]}",
        f"{left.kind} cannot be compared with {right.kind}{_hint(left, right)[1]}.".capitalize(),
    )


def _hint(left: Operand, right: Operand) -> tuple[str, str]:
    kinds = {left.kind, right.kind}
    if kinds & {Kind.DATE, Kind.TIMESTAMP}:
        names = "DATE('2027-01-20'), TIMESTAMP('2027-01-20T09:00:00Z'), T_AFTER, T_DURING"
    elif Kind.ARRAY in kinds:
        names = "A_EQUALS, A_CONTAINS, A_OVERLAPS, A_CONTAINEDBY"
    elif Kind.GEOMETRY in kinds:
        names = "S_INTERSECTS, S_WITHIN, S_EQUALS"
    else:
        return "", ""
    return f" ใช้ {names}", f"; there are {names}"


def _must_be_ordered(value: Operand) -> None:
    if value.kind not in _ORDERED:
        raise InvalidFilter(f"{value.kind} ไม่มีลำดับ", f"Values of type {value.kind} have no order.")
