"""A whole collection by COPY: one statement, a bounded piece of memory, and an end that shows whether it is the end.

An export reads on a connection of its own, in one snapshot: the number of rows and the change counters it tells are
those of the very rows it sends. Whatever ends it (the last row, an error, a client that is gone) gives that connection
back.
"""

import threading
import time
from collections.abc import Generator, Iterable, Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import chain
from typing import Any

from django.conf import settings
from django.core.exceptions import EmptyResultSet
from django.db import connections
from psycopg import Connection
from psycopg.abc import Buffer
from psycopg.errors import QueryCanceled

from geo.counters import COUNTERS
from geo.formats.copied import Copied, Shown
from geo.rest import page, problems, totals
from geo.rest.collection import Collection, Rows
from geo.rest.features import FeatureText
from geo.rest.reference_systems import ReferenceSystem
from geo.texts import Text

BLOCK_BYTES = 64 * 1024
COUNTING_MS = 100  # a number that takes longer is left out
RETRY_AFTER_S = 30

# With a sort before it, the first of a million rows would come after the last was read; the index has them in order.
_SNAPSHOT = """
    BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;
    SET LOCAL statement_timeout = '{most_s}s'; SET LOCAL datestyle = 'ISO'; SET LOCAL enable_sort = {sorting}
"""


class TooManyExports(Exception):
    """This process sends as many exports as it may already."""

    text = Text("มีผู้ดาวน์โหลดอยู่หลายคน โปรดลองใหม่ในอีกสักครู่", "Others are downloading. Please try again shortly.")


class ExportTooSlow(RuntimeError):
    """The client did not take all of it in the time there is, so the stream is cut."""


problems.register(
    TooManyExports,
    503,
    "too-many-exports",
    Text("มีการดาวน์โหลดพร้อมกันมากเกินไป", "Too many exports at one time"),
    headers={"Retry-After": str(RETRY_AFTER_S)},
)

_free = threading.BoundedSemaphore(settings.EXPORTS_AT_ONCE)


@dataclass(frozen=True)
class Question:
    """Which rows, already filtered and checked for permission, and what of them. `narrowed`: not all there are."""

    collection: Collection
    rows: Rows
    names: tuple[str, ...]
    system: ReferenceSystem
    narrowed: bool = False


@dataclass(frozen=True)
class Export:
    """An export that has begun: `blocks` of bytes, the `state` of the counters and the moment of what they show.

    `matched` is the number of rows, None where counting them would have taken long. It must be closed.
    """

    blocks: Iterable[bytes]
    state: str
    at: datetime
    matched: int | None
    _closing: ExitStack

    def __iter__(self) -> Iterator[bytes]:
        return iter(self.blocks)

    def close(self) -> None:
        self._closing.close()


def begun(question: Question, written: Copied) -> Export:
    """The export, its first rows already read: what the database refuses, it refuses before the answer begins.

    Raises TooManyExports.
    """
    with ExitStack() as stack, connections[question.rows.db].wrap_database_errors:
        stack.enter_context(_slot())
        db = stack.enter_context(_snapshot(question))
        state, at = _state(db, question.collection)
        matched = _matched(db, question, state)
        shown = Shown(question.collection, question.rows.model, question.names, question.system, at)
        blocks = _blocks(_copied(db, question.rows, shown, written), shown, written)
        stack.callback(blocks.close)
        if connections[question.rows.db].in_atomic_block:  # a connection in mid-COPY answers nothing else
            return Export([*blocks], state, at, matched, ExitStack())
        first = next(blocks)
        return Export(chain((first,), blocks), state, at, matched, stack.pop_all())


@contextmanager
def _slot() -> Iterator[None]:
    if not _free.acquire(blocking=False):
        raise TooManyExports
    try:
        yield
    finally:
        _free.release()


@contextmanager
def _snapshot(question: Question) -> Iterator["Connection[Any]"]:
    """A connection that sees one moment. Inside a transaction it is that one: its own changes are to be seen."""
    present: Any = connections[question.rows.db]
    if present.in_atomic_block:
        yield present.connection
        return
    own = present.copy()
    own.inc_thread_sharing()  # a server may send from another thread than the one that asked
    try:
        own.ensure_connection()
        sorting = "on" if question.narrowed else "off"
        own.connection.execute(_SNAPSHOT.format(most_s=settings.EXPORT_MAX_S, sorting=sorting))
        yield own.connection
    finally:
        own.close()


def _state(db: "Connection[Any]", collection: Collection) -> tuple[str, datetime]:
    asked = db.execute(f"SELECT ({COUNTERS}), statement_timestamp()", [list(collection.counters)])
    state, at = asked.fetchone() or ("", datetime.now(UTC))
    return str(state), at.astimezone(UTC)


def _matched(db: "Connection[Any]", question: Question, state: str) -> int | None:
    """How many rows there will be, if that is known or soon counted."""
    counting = page.counting(question.collection, question.rows)
    known = totals.known(counting)
    if known and known.state == state:
        return known.number
    try:
        with db.transaction(force_rollback=True):  # the limit ends with it
            db.execute(f"SET LOCAL statement_timeout = {COUNTING_MS}")
            number = page.counted(db, counting)
    except QueryCanceled:
        return None
    totals.keep(counting, state, number)
    return number


def _copied(db: "Connection[Any]", rows: Rows, shown: Shown, written: Copied) -> Generator[Buffer, None, None]:
    """Each row as COPY sends it."""
    columns = FeatureText(written.columns(shown))
    try:
        sql, values = rows.annotate(copied=columns).order_by("pk").values_list("copied").query.sql_with_params()
    except EmptyResultSet:
        return
    with db.cursor() as cursor, cursor.copy(f"COPY ({sql}) TO STDOUT ({written.options})", values) as copy:
        yield from copy


def _blocks(rows: Generator[Buffer, None, None], shown: Shown, written: Copied) -> Generator[bytes, None, None]:
    """The file in pieces of about `BLOCK_BYTES`. Raises ExportTooSlow."""
    until = time.monotonic() + settings.EXPORT_MAX_S
    held: list[Buffer] = [written.head(shown)]
    size = number = 0
    with closing(rows):
        for row in rows:
            held.append(row if number else row[written.skip :])
            number += 1
            size += len(row)
            if size >= BLOCK_BYTES:
                yield b"".join(held)
                held, size = [], 0
                if time.monotonic() > until:
                    raise ExportTooSlow(f"More than {settings.EXPORT_MAX_S} s.")
    yield b"".join([*held, written.tail(number)])
