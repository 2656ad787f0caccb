"""Conditions as SQL knows them: true, false or unknown.

Django's own `~Q(x=1)` also finds rows where x is NULL. CQL2 follows SQL, where NOT of unknown stays unknown, so these
say nothing but what they mean. Every value is bound.
"""

from django.db.models import BooleanField, Func, TextField, Value
from django.db.models.expressions import Combinable


class Condition(Func):
    """A call that is true, false or unknown; also one column or constant of that kind."""

    output_field = BooleanField()


class All(Condition):
    template = "(%(expressions)s)"
    arg_joiner = " AND "


class Any(Condition):
    template = "(%(expressions)s)"
    arg_joiner = " OR "


class Not(Condition):
    template = "(NOT %(expressions)s)"


class IsNull(Condition):
    template = "(%(expressions)s IS NULL)"


class Plain(Condition):
    template = "(%(expressions)s)"


class Constant(Condition):
    def __init__(self, value: bool) -> None:
        super().__init__(template="TRUE" if value else "FALSE")


class Compared(Condition):
    """`left operator right`. The operator is one of ours, never a client's."""

    template = "(%(expressions)s)"

    def __init__(self, left: Combinable, operator: str, right: Combinable) -> None:
        super().__init__(left, right, arg_joiner=f" {operator} ")


class Between(Condition):
    template = "(%(expressions)s)"

    def __init__(self, value: Combinable, low: Combinable, high: Combinable) -> None:
        super().__init__(Compared(value, ">=", low), Compared(value, "<=", high), arg_joiner=" AND ")


class Guarded(Condition):
    """`guard`, then `asked`; unknown where the guard is not true."""

    template = "(CASE WHEN %(expressions)s END)"
    arg_joiner = " THEN "

    def __init__(self, guard: Condition, asked: Condition) -> None:
        super().__init__(guard, asked)


class Listed(Func):
    """What stands on the right of IN."""

    template = "(%(expressions)s)"
    output_field = TextField()


def text(value: str) -> Value:
    return Value(value, output_field=TextField())
