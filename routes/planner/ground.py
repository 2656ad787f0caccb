"""The tables as the search reads them: gaps passable, worth in its own points, neighbours by nearness."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from routes.planner.bounds import cheapest_pairs
from routes.planner.requirements import FAR, IntMatrix, IntVector
from routes.planner.tables import Tables


class Ground(NamedTuple):
    """The tables with gaps passable, and the worth of things in the search's own points."""

    t: Tables
    broken: IntMatrix  # (N, N) 1 where a leg is broken
    gaps: bool  # whether any leg is, those to itself aside
    single: bool  # whether nobody opens twice
    plain: bool  # nothing but windows and walking to keep: an insertion is known by its neighbours
    worth: IntVector  # (N,) score, plus `heavy` for a must-stop
    heavy: int  # more than all scores together
    least: IntVector  # (N,) seconds that any insertion of a candidate takes up: its visit, the shortest legs in and out
    near: IntMatrix  # (n, n) candidates by travel time from each candidate, itself first
    into: IntMatrix  # (N, N) travel seconds, the row is the destination: what one insertion reads lies together


def ground_of(tables: Tables) -> Ground:
    """The search's view of the problem."""
    gap = tables.travel >= FAR
    passable = tables._replace(
        travel=np.where(gap, tables.path, tables.travel),
        walk=np.where(gap, np.minimum(tables.path_walk, FAR), tables.walk),
        ridden=tables.ridden | gap,
    )
    heavy = int(tables.score.sum() + tables.gains.sum() + tables.hot.sum() + tables.cost.max(axis=0).sum()) + 1
    return Ground(
        t=passable,
        broken=gap.astype(np.int64),
        gaps=bool((gap[:-1, 1:] & ~np.eye(len(gap), dtype=np.bool_)[:-1, 1:]).any()),
        single=tables.opens.shape[1] == 1,
        plain=not tables.clocks and not tables.costly and tables.max_wait >= FAR,
        worth=tables.score + heavy * tables.must,
        heavy=heavy,
        least=tables.visit + cheapest_pairs(passable.travel),
        near=np.argsort(passable.travel[1:-1, 1:-1] + own_first(tables.n), axis=1, kind="stable") + 1,
        into=np.ascontiguousarray(passable.travel.T),
    )


def own_first(n: int) -> IntMatrix:
    """(n, n) what to add so that each candidate is nearest to itself."""
    return np.diag(np.full(n, -2 * FAR, dtype=np.int64))
