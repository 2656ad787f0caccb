"""Who comes to a zone in ten minutes' walk. Another app knows the ways along streets, and registers here."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import numpy.typing as npt
import shapely
from shapely.geometry.base import BaseGeometry

from geo.texts import Text
from geo.utm import PHATTHALUNG

LonLat = tuple[float, float]
Metres = npt.NDArray[np.float64]

MINUTES = 10
DETOUR = 1.3  # length of a way over the straight line, as the planner assumes where no street is known
FASTEST_M = 3.0 * 60 * MINUTES  # no age group walks faster than 3 m/s


@dataclass(frozen=True)
class StartingPoint:
    """Somewhere visitors begin."""

    id: str
    name: Text
    lonlat: LonLat


@dataclass(frozen=True)
class Ways:
    """`metres` on foot from each place to the zone, inf where there is no way; and whose streets were followed."""

    metres: Metres
    attribution: str


class Walking(Protocol):
    """What an app that knows streets and starting points gives."""

    def starting_points(self) -> Sequence[StartingPoint]: ...

    def ways(self, zone: BaseGeometry, places: Sequence[LonLat], most_m: float) -> Ways | None:
        """The ways to a zone (WGS 84) of at most `most_m` metres; None where no street is known."""


_walking: list[Walking] = []


def register(walking: Walking) -> None:
    """Called from an app's `AppConfig.ready()`."""
    _walking[:] = [walking]


def starting_points() -> Sequence[StartingPoint]:
    return _walking[0].starting_points() if _walking else ()


@dataclass(frozen=True)
class Reached:
    """`metres` from each place to the zone: along streets, or estimated."""

    metres: Metres
    source: str
    attribution: str = ""


def reached(zone: BaseGeometry, places: Sequence[LonLat]) -> Reached:
    """How far each place is from the zone on foot; nought within it."""
    ways = _walking[0].ways(zone, places, FASTEST_M) if _walking and places else None
    if ways is not None:
        return Reached(ways.metres, "streets", ways.attribution)
    if not places:
        return Reached(np.zeros(0), "estimate")
    metres = PHATTHALUNG.metres(np.array(places, dtype=float))
    straight = shapely.distance(PHATTHALUNG.project(zone), shapely.points(metres))
    return Reached(np.asarray(straight) * DETOUR, "estimate")
