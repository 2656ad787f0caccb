"""Databases of the benchmark's own, beside the map's in the same cluster: made, filled, dropped."""

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import psycopg
from django.utils import timezone
from psycopg import sql
from psycopg.types.json import Jsonb

from benchmarks.serving.data import POINTS, ZONES, rows
from benchmarks.serving.multiplying import multiply
from spaces.models import KIND_OF, Changeset

# Helpers of a parallel plan are processes of their own, and their work would be counted for nobody.
_SETTINGS = "ALTER DATABASE {name} SET max_parallel_workers_per_gather = 0"
MOST_ZONES = 2_000
MOST_MADE = 100_000  # points made one by one; more are their likes


def libpq(url: str) -> str:
    """The address as PostgreSQL's own library reads it."""
    return urlunsplit(urlsplit(url)._replace(scheme="postgresql", query=""))


def named(url: str, name: str) -> str:
    """The same server, another database."""
    return urlunsplit(urlsplit(url)._replace(path=f"/{name}"))


@contextmanager
def filled(url: str, sizes: Sequence[int]) -> Iterator[dict[int, str]]:
    """A database for each size, by size: `size` points and at most `MOST_ZONES` zones in each. Dropped at the end."""
    names = {size: f"bench_serving_{os.getpid()}_{size}" for size in sizes}
    with psycopg.connect(libpq(url), autocommit=True) as server:
        try:
            made = [size for size in sizes if size <= MOST_MADE]
            template = migrated(server, url, names[sizes[0]])
            for size in made[1:]:
                create(server, names[size], template)
            for size in made:
                fill(named(url, names[size]), size)
            for size in sizes[len(made) :]:
                create(server, names[size], names[made[-1]])
                multiply(libpq(named(url, names[size])), KIND_OF[POINTS], made[-1], size)
            yield {size: named(url, name) for size, name in names.items()}
        finally:
            for name in names.values():
                drop(server, name)


def migrated(server: psycopg.Connection[Any], url: str, name: str) -> str:
    create(server, name)
    command = [sys.executable, "manage.py", "migrate", "--verbosity", "0"]
    subprocess.run(command, env={**os.environ, "DATABASE_URL": named(url, name)}, check=True)
    return name


def create(server: psycopg.Connection[Any], name: str, template: str = "template1") -> None:
    names = {"name": sql.Identifier(name), "template": sql.Identifier(template)}
    server.execute(sql.SQL("CREATE DATABASE {name} TEMPLATE {template}").format(**names))
    server.execute(sql.SQL(_SETTINGS).format(**names))


def drop(server: psycopg.Connection[Any], name: str) -> None:
    with suppress(psycopg.errors.ObjectInUse):
        server.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))


def fill(url: str, size: int) -> None:
    """Points and zones under one changeset; statistics as they are after a while of ordinary life."""
    with psycopg.connect(libpq(url)) as database:
        database.execute("SELECT set_config('map.changeset', %s, true)", [new_changeset(database)])
        _copy(database, POINTS, size)
        _copy(database, ZONES, min(size, MOST_ZONES))
    with psycopg.connect(libpq(url), autocommit=True) as database:
        database.execute("VACUUM ANALYZE")


def new_changeset(database: psycopg.Connection[Any]) -> str:
    """The id of a new changeset, with the model's own defaults: the table has none."""
    made = Changeset(comment="Generated spaces", source="benchmark", applied_at=timezone.now())
    fields = [field for field in made._meta.concrete_fields if not field.primary_key]
    values = {str(field.column): field.pre_save(made, True) for field in fields}
    statement = sql.SQL("INSERT INTO {} ({}) VALUES ({}) RETURNING id").format(
        sql.Identifier(made._meta.db_table),
        sql.SQL(",").join([sql.Identifier(name) for name in values]),
        sql.SQL(",").join(sql.Placeholder() * len(values)),
    )
    # A choice is a text, but psycopg takes it for an enumeration.
    row = database.execute(statement, [str(v) if isinstance(v, str) else v for v in values.values()]).fetchone()
    return str(row[0]) if row else ""


def _copy(database: psycopg.Connection[Any], collection: str, count: int) -> None:
    columns = list(next(rows(collection, 1)))
    statement = sql.SQL("COPY {} ({}) FROM STDIN").format(
        sql.Identifier(KIND_OF[collection]._meta.db_table), sql.SQL(",").join(map(sql.Identifier, columns))
    )
    with database.cursor() as cursor, cursor.copy(statement) as copy:
        for row in rows(collection, count):
            copy.write_row([Jsonb(value) if isinstance(value, dict) else value for value in row.values()])
