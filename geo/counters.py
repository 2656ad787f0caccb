"""Reading the change counters: the state of everything an answer depends on, in commit order."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from django.db import connections
from psycopg.sql import Literal

# With the transaction that counted: numbers begin again in a restored database, transactions do not.
COUNTERS = """
    SELECT coalesce(string_agg(collection || '=' || n || '@' || xmin, ',' ORDER BY collection), '')
    FROM geo_changecounter WHERE collection = ANY(%s)
"""


def now(names: Sequence[str], using: str = "default") -> str:
    """The state of the counters `names`, empty if none of them ever counted."""
    database: Any = connections[using]
    with database.prepared_cursor() as db:
        db.execute(_in_full(tuple(names)))
        row = db.fetchone()
    return str(row[0])


@lru_cache(maxsize=256)
def _in_full(names: tuple[str, ...]) -> str:
    """The statement with its values written out, as a prepared one wants it."""
    return COUNTERS % Literal(list(names)).as_string()
