"""The database backend that `settings.py` names; Django looks for `DatabaseWrapper` here."""

import select
from typing import Any, Self

import psycopg
from django.contrib.gis.db.backends.postgis import base

Cursor = Any  # Django's wrapper around a cursor of psycopg


class PreparedCursor(psycopg.Cursor[Any]):
    """Has the server parse and plan a statement once for each connection."""

    def execute(self, query: Any, params: Any = None, **options: Any) -> Self:
        return super().execute(query, params, **{**options, "prepare": True})


class BinaryCursor(psycopg.Cursor[Any]):
    """Has values sent as they are: as text, bytes would be twice as long."""

    def execute(self, query: Any, params: Any = None, **options: Any) -> Self:
        return super().execute(query, params, **{**options, "binary": True})


class DatabaseWrapper(base.DatabaseWrapper):
    """Asks the socket, not the server, whether a connection that was idle is still there.

    Django sends `SELECT 1` before the first query of every request, which costs as much as a small tile. An idle server
    says nothing: what can be read from it is its farewell, or the end of the connection.
    """

    connection: Any
    _prepare_cursor: Any  # Django's, which its stubs leave out

    def is_usable(self) -> bool:
        if self.connection is None or self.connection.closed:
            return False
        socket = select.poll()
        socket.register(self.connection.fileno(), select.POLLIN)
        return not socket.poll(0)

    def prepared_cursor(self) -> Cursor:
        """A cursor for statements asked over and over, word for word.

        Values belong in the text: for a statement with values every plan is made afresh (`plan_cache_mode`), because
        a plan for any bbox is a bad plan for most.
        """
        return self._cursor_of(PreparedCursor)

    def binary_cursor(self) -> Cursor:
        """A cursor for answers that are bytes."""
        return self._cursor_of(BinaryCursor)

    def _cursor_of(self, kind: type["psycopg.Cursor[Any]"]) -> Cursor:
        self.close_if_health_check_failed()
        self.ensure_connection()
        with self.wrap_database_errors:
            return self._prepare_cursor(kind(self.connection))
