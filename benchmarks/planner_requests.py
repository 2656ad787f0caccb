"""Random requests to the planner, and what the independent checker says of the answers.

`python -m benchmarks.planner_requests --seed 1 --requests 1000` prints one JSON line; the same seed asks the same.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "geo.settings")
django.setup()

from django.contrib.auth.models import AnonymousUser  # noqa: E402

from routes.planner import check, check_groups, warm  # noqa: E402
from routes.planning import PlanRefused, PlanRequest  # noqa: E402
from routes.planning.errors import BrokenRoute  # noqa: E402
from routes.planning.grouping import crowd_of  # noqa: E402
from routes.planning.plan import solved, solved_groups  # noqa: E402
from routes.planning.question import Question, question_of  # noqa: E402
from routes.planning.world import World, load_world  # noqa: E402

DEPARTURES = ("2027-01-20T09:00:00+07:00", "2027-01-23T13:00:00+07:00", "2027-11-06T08:00:00+07:00")
PIECE = 1_000
"""Requests of one seed, in one process."""


@dataclass(frozen=True)
class Took:
    """What a trial took: on the clock, and of this process's processor time, which a busy machine disturbs less."""

    wall_s: float
    cpu_s: float


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
    wish |= {"must": dice.sample(sorted(world.spaces), dice.choice([0, 0, 0, 0, 0, 0, 1, 2]))}
    wish |= {"avoid": dice.sample(sorted(world.spaces), dice.choice([0, 0, 3]))}
    wish |= {"outcomes": dice.sample(outcomes_of(world), 1)} if dice.random() < 0.1 and outcomes_of(world) else {}
    wish |= {"needs": ["mobility-impaired"]} if dice.random() < 0.1 and "mobility-impaired" in world.age_groups else {}
    return wish | ({"groups": dice.randint(2, 4), "people": dice.randint(20, 120)} if dice.random() < 0.1 else {})


def outcomes_of(world: World) -> list[str]:
    """The outcomes that some space names."""
    return sorted({code for space in world.spaces.values() for code in space.row.outcomes})


def asked(wish: dict[str, Any], world: World) -> Question | None:
    try:
        return question_of(PlanRequest.from_json(wish), world)
    except PlanRefused:
        return None


def faults_of(wish: dict[str, Any], world: World) -> int | None:
    """Violations of an answer, None without one; those that planning itself finds it refuses to give out."""
    question = asked(wish, world)
    try:
        if question is None:
            return None
        if question.request.groups > 1:
            crowd = crowd_of(question.request, question.stops)
            return len(check_groups(question.problem, solved_groups(question), crowd.sizes, crowd.room))
        return sum(len(check(question.problem, route)) for route in solved(question).routes)
    except PlanRefused:
        return None
    except BrokenRoute:
        print(f"A rule is broken: {json.dumps(wish)}", file=sys.stderr)
        return 1


def piece(seed: int, requests: int, world: World) -> dict[str, Any]:
    """So many requests: how many were answered, what was found wrong, and the processor time of each."""
    dice = random.Random(seed)
    told = [timed(partial(faults_of, random_wish(dice, world), world)) for _ in range(requests)]
    faults = [found for _, found in told if found is not None]
    cpu_ms = [round(1000 * took.cpu_s) for took, _ in told]
    return {"seed": seed, "requests": requests, "answered": len(faults), "violations": sum(faults), "cpu_ms": cpu_ms}


def checked(requests: int, jobs: int) -> dict[str, Any]:
    """The pieces of so many requests, in as many processes at once, added up."""
    counts = [min(PIECE, requests - first) for first in range(0, requests, PIECE)]
    with ThreadPoolExecutor(jobs) as pool:
        pieces = list(pool.map(apart, range(1, len(counts) + 1), counts))
    seconds = [ms / 1000 for one in pieces for ms in one["cpu_ms"]]
    return {
        "name": "random requests, checked",
        **{name: sum(one[name] for one in pieces) for name in ("requests", "answered", "violations")},
        "seeds": [one["seed"] for one in pieces],
        **{f"cpu_{name}_ms": milliseconds(seconds, share) for name, share in SHARES},
    }


def apart(seed: int, requests: int) -> dict[str, Any]:
    """One piece in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.planner_requests", "--seed", str(seed), "--requests", str(requests)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def main(arguments: list[str]) -> None:
    """One piece, printed."""
    parser = argparse.ArgumentParser(prog="benchmarks.planner_requests")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--requests", type=int, default=PIECE)
    wishes = parser.parse_args(arguments)
    warm()
    print(json.dumps(piece(wishes.seed, wishes.requests, load_world(AnonymousUser()))))


if __name__ == "__main__":
    main(sys.argv[1:])
