"""Random numbers that are the same on every machine: xorshift64* (Vigna 2016, doi:10.1145/2845077)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from routes.planner.jit import kernel

Dice = NDArray[np.uint64]  # one number, the state


def new_dice(seed: int) -> Dice:
    """Dice for a seed; any integer will do."""
    return np.random.SeedSequence(abs(seed) * 2 + (seed < 0)).generate_state(1, np.uint64) | np.uint64(1)


@kernel
def uniform(dice: Dice) -> float:
    """A number in [0, 1)."""
    state = dice[0]
    state ^= state >> np.uint64(12)
    state ^= state << np.uint64(25)
    state ^= state >> np.uint64(27)
    dice[0] = state
    return float((state * np.uint64(2685821657736338717)) >> np.uint64(11)) / 9007199254740992.0


@kernel
def below(dice: Dice, limit: int) -> int:
    """A whole number from 0 to limit - 1."""
    return int(uniform(dice) * limit)


@kernel
def chance(dice: Dice, probability: float) -> bool:
    """True with this probability."""
    return uniform(dice) < probability
