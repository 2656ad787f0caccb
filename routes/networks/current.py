"""The streets that this process plans along: loaded once, warmed before anybody waits, renewed beside the old ones."""

from __future__ import annotations

import logging
from threading import Lock, Thread

from django.contrib.gis.db.models.functions import PointOnSurface
from django.db import connections

from routes.models import Gateway, StreetNetwork
from routes.networks.loading import network_of
from routes.streets.snapping import LonLat
from routes.streets.streets import Streets
from spaces.models import AnySpace, Status

MOST_WARMED = 1_000

log = logging.getLogger(__name__)


class _Held:
    """What is loaded, and which version is being loaded beside it."""

    def __init__(self) -> None:
        self.lock = Lock()
        self.streets: Streets | None = None
        self.coming: str = ""


_held = _Held()


def streets_in_use() -> Streets | None:
    """The network in use; None where ways are estimates. One small query.

    After a switch the former network goes on serving until the new one is ready: a moment, in a thread of its own.
    """
    row = StreetNetwork.objects.filter(in_use=True).first()
    if row is None:
        return None
    with _held.lock:
        if _held.streets is None:
            _held.streets = load(row)
        elif _held.streets.version != version_of(row) and _held.coming != version_of(row):
            _held.coming = version_of(row)
            Thread(target=renew_apart, args=(row,), daemon=True).start()
        return _held.streets


def version_of(row: StreetNetwork) -> str:
    return f"{row.pk}/{row.sha256[:12]}"


def load(row: StreetNetwork) -> Streets:
    return Streets(network_of(row), version_of(row), row.attribution)


def renew_apart(row: StreetNetwork) -> None:
    """The same in a thread of its own, which leaves no connection behind."""
    try:
        renew(row)
    finally:
        connections.close_all()


def renew(row: StreetNetwork) -> None:
    """Load and warm the network, then put it in the former one's place; that stays when this one cannot be loaded."""
    try:
        fresh = load(row)
        fresh.warm(known_places())
        with _held.lock:
            if _held.coming == fresh.version:
                _held.streets = fresh
    except Exception:
        log.exception("The street network %s cannot be loaded; the former one stays.", row.pk)
    finally:
        with _held.lock:
            _held.coming = ""


def warm() -> Streets | None:
    """Load the network in use, with the ways between all places a plan may start from or stop at."""
    streets = streets_in_use()
    if streets is not None:
        streets.warm(known_places())
    return streets


def forget() -> None:
    """Begin anew: for another database in the same process."""
    with _held.lock:
        _held.streets, _held.coming = None, ""


def known_places() -> list[LonLat]:
    """Where published spaces and gateways are, WGS 84."""
    spaces = AnySpace.objects.filter(status=Status.PUBLISHED).annotate(point=PointOnSurface("geometry")).order_by("id")
    points = [
        *spaces.values_list("point", flat=True)[:MOST_WARMED],
        *Gateway.objects.values_list("geometry", flat=True),
    ]
    return [(point.x, point.y) for point in points]
