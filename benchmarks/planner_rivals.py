"""PyVRP and OR-Tools on orienteering instances, beside the planner, where they are installed.

`python -m benchmarks.planner_rivals [FILE...] [--solvers NAME...]` prints one JSON line for each solver; without files
the own instances are solved. A Python that has the rivals, numpy and numba is enough: no database is asked.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from benchmarks.optw import read
from routes.planner import Problem, solve_fleet

INSTANCES = Path(__file__).parent / "instances"
SECONDS = 1.0
SCALE = 10_000
"""A missed place costs the rivals its score times this, a second of travel 1: score first, time as a tie-break."""


def against_rivals(files: Sequence[Path] = (), solvers: Sequence[str] = ()) -> Iterator[dict[str, Any]]:
    """One line for each solver: its score of every instance at one second, one search each, and their sum."""
    known: dict[str, tuple[str, Callable[[Problem], int]]] = {
        "planner": ("routes", ours),
        "PyVRP": ("pyvrp", by_pyvrp),
        "OR-Tools": ("ortools", by_ortools),
    }
    problems = {path.stem: read(path) for path in files or sorted(INSTANCES.glob("*.txt"))}
    for name in solvers or known:
        module, solver = known[name]
        scores = {stem: solver(problem) for stem, problem in problems.items()} if find_spec(module) else {}
        told = {"score": sum(scores.values()), "scores": scores} if scores else {"score": "not installed"}
        yield {"name": f"{'named' if files else 'own'} instances at 1 s: {name}", **told}


def ours(problem: Problem) -> int:
    return sum(route.score for route in solve_fleet(problem, 1, seconds=SECONDS))


def by_pyvrp(problem: Problem) -> int:
    """Clients that may be left out, each with its score as prize (PyVRP 0.14)."""
    from pyvrp import Model  # type: ignore[import-not-found]
    from pyvrp.stop import MaxRuntime  # type: ignore[import-not-found]

    model, budget = Model(), problem.limits.budget_s or 0
    home = model.add_location(0, 0)
    model.add_depot(home)
    model.add_vehicle_type(1, tw_early=0, tw_late=budget)
    nodes = {0: home}
    for number, one in enumerate(problem.candidates, start=1):
        if not one.windows:
            continue
        nodes[number] = model.add_location(0, 0)
        model.add_client(
            nodes[number],
            service_duration=one.visit_s,
            tw_early=one.windows[0][0],
            tw_late=min(budget, one.windows[0][1]),
            prize=one.score * SCALE,
            required=False,
        )
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


def main(arguments: list[str]) -> None:
    """A line for each solver."""
    parser = argparse.ArgumentParser(prog="benchmarks.planner_rivals")
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--solvers", nargs="+", default=[])
    wishes = parser.parse_args(arguments)
    for line in against_rivals(wishes.files, wishes.solvers):
        print(json.dumps(line), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
