"""One page of a collection in one statement: the features, how many there are in all, and the change counters."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.models import F
from psycopg.sql import Literal

from geo.counters import COUNTERS, now
from geo.rest import cursor, totals
from geo.rest.collection import Collection, Rows
from geo.rest.features import KeyText, feature_text
from geo.rest.parameters import SortKey
from geo.rest.reference_systems import CRS84, ReferenceSystem

# A row for each feature: gathered into one text they cost half as much again. What is the same for all comes first.
# The page fetches one row more than it shows: that row says whether there is a next page.
_PAGE = """
    SELECT ({counters}), {total}
    UNION ALL
    SELECT * FROM ({page}) AS page
"""
_TOTAL = "(SELECT count(*) FROM ({matched}) AS matched)::text"
_NO_TOTAL = "'0'"


@dataclass(frozen=True)
class View:
    """How rows are to be shown: which properties, in which system, in which order, how many."""

    names: tuple[str, ...]
    limit: int
    system: ReferenceSystem = CRS84
    keys: tuple[SortKey, ...] = (SortKey("id"),)


@dataclass(frozen=True)
class Page:
    """`features` is GeoJSON text, separated by commas; `position` is where the next page starts, if there is one."""

    features: bytes
    returned: int
    matched: int
    position: str | None
    counters: str


@dataclass(frozen=True)
class Statement:
    """The question for a page. `matched` asks for all rows; both are empty when no row can ever be among them.

    `often` says that the same question will come again and again.
    """

    collection: Collection
    using: str
    limit: int = 0
    page: str = ""
    page_parameters: tuple[Any, ...] = ()
    matched: str = ""
    matched_parameters: tuple[Any, ...] = ()
    often: bool = False


def counters(collection: Collection) -> str:
    """The state of everything an answer of this collection depends on, in commit order."""
    return now(collection.counters)


def counting(collection: Collection, rows: Rows) -> Statement:
    """The statement for the number of `rows` alone."""
    try:
        matched, matched_parameters = rows.order_by().values("pk").query.sql_with_params()
    except EmptyResultSet:
        return Statement(collection, rows.db)
    return Statement(collection, rows.db, matched=matched, matched_parameters=matched_parameters)


def prepare(collection: Collection, rows: Rows, view: View, start: Sequence[object] | None = None) -> Statement:
    """The statement for the page of `rows` after the sort keys `start`."""
    statement = replace(counting(collection, rows), limit=view.limit)
    try:
        page, page_parameters = _ordered(collection, rows, view, start).query.sql_with_params()
    except EmptyResultSet:
        return statement
    return replace(statement, page=page, page_parameters=page_parameters)


def counted(db: Any, statement: Statement) -> int:
    """How many rows match, asked through `db`."""
    if not statement.matched:
        return 0
    row = db.execute(f"SELECT {_TOTAL.format(matched=statement.matched)}", statement.matched_parameters).fetchone()
    return int(row[0])


def answer(statement: Statement) -> Page:
    """The page. How many rows match is counted only when something changed since they were last counted."""
    if not statement.page:
        return Page(b"", 0, 0, None, counters(statement.collection))
    counted = totals.known(statement)
    if counted is not None:
        found = _execute(statement, total=_NO_TOTAL)
        if found.counters == counted.state:
            return replace(found, matched=counted.number)
    found = _execute(statement, total=_TOTAL)
    totals.keep(statement, found.counters, found.matched)
    return found


def fetch(collection: Collection, rows: Rows, view: View, start: Sequence[object] | None = None) -> Page:
    """The page of `rows` after the sort keys `start`."""
    return answer(prepare(collection, rows, view, start))


def _execute(statement: Statement, total: str) -> Page:
    database: Any = connections[statement.using]
    with database.prepared_cursor() if statement.often else database.cursor() as db:
        db.execute(*(_in_full(statement, total) if statement.often else _with_values(statement, total)))
        return _read(db.pgresult, statement.limit)


def _read(result: Any, limit: int) -> Page:
    """The page out of the rows as PostgreSQL sent them: what is sent on as it came is never decoded."""
    state, matched = result.get_value(0, 0).decode(), int(result.get_value(0, 1))
    returned = min(result.ntuples - 1, limit)
    features = b",".join([result.get_value(row, 0) for row in range(1, returned + 1)])
    more = result.ntuples - 1 > limit
    return Page(features, returned, matched, result.get_value(limit, 1).decode() if more else None, state)


def _with_values(statement: Statement, total: str) -> tuple[str, list[Any]]:
    sql = _PAGE.format(page=statement.page, counters=COUNTERS, total=total.format(matched=statement.matched))
    matched = statement.matched_parameters if total is _TOTAL else ()
    return sql, [list(statement.collection.counters), *matched, *statement.page_parameters]


@lru_cache(maxsize=256)
def _in_full(statement: Statement, total: str) -> tuple[str]:
    """The statement with its values written out, as a prepared one wants it."""
    sql, values = _with_values(statement, total)
    return (sql % tuple(Literal(str(value) if isinstance(value, str) else value).as_string() for value in values),)


def _ordered(collection: Collection, rows: Rows, view: View, start: Sequence[object] | None) -> Rows:
    if start is not None:
        rows = rows.filter(cursor.after(view.keys, start))
    model: Any = rows.model
    ordered: Rows = (
        rows.annotate(
            feature=feature_text(collection, model, view.names, view.system),
            position=KeyText(*(F(key.name) for key in view.keys)),
        )
        .order_by(*(key.order for key in view.keys))
        .values_list("feature", "position")[: view.limit + 1]
    )
    return ordered
