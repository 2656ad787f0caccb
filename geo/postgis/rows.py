"""Many rows in one statement: a trigger of the statement then runs once, not once for each row.

The rows travel as one JSON text. A statement with a parameter for each value would cost more to write than to execute.
"""

import json
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib.gis.geos import GEOSGeometry
from django.db import connection, models

MOST_IN_ONE = 1000


def insert_rows(rows: Sequence[models.Model]) -> None:
    """Adds the rows, all of one model. Raises IntegrityError."""
    fields: list[Any] = list(type(rows[0])._meta.concrete_fields)
    columns = ", ".join(_quoted(field.column) for field in fields)
    table = _quoted(type(rows[0])._meta.db_table)
    sql = f"INSERT INTO {table} ({columns}) SELECT {columns} FROM {_ROWS.format(table=table)} AS new"  # noqa: S608
    _execute(sql, rows, fields, add=True)


def update_rows(rows: Sequence[models.Model], names: Sequence[str]) -> None:
    """Writes the fields `names` of the rows, all of one model. Raises IntegrityError."""
    meta = type(rows[0])._meta
    key: Any = meta.pk
    fields: list[Any] = [meta.get_field(name) for name in names]
    new = ", ".join(f"{_quoted(field.column)} = new.{_quoted(field.column)}" for field in fields)
    table, own = _quoted(meta.db_table), _quoted(key.column)
    sql = f"UPDATE {table} AS stored SET {new} FROM {_ROWS.format(table=table)} AS new WHERE stored.{own} = new.{own}"  # noqa: S608
    _execute(sql, rows, [key, *fields], add=False)


_ROWS = "json_populate_recordset(NULL::{table}, %s::json)"


def _execute(sql: str, rows: Sequence[models.Model], fields: Iterable[Any], *, add: bool) -> None:
    for start in range(0, len(rows), MOST_IN_ONE):
        some = [{f.column: f.pre_save(row, add) for f in fields} for row in rows[start : start + MOST_IN_ONE]]
        with connection.cursor() as cursor:
            cursor.execute(sql, [json.dumps(some, default=_text, ensure_ascii=False)])


def _text(value: Any) -> str:
    """What JSON has no word for, as PostgreSQL reads it."""
    if isinstance(value, GEOSGeometry):
        return bytes(value.hexewkb).decode()
    if isinstance(value, date):  # a datetime is one
        return value.isoformat()
    if isinstance(value, UUID):
        return str(value)
    raise TypeError(f"{type(value).__name__} has no form in JSON here.")


def _quoted(name: str) -> str:
    return str(connection.ops.quote_name(name))
