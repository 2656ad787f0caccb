"""The goals of the design, section 9, beside what was measured."""

from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.serving import exports
from benchmarks.serving.numbers import Spread, ratio
from benchmarks.serving.rounds import Measured
from benchmarks.serving.works import ANEW, OURS


@dataclass(frozen=True)
class Goal:
    """`measured` divided by `reference`, two contenders of every work named `work`; without a reference, by nothing."""

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
    both = (OURS, ANEW)
    return (
        *(Goal(points, ours, "raw SQL", 2.0, 1.5) for ours in both),
        *(Goal(zones, ours, "raw SQL", 1.5, 1.25) for ours in both),
        *(
            Goal(f"{page} vs {other}", other, ours, *wanted[place], at_least=True)
            for other, wanted in others.items()
            for place, page in enumerate((points, zones))
            for ours in both
        ),
        *(Goal(f"large tile of {name}", ours, "raw SQL", 1.25, 1.1) for name in ("points", "zones") for ours in both),
        *(Goal(f"small tile of {name}", ours, "raw SQL", 2.3, 1.7) for name in ("points", "zones") for ours in both),
        Goal("bbox, made anew", f"of {large}", f"of {small}", 2.5, 1.7),
        Goal("keyset page, made anew", "last", "first", 1.5, 1.2),
        Goal("full export", exports.OURS, exports.RAW, 1.3, 1.15),
        Goal(exports.FIRST_BYTE, exports.OURS, "", 0.2, 0.05),
        Goal(exports.GROWTH, exports.OURS, "", 16, 8),
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
        Finding(goal, each, _spread(goal, each))
        for goal in wanted
        for each in measured
        if each.work.name == goal.work and {goal.measured, goal.reference} <= {*each.cpu_s, ""}
    ]


def _spread(goal: Goal, measured: Measured) -> Spread:
    found = measured.cpu_s[goal.measured]
    return ratio(found, measured.cpu_s[goal.reference]) if goal.reference else Spread.of(found)
