"""The database of this start: the private cluster, or the one that DATABASE_URL names."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from scripts import cluster
from scripts.cluster_place import place
from scripts.environment import own_database_wanted
from scripts.layout import LOCAL
from scripts.locks import Guests

# `make db` leaves this note: then the cluster stays up until `make stop`.
KEEP = LOCAL / "keep-database"


def guests_file() -> Path:
    """Who uses the private cluster now."""
    return LOCAL / "database-guests"


@contextmanager
def database() -> Iterator[str]:
    """The DATABASE_URL to use. A private cluster runs meanwhile and is stopped by the last who leaves."""
    if not own_database_wanted():
        yield os.environ["DATABASE_URL"]
        return
    guests = Guests(guests_file())
    try:
        cluster.start(place())
        yield cluster.url(place())
    finally:
        if guests.leave() and not KEEP.exists():
            cluster.stop(place())


def keep_running() -> str:
    """Have the private cluster run until `make stop`. Returns its DATABASE_URL."""
    if not own_database_wanted():
        return os.environ["DATABASE_URL"]
    KEEP.touch()
    cluster.start(place())
    return cluster.url(place())


def stop_keeping() -> bool:
    """Stop the private cluster, whoever started it. Returns whether it was running."""
    KEEP.unlink(missing_ok=True)
    return own_database_wanted() and cluster.stop(place())


def identity() -> str:
    """A word for the state that the database was made in; none for a database of somebody else's."""
    return cluster.identity(place()) if own_database_wanted() else ""
