"""How far one gets from some points within some minutes: streets, and the spaces along them.

For coverage of the town (which spaces can a school walk to?) and for zones (what lies within ten minutes of this
one?). Without a network, or from a point at no street, the reach is a circle: great circle × 1.3, named an estimate.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from shapely.geometry import MultiLineString

from routes.networks.current import streets_in_use
from routes.streets.estimate import DETOUR, great_circle_m
from routes.streets.profiles import BICYCLE, STEP_FREE, VEHICLE, WALK
from routes.streets.reaching import reach as reach_streets
from routes.streets.snapping import LonLat
from routes.streets.streets import Streets

# Metres a second where the caller names none. Walking: adults on level ground, Bohannon 1997,
# doi:10.1093/ageing/26.1.15; the others are assumptions.
SPEED_MPS = {WALK: 1.3, STEP_FREE: 0.9, BICYCLE: 3.5, VEHICLE: 30 / 3.6}


@dataclass(frozen=True)
class Reached:
    """A space within reach: the minutes to it, and whether along streets or by estimate."""

    id: str
    minutes: float
    source: str


@dataclass(frozen=True)
class Reach:
    """`spaces`, the nearest first. `streets` (WGS 84) are those reached, `street_metres` their length in all.

    `estimated` are the points from which only a circle can be drawn. `attribution` names whose streets these are.
    """

    spaces: tuple[Reached, ...]
    streets: MultiLineString
    street_metres: int
    estimated: tuple[LonLat, ...]
    attribution: str


def reach(
    points: Sequence[LonLat],
    spaces: Mapping[str, LonLat],
    *,
    profile: str = WALK,
    minutes: float,
    speed_mps: float | None = None,
) -> Reach:
    """What lies within `minutes` of the nearest of the points (WGS 84), which are at most a few hundred.

    `spaces` are positions by id. `profile` is one of `routes.streets.profiles.PROFILES`.
    """
    speed = speed_mps or SPEED_MPS[profile]
    streets = streets_in_use()
    times, known = minutes_between(points, list(spaces.values()), profile, speed, streets)
    found = [
        Reached(id_, round(float(times[number]), 1), "streets" if known[number] else "estimate")
        for number, id_ in enumerate(spaces)
        if times[number] <= minutes
    ]
    found.sort(key=lambda one: (one.minutes, one.id))
    lines, metres, off = reached_streets(points, profile, minutes, speed, streets)
    return Reach(tuple(found), lines, metres, off, streets.attribution if streets and metres else "")


def minutes_between(
    points: Sequence[LonLat], spaces: Sequence[LonLat], profile: str, speed: float, streets: Streets | None
) -> tuple[np.ndarray, np.ndarray]:
    """(spaces,) the fewest minutes from any of the points, and whether they are known along streets."""
    if not points or not spaces:
        return np.full(len(spaces), np.inf), np.zeros(len(spaces), dtype=np.bool_)
    guess_s = great_circle_m(np.array(points), np.array(spaces)) * DETOUR / speed
    if streets is None:
        return guess_s.min(axis=0) / 60, np.zeros(len(spaces), dtype=np.bool_)
    found = streets.lengths(profile, [*points, *spaces])
    n = len(points)
    on = np.isfinite(found.away[:n])[:, None] & np.isfinite(found.away[n:])[None, :]
    along_s = found.cost[:n, n:] / (1 if profile == VEHICLE else speed)
    seconds = np.where(on, along_s, guess_s)
    best = seconds.argmin(axis=0)
    every = np.arange(len(spaces))
    return seconds[best, every] / 60, on[best, every]


def reached_streets(
    points: Sequence[LonLat], profile: str, minutes: float, speed: float, streets: Streets | None
) -> tuple[MultiLineString, int, tuple[LonLat, ...]]:
    """The lines, their metres, and the points that stand at no street."""
    if streets is None or not points:
        return MultiLineString(), 0, tuple(points)
    budget = minutes * 60 * (1 if profile == VEHICLE else speed)
    found = reach_streets(streets.matrix(profile).graph, points, budget)
    lines = MultiLineString([line.tolist() for line in found.lines])
    return lines, round(found.metres), found.off
