"""From the text of a filter to a condition on a queryset: the one table of what is offered."""

from collections.abc import Callable, Mapping

from django.db.models import Q

from geo.cql2 import arrays, comparing, spatial, sql, temporal
from geo.cql2.errors import InvalidFilter, shown
from geo.cql2.operands import Scope, is_property, not_offered
from geo.cql2.parsing import Language, Node, parse
from geo.cql2.queryables import Kind, Queryable
from geo.rest.reference_systems import CRS84, ReferenceSystem

Translator = Callable[[str, list[Node], Scope], sql.Condition]


def condition(
    text: str,
    queryables: Mapping[str, Queryable],
    *,
    language: Language = Language.TEXT,
    system: ReferenceSystem = CRS84,
) -> Q:
    """What `filter` asks of a queryset; coordinates in it are written in `system`. Raises InvalidFilter."""
    return Q(_condition(parse(text, language), Scope(queryables, system)))


def _condition(node: Node, scope: Scope) -> sql.Condition:
    if isinstance(node, bool):
        return sql.Constant(node)
    if is_property(node):
        return _flag(node, scope)
    if not isinstance(node, dict) or "op" not in node:
        raise InvalidFilter(f"{shown(node)} ไม่ใช่เงื่อนไข", f"{shown(node)} is no condition.")
    name, arguments = str(node["op"]), node["args"]
    if (offered := _OFFERED.get(name.lower())) is None:
        raise not_offered(name)
    translator, counts = offered
    if len(arguments) not in counts:
        raise InvalidFilter(f"{shown(name)} มีค่าไม่ครบหรือเกิน", f"{shown(name)} has the wrong number of arguments.")
    return translator(name.lower(), arguments, scope)


def _flag(node: Node, scope: Scope) -> sql.Condition:
    found = scope.named(node)
    if found.kind is not Kind.BOOLEAN:
        raise InvalidFilter(f"ช่อง {found.name} ไม่ใช่เงื่อนไข", f"The property {found.name} alone is no condition.")
    return sql.Plain(found.column)


def _both(operator: str, arguments: list[Node], scope: Scope) -> sql.Condition:
    parts = [_condition(node, scope) for node in arguments]
    return sql.All(*parts) if operator == "and" else sql.Any(*parts)


def _not(operator: str, arguments: list[Node], scope: Scope) -> sql.Condition:
    return sql.Not(_condition(arguments[0], scope))


_TWO = range(2, 3)
_COMPARISONS = ("=", "<>", "<", ">", "<=", ">=")
_ARRAYS = ("a_contains", "a_containedby", "a_equals", "a_overlaps")

_OFFERED: dict[str, tuple[Translator, range]] = {
    "and": (_both, range(2, 10_000)),
    "or": (_both, range(2, 10_000)),
    "not": (_not, range(1, 2)),
    **dict.fromkeys(_COMPARISONS, (comparing.compare, _TWO)),
    "like": (comparing.like, _TWO),
    "between": (comparing.between, range(3, 4)),
    "in": (comparing.within_list, _TWO),
    "isnull": (comparing.is_null, range(1, 2)),
    **dict.fromkeys(spatial.FUNCTIONS, (spatial.relate, _TWO)),
    **dict.fromkeys(temporal.RELATIONS, (temporal.relate, _TWO)),
    "t_disjoint": (temporal.disjoint, _TWO),
    **dict.fromkeys(_ARRAYS, (arrays.relate, _TWO)),
}
