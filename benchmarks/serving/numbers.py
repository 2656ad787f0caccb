"""From measured rounds to a median with its range, and to ratios between two that ran in the same rounds."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True)
class Spread:
    """A median with the smallest and the largest value."""

    median: float
    low: float
    high: float

    @classmethod
    def of(cls, values: Sequence[float]) -> "Spread":
        return cls(median(values), min(values), max(values))

    def rounded(self, digits: int) -> dict[str, float]:
        return {name: round(getattr(self, name), digits) for name in ("median", "low", "high")}


def ratio(measured: Sequence[float], reference: Sequence[float]) -> Spread:
    """How many times the reference was used, round by round: what else ran in a round slowed both."""
    return Spread.of([one / other for one, other in zip(measured, reference, strict=True)])
