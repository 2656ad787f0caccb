"""The laws of a stored geometry as CHECK constraints.

Built-in functions only: a CHECK that reads a table makes `pg_restore` restore nothing. `geo.validity` says the same
laws in words before a row ever gets here; these hold for psql, admin and import alike.
"""

from collections.abc import Iterable
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models

from geo.validity import MAX_RINGS, MAX_VERTICES, MAX_WIDTH_DEG

_LAWS = {
    "2d_wgs84": "(ST_SRID({g}) = 4326 AND ST_NDims({g}) = 2)",
    "not_empty": "(NOT ST_IsEmpty({g}) AND strpos(ST_AsText({g}), 'EMPTY') = 0)",  # also no empty part
    "in_range": "(ST_XMin({g}) >= -180 AND ST_XMax({g}) <= 180 AND ST_YMin({g}) >= -90 AND ST_YMax({g}) <= 90)",
    "valid": "ST_IsValid({g})",
    "counter_clockwise": "ST_IsPolygonCCW({g})",
    "few_vertices": f"(ST_NPoints({{g}}) <= {MAX_VERTICES})",
}
# Of a learning space; the outline of a country may be wider.
_SIZES = {
    "few_rings": f"(coalesce(ST_NRings({{g}}), 0) <= {MAX_RINGS})",
    "width": (
        f"(ST_XMax({{g}}) - ST_XMin({{g}}) <= {MAX_WIDTH_DEG} AND ST_YMax({{g}}) - ST_YMin({{g}}) <= {MAX_WIDTH_DEG})"
    ),
}


class SqlCondition(models.Func):
    """A condition in SQL over one column, written `{g}`."""

    def __init__(self, column: str, sql: str) -> None:
        template = sql.replace("%", "%%").replace("{g}", "%(expressions)s")
        super().__init__(models.F(column), template=template, output_field=models.BooleanField())

    def as_sql(self, *args: Any, **context: Any) -> tuple[str, Any]:
        """A value, where a form is checked, is sent once for every time the condition names the column."""
        sql, params = super().as_sql(*args, **context)
        return sql, tuple(params) * str(self.extra["template"]).count("%(expressions)s")

    def deconstruct(self) -> tuple[str, tuple[object, ...], dict[str, object]]:
        column = self.source_expressions[0]
        template = str(self.extra["template"]).replace("%(expressions)s", "{g}").replace("%%", "%")
        return "geo.constraints.SqlCondition", (getattr(column, "name", ""), template), {}


def geometry_laws(
    types: Iterable[str], column: str = "geometry", *, of_a_space: bool = False
) -> list[models.BaseConstraint]:
    """One named constraint per law, and one for the geometry types (WKT names) this table may hold.

    `of_a_space`: also no larger than a learning space can be.
    """
    allowed = ", ".join(f"'{name.upper()}'" for name in types)
    laws = {**_LAWS, "type": f"(GeometryType({{g}}) IN ({allowed}))"}
    if of_a_space:
        laws |= _SIZES
    return [
        models.CheckConstraint(condition=SqlCondition(column, sql), name=f"%(app_label)s_%(class)s_{column}_{law}")
        for law, sql in laws.items()
    ]


def text_law(column: str, pattern: str, law: str) -> models.CheckConstraint:
    """`column` matches the POSIX `pattern`."""
    return models.CheckConstraint(
        condition=models.Q(**{f"{column}__regex": pattern}), name=f"%(app_label)s_%(class)s_{column}_{law}"
    )


def choice_law(column: str, choices: type[models.TextChoices]) -> models.CheckConstraint:
    return models.CheckConstraint(
        condition=models.Q(**{f"{column}__in": choices.values}), name=f"%(app_label)s_%(class)s_{column}_known"
    )


def slug_array(label: Any) -> "ArrayField[list[str], list[str]]":
    """An array of ids of a look-up table."""
    return ArrayField(models.CharField(max_length=80), default=list, blank=True, verbose_name=label)
