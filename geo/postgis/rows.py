"""Many rows in one statement: a trigger of the statement then runs once, not once for each row."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.db import connection, models

MOST_IN_ONE = 500


def insert_rows(rows: Sequence[models.Model]) -> None:
    """Adds the rows, all of one model."""
    type(rows[0])._default_manager.bulk_create(rows, batch_size=MOST_IN_ONE)


def update_rows(rows: Sequence[models.Model], names: Sequence[str]) -> None:
    """Writes the fields `names` of the rows, all of one model. Raises IntegrityError."""
    fields: list[Any] = [type(rows[0])._meta.get_field(name) for name in names]
    for start in range(0, len(rows), MOST_IN_ONE):
        some = rows[start : start + MOST_IN_ONE]
        with connection.cursor() as cursor:
            cursor.execute(_sql(type(rows[0]), fields, len(some)), list(_values(some, fields)))


def _sql(model: type[models.Model], fields: Sequence[Any], number: int) -> str:
    """`Django`'s own `bulk_update` compares every row with every key; a join with the values does not."""
    quoted = connection.ops.quote_name
    key: Any = model._meta.pk
    places = ", ".join(f"%s::{field.db_type(connection)}" for field in (key, *fields))
    columns = ", ".join(quoted(field.column) for field in (key, *fields))
    new = ", ".join(f"{quoted(field.column)} = new.{quoted(field.column)}" for field in fields)
    collation = f" COLLATE {quoted(key.db_collation)}" if getattr(key, "db_collation", None) else ""
    own = quoted(key.column)
    rows = ", ".join([f"({places})"] * number)
    return (
        f"UPDATE {quoted(model._meta.db_table)} AS stored SET {new} "  # noqa: S608 - names of our own models
        f"FROM (VALUES {rows}) AS new ({columns}) WHERE stored.{own} = new.{own}{collation}"
    )


def _values(rows: Sequence[models.Model], fields: Sequence[Any]) -> Iterator[Any]:
    key: Any = rows[0]._meta.pk
    for row in rows:
        for field in (key, *fields):
            yield field.get_db_prep_save(getattr(row, field.attname), connection)
