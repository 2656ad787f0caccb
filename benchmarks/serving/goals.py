"""The goals of the design, section 9, beside what was measured."""

from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.serving.numbers import Spread, ratio
from benchmarks.serving.rounds import Measured


@dataclass(frozen=True)
class Goal:
    """`measured` divided by `reference`, two contenders of every work whose name begins with `work`."""

    work: str
    measured: str
    reference: str
    goal: float
    stretch: float
    at_least: bool = False

    def met(self, found: float) -> bool:
        return found >= self.goal if self.at_least else found <= self.goal

    @property
    def sign(self) -> str:
        return "≥" if self.at_least else "≤"


def goals(small: int, large: int) -> tuple[Goal, ...]:
    """Every goal of serving that can be measured; `small` and `large` are the sizes that bbox is compared at."""
    points, zones = "page of 100 points", "page of 100 zones"
    others = {"naive DRF-GIS": ((6, 10), (20, 30)), "tipg": ((2.5, 4), (2.5, 4)), "pygeoapi": ((5, 8), (5, 8))}
    return (
        Goal(points, "ours", "raw SQL", 2.0, 1.5),
        Goal(zones, "ours", "raw SQL", 1.5, 1.25),
        *(
            Goal(f"{page} vs {other}", other, "ours", *wanted[place], at_least=True)
            for other, wanted in others.items()
            for place, page in enumerate((points, zones))
        ),
        *(Goal(f"large tile of {name}", "ours", "raw SQL", 1.25, 1.1) for name in ("points", "zones")),
        *(Goal(f"small tile of {name}", "ours", "raw SQL", 2.3, 1.7) for name in ("points", "zones")),
        Goal("bbox", f"of {large}", f"of {small}", 2.5, 1.7),
        Goal("keyset page", "last", "first", 1.5, 1.2),
    )


@dataclass(frozen=True)
class Finding:
    """A goal and the ratio found for it."""

    goal: Goal
    measured: Measured
    ratio: Spread

    @property
    def met(self) -> bool:
        return self.goal.met(self.ratio.median)


def findings(wanted: Sequence[Goal], measured: Sequence[Measured]) -> list[Finding]:
    """Every goal with every measurement it speaks of, at whatever size."""
    return [
        Finding(goal, each, ratio(each.cpu_s[goal.measured], each.cpu_s[goal.reference]))
        for goal in wanted
        for each in measured
        if each.work.name == goal.work
    ]
