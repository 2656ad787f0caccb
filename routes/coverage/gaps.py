"""Where no learning space can be walked to in time: an area, not people, for who lives there is not known here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree
from shapely.geometry.base import BaseGeometry

from geo.utm import PHATTHALUNG
from routes.coverage import cells
from routes.coverage.areas import Area
from routes.coverage.spaces import Space
from routes.coverage.walking import ways
from routes.streets.estimate import DETOUR
from routes.streets.streets import Streets
from spaces.models import AgeGroup

FloatArray = NDArray[np.float64]
BoolArray = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Gap:
    """The part of an area (EPSG:32647) from which the group reaches no learning space in time."""

    area: Area
    group: AgeGroup
    geometry: BaseGeometry
    area_m2: float
    bounds: tuple[float, float, float, float] = (0, 0, 0, 0)  # of the whole area

    @property
    def area_km2(self) -> float:
        return self.area_m2 / 1e6

    @property
    def km2(self) -> float:
        return float(self.geometry.area) / 1e6

    @property
    def share(self) -> float:
        return float(self.geometry.area) / self.area_m2


@dataclass(frozen=True, eq=False)
class Gaps:
    """`cell_m` is the side of the squares, `estimated_share` of those judged by estimate."""

    gaps: tuple[Gap, ...]
    cell_m: int
    estimated_share: float


def walk_m(group: AgeGroup, minutes: int) -> float:
    """How far the group walks in that time."""
    return float(group.walking_speed_mps) * 60 * minutes


@dataclass(frozen=True, eq=False)
class Goals:
    """Where there is something to learn: `points` (n, 2) metres, `suits` (g, n) which group, `most_m` (g,) its walk."""

    points: FloatArray
    suits: BoolArray
    most_m: FloatArray

    @property
    def farthest_m(self) -> float:
        return float(self.most_m.max(initial=0.0))


def goals_of(spaces: Sequence[Space], groups: Sequence[AgeGroup], minutes: int) -> Goals:
    """The spaces whose position is known, for each group."""
    located = [space for space in spaces if space.is_located]
    lonlats = np.array([space.lonlat for space in located], dtype=np.float64).reshape(-1, 2)
    suits = np.array([[group.pk in space.age_groups for space in located] for group in groups], dtype=np.bool_)
    walks = np.array([walk_m(group, minutes) for group in groups], dtype=np.float64)
    return Goals(PHATTHALUNG.metres(lonlats), suits.reshape(len(groups), len(located)), walks)


def gaps(by: str, areas: Sequence[Area], groups: Sequence[AgeGroup], goals: Goals, streets: Streets | None) -> Gaps:
    """For each area with an outline and each group; a space beyond the border counts as one within."""
    shaped = [(area, area.outline) for area in areas if area.outline is not None]
    size = cells.size_for(by, [outline for _, outline in shaped])
    parts = [near(cells.middles(outline, size), goals, streets) for _, outline in shaped]
    asked = np.concatenate([np.zeros((0, 2)), *parts])
    found = ways(asked, goals.points, goals.suits, goals.farthest_m, streets)
    first, made = 0, []
    for (area, outline), part in zip(shaped, parts, strict=True):
        in_time = found.metres[:, first : first + len(part)] <= goals.most_m[:, None]
        for group, reached in zip(groups, in_time, strict=True):
            left = outline.difference(cells.united(part[reached], size))
            made.append(Gap(area, group, left, float(outline.area), outline.bounds))
        first += len(part)
    return Gaps(tuple(made), size, float(found.estimated.mean()) if len(asked) else 1.0)


def near(middles: FloatArray, goals: Goals, streets: Streets | None) -> FloatArray:
    """The cells that might be near enough: no way is shorter than the straight line."""
    if not len(goals.points):
        return middles[:0]
    straight_m = goals.farthest_m / (1 if streets else DETOUR)
    distance, _ = cKDTree(goals.points).query(middles, distance_upper_bound=straight_m * (1 + 1e-9))
    found: FloatArray = middles[np.isfinite(distance)]
    return found
