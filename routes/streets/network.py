"""A street network as arrays, made once from its edges and shared by every question about it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import astuple, dataclass, fields
from functools import cached_property
from pathlib import Path
from typing import Self

import numpy as np
import shapely
from numpy.typing import NDArray

from routes.streets.profiles import BIT
from routes.streets.spheroid import segments_m, to_plane
from routes.streets.traits import Traits
from routes.streets.ways import Edge, Turn

TRAITS_FILE = "traits.json"


@dataclass(frozen=True, eq=False)
class Network:
    """E edges between N nodes numbered from 0; P positions in all.

    `lonlat` (P, 2) holds the lines one after the other, edge e from `first[e]` to `first[e + 1]`; WGS 84 degrees.
    `reached_m` (P,) are the metres from the start of each position's edge, along it, on the spheroid.
    `origin`, `destination` and `trait` are (E,); `traits` are the different ones. `turns` (T, 4) are those that signs
    forbid: from edge, over node, into edge, and to whom (a mask of profiles).
    """

    origin: NDArray[np.int32]
    destination: NDArray[np.int32]
    trait: NDArray[np.int32]
    first: NDArray[np.int64]
    lonlat: NDArray[np.float64]
    reached_m: NDArray[np.float64]
    turns: NDArray[np.int64]
    traits: tuple[Traits, ...]

    @classmethod
    def of(cls, edges: Sequence[Edge], turns: Sequence[Turn] = ()) -> Self:
        """The network of these edges."""
        numbers: dict[Traits, int] = {}
        trait = [numbers.setdefault(edge.traits, len(numbers)) for edge in edges]
        sizes = np.array([len(edge.lonlat) for edge in edges], dtype=np.int64)
        lines = [np.concatenate([[0.0], np.cumsum(segments_m(edge.lonlat))]) for edge in edges]
        return cls(
            origin=np.array([edge.origin for edge in edges], dtype=np.int32),
            destination=np.array([edge.destination for edge in edges], dtype=np.int32),
            trait=np.array(trait, dtype=np.int32),
            first=np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64),
            lonlat=np.vstack([np.zeros((0, 2)), *(edge.lonlat for edge in edges)]),
            reached_m=np.concatenate([np.zeros(0), *lines]),
            turns=np.array([astuple(turn) for turn in turns], dtype=np.int64).reshape(-1, 4),
            traits=tuple(numbers),
        )

    @property
    def edges(self) -> int:
        return len(self.origin)

    @cached_property
    def nodes(self) -> int:
        """One more than the greatest node number."""
        return int(max(self.origin.max(), self.destination.max())) + 1 if self.edges else 0

    @cached_property
    def metres(self) -> NDArray[np.float64]:
        """(E,) length of each edge."""
        length: NDArray[np.float64] = self.reached_m[self.first[1:] - 1]
        return length

    def of_trait(self, name: str) -> NDArray[np.int64]:
        """(E,) a number of the traits: `forward`, `backward` or `speed_kmh`."""
        values = np.array([getattr(one, name) for one in self.traits], dtype=np.int64)
        return values[self.trait] if self.edges else values[:0]

    def open_to(self, profile: str) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
        """(E,), (E,) whether the profile may go along each edge, and against it."""
        bit = BIT[profile]
        return (self.of_trait("forward") & bit) > 0, (self.of_trait("backward") & bit) > 0

    def traits_at(self, edge: int) -> Traits:
        return self.traits[int(self.trait[edge])]

    def ends(self, edge: int) -> tuple[int, int]:
        """The nodes of an edge."""
        return int(self.origin[edge]), int(self.destination[edge])

    @cached_property
    def _arms(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Edge numbers sorted by the nodes they end at, and those nodes."""
        nodes = np.concatenate([self.origin, self.destination]).astype(np.int64)
        order = np.argsort(nodes, kind="stable")
        return order % max(1, self.edges), nodes[order]

    def meeting(self, node: int) -> list[int]:
        """The edges that end at a node."""
        edges, nodes = self._arms
        first, last = np.searchsorted(nodes, [node, node + 1])
        return sorted(set(edges[first:last].tolist()))

    def line(self, edge: int) -> NDArray[np.float64]:
        """(n, 2) positions of an edge."""
        return self.lonlat[self.first[edge] : self.first[edge + 1]]

    def reached(self, edge: int) -> NDArray[np.float64]:
        """(n,) metres from the edge's start at each of its positions."""
        return self.reached_m[self.first[edge] : self.first[edge + 1]]

    @cached_property
    def tree(self) -> shapely.STRtree:
        """All edges, on the plane of `to_plane`."""
        return shapely.STRtree(self.lines_in_plane(np.arange(self.edges)))

    def lines_in_plane(self, edges: NDArray[np.intp]) -> NDArray[np.object_]:
        """The lines of some edges on the plane of `to_plane`."""
        sizes = np.diff(self.first)[edges]
        within = np.arange(sizes.sum()) - np.repeat(np.cumsum(sizes) - sizes, sizes)
        rows = np.repeat(self.first[:-1][edges], sizes) + within
        lines = shapely.linestrings(to_plane(self.lonlat[rows]), indices=np.repeat(np.arange(len(edges)), sizes))
        return np.asarray(lines, dtype=np.object_)

    def save(self, folder: Path) -> None:
        """The arrays as files that `load` maps into memory."""
        for name in ARRAYS:
            np.save(folder / f"{name}.npy", getattr(self, name))
        rows = [{field.name: getattr(one, field.name) for field in fields(Traits)} for one in self.traits]
        (folder / TRAITS_FILE).write_text(json.dumps(rows, ensure_ascii=False), encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> Self:
        """The network of a folder; the arrays are read when used and shared between processes."""
        rows = json.loads((folder / TRAITS_FILE).read_text(encoding="utf-8"))
        arrays = {name: np.load(folder / f"{name}.npy", mmap_mode="r", allow_pickle=False) for name in ARRAYS}
        return cls(**arrays, traits=tuple(Traits(**row) for row in rows))


ARRAYS = ("origin", "destination", "trait", "first", "lonlat", "reached_m", "turns")
