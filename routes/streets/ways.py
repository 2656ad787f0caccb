"""Lines as they come from a source: positions with keys that say where two lines meet."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from routes.streets.traits import Traits

IdArray = NDArray[np.int64]
FloatArray = NDArray[np.float64]

DECIMALS = 7  # of a degree, about a centimetre: what OpenStreetMap and this project store


@dataclass(frozen=True, slots=True, eq=False)
class Way:
    """A line of n positions (WGS 84 degrees, lon first). Two lines meet where they share a key of `nodes`."""

    nodes: IdArray
    lonlat: FloatArray
    traits: Traits
    source_id: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Edge:
    """A stretch between two junctions, numbered from 0 in its network."""

    origin: int
    destination: int
    lonlat: FloatArray
    traits: Traits
    source_id: int = 0

    @property
    def reversed(self) -> Edge:
        return Edge(self.destination, self.origin, self.lonlat[::-1], self.traits.reversed, self.source_id)


@dataclass(frozen=True, slots=True)
class TurnRule:
    """At the junction `via` (a key of `Way.nodes`, at `lonlat`): who comes from `origin`, the next position along one
    street, may not go on towards `destination`, along another; or, with `only`, must. `closed` is a mask of profiles.
    """

    via: int
    lonlat: tuple[float, float]
    origin: tuple[float, float]
    destination: tuple[float, float]
    closed: int
    only: bool = False


@dataclass(frozen=True, slots=True)
class Turn:
    """From edge `origin` over `node` into edge `destination`: closed to the profiles of a mask."""

    origin: int
    node: int
    destination: int
    closed: int


def key_positions(lonlat: FloatArray) -> IdArray:
    """(n,) keys of positions: equal where two are the same to 1e-7 degree."""
    units = np.rint(lonlat * 10**DECIMALS).astype(np.int64)
    keys: IdArray = (units[:, 0] + 1_800_000_000) * 1_800_000_001 + units[:, 1] + 900_000_000
    return keys
