"""One search, from the tables to a timed route."""

from __future__ import annotations

from dataclasses import dataclass, replace

from routes.planner.annealing import anneal
from routes.planner.problem import Problem, Route
from routes.planner.routing import timed_route
from routes.planner.tables import Tables


@dataclass(frozen=True)
class Effort:
    """How long to search, and with which dice."""

    seed: int
    iterations: int | None = None
    seconds: float | None = None

    def halved(self) -> Effort:
        """Half of it, for a route that need not be the best of all."""
        return replace(
            self,
            iterations=None if self.iterations is None else self.iterations // 2,
            seconds=None if self.seconds is None else self.seconds / 2,
        )


def searched(
    problem: Problem, tables: Tables, effort: Effort, *, upper_bound: int, first: tuple[int, ...] = ()
) -> tuple[Route | None, bool]:
    """The best route found, None without one, and whether the search was completed."""
    found = anneal(tables, seed=effort.seed, iterations=effort.iterations, seconds=effort.seconds, first=first)
    if found.nodes is None:
        return None, found.complete
    return timed_route(problem, tables, found.nodes, upper_bound=upper_bound), found.complete
