"""The best of all routes, for few candidates."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from routes.planner.bounds import Knapsack
from routes.planner.labels import COLUMNS, NODE, NONE, NOTHING, PARENT, Best, LabelRows, set_labels
from routes.planner.requirements import FAR
from routes.planner.subsets import new_sets
from routes.planner.tables import Tables

EXACT_CANDIDATES = 16
"""Up to this many candidates every subset is considered."""

TRIED_CANDIDATES = 18
"""Up to this many it is tried, as long as few labels are enough."""

MOST_ROWS, FEW_ROWS = 2_000_000, 250_000
"""Labels stored at most (36 bytes each, touched only when used); more, and the answer is not proved."""


@dataclass(frozen=True)
class ExactAnswer:
    """`nodes` in visiting order, or None when nothing beats the score given; `proved` unless labels were cut."""

    nodes: tuple[int, ...] | None
    score: int
    proved: bool
    labels: int


def exact(tables: Tables, knapsack: Knapsack, *, known_score: int = NOTHING, known_finish: int = FAR) -> ExactAnswer:
    """The route of highest score, the earliest finish among those found; only better ones than the known."""
    best = Best(*(np.array([value], dtype=np.int64) for value in (known_score, known_finish, NONE, 0)))
    rows: LabelRows = np.empty((most_rows(tables.n), COLUMNS), dtype=np.int32)
    must = sum(1 << (node - 1) for node in range(1, tables.n + 1) if tables.must[node])
    proved = set_labels(tables, knapsack, new_sets(tables, must), must, best, rows, known_score > NOTHING)
    label = int(best.label[0])
    nodes = None if label == NONE else path_of(rows, label)
    return ExactAnswer(nodes, int(best.score[0]), bool(proved), int(best.labels[0]))


def most_rows(candidates: int) -> int:
    """How many labels a search over so many candidates may store."""
    return MOST_ROWS if candidates <= EXACT_CANDIDATES else FEW_ROWS


def path_of(rows: LabelRows, label: int) -> tuple[int, ...]:
    """The nodes on the way to `label`, without the start."""
    nodes: list[int] = []
    while label > 0:
        nodes.append(int(rows[label, NODE]))
        label = int(rows[label, PARENT])
    return tuple(reversed(nodes))
