"""The independent checker for several routes: class groups at the same places, and teams that share places out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from routes.planner.check import check
from routes.planner.check_facts import Violation, visit_seconds
from routes.planner.problem import Problem, Route


def check_groups(
    problem: Problem, routes: Sequence[Route], sizes: Sequence[int], room: Mapping[str, int]
) -> list[Violation]:
    """Every rule that class groups break: each on its own route, and all of them together at each place."""
    alone = [violation for route in routes for violation in check(problem, route)]
    return alone or [*crowding(problem, routes, sizes, room), *uneven(sizes)]


def crowding(
    problem: Problem, routes: Sequence[Route], sizes: Sequence[int], room: Mapping[str, int]
) -> Iterator[Violation]:
    """People inside a place together; it is enough to count whenever somebody comes in."""
    visit_s = visit_seconds(problem)
    for route in routes:
        for visit in route.stops:
            people = sum(
                size
                for other, size in zip(routes, sizes, strict=True)
                for one in other.stops
                if one.id == visit.id and one.start_s <= visit.start_s < one.start_s + visit_s[one.id]
            )
            if people > room[visit.id]:
                yield Violation("crowded", visit.id, f"{people} people at {visit.start_s} s, room for {room[visit.id]}")


def uneven(sizes: Sequence[int]) -> Iterator[Violation]:
    if max(sizes) - min(sizes) > 1:
        yield Violation("uneven", "route", f"groups of {sorted(sizes)} differ by more than one")


def check_fleet(problem: Problem, routes: Sequence[Route]) -> list[Violation]:
    """Every rule that routes of one team break; what must be visited may be on any of them."""
    each = replace(problem, must=frozenset(), groups=())
    alone = [violation for route in routes for violation in check(each, route)]
    visited = [id_ for route in routes for id_ in route.ids]
    twice = {id_ for id_ in visited if visited.count(id_) > 1}
    return [*alone, *(Violation("duplicate", id_, "visited by more than one route") for id_ in sorted(twice))]
