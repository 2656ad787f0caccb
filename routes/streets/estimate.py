"""Lengths of ways where no streets are known: the great circle, a detour, and how wrong that may be."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

EARTH_RADIUS_M = 6_371_008.8
"""Mean radius of the WGS 84 ellipsoid, (2a + b) / 3 (Moritz 2000, doi:10.1007/s001900050278)."""

DETOUR = 1.3
"""Length along streets over the straight line: an assumption on the careful side of what was measured in towns,
1.2 (Newell 1980, Traffic Flow on Transportation Networks) and 1.21-1.23 (O'Sullivan & Morrall 1996,
doi:10.1177/0361198196153800103)."""

LEAST_M = 50
"""Two spaces known at one point are still two spaces: the least way between them, an assumption."""

IntMatrix = NDArray[np.int64]
FloatMatrix = NDArray[np.float64]


class InvalidPositions(ValueError):
    """Positions or accuracies that cannot be measured; the message says what came and what was wanted."""


@dataclass(frozen=True, eq=False)
class Estimates:
    """Whole metres between n places, each (n, n), the row is the origin; `low <= metres <= high`.

    `metres` is the great circle × DETOUR. `low` is the straight line if both places lie towards each other as far as
    their accuracy allows, `high` the way with detour if they lie apart.
    """

    metres: IntMatrix
    metres_low: IntMatrix
    metres_high: IntMatrix


def estimate(
    lonlat: ArrayLike, accuracy_m: ArrayLike | None = None, *, places: Sequence[Hashable] | None = None
) -> Estimates:
    """Ways between all pairs of n positions.

    `lonlat` is (n, 2), WGS 84 degrees; `accuracy_m` is (n,) metres, exact when left out. `places` name what stands
    there: equal names are 0 m apart, different ones at least LEAST_M; left out, all n differ.

    Raises InvalidPositions for wrong shapes, numbers that are not finite, degrees out of range, negative accuracies.
    """
    points = positions(lonlat)
    blur = accuracies(accuracy_m, len(points))
    straight = great_circle_m(points, points)
    doubt = blur[:, None] + blur[None, :]
    same = same_place(places, len(points))
    metres = up(np.maximum(straight * DETOUR, LEAST_M))
    return Estimates(
        metres=np.where(same, 0, metres),
        metres_low=np.where(same, 0, down(np.maximum(straight - doubt, 0))),
        metres_high=np.where(same, 0, np.maximum(up((straight + doubt) * DETOUR), metres)),
    )


def great_circle_m(origins: FloatMatrix, destinations: FloatMatrix) -> FloatMatrix:
    """(n, m) metres on the sphere between (n, 2) and (m, 2) positions in WGS 84 degrees, lon first.

    Within 0.6 % of the ellipsoid's geodesic everywhere: far less than DETOUR is unsure by.
    Source: the haversine formula, Sinnott 1984, Sky and Telescope 68, 159.
    """
    lon, lat = np.radians(origins).T[:, :, None]
    other_lon, other_lat = np.radians(destinations).T[:, None, :]
    half = np.sin((other_lat - lat) / 2) ** 2
    half = half + np.cos(lat) * np.cos(other_lat) * np.sin((other_lon - lon) / 2) ** 2
    metres: FloatMatrix = 2 * EARTH_RADIUS_M * np.arcsin(np.sqrt(np.clip(half, 0, 1)))
    return metres


def positions(lonlat: ArrayLike) -> FloatMatrix:
    """The (n, 2) array of positions."""
    points = np.asarray(lonlat, dtype=np.float64)
    if points.size == 0:
        return np.zeros((0, 2))
    if points.ndim != 2 or points.shape[1] != 2:
        raise InvalidPositions(f"Positions have shape {points.shape}; (n, 2) is wanted.")
    if not (np.abs(points) <= (180, 90)).all():  # not a number fails too
        raise InvalidPositions("Positions must be finite, longitude within 180 and latitude within 90 degrees.")
    return points


def accuracies(accuracy_m: ArrayLike | None, count: int) -> NDArray[np.float64]:
    """The (n,) array of accuracies."""
    blur = np.zeros(count) if accuracy_m is None else np.asarray(accuracy_m, dtype=np.float64)
    if blur.shape != (count,):
        raise InvalidPositions(f"Accuracies have shape {blur.shape}; ({count},) is wanted.")
    if not ((blur >= 0) & np.isfinite(blur)).all():
        raise InvalidPositions("Accuracies must be finite and not negative.")
    return blur


def same_place(places: Sequence[Hashable] | None, count: int) -> NDArray[np.bool_]:
    """(n, n) whether two positions are of one place."""
    if places is None:
        return np.eye(count, dtype=np.bool_)
    if len(places) != count:
        raise InvalidPositions(f"{len(places)} places are named; {count} have positions.")
    numbers = {place: number for number, place in enumerate(dict.fromkeys(places))}
    names = np.array([numbers[place] for place in places], dtype=np.int64)
    same: NDArray[np.bool_] = names[:, None] == names[None, :]
    return same


def up(metres: FloatMatrix) -> IntMatrix:
    """Whole metres, rounded up; a ten-thousandth is noise of the formula."""
    return np.ceil(metres - 1e-4).astype(np.int64)


def down(metres: FloatMatrix) -> IntMatrix:
    """Whole metres, rounded down."""
    return np.floor(metres + 1e-4).astype(np.int64)
