"""The database backend that `settings.py` names; Django looks for `DatabaseWrapper` here."""

import select
from typing import Any

from django.contrib.gis.db.backends.postgis import base


class DatabaseWrapper(base.DatabaseWrapper):
    """Asks the socket, not the server, whether a connection that was idle is still there.

    Django sends `SELECT 1` before the first query of every request, which costs as much as a small tile. An idle server
    says nothing: what can be read from it is its farewell, or the end of the connection.
    """

    connection: Any

    def is_usable(self) -> bool:
        if self.connection is None or self.connection.closed:
            return False
        socket = select.poll()
        socket.register(self.connection.fileno(), select.POLLIN)
        return not socket.poll(0)
