"""PyVRP and OR-Tools on the own orienteering instances, beside the planner, where they are installed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from benchmarks.optw import read
from routes.planner import Problem, solve_fleet

INSTANCES = Path(__file__).parent / "instances"
SECONDS = 1.0
SCALE = 10_000
"""A missed place costs the rivals its score times this, a second of travel 1: score first, time as a tie-break."""


def against_rivals() -> Iterator[dict[str, Any]]:
    """One line for each solver: the sum of its scores over all own instances at one second, one search each."""
    solvers: list[tuple[str, str, Callable[[Problem], int]]] = [
        ("planner", "routes", ours),
        ("PyVRP", "pyvrp", by_pyvrp),
        ("OR-Tools", "ortools", by_ortools),
    ]
    problems = [read(path) for path in sorted(INSTANCES.glob("*.txt"))]
    for name, module, solver in solvers:
        scores = [solver(problem) for problem in problems] if find_spec(module) else None
        yield {"name": f"own instances at 1 s: {name}", "score": sum(scores) if scores else "not installed"}


def ours(problem: Problem) -> int:
    return sum(route.score for route in solve_fleet(problem, 1, seconds=SECONDS))


def by_pyvrp(problem: Problem) -> int:
    """Clients that may be left out, each with its score as prize."""
    from pyvrp import Model  # type: ignore[import-not-found]
    from pyvrp.stop import MaxRuntime  # type: ignore[import-not-found]

    model, budget = Model(), problem.limits.budget_s or 0
    depot = model.add_depot(0, 0)
    model.add_vehicle_type(1, tw_early=0, tw_late=budget)
    open_ones = [number for number, one in enumerate(problem.candidates, 1) if one.windows]
    places = {
        number: model.add_client(
            0,
            0,
            service_duration=problem.candidates[number - 1].visit_s,
            tw_early=problem.candidates[number - 1].windows[0][0],
            tw_late=min(budget, problem.candidates[number - 1].windows[0][1]),
            prize=problem.candidates[number - 1].score * SCALE,
            required=False,
        )
        for number in open_ones
    }
    nodes = {0: depot, **places}
    for origin, start in nodes.items():
        for target, end in nodes.items():
            travel = int(problem.travel_s[origin, target])
            model.add_edge(start, end, distance=travel, duration=travel)
    best = model.solve(stop=MaxRuntime(SECONDS), seed=1, display=False).best
    return int(best.prizes() // SCALE) if best.is_feasible() else 0


def by_ortools(problem: Problem) -> int:
    """Guided local search with a penalty for each place left out."""
    from ortools.constraint_solver import pywrapcp, routing_enums_pb2  # type: ignore[import-not-found]

    n, budget = len(problem.candidates), problem.limits.budget_s or 0
    manager = pywrapcp.RoutingIndexManager(n + 1, 1, 0)
    routing = pywrapcp.RoutingModel(manager)
    stay = [0, *(one.visit_s for one in problem.candidates)]

    def seconds(origin: int, target: int) -> int:
        a, b = manager.IndexToNode(origin), manager.IndexToNode(target)
        return int(problem.travel_s[a, b]) + int(stay[a])

    transit = routing.RegisterTransitCallback(seconds)
    routing.SetArcCostEvaluatorOfAllVehicles(transit)
    routing.AddDimension(transit, budget, budget, False, "time")
    time = routing.GetDimensionOrDie("time")
    for number, one in enumerate(problem.candidates, start=1):
        index = manager.NodeToIndex(number)
        routing.AddDisjunction([index], one.score * SCALE)
        if one.windows:
            time.CumulVar(index).SetRange(one.windows[0][0], min(budget, one.windows[0][1]))
        else:
            routing.VehicleVar(index).SetValue(-1)
    wishes = pywrapcp.DefaultRoutingSearchParameters()
    wishes.first_solution_strategy = routing_enums_pb2.FirstSolutionStrategy.PATH_CHEAPEST_ARC
    wishes.local_search_metaheuristic = routing_enums_pb2.LocalSearchMetaheuristic.GUIDED_LOCAL_SEARCH
    wishes.time_limit.FromMilliseconds(int(SECONDS * 1000))
    found = routing.SolveWithParameters(wishes)
    if not found:
        return 0
    visited = [
        number
        for number in range(1, n + 1)
        if found.Value(routing.NextVar(manager.NodeToIndex(number))) != manager.NodeToIndex(number)
    ]
    return sum(problem.candidates[number - 1].score for number in visited)
