"""The planner on real data and on a city of 5 000 places: `python -m benchmarks.planner [--requests N] [--full]`.

Prints one line for each measure beside its goal. Everything is asked over the service's own code, from the bytes of a
request to the bytes of its answer, in a transaction that is rolled back: nothing of it stays. `--full` sends the 10 000
random requests of the claim "no violations", in `--jobs` processes, and keeps what was measured; PyVRP and OR-Tools
solve the own instances where they are installed.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any
from unittest.mock import patch

from benchmarks.planner_requests import SHARES, Took, asked, checked, milliseconds, random_wish, timed

# isort: split
from django.contrib.auth.models import AnonymousUser
from django.db import transaction
from django.test import Client

from benchmarks.planner_city import build_city
from benchmarks.planner_rivals import against_rivals
from routes.planner import NoFeasibleItinerary, solve, warm
from routes.planner.reduction import restricted
from routes.planning.world import World, load_world, read_world

RESULTS = Path(__file__).parent / "results" / "planner.json"
PLAN = "/api/routes/plan"
SMALL = 16
EXACT_GOAL_S, REQUEST_GOAL_S = 0.1, 0.5


@dataclass(frozen=True)
class Measured:
    """One measure: what each trial took, what else was counted, and the goal for the 95th percentile."""

    name: str
    trials: list[Took]
    goal_s: float
    notes: str = ""

    def as_json(self) -> dict[str, Any]:
        wall, cpu = [one.wall_s for one in self.trials], [one.cpu_s for one in self.trials]
        return {
            "name": self.name,
            "trials": len(self.trials),
            **{f"cpu_{name}_ms": milliseconds(cpu, share) for name, share in SHARES},
            **{f"wall_{name}_ms": milliseconds(wall, share) for name, share in SHARES},
            "goal_p95_ms": round(1000 * self.goal_s),
            "notes": self.notes,
        }


def proofs(world: World, dice: random.Random, trials: int) -> Measured:
    """Sixteen candidates of real requests, proved."""
    seconds: list[Took] = []
    proved = 0
    while len(seconds) < trials:
        question = asked(random_wish(dice, world) | {"groups": 1, "minutes": None, "mode": "auto"}, world)
        if question and len(question.problem.candidates) >= SMALL:
            small = restricted(question.problem, dice.sample(question.problem.candidates, SMALL))
            small = replace(small, must=frozenset())
            with suppress(NoFeasibleItinerary):  # none of the sixteen may be within reach
                took, found = timed(partial(solve, small))
                seconds.append(took)
                proved += found.best.proved_optimal
    return Measured("16 candidates proved", seconds, EXACT_GOAL_S, f"{proved} of {trials} proved")


def whole_requests(name: str, world: World, dice: random.Random, trials: int) -> Measured:
    """From the bytes of a POST to the bytes of its answer, alternatives and reasons included."""
    client, seconds, served = Client(SERVER_NAME="localhost"), [], 0
    for _ in range(trials):
        body = json.dumps(random_wish(dice, world))
        took, response = timed(partial(client.post, PLAN, body, content_type="application/json"))
        if response.status_code >= 500:
            raise SystemExit(f"{response.status_code} for {body}")
        seconds.append(took)
        served += response.status_code == 200
    return Measured(name, seconds, REQUEST_GOAL_S, f"{served} of {trials} answered with a route")


def measures(requests: int, trials: int, jobs: int) -> Iterator[dict[str, Any]]:
    dice, world = random.Random(1), load_world(AnonymousUser())
    yield proofs(world, dice, trials).as_json()
    yield whole_requests("whole request, real data", world, dice, trials).as_json()
    yield checked(requests, jobs)
    yield from (measured.as_json() for measured in in_a_city(dice, max(20, trials // 2)))
    yield from against_rivals()


def in_a_city(dice: random.Random, trials: int) -> Iterator[Measured]:
    """As everybody finds it, with what is planned from in memory; and as the first does after something changed."""
    with transaction.atomic():
        build_city(places=5_000, seed=1)
        city = read_world()
        with patch("routes.planning.world.known_world", return_value=city):  # no transaction trusts its own counters
            yield whole_requests("whole request, city of 5 000 places", city, dice, trials)
        yield whole_requests("whole request, city of 5 000 places, all read anew", city, dice, trials)
        transaction.set_rollback(True)


def main(arguments: list[str]) -> None:
    """Measure, print, keep."""
    parser = argparse.ArgumentParser(prog="benchmarks.planner")
    parser.add_argument("--requests", type=int, default=300)
    parser.add_argument("--trials", type=int, default=60)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--full", action="store_true")
    wishes = parser.parse_args(arguments)
    warm()
    lines = []
    for line in measures(10_000 if wishes.full else wishes.requests, wishes.trials, wishes.jobs):
        lines.append(json.dumps(line))
        print(lines[-1], flush=True)
    if wishes.full:
        RESULTS.write_text("[\n" + ",\n".join(lines) + "\n]\n")


if __name__ == "__main__":
    main(sys.argv[1:])
