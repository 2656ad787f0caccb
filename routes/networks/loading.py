"""A stored network back as edges, or as arrays that all processes of this machine share."""

from __future__ import annotations

import hashlib
import logging
import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import shapely
from django.conf import settings
from django.contrib.gis.db.models.functions import AsWKB
from django.db import connection

from routes.models import StreetEdge, StreetNetwork, StreetTurn
from routes.streets.network import ARRAYS, Network
from routes.streets.traits import Traits
from routes.streets.ways import Edge, Turn

FORMAT = 1  # of the files; another number and they are made anew
KEPT_S = 30 * 86_400  # a folder nobody used for so long belongs to a network that is gone
WORKSPACE = "import-"  # what folders of an import begin with
ABANDONED_S = 86_400  # no import lasts so long: it was killed
TRAITS = tuple(Traits.__slots__)

log = logging.getLogger(__name__)


def edges_of(network_id: int) -> Iterator[Edge]:
    """The edges of a stored network in their order."""
    rows = (
        StreetEdge.objects.filter(network_id=network_id)
        .order_by("number")
        .annotate(shape=AsWKB("geometry"))
        .values_list("origin", "destination", "source_id", *TRAITS, "shape")
    )
    known: dict[tuple[Any, ...], Traits] = {}
    for origin, destination, source_id, *told, shape in rows.iterator(chunk_size=5_000):
        key = tuple(told)
        traits = known.setdefault(key, Traits(**dict(zip(TRAITS, key, strict=True))))
        line = shapely.get_coordinates(shapely.from_wkb(bytes(shape)))
        yield Edge(origin, destination, line, traits, source_id)


def stored_turns(network_id: int) -> list[Turn]:
    """The forbidden turns of a stored network."""
    rows = StreetTurn.objects.filter(network_id=network_id).order_by("pk")
    return [Turn(*row) for row in rows.values_list("origin", "node", "destination", "closed")]


def network_of(row: StreetNetwork) -> Network:
    """The network as arrays, out of shared files where this machine has them or can keep them."""
    folder = folder_of(row)
    if not complete(folder):
        network = Network.of(list(edges_of(row.pk)), stored_turns(row.pk))
        if not kept(network, folder):
            return network
    (folder / "used").touch()
    return Network.load(folder)


def folder_of(row: StreetNetwork) -> Path:
    """Another one for another network, database or form of the files."""
    where = (connection.settings_dict["HOST"], connection.settings_dict["NAME"])
    key = repr((FORMAT, where, row.pk, row.created_at.isoformat(), row.sha256, row.edges, TRAITS))
    return settings.LOCAL_DIR / "streets" / hashlib.sha256(key.encode()).hexdigest()[:20]


def complete(folder: Path) -> bool:
    return all((folder / f"{name}.npy").is_file() for name in ARRAYS)


def kept(network: Network, folder: Path) -> bool:
    """Whether the files could be written; they appear all at once."""
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        forget_old(folder.parent)
        with tempfile.TemporaryDirectory(dir=folder.parent, ignore_cleanup_errors=True) as made:
            whole = Path(made) / "whole"
            whole.mkdir()
            network.save(whole)
            if not complete(folder):  # another process may have been first
                shutil.rmtree(folder, ignore_errors=True)
                whole.rename(folder)
    except OSError as fault:
        if complete(folder):
            return True
        log.warning("Streets stay in the memory of this process alone: %s", fault)
        return False
    return True


def forget_old(parent: Path) -> None:
    """Remove the folders that nobody used for a month, and what killed imports left a day ago."""
    for folder in filter(Path.is_dir, parent.iterdir()):
        mark = folder / "used"
        last = mark.stat().st_mtime if mark.is_file() else folder.stat().st_mtime
        if time.time() - last > (ABANDONED_S if folder.name.startswith(WORKSPACE) else KEPT_S):
            shutil.rmtree(folder, ignore_errors=True)
