"""A database with nothing but adjoining zones, and one planner who may edit them all."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np
import psycopg
import shapely
from psycopg import sql
from psycopg.types.json import Jsonb

from benchmarks.serving.data import ZONES, Row, rows
from benchmarks.serving.databases import drop, libpq, migrated, named, new_changeset
from benchmarks.validity import SIDE_M, zones
from geo.utm import PHATTHALUNG
from spaces.models import KIND_OF

USER, PASSWORD = "bench-planner", "only-in-the-database-of-a-benchmark"
_HOME = (100.095, 7.625)  # degrees: the middle of what the editor shows when it opens
_TABLE = str(KIND_OF[ZONES]._meta.db_table)


@contextmanager
def zoned(url: str, side: int) -> Iterator[str]:
    """The address of a database with side × side zones of 20 corners, every border shared. Dropped at the end."""
    name = f"bench_editor_{os.getpid()}"
    with psycopg.connect(libpq(url), autocommit=True) as server:
        try:
            migrated(server, url, name)
            _fill(libpq(named(url, name)), side)
            _make_planner(named(url, name))
            yield named(url, name)
        finally:
            drop(server, name)


def zone_id(number: int) -> str:
    return f"bench-{ZONES}-{number:07d}"


def outlines(side: int) -> list[shapely.Polygon]:
    """The zones in degrees, column by column from the south-west, their middle where the editor opens."""
    [(east, north)] = PHATTHALUNG.metres(np.array([_HOME]))
    half = side * SIDE_M / 2
    return zones(rows=side, broken=0, seed=1, origin=(round(east - half), round(north - half)))


def _fill(conninfo: str, side: int) -> None:
    drawn = outlines(side)
    with psycopg.connect(conninfo) as database:
        database.execute("SELECT set_config('map.changeset', %s, true)", [new_changeset(database)])
        made = [_row(row, outline) for row, outline in zip(rows(ZONES, len(drawn)), drawn, strict=True)]
        statement = sql.SQL("COPY {} ({}) FROM STDIN").format(
            sql.Identifier(_TABLE), sql.SQL(",").join(map(sql.Identifier, made[0]))
        )
        with database.cursor() as cursor, cursor.copy(statement) as copy:
            for row in made:
                copy.write_row([Jsonb(value) if isinstance(value, dict) else value for value in row.values()])
    with psycopg.connect(conninfo, autocommit=True) as database:
        database.execute("VACUUM ANALYZE")


def _row(row: Row, outline: shapely.Polygon) -> Row:
    corners = ",".join(f"{lon:.7f} {lat:.7f}" for lon, lat in outline.exterior.coords)
    return {**row, "geometry": f"SRID=4326;MULTIPOLYGON((({corners})))"}


def _make_planner(url: str) -> None:
    command = [
        sys.executable,
        "manage.py",
        "createsuperuser",
        "--noinput",
        "--username",
        USER,
        "--email",
        "a@b.example",
    ]
    environment = {**os.environ, "DATABASE_URL": url, "DJANGO_SUPERUSER_PASSWORD": PASSWORD}
    subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL)
