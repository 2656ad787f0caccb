"""How gunicorn serves the map: threads (GEOS leaks under thread-per-request ASGI), no query string in any log."""

from __future__ import annotations

import os
from typing import Any

from gunicorn.glogging import Logger

LONGEST_DOWNLOAD_S = 120


class NoQueryLogger(Logger):  # type: ignore[misc]
    """gunicorn's log without query strings: a plan's query may hold where somebody is."""

    def exception(self, msg: Any, *args: Any, **kwargs: Any) -> None:
        """Log an error with the path of the request, not its query."""
        super().exception(msg, *(without_query(part) for part in args), **kwargs)


def without_query(part: Any) -> Any:
    """A path without what follows the question mark; anything else as it is."""
    return part.split("?", 1)[0] if isinstance(part, str) and part.startswith("/") else part


def when_ready(server: Any) -> None:
    """Load the views, the planner's machine code and the streets once, before the workers are born, who share them."""
    from django.core.management import call_command
    from django.db import connections
    from django.urls import get_resolver

    get_resolver().url_patterns  # noqa: B018 - imports the views
    call_command("warm_planner", verbosity=0)
    call_command("warm_streets", verbosity=0)
    connections.close_all()  # a connection must not be shared between processes


bind = f"{os.environ.get('HOST', '127.0.0.1')}:{os.environ.get('PORT', '8000')}"
workers = int(os.environ.get("WEB_WORKERS", "2"))
threads = int(os.environ.get("WEB_THREADS", "4"))
worker_class = "gthread"
preload_app = True
timeout = LONGEST_DOWNLOAD_S
graceful_timeout = 10
keepalive = 5
limit_request_line = 8190  # a Thai character takes nine bytes in a CQL2 filter
accesslog = None
loglevel = "warning"
logger_class = NoQueryLogger
control_socket_disable = True
