"""How long the ways between places are: along streets where both places stand at one, by estimate elsewhere."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from routes.planning.fields import LonLat
from routes.streets.estimate import (
    DETOUR,
    LEAST_M,
    Estimates,
    accuracies,
    down,
    estimate,
    great_circle_m,
    positions,
    same_place,
    up,
)
from routes.streets.profiles import VEHICLE
from routes.streets.streets import Streets

RIDE_MPS = 30 / 3.6  # an assumption where no streets are known

IntMatrix = NDArray[np.int64]
FloatMatrix = NDArray[np.float64]
BoolMatrix = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Places:
    """n places to go between: positions (WGS 84), accuracies in metres, and what stands there."""

    lonlats: Sequence[LonLat]
    accuracy_m: Sequence[float]
    names: Sequence[Hashable]


@dataclass(frozen=True, eq=False)
class Lengths:
    """(n, n), row = origin. `low <= metres <= high`, whole metres, as far as the accuracies leave them open.

    `streets` tells where a length is known along streets; where `open` is False, streets are known and none leads
    there. `drive_s` is the time of driving, without boarding. `afloat_m` are the metres that one would have gone
    besides in the time that ferries take; less than none where a ferry is quicker.
    """

    metres: IntMatrix
    metres_low: IntMatrix
    metres_high: IntMatrix
    streets: BoolMatrix
    open: BoolMatrix
    drive_s: FloatMatrix
    afloat_m: IntMatrix

    def picked(self, square: Any) -> "Lengths":
        """The part of all matrices that an index picks."""
        return Lengths(**{name: matrix[square] for name, matrix in vars(self).items()})


def estimated(places: Places) -> Lengths:
    """Everything by great circle and detour."""
    found = estimate(places.lonlats, places.accuracy_m, places=places.names)
    return by_estimate(found)


def by_estimate(found: Estimates) -> Lengths:
    nowhere = np.zeros(found.metres.shape, dtype=np.bool_)
    return Lengths(
        found.metres,
        found.metres_low,
        found.metres_high,
        nowhere,
        ~nowhere,
        found.metres.astype(np.float64) / RIDE_MPS,
        np.zeros_like(found.metres),
    )


def lengths(places: Places, streets: Streets | None, profile: str) -> Lengths:
    """Along the streets of a profile; a pair of which one place stands at no street is estimated.

    So is a pair that lies nearer to each other than to the street: nobody walks to the street and back for that.
    """
    guess = estimated(places)
    if streets is None or not places.lonlats:
        return guess
    found = streets.lengths(profile, places.lonlats)
    to_street = found.away[:, None] + found.away[None, :]
    known = np.isfinite(to_street) & (to_street < guess.metres)
    leads = np.isfinite(found.metres)
    same = same_place(places.names, len(places.lonlats))
    metres = np.where(same, 0, up(np.maximum(np.where(leads, found.metres, 0), LEAST_M)))
    low, high = bounds(places, np.where(leads, metres, guess.metres), same)
    use = known & leads
    return Lengths(
        metres=np.where(use, metres, guess.metres),
        metres_low=np.where(use, low, guess.metres_low),
        metres_high=np.where(use, high, guess.metres_high),
        streets=use,
        open=same | ~known | leads,
        drive_s=np.where(use, np.where(leads, found.cost, 0), guess.drive_s),
        afloat_m=afloat(found.cost, found.metres, use & ~same) if profile != VEHICLE else np.zeros_like(metres),
    )


def afloat(cost: FloatMatrix, metres: FloatMatrix, use: BoolMatrix) -> IntMatrix:
    """The cost on foot or by bicycle is metres, but for ferries."""
    extra: IntMatrix = np.rint(np.subtract(cost, metres, out=np.zeros_like(cost), where=use)).astype(np.int64)
    return extra


def bounds(places: Places, metres: IntMatrix, same: BoolMatrix) -> tuple[IntMatrix, IntMatrix]:
    """The shortest and the longest way that the accuracies leave open.

    Moving a place by a metre changes a way by at most DETOUR metres (an assumption); no way is shorter than the
    straight line.
    """
    points, blur = positions(places.lonlats), accuracies(places.accuracy_m, len(places.lonlats))
    doubt = blur[:, None] + blur[None, :]
    straight = great_circle_m(points, points) - doubt
    low = down(np.maximum(np.maximum(straight, metres - DETOUR * doubt), 0))
    return np.where(same, 0, np.minimum(low, metres)), np.where(same, 0, metres + up(DETOUR * doubt))
