"""A tighter upper bound for many candidates: walks that may come back, but pay for coming twice.

Every route is a walk (see `walks.py`), so the best walk bounds the best route; with a price on each visit that is paid
back once (Lagrange), coming back does not pay. In the same way a price on each metre keeps the walking limit, and two
on each member of a group keep its numbers and what it adds. Prices are bettered by subgradient steps (Held & Karp
1971, doi:10.1007/BF01584070); every price gives a bound that is valid, the least of them is kept.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from routes.planner.requirements import FAR
from routes.planner.tables import Tables
from routes.planner.walks import Floats, Walk, best_walk, graph_of

SLOTS = 160
STEPS = 30
FIRST_PACE, SLOWER = 10.0, 0.82
"""The first step goes so many times the way to the known score, each next one this part of the last: measured best."""

TOLLS = 10.0
"""Walking is priced by this part of the limit, so that its steps are about as long as those of the visits' prices."""

MOST_CANDIDATES = 100
"""Above this the bound would take longer than the search."""


def walking_bound(t: Tables, known_score: int) -> int | None:
    """A score that no route exceeds; None where there are too many candidates. `known_score` guides the steps."""
    if not 0 < t.n <= MOST_CANDIDATES:
        return None
    graph, pricing = graph_of(t, max(1, -(-t.budget // SLOTS))), pricing_of(t)
    prices, best, pace = pricing.first(), np.inf, FIRST_PACE
    for _ in range(STEPS):
        walk = best_walk(graph, pricing.worth(prices), pricing.cost(prices), t.walk)
        bound = walk.value + pricing.paid_back(prices)
        best = min(best, bound)
        left = pricing.left(prices, walk)
        length = float(left @ left)
        if length == 0.0 or bound <= known_score:
            break
        prices = np.clip(prices - pace * (bound - known_score) / length * left, pricing.low, pricing.high)
        pace *= SLOWER
    return int(np.floor(best + 1e-3)) if np.isfinite(best) else None


@dataclass(frozen=True, eq=False)
class Pricing:
    """What prices mean. They are one vector: of each candidate's visit (n + 1, the start's is 0), of each group's gains
    and of its numbers (G each), of the walking; each between `low` and `high`."""

    t: Tables
    member: Floats  # (n + 1, G)
    unit_m: float  # the metres one price of walking is for; inf where nobody limits them
    low: Floats
    high: Floats

    def parts(self, prices: Floats) -> tuple[Floats, Floats, Floats, float]:
        """Prices of visits, gains, numbers, walking."""
        n, groups = len(self.member), self.member.shape[1]
        return prices[:n], prices[n : n + groups], prices[n + groups : -1], float(prices[-1])

    def first(self) -> Floats:
        """Each member is paid its group's first gain, all else is free."""
        prices = np.zeros_like(self.low)
        self.parts(prices)[1][:] = self.t.gains[:, 0]
        return prices

    def worth(self, prices: Floats) -> Floats:
        """(n + 1,) what a visit earns."""
        visits, gains, numbers, _ = self.parts(prices)
        worth: Floats = self.t.score[:-1] + self.member @ (gains - numbers) - visits
        return worth

    def cost(self, prices: Floats) -> Floats:
        """(N, N) what a leg loses."""
        toll: float = prices[-1] / self.unit_m
        cost: Floats = self.t.cost + toll * self.t.walk
        return cost

    def paid_back(self, prices: Floats) -> float:
        """What every route gets back at least, or may earn beside its visits."""
        visits, gains, numbers, walking = self.parts(prices)
        beside = np.maximum(0, self.t.gains - gains[:, None]).sum()
        kept = np.where(numbers > 0, numbers * self.t.at_most, numbers * self.t.at_least).sum()
        return float(visits.sum() + beside + kept + walking * (self.t.max_walk / self.unit_m))

    def left(self, prices: Floats, walk: Walk) -> Floats:
        """What a walk leaves of all that is priced; below 0 where it takes too much. The direction of the next step."""
        _, gains, numbers, _ = self.parts(prices)
        once, members = 1.0 - walk.visits, walk.visits @ self.member
        once[0] = 0.0
        above, below = self.t.at_most - members, self.t.at_least - members
        count = np.where((numbers > 0) | (above < 0), above, np.where((numbers < 0) | (below > 0), below, 0.0))
        more = members - (self.t.gains > gains[:, None]).sum(axis=1)
        return np.concatenate([once, more, count, [(self.t.max_walk - walk.metres) / self.unit_m]])


def pricing_of(t: Tables) -> Pricing:
    """Nothing is paid for being too few, but for must-stops and groups of which some must be."""
    groups = len(t.at_most)
    visits = np.where(t.must[:-1], -np.inf, 0.0)
    numbers = np.where(t.at_least > 0, -np.inf, 0.0)
    return Pricing(
        t,
        member=t.member[:-1].astype(np.float64),
        unit_m=max(1.0, t.max_walk / TOLLS) if t.max_walk < FAR else np.inf,
        low=np.concatenate([visits, np.zeros(groups), numbers, [0.0]]),
        high=np.concatenate([np.full(t.n + 1, np.inf), t.gains[:, 0], np.full(groups + 1, np.inf)]),
    )
