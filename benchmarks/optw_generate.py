"""Own orienteering instances in the public format: `python -m benchmarks.optw_generate FOLDER [--seed N]`.

Places at random, in clusters, or half of each; short days with narrow windows, long days with wide ones; 50 to 288
places. They were drawn before the solver was tuned, so that it could be tuned on nothing that others publish.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]
SIDE = 100


@dataclass(frozen=True)
class Kind:
    """What an instance is like: `spread` is random, clusters or mixed; times in the units of the square's side."""

    name: str
    spread: str
    places: int
    day: int
    window: tuple[int, int]  # shortest and longest
    visit: tuple[int, int]


KINDS = (
    Kind("own-random-short", "random", 100, 230, (10, 60), (10, 10)),
    Kind("own-clusters-short", "clusters", 100, 1236, (60, 240), (90, 90)),
    Kind("own-mixed-long", "mixed", 100, 960, (60, 480), (10, 10)),
    Kind("own-random-long", "random", 100, 1000, (120, 1000), (10, 10)),
    Kind("own-clusters-long", "clusters", 100, 3390, (160, 800), (90, 90)),
    Kind("pr-own-mixed-large", "mixed", 240, 1000, (90, 180), (1, 25)),
    Kind("pr-own-random-large", "random", 288, 1000, (180, 360), (1, 25)),
    Kind("pr-own-mixed-small", "mixed", 50, 1000, (90, 360), (1, 25)),
)


def main(arguments: list[str]) -> None:
    """Write one file for each kind."""
    parser = argparse.ArgumentParser(prog="benchmarks.optw_generate")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    wishes = parser.parse_args(arguments)
    wishes.folder.mkdir(parents=True, exist_ok=True)
    for number, kind in enumerate(KINDS):
        path = wishes.folder / f"{kind.name}-{wishes.seed}.txt"
        path.write_text("\n".join(lines(kind, np.random.default_rng((wishes.seed, number)))) + "\n")


def lines(kind: Kind, dice: np.random.Generator) -> Iterator[str]:
    """The instance as its file's lines: two of heading, the depot, the places."""
    points = positions(kind, dice)
    yield f"0 1 {kind.places} 1"
    yield f"{kind.day} 0"
    yield node_line(0, points[0], 0, 0, (0, kind.day))
    for number, point in enumerate(points[1:], start=1):
        visit = int(dice.integers(kind.visit[0], kind.visit[1] + 1))
        score = int(dice.integers(1, 41))
        yield node_line(number, point, visit, score, window(kind, point, points[0], visit, dice))


def positions(kind: Kind, dice: np.random.Generator) -> Points:
    """(places + 1, 2) the depot, near the middle, and the places, to two decimals."""
    clustered = {"random": 0, "clusters": kind.places, "mixed": kind.places // 2}[kind.spread]
    centres = dice.uniform(0, SIDE, (max(3, kind.places // 12), 2))
    near = centres[dice.integers(len(centres), size=clustered)] + dice.normal(0, 4, (clustered, 2))
    anywhere = dice.uniform(0, SIDE, (kind.places - clustered, 2))
    depot = dice.uniform(0.35 * SIDE, 0.65 * SIDE, (1, 2))
    return np.concatenate((depot, near, anywhere)).astype(np.float64).round(2)


def window(kind: Kind, point: Points, depot: Points, visit: int, dice: np.random.Generator) -> tuple[int, int]:
    """Opening and closing time, such that the place alone can be visited from the depot."""
    way = int(np.hypot(*(point - depot))) + 1
    latest = kind.day - way - visit
    width = int(dice.integers(kind.window[0], kind.window[1] + 1))
    middle = int(dice.integers(way, max(way + 1, latest)))
    opens = max(0, min(middle - width // 2, latest - 1))
    return opens, max(opens + 1, min(opens + width, latest))


def node_line(number: int, point: Points, visit: int, score: int, opening: tuple[int, int]) -> str:
    """number x y visit score frequency combinations opens closes"""
    return f"{number} {point[0]:.2f} {point[1]:.2f} {visit} {score} 0 0 {opening[0]} {opening[1]}"


if __name__ == "__main__":
    main(sys.argv[1:])
