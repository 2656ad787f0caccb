"""The smallest web application with one SQL statement: path in, what PostgreSQL made of it out."""

import json
import os
from collections.abc import Callable, Iterable
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
    row = connection().execute(STATEMENTS[environ["PATH_INFO"]], binary=True).fetchone()
    body = row[0] if row else b""
    body = body.encode() if isinstance(body, str) else bytes(body)
    start_response("200 OK", [("Content-Type", "application/octet-stream"), ("Content-Length", str(len(body)))])
    return [body]
