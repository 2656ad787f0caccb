"""A million rows out of a hundred thousand, by PostgreSQL itself: making each in Python would take most of the time."""

from typing import Any

import psycopg
from django.db.models import Model
from psycopg import sql

from benchmarks.serving.data import IN_TOWN

# Some metres away, and those outside of the town only: a box in it holds the same features at every size.
_MULTIPLY = """
    INSERT INTO {table} (id, uid, geometry, {others})
    SELECT regexp_replace(id, '[0-9]+$', lpad((right(id, 7)::integer + n * {made})::text, 7, '0')), gen_random_uuid(),
           ST_SnapToGrid(ST_Translate(geometry, n * 0.0001, 0), 0.0000001), {others}
    FROM {table}, generate_series(1, {times}) AS n
    WHERE right(id, 7)::integer >= {town}
"""
_UNBURDEN = """
    SELECT format('ALTER TABLE %%I DROP CONSTRAINT %%I', %(table)s::text, conname)
    FROM pg_constraint WHERE conrelid = %(table)s::regclass AND contype IN ('c', 'f')
    UNION ALL
    SELECT format('DROP INDEX %%I', i.indexrelid::regclass::text)
    FROM pg_index AS i JOIN pg_class AS c ON c.oid = i.indexrelid JOIN pg_am AS kind ON kind.oid = c.relam
    WHERE i.indrelid = %(table)s::regclass AND NOT i.indisunique
          AND (kind.amname = 'gin' OR pg_get_indexdef(c.oid) LIKE '%%_pattern_ops%%' OR c.relname LIKE '%%changeset%%')
"""


def multiply(conninfo: str, model: type[Model], made: int, wanted: int) -> None:
    """About `wanted` rows out of the `made` there are. Without the triggers: a million rows need no history here."""
    own = {"id", "uid", "geometry"}
    others = [str(field.column) for field in model._meta.concrete_fields if field.name not in own]
    words = {
        "table": sql.Identifier(model._meta.db_table),
        "others": sql.SQL(",").join([sql.Identifier(name) for name in others]),
        "made": sql.Literal(made),
        "times": sql.Literal(wanted // made - 1),
        "town": sql.Literal(IN_TOWN),
    }
    with psycopg.connect(conninfo) as database:
        database.execute(sql.SQL("ALTER TABLE {table} DISABLE TRIGGER USER").format(**words))
        _unburden(database, str(model._meta.db_table))
        database.execute(sql.SQL(_MULTIPLY).format(**words))
    with psycopg.connect(conninfo, autocommit=True) as database:
        database.execute(sql.SQL("VACUUM ANALYZE {table}").format(**words))


def _unburden(database: psycopg.Connection[Any], table: str) -> None:
    """Takes off what no measured question uses, and what would be asked of each of a million rows that obey already."""
    for statement in database.execute(_UNBURDEN, {"table": table}).fetchall():
        database.execute(statement[0])
