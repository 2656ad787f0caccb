"""The smallest web application with one SQL statement: path in, what PostgreSQL made of it out."""

import json
import os
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import psycopg

STATEMENTS: dict[str, Any] = json.loads(Path(os.environ["BENCH_STATEMENTS"]).read_text(encoding="utf-8"))


@cache
def connection() -> psycopg.Connection[Any]:
    """Made by the worker's only thread at its first request, and kept."""
    return psycopg.connect(os.environ["BENCH_DATABASE"], autocommit=True)


def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    statement = STATEMENTS[environ["PATH_INFO"]]
    if statement.startswith("COPY"):
        start_response("200 OK", [("Content-Type", "application/octet-stream")])
        return copied(statement)
    row = connection().execute(statement, binary=True).fetchone()
    body = row[0] if row else b""
    body = body.encode() if isinstance(body, str) else bytes(body)
    start_response("200 OK", [("Content-Type", "application/octet-stream"), ("Content-Length", str(len(body)))])
    return [body]


def copied(statement: str) -> Iterator[bytes]:
    """What COPY sends, in pieces of 64 KiB."""
    held: list[Any] = []
    size = 0
    with connection().cursor() as cursor, cursor.copy(statement) as copy:
        for row in copy:
            held.append(row)
            size += len(row)
            if size >= 65536:
                yield b"".join(held)
                held, size = [], 0
    yield b"".join(held)
