"""The public orienteering benchmark with time windows: `python -m benchmarks.optw FILE... --seconds S --seed N`.

Prints one JSON line per instance: its name, the score, the route without the depot in visiting order, and the
seconds from opening the file to the answer. With `--routes M` a team of M routes shares the places (TOPTW); `route`
is then a list of M routes. `--keep FILE` writes the lines, with each file's sha256 and the seed, as one JSON list.
Instances: Righini & Salani 2009, Montemanni & Gambardella 2009 and others, as published by
KU Leuven; travel times are Euclidean, truncated to tenths, in the pr instances to hundredths, and computed in
integers, because floating point can flip a feasibility test.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import isqrt
from pathlib import Path

import numpy as np

from routes.planner import Candidate, Limits, Problem, Route, check_fleet, solve_fleet
from routes.planner.warming import warm

MOST_SEARCHES = 4

PREPARATION_S = 0.06
"""What the solver needs before and after its search: shortest ways over 288 places, timing, the check."""

HUNDREDTHS = 100
"""Coordinates are given to two decimals."""


@dataclass(frozen=True)
class Node:
    """One line of an instance: coordinates in hundredths, the rest in units of the instance's clock."""

    id: str
    x: int
    y: int
    visit: int
    score: int
    opens: int
    closes: int


def read(path: Path) -> Problem:
    """The instance as a problem; its clock ticks in tenths, for pr instances in hundredths."""
    lines = [line.split() for line in path.read_text().splitlines() if line.strip()]
    count = int(lines[0][2])
    ticks = 100 if path.stem.startswith("pr") else 10
    nodes = [node(fields, ticks) for fields in lines[2 : count + 3]]
    return problem_of(nodes, ticks)


def node(fields: list[str], ticks: int) -> Node:
    """A node from its line; the window stands in the last two fields, whatever stands before them."""
    x, y, visit, score = (Decimal(field) for field in fields[1:5])
    return Node(
        id=fields[0],
        x=int(x * HUNDREDTHS),
        y=int(y * HUNDREDTHS),
        visit=int(visit * ticks),
        score=int(score),
        opens=int(Decimal(fields[-2]) * ticks),
        closes=int(Decimal(fields[-1]) * ticks),
    )


def problem_of(nodes: list[Node], ticks: int) -> Problem:
    """The first node is the depot: start, end, departure and budget."""
    depot, places = nodes[0], nodes[1:]
    candidates = tuple(candidate(place, depot.opens) for place in places)
    travel = travel_ticks([depot, *places, depot], ticks)
    nowhere = np.zeros_like(travel)
    return Problem(candidates, travel, nowhere, nowhere, Limits(budget_s=depot.closes - depot.opens))


def candidate(place: Node, departure: int) -> Candidate:
    """The place with its window counted from the departure; closed when the window ends before it."""
    window = (max(0, place.opens - departure), place.closes - departure)
    return Candidate(place.id, place.score, place.visit, (window,) if window[0] <= window[1] else ())


def travel_ticks(nodes: list[Node], ticks: int) -> np.ndarray[tuple[int, int], np.dtype[np.int64]]:
    """Euclidean distances between all nodes, truncated to whole ticks."""
    scale = HUNDREDTHS // ticks
    return np.array(
        [[isqrt((a.x - b.x) ** 2 + (a.y - b.y) ** 2) // scale for b in nodes] for a in nodes], dtype=np.int64
    )


def answer(path: Path, *, seconds: float, seed: int, routes: int = 1) -> dict[str, object]:
    """The line to print; the routes are checked first. Reading and preparing count as part of the seconds."""
    began = time.perf_counter()
    problem = read(path)
    left = max(0.01, seconds - (time.perf_counter() - began) - PREPARATION_S)
    found = solve_fleet(problem, routes, seed=seed, seconds=left, searches=searches())
    took = time.perf_counter() - began
    require_sound(problem, found)
    ids = [list(route.ids) for route in found]
    score = sum(route.score for route in found)
    return {"instance": path.stem, "score": score, "route": ids[0] if routes == 1 else ids, "seconds": round(took, 3)}


def searches() -> int:
    """Side by side: as many as there are processors, at most four."""
    return max(1, min(MOST_SEARCHES, len(os.sched_getaffinity(0))))


def require_sound(problem: Problem, routes: Sequence[Route]) -> None:
    """Stop the benchmark when the independent checker finds a fault."""
    violations = check_fleet(problem, routes)
    if violations:
        raise SystemExit(f"The solver's route breaks a rule: {violations}")


def main(arguments: list[str]) -> None:
    """Read the command line, solve each instance, print a line for each."""
    parser = argparse.ArgumentParser(prog="benchmarks.optw", description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--seconds", type=float, default=1.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--routes", type=int, default=1)
    parser.add_argument("--keep", type=Path)
    wishes = parser.parse_args(arguments)
    warm()
    kept = []
    for path in wishes.files:
        line = answer(path, seconds=wishes.seconds, seed=wishes.seed, routes=wishes.routes)
        print(json.dumps(line), flush=True)
        kept.append({**line, "seed": wishes.seed, "sha256": hashlib.sha256(path.read_bytes()).hexdigest()})
    if wishes.keep:
        wishes.keep.write_text("[\n" + ",\n".join(json.dumps(line) for line in kept) + "\n]\n")


if __name__ == "__main__":
    main(sys.argv[1:])
