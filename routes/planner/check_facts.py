"""What the independent checker reads off a route before it judges: its legs and stays, and how it tells a fault."""

from __future__ import annotations

from dataclasses import dataclass

from routes.planner.problem import Problem, Route


@dataclass(frozen=True)
class Violation:
    """A broken rule: its code, where (a candidate id, `start`, `end` or `route`) and the figures."""

    code: str
    where: str
    detail: str


@dataclass(frozen=True)
class Leg:
    """One move of the route, with the matrices' figures for it."""

    to: str
    travel_s: int
    walk_m: int
    ride_m: int
    cost: int

    @property
    def ridden(self) -> bool:
        return self.ride_m > 0


def legs_of(problem: Problem, route: Route) -> list[Leg]:
    """The moves from the start over all stops to the end."""
    number = {candidate.id: index + 1 for index, candidate in enumerate(problem.candidates)}
    nodes = [0, *(number[visit.id] for visit in route.stops), len(problem.candidates) + 1]
    names = [*(visit.id for visit in route.stops), "end"]
    return [
        Leg(
            name,
            int(problem.travel_s[a, b]),
            int(problem.walk_m[a, b]),
            int(problem.ride_m[a, b]),
            0 if problem.cost is None else int(problem.cost[a, b]),
        )
        for name, a, b in zip(names, nodes, nodes[1:], strict=False)
    ]


def visit_seconds(problem: Problem) -> dict[str, int]:
    return {candidate.id: candidate.visit_s for candidate in problem.candidates}
