"""Ways in pieces: cut where they meet, and with a short closed stretch beside each point that is closed to somebody."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import count, pairwise

import numpy as np
from numpy.typing import NDArray

from routes.streets.barriers import PointRule
from routes.streets.profiles import ON_FOOT
from routes.streets.spheroid import segments_m
from routes.streets.tag_rules import ROADS
from routes.streets.traits import Traits
from routes.streets.ways import Edge, FloatArray, Way

STUB_M = 0.5  # so short that nobody is measured wrong, so long that it is a line
Rules = Mapping[int, PointRule]


def cut(ways: Sequence[Way], rules: Rules) -> Iterator[Edge]:
    """Each way in pieces between the nodes that matter, each piece with its stubs."""
    ways = one_key_a_place(ways)
    new_nodes = count(-(2**62), -1)  # keys that no source uses
    for way, stops in zip(ways, stops_of(ways, rules), strict=True):
        for first, last in pairwise(stops):
            line = distinct(way.lonlat[first : last + 1])
            if len(line) > 1:
                piece = Edge(int(way.nodes[first]), int(way.nodes[last]), line, way.traits, way.source_id)
                yield from with_stubs(piece, rules, new_nodes)


def stops_of(ways: Sequence[Way], rules: Rules) -> Iterator[NDArray[np.intp]]:
    """For each way the positions at which it is cut: its ends, nodes used more than once, nodes with a rule."""
    if not ways:
        return
    nodes = np.concatenate([way.nodes for way in ways])
    _, place, used = np.unique(nodes, return_inverse=True, return_counts=True)
    matters = (used > 1)[place] | np.isin(nodes, np.array(sorted(rules), dtype=np.int64))
    offset = 0
    for way in ways:
        here = matters[offset : offset + len(way.nodes)]
        here[[0, -1]] = True
        offset += len(way.nodes)
        yield np.flatnonzero(here)


def one_key_a_place(ways: Sequence[Way]) -> list[Way]:
    """The ways, with one key where a way has several nodes in a row at one position."""
    alias: dict[int, int] = {}
    for way in ways:
        for here in np.flatnonzero((way.lonlat[1:] == way.lonlat[:-1]).all(axis=1)).tolist():
            first, second = sorted((root(alias, int(way.nodes[here])), root(alias, int(way.nodes[here + 1]))))
            if first != second:
                alias[second] = first
    if not alias:
        return list(ways)
    return [replace(way, nodes=np.array([root(alias, key) for key in way.nodes.tolist()])) for way in ways]


def root(alias: dict[int, int], key: int) -> int:
    """The key that stands for `key`."""
    while key in alias:
        key = alias[key]
    return key


def distinct(lonlat: FloatArray) -> FloatArray:
    """The line without positions that repeat the one before."""
    moves = np.ones(len(lonlat), dtype=np.bool_)
    moves[1:] = (lonlat[1:] != lonlat[:-1]).any(axis=1)
    line: FloatArray = lonlat[moves]
    return line


def with_stubs(edge: Edge, rules: Rules, new_nodes: Iterator[int]) -> Iterator[Edge]:
    """The edge, with a short stretch of other traits at each end where a rule holds."""
    at_start = ruled(edge.traits, rules.get(edge.origin))
    at_end = ruled(edge.traits, rules.get(edge.destination))
    if at_start == edge.traits and at_end == edge.traits:
        yield edge
        return
    total_m = float(segments_m(edge.lonlat).sum())
    if total_m < 3 * STUB_M:  # the ends would touch: the whole of it is under both rules
        yield replace(edge, traits=ruled(at_start, rules.get(edge.destination)))
        return
    starts = (0.0, STUB_M, total_m - STUB_M, total_m)
    nodes = (edge.origin, next(new_nodes), next(new_nodes), edge.destination)
    for part, traits in enumerate((at_start, edge.traits, at_end)):
        line = stretch(edge.lonlat, starts[part], starts[part + 1])
        yield Edge(nodes[part], nodes[part + 1], line, traits, edge.source_id)


def ruled(traits: Traits, rule: PointRule | None) -> Traits:
    """The traits beside a point with a rule. Crossings are told only to those who come along a footway."""
    if rule is None:
        return traits
    if rule.closed & (traits.forward | traits.backward):
        traits = traits.without(rule.closed, rule.barrier)
    if rule.crossing and not traits.crossing and traits.kind not in ROADS and traits.forward & ON_FOOT:
        traits = replace(traits, crossing=rule.crossing)
    return traits


def stretch(lonlat: FloatArray, from_m: float, to_m: float) -> FloatArray:
    """The part of a line between two distances from its start, in metres."""
    reached = np.concatenate([[0.0], np.cumsum(segments_m(lonlat))])
    inside = lonlat[(reached > from_m) & (reached < to_m)]
    ends = [[np.interp(at, reached, lonlat[:, axis]) for axis in (0, 1)] for at in (from_m, to_m)]
    return distinct(np.vstack([ends[0], inside, ends[1]]))
