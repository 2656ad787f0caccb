"""The planner on real data and on a city of 5 000 places: `python -m benchmarks.planner [--requests N] [--full]`.

Prints one line for each measure beside its goal. Everything is asked over the service's own code, from the bytes of a
request to the bytes of its answer, in a transaction that is rolled back: nothing of it stays. `--full` sends the 10 000
random requests of the claim "no violations"; PyVRP and OR-Tools solve the own instances where they are installed.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "geo.settings")
django.setup()

from django.contrib.auth.models import AnonymousUser  # noqa: E402
from django.db import transaction  # noqa: E402
from django.test import Client  # noqa: E402

from benchmarks.planner_city import build_city  # noqa: E402
from benchmarks.planner_rivals import against_rivals  # noqa: E402
from routes.planner import NoFeasibleItinerary, check, solve  # noqa: E402
from routes.planner.reduction import restricted  # noqa: E402
from routes.planner.warming import warm  # noqa: E402
from routes.planning import PlanRefused, PlanRequest  # noqa: E402
from routes.planning.plan import solved, solved_groups  # noqa: E402
from routes.planning.question import Question, question_of  # noqa: E402
from routes.planning.world import World, load_world  # noqa: E402

RESULTS = Path(__file__).parent / "results" / "planner.json"
PLAN = "/api/routes/plan"
SMALL = 16
EXACT_GOAL_S, REQUEST_GOAL_S = 0.1, 0.5
DEPARTURES = ("2027-01-20T09:00:00+07:00", "2027-01-23T13:00:00+07:00", "2027-11-06T08:00:00+07:00")


@dataclass(frozen=True)
class Took:
    """What a trial took: on the clock, and of this process's processor time, which a busy machine disturbs less."""

    wall_s: float
    cpu_s: float


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


SHARES = (("p50", 0.5), ("p95", 0.95))


def milliseconds(seconds: list[float], share: float) -> int:
    """The quantile."""
    return round(1000 * sorted(seconds)[min(len(seconds) - 1, int(share * len(seconds)))])


def timed(act: Callable[[], Any]) -> tuple[Took, Any]:
    wall, cpu = time.perf_counter(), time.process_time()
    done = act()
    return Took(time.perf_counter() - wall, time.process_time() - cpu), done


def random_wish(dice: random.Random, world: World) -> dict[str, Any]:
    """A request with any of the wishes."""
    ages = [one.id for one in world.age_groups.values() if not one.is_modifier]
    wish: dict[str, Any] = {
        "party": dice.sample(ages, dice.choice([1, 1, 1, 2])),
        "depart": dice.choice(DEPARTURES),
        "start": dice.choice(sorted(world.gateways)),
        "minutes": dice.choice([None, 60, 120, 180, 300, 480]),
        "mode": dice.choice(["auto", "auto", "auto", "walk", "vehicle"]),
        "access": dice.choice(["any", "any", "any", "prefer"]),
        "themes": dice.sample(sorted(world.themes), dice.choice([0, 0, 1, 3])),
        "end": dice.choice([None, None, "open", dice.choice(sorted(world.gateways))]),
        "seed": dice.randrange(2**31),
    }
    wish |= {"most_of_a_kind": dice.choice([None, None, 1, 2]), "most_wait_minutes": dice.choice([None, None, 0, 15])}
    wish |= {"needs": ["mobility-impaired"]} if dice.random() < 0.1 and "mobility-impaired" in world.age_groups else {}
    return wish | ({"groups": dice.randint(2, 4), "people": dice.randint(20, 120)} if dice.random() < 0.1 else {})


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


def asked(wish: dict[str, Any], world: World) -> Question | None:
    try:
        return question_of(PlanRequest.from_json(wish), world)
    except PlanRefused:
        return None


def violations(world: World, dice: random.Random, count: int) -> Measured:
    """Random requests: what the checker says of every route of every answer."""
    seconds, faults, answered = [], 0, 0
    for _ in range(count):
        took, found = timed(partial(faults_of, random_wish(dice, world), world))
        seconds.append(took)
        answered += found is not None
        faults += found or 0
    notes = f"{faults} violations in {count} random requests, {answered} of them answered"
    return Measured("random requests, checked", seconds, REQUEST_GOAL_S, notes)


def faults_of(wish: dict[str, Any], world: World) -> int | None:
    """Violations of an answer, None without one; the planning module itself refuses to give out any."""
    question = asked(wish, world)
    try:
        if question is None:
            return None
        routes = solved_groups(question) if question.request.groups > 1 else solved(question).routes
    except PlanRefused:
        return None
    return sum(len(check(question.problem, route)) for route in routes)


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


def measures(requests: int, trials: int) -> Iterator[Measured]:
    dice, world = random.Random(1), load_world(AnonymousUser())
    yield proofs(world, dice, trials)
    yield whole_requests("whole request, real data", world, dice, trials)
    yield violations(world, dice, requests)
    with transaction.atomic():
        build_city(places=5_000, seed=1)
        city = load_world(AnonymousUser())
        yield whole_requests("whole request, city of 5 000 places", city, dice, max(10, trials // 2))
        transaction.set_rollback(True)


def main(arguments: list[str]) -> None:
    """Measure, print, keep."""
    parser = argparse.ArgumentParser(prog="benchmarks.planner")
    parser.add_argument("--requests", type=int, default=300)
    parser.add_argument("--trials", type=int, default=60)
    parser.add_argument("--full", action="store_true")
    wishes = parser.parse_args(arguments)
    warm()
    lines = []
    for measured in measures(10_000 if wishes.full else wishes.requests, wishes.trials):
        lines.append(measured.as_json())
        print(json.dumps(lines[-1]), flush=True)
    for line in against_rivals():
        lines.append(line)
        print(json.dumps(line), flush=True)
    RESULTS.write_text("[\n" + ",\n".join(json.dumps(line) for line in lines) + "\n]\n")


if __name__ == "__main__":
    main(sys.argv[1:])
