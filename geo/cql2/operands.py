"""Operands: a property, or a literal, with its type."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import BigIntegerField, BooleanField, FloatField, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Lower

from geo.cql2 import moments
from geo.cql2.errors import InvalidFilter, shown
from geo.cql2.parsing import Node
from geo.cql2.queryables import Kind, Queryable
from geo.cql2.sql import text
from geo.rest.reference_systems import CRS84, ReferenceSystem

ARITHMETIC = frozenset({"+", "-", "*", "/", "%", "^", "div"})
_LARGEST_WHOLE = 2**53  # beyond it, a double no longer knows every whole number


@dataclass(frozen=True)
class Scope:
    """What a filter may name, and the reference system of the coordinates it writes."""

    queryables: Mapping[str, Queryable]
    system: ReferenceSystem = CRS84

    def named(self, node: Node) -> Queryable:
        """The queryable behind `{"property": …}`. Raises InvalidFilter for an unknown one."""
        name = node["property"]
        if not isinstance(name, str) or (found := self.queryables.get(name)) is None:
            known = ", ".join(self.queryables)
            raise InvalidFilter(
                f"ไม่มีช่อง {shown(name)} ให้กรอง มี: {known}", f"No property {shown(name)} to filter by. There are {known}."
            )
        return found


@dataclass(frozen=True)
class Operand:
    kind: Kind
    expression: Combinable


def is_property(node: Node) -> bool:
    return isinstance(node, dict) and "property" in node


def operand(node: Node, scope: Scope) -> Operand:
    """A scalar: a property, a text, a number, true, false, a date, a moment, or CASEI of a text."""
    if isinstance(node, dict):
        return _composed(node, scope)
    if isinstance(node, bool):
        return Operand(Kind.BOOLEAN, Value(node, output_field=BooleanField()))
    if isinstance(node, int | float):
        return Operand(Kind.NUMBER, number(node))
    if isinstance(node, str):
        return Operand(Kind.TEXT, text(storable(node)))
    if node is None:
        raise InvalidFilter("เทียบกับ NULL ไม่ได้ ใช้ IS NULL", "Nothing equals NULL: write IS NULL.")
    raise InvalidFilter("ใช้รายการค่าตรงนี้ไม่ได้", "A list cannot stand here; arrays have A_EQUALS, A_CONTAINS and so on.")


def _composed(node: Node, scope: Scope) -> Operand:
    if is_property(node):
        found = scope.named(node)
        return Operand(found.kind, found.column)
    if "op" in node:
        return _called(node, scope)
    if moments.is_moment(node):
        moment = moments.moment(node)
        return Operand(moment.kind, moment.expression)
    raise InvalidFilter(
        "ช่วงเวลาและรูปทรงใช้ได้กับตัวดำเนินการ T_ และ S_ เท่านั้น",
        "Intervals and geometries go with the operators T_… and S_… only.",
    )


def _called(node: Node, scope: Scope) -> Operand:
    name, arguments = str(node["op"]).lower(), node["args"]
    if name != "casei":
        raise not_offered(str(node["op"]))
    if len(arguments) != 1:
        raise InvalidFilter("CASEI รับค่าเดียว", "CASEI takes one value.")
    inner = operand(arguments[0], scope)
    must_be(inner, Kind.TEXT, "CASEI")
    return Operand(Kind.TEXT, Lower(inner.expression))


def not_offered(name: str) -> InvalidFilter:
    """The refusal of an operator or function, by name."""
    label = shown(name)
    if name in ARITHMETIC:
        return InvalidFilter(f"ไม่รองรับการคำนวณ ({label})", f"Arithmetic ({label}) is not offered.")
    if name.lower() == "accenti":
        return InvalidFilter("ไม่รองรับ ACCENTI", "ACCENTI is not offered.")
    return InvalidFilter(f"ใช้ {label} ตรงนี้ไม่ได้", f"{label} is unknown, or cannot stand here.")


def number(value: float) -> Value:
    """A finite number, whole where it is whole."""
    if not math.isfinite(value):
        raise InvalidFilter("ตัวเลขใหญ่เกินไป", "The number is too large.")
    if value == int(value) and abs(value) <= _LARGEST_WHOLE:
        return Value(int(value), output_field=BigIntegerField())
    return Value(float(value), output_field=FloatField())


def storable(value: str) -> str:
    """The text, unless no text of the database can hold it."""
    if "\x00" in value:
        raise InvalidFilter("ข้อความมีอักขระ NUL", "The text holds a NUL character.")
    return value


def must_be(found: Operand, kind: Kind, where: str) -> None:
    if found.kind is not kind:
        raise InvalidFilter(
            f"{where} ต้องการ {kind} ไม่ใช่ {found.kind}", f"{where} wants a value of type {kind}, not {found.kind}."
        )
