"""Turn restrictions out of OpenStreetMap: relations of two ways and the node over which one would turn.

By wiki.openstreetmap.org/wiki/Relation:restriction. Restrictions over a via way, and those for some hours or weights
only, are counted and left out. Walkers turn as they like.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from routes.streets.access import Tags, first_value
from routes.streets.profiles import BICYCLE, BIT, VEHICLE
from routes.streets.ways import TurnRule, Way

LonLat = tuple[float, float]
_KEYS = {VEHICLE: ("restriction:motorcar", "restriction:motor_vehicle"), BICYCLE: ("restriction:bicycle",)}
_EXCEPT = {VEHICLE: frozenset({"motorcar", "motor_vehicle"}), BICYCLE: frozenset({"bicycle"})}


def closed_to(tags: Tags) -> tuple[int, bool]:
    """The profiles a restriction binds, and whether it names the only way on (`only_…`) or one that is not (`no_…`)."""
    found, only = 0, False
    spared = {value.strip() for value in tags.get("except", "").lower().split(";")}
    for profile, keys in _KEYS.items():
        own = next((value for key in keys if (value := first_value(tags, key))), "")
        general = "" if spared & _EXCEPT[profile] else first_value(tags, "restriction")
        value = own or general
        if value.startswith(("no_", "only_")):
            found, only = found | BIT[profile], value.startswith("only_")
    return found, only


class Restriction(NamedTuple):
    """From one way over a node into another, by their OpenStreetMap ids."""

    origin: int
    via: int
    destination: int
    closed: int
    only: bool


def read_restrictions(relations: Iterable[Any], ways: Sequence[Way]) -> tuple[list[TurnRule], int]:
    """The turns that relations forbid between some ways, and how many were left out."""
    known = {way.source_id for way in ways}
    read, left_out = list[Restriction](), 0
    for relation in relations:
        members = [(member.role, member.type, member.ref) for member in relation.members]
        if not any(kind == "w" and ref in known for _, kind, ref in members):
            continue  # somewhere else
        restriction = restriction_of(dict(relation.tags), members)
        left_out += restriction is None
        read += [restriction] if restriction else []
    wanted = {id_ for one in read for id_ in (one.origin, one.destination)}
    by_id = defaultdict[int, list[Way]](list)
    for way in ways:
        if way.source_id in wanted:
            by_id[way.source_id].append(way)
    rules = [rule_of(one, by_id) for one in read]
    return [rule for rule in rules if rule is not None], left_out + rules.count(None)


def restriction_of(tags: Tags, members: Sequence[tuple[str, str, int]]) -> Restriction | None:
    """The restriction, where it has one way in, one node and one way out, and binds somebody all the time."""
    closed, only = closed_to(tags)
    by_role = {(role, kind): ref for role, kind, ref in members}
    wanted = [by_role.get(key) for key in (("from", "w"), ("via", "n"), ("to", "w"))]
    if not closed or len(members) != 3 or None in wanted:
        return None
    origin, via, destination = (int(ref or 0) for ref in wanted)
    return Restriction(origin, via, destination, closed, only)


def rule_of(one: Restriction, ways: dict[int, list[Way]]) -> TurnRule | None:
    """The same by positions; None where a way does not end at the node, or ends there twice."""
    origin, destination = arms(ways.get(one.origin, []), one.via), arms(ways.get(one.destination, []), one.via)
    if len(origin) != 1 or len(destination) != 1:
        return None
    (at, before), (_, after) = origin[0], destination[0]
    return TurnRule(one.via, at, before, after, one.closed, one.only)


def arms(ways: Sequence[Way], via: int) -> list[tuple[LonLat, LonLat]]:
    """Where ways end at a node: the node's position, and the next one along the way."""
    found = []
    for way in ways:
        for line, nodes in ((way.lonlat, way.nodes), (way.lonlat[::-1], way.nodes[::-1])):
            if int(nodes[0]) == via:
                (lon, lat), (next_lon, next_lat) = line[:2].tolist()
                found.append(((lon, lat), (next_lon, next_lat)))
    return found
