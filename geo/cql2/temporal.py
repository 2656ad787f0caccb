"""The fifteen temporal operators, on instants and intervals.

An instant starts and ends at once. Where days meet moments, a day lasts from its first microsecond here (the service's
own time zone) to its last. Source of the relations: OGC 21-065r2, "Temporal Functions", after Allen 1983.
"""

from dataclasses import dataclass

from django.conf import settings
from django.db.models import DateField, DateTimeField, Func
from django.db.models.expressions import Combinable

from geo.cql2 import moments
from geo.cql2.errors import InvalidFilter, shown
from geo.cql2.operands import Scope, is_property
from geo.cql2.parsing import Node
from geo.cql2.queryables import Kind
from geo.cql2.sql import All, Compared, Condition, Not, text

RELATIONS: dict[str, tuple[str, ...]] = {
    "t_after": ("a.start > b.end",),
    "t_before": ("a.end < b.start",),
    "t_contains": ("a.start < b.start", "a.end > b.end"),
    "t_during": ("a.start > b.start", "a.end < b.end"),
    "t_equals": ("a.start = b.start", "a.end = b.end"),
    "t_finishedby": ("a.start < b.start", "a.end = b.end"),
    "t_finishes": ("a.start > b.start", "a.end = b.end"),
    "t_intersects": ("a.start <= b.end", "a.end >= b.start"),
    "t_meets": ("a.end = b.start",),
    "t_metby": ("a.start = b.end",),
    "t_overlappedby": ("a.start > b.start", "a.start < b.end", "a.end > b.end"),
    "t_overlaps": ("a.start < b.start", "a.end > b.start", "a.end < b.end"),
    "t_startedby": ("a.start = b.start", "a.end > b.end"),
    "t_starts": ("a.start = b.start", "a.end < b.end"),
}


@dataclass(frozen=True)
class End:
    """One end of a span: a day or a moment, or open (no kind, no expression)."""

    kind: Kind | None = None
    expression: Combinable | None = None
    literal: moments.Moment | None = None


Span = tuple[End, End]


def disjoint(operator: str, arguments: list[Node], scope: Scope) -> Condition:
    return Not(relate("t_intersects", arguments, scope))


def relate(operator: str, arguments: list[Node], scope: Scope) -> Condition:
    spans = [_span(node, scope) for node in arguments]
    known = {end.kind for span in spans for end in span if end.kind}
    kind = Kind.DATE if known == {Kind.DATE} else Kind.TIMESTAMP
    sides = {
        f"{name}.{side}": _at(end, kind, last=side == "end")
        for name, span in zip("ab", spans, strict=True)
        for side, end in zip(("start", "end"), span, strict=True)
    }
    steps = (relation.split() for relation in RELATIONS[operator])
    return All(*(Compared(sides[left], sign, sides[right]) for left, sign, right in steps))


def _span(node: Node, scope: Scope) -> Span:
    if not isinstance(node, dict) or "interval" not in node:
        instant = _end(node, scope)
        return instant, instant
    parts = node["interval"]
    if len(parts) != 2:
        raise InvalidFilter("INTERVAL ต้องมีสองปลาย", "INTERVAL has two ends.")
    start, end = (End() if part == ".." else _end(part, scope, inside=True) for part in parts)
    _must_run_forward(start, end)
    return start, end


def _end(node: Node, scope: Scope, *, inside: bool = False) -> End:
    if is_property(node):
        found = scope.named(node)
        if found.kind in {Kind.DATE, Kind.TIMESTAMP}:
            return End(found.kind, found.column)
        raise InvalidFilter(f"ช่อง {found.name} ไม่ใช่เวลา", f"The property {found.name} holds no date or time.")
    if moments.is_moment(node) or (inside and isinstance(node, str)):
        literal = moments.either(node) if isinstance(node, str) else moments.moment(node)
        return End(literal.kind, literal.expression, literal)
    raise InvalidFilter(
        f"{shown(node)} ไม่ใช่เวลา ใช้ DATE('…') TIMESTAMP('…') หรือ INTERVAL('…','…')",
        f"{shown(node)} is no time: write DATE('…'), TIMESTAMP('…') or INTERVAL('…','…').",
    )


def _must_run_forward(start: End, end: End) -> None:
    first, last = start.literal, end.literal
    if first and last and first.kind is last.kind and first.value > last.value:
        raise InvalidFilter("ช่วงเวลาจบก่อนเริ่ม", "The interval ends before it starts.")


def _at(end: End, kind: Kind, *, last: bool) -> Combinable:
    """The end as a value of `kind`; an open one is the infinite past or future."""
    if end.expression is None:
        sign, name = "" if last else "-", "date" if kind is Kind.DATE else "timestamptz"
        field = DateField() if kind is Kind.DATE else DateTimeField()
        return Func(template=f"'{sign}infinity'::{name}", output_field=field)
    if end.kind is kind:
        return end.expression
    return _last_moment(end.expression) if last else _first_moment(end.expression)


def _first_moment(day: Combinable) -> Func:
    template = "timezone(%(expressions)s::date::timestamp)"
    return Func(text(settings.TIME_ZONE), day, template=template, output_field=DateTimeField())


def _last_moment(day: Combinable) -> Func:
    template = "(timezone(%(expressions)s::date + interval '1 day') - interval '1 microsecond')"
    return Func(text(settings.TIME_ZONE), day, template=template, output_field=DateTimeField())
