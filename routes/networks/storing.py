"""A network into PostGIS: by COPY, whole or not at all, beside the versions that are there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

import shapely
from django.db import connection, transaction

from routes.models import StreetEdge, StreetNetwork, StreetTurn
from routes.streets.errors import InvalidStreets
from routes.streets.spheroid import length_m
from routes.streets.ways import Edge, Turn

MOST_EDGES = 2_000_000
COLUMNS = (
    "network_id",
    "number",
    "origin",
    "destination",
    "geometry",
    "kind",
    "forward",
    "backward",
    "name_th",
    "name_en",
    "surface",
    "steps",
    "incline",
    "crossing",
    "barrier",
    "speed_kmh",
    "pace_s_km",
    "source",
    "source_id",
)


@dataclass(frozen=True)
class About:
    """What a network is made of and whom to name for it."""

    file: str
    sha256: str
    source: str
    attribution: str
    base: StreetNetwork | None = None
    report: dict[str, Any] = field(default_factory=dict)


@transaction.atomic
def store(edges: Sequence[Edge], about: About, turns: Sequence[Turn] = (), *, switch_to: bool = True) -> StreetNetwork:
    """A new network of these edges and forbidden turns, in use at once if `switch_to`.

    Raises InvalidStreets when there are none.
    """
    if not edges:
        raise InvalidStreets("No street was found: nothing is stored.")
    if len(edges) > MOST_EDGES:
        raise InvalidStreets(f"{len(edges)} stretches of street; at most {MOST_EDGES} are one network: clip them.")
    network = StreetNetwork.objects.create(
        **{name: getattr(about, name) for name in ("file", "sha256", "source", "attribution", "base", "report")},
        nodes=1 + max(max(edge.origin, edge.destination) for edge in edges),
        edges=len(edges),
        metres=round(sum(length_m(edge.lonlat) for edge in edges)),
    )
    copy(edges, network)
    StreetTurn.objects.bulk_create((StreetTurn(network=network, **asdict(turn)) for turn in turns), batch_size=5_000)
    if switch_to:
        switch(network)
    return network


def copy(edges: Sequence[Edge], network: StreetNetwork) -> None:
    """The rows of its edges."""
    table, columns = StreetEdge._meta.db_table, ", ".join(COLUMNS)
    with connection.cursor() as cursor, cursor.copy(f"COPY {table} ({columns}) FROM STDIN") as rows:
        for row in rows_of(edges, network):
            rows.write_row(row)


def rows_of(edges: Sequence[Edge], network: StreetNetwork) -> Iterator[tuple[Any, ...]]:
    lines = shapely.set_srid([shapely.LineString(edge.lonlat) for edge in edges], 4326)
    shapes = shapely.to_wkb(lines, hex=True, include_srid=True)
    for number, (edge, shape) in enumerate(zip(edges, shapes, strict=True)):
        told = edge.traits
        yield (
            network.pk,
            number,
            edge.origin,
            edge.destination,
            shape,
            told.kind,
            told.forward,
            told.backward,
            told.name_th,
            told.name_en,
            told.surface,
            told.steps,
            told.incline,
            told.crossing,
            told.barrier,
            told.speed_kmh,
            told.pace_s_km,
            told.source,
            edge.source_id,
        )


@transaction.atomic
def switch(network: StreetNetwork | None) -> None:
    """Plan along this network from now on; None: by estimate."""
    StreetNetwork.objects.filter(in_use=True).update(in_use=False)
    if network is not None:
        StreetNetwork.objects.filter(pk=network.pk).update(in_use=True)
        network.in_use = True


@transaction.atomic
def remove(network: StreetNetwork) -> None:
    """Delete a version with its edges."""
    edges = StreetEdge.objects.filter(network=network)
    edges._raw_delete(edges.db)  # nothing hangs on an edge: one statement, however many there are
    network.delete()
