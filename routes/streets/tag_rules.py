"""From the tags of an OpenStreetMap way to the traits of a stretch of street.

Each rule follows the tag's page on wiki.openstreetmap.org; where a page leaves the choice, the rule names its own.
Thai law lets people walk and cycle along every road but motorways.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from routes.streets.access import BICYCLE_KEYS, FOOT_KEYS, VEHICLE_KEYS, Tags, first_value, permitted, said
from routes.streets.barriers import barrier_of, percent
from routes.streets.crossings import way_crossing
from routes.streets.directions_of_travel import bicycle_ways, foot_ways, vehicle_ways
from routes.streets.profiles import BICYCLE, BIT, STEP_FREE, VEHICLE, WALK
from routes.streets.traits import FERRY, Traits

ON_ROADS = frozenset({WALK, BICYCLE, VEHICLE})
ON_PATHS = frozenset({WALK, BICYCLE})
ON_FOOT = frozenset({WALK})


class Kind(NamedTuple):
    """Who uses a kind of way unless tags say otherwise, and what a vehicle drives on it, km/h."""

    users: frozenset[str]
    speed_kmh: int


# Speeds are assumptions, well below the limits of the Thai Land Traffic Act, for a van among motorcycles.
KINDS: dict[str, Kind] = {
    "motorway": Kind(frozenset({VEHICLE}), 80),
    "motorway_link": Kind(frozenset({VEHICLE}), 50),
    "trunk": Kind(ON_ROADS, 70),
    "trunk_link": Kind(ON_ROADS, 40),
    "primary": Kind(ON_ROADS, 60),
    "primary_link": Kind(ON_ROADS, 40),
    "secondary": Kind(ON_ROADS, 50),
    "secondary_link": Kind(ON_ROADS, 35),
    "tertiary": Kind(ON_ROADS, 45),
    "tertiary_link": Kind(ON_ROADS, 30),
    "unclassified": Kind(ON_ROADS, 35),
    "residential": Kind(ON_ROADS, 25),
    "living_street": Kind(ON_ROADS, 10),
    "service": Kind(ON_ROADS, 15),
    "road": Kind(ON_ROADS, 25),
    "track": Kind(ON_ROADS, 15),
    "pedestrian": Kind(ON_FOOT, 10),
    "footway": Kind(ON_FOOT, 5),
    "path": Kind(ON_PATHS, 5),
    "cycleway": Kind(ON_PATHS, 10),
    "bridleway": Kind(ON_FOOT, 5),
    "steps": Kind(ON_FOOT, 5),
    "corridor": Kind(ON_FOOT, 5),
    "platform": Kind(ON_FOOT, 5),
    "elevator": Kind(ON_FOOT, 5),
    "pier": Kind(ON_FOOT, 5),
    FERRY: Kind(ON_FOOT, 8),
}
KEYS = ("highway", "railway", "public_transport", "man_made", "route")
ROADS = frozenset(kind for kind, rule in KINDS.items() if VEHICLE in rule.users)
STAIRS_PERCENT = 60.0  # about 31 degrees, as comfortable stairs have
NAME_LENGTH = 200


def kind_of(tags: Tags) -> str:
    """The kind of a way people move along; "" for every other."""
    if (kind := first_value(tags, "highway")) in KINDS:
        return kind
    if "platform" in (first_value(tags, "railway"), first_value(tags, "public_transport")):
        return "platform"
    if first_value(tags, "man_made") == "pier":
        return "pier"
    return FERRY if first_value(tags, "route") == "ferry" else ""


def traits_of(tags: Tags) -> Traits | None:
    """The traits of a way with these tags; None when nobody moves along it."""
    return _traits_of(frozenset(tags.items()))


@lru_cache(maxsize=20_000)  # most ways of a town are tagged like many others
def _traits_of(pairs: frozenset[tuple[str, str]]) -> Traits | None:
    tags = dict(pairs)
    kind = kind_of(tags)
    if not kind:
        return None
    users, barrier = KINDS[kind].users, barrier_of(kind, tags)
    ways = {
        WALK: foot_ways(tags) if permitted(tags, FOOT_KEYS, usual=WALK in users) else (False, False),
        BICYCLE: bicycle_ways(kind, tags) if cycled(kind, tags) else (False, False),
        VEHICLE: vehicle_ways(kind, tags) if driven(kind, tags) else (False, False),
    }
    ways[STEP_FREE] = (False, False) if barrier else ways[WALK]
    forward, backward = (sum(BIT[profile] for profile, way in ways.items() if way[end]) for end in (0, 1))
    if not forward | backward:
        return None
    name_th, name_en = names_of(kind, tags)
    return Traits(
        kind=kind,
        forward=forward,
        backward=backward,
        name_th=name_th,
        name_en=name_en,
        surface=first_value(tags, "surface")[:40],
        steps=counted_steps(tags) if kind == "steps" else None,
        incline=incline_of(kind, tags),
        crossing=way_crossing(tags),
        barrier=barrier,
        speed_kmh=speed_of(kind, tags) if ways[VEHICLE] != (False, False) else 0,
        pace_s_km=round(3600 / KINDS[FERRY].speed_kmh) if kind == FERRY else 0,
    )


def cycled(kind: str, tags: Tags) -> bool:
    """Whether bicycles may go; stairs only where a ramp or a sign says so."""
    if kind == "steps" and not said(tags, "bicycle"):
        return first_value(tags, "ramp:bicycle") == "yes"
    return permitted(tags, BICYCLE_KEYS, usual=BICYCLE in KINDS[kind].users)


def driven(kind: str, tags: Tags) -> bool:
    """Whether vehicles may go; a general `access=yes` does not open a footpath to them."""
    keys = VEHICLE_KEYS if kind in ROADS else VEHICLE_KEYS[:2]
    return kind != "steps" and permitted(tags, keys, usual=kind in ROADS)


def names_of(kind: str, tags: Tags) -> tuple[str, str]:
    """(Thai, English); the name on the sign stands in for a language that has none, a road's number for no name."""
    signed = tags.get("name", "").strip() or (tags.get("ref", "").strip() if kind in ROADS else "")
    thai, english = tags.get("name:th", "").strip() or signed, tags.get("name:en", "").strip() or signed
    return cleaned(thai), cleaned(english)


def cleaned(name: str) -> str:
    """The name on one line and without characters that are none."""
    return "".join(char for char in " ".join(name.split()) if char.isprintable())[:NAME_LENGTH]


def incline_of(kind: str, tags: Tags) -> float | None:
    """Percent; of stairs that only say which way they lead, that of stairs."""
    leads = {"up": STAIRS_PERCENT, "down": -STAIRS_PERCENT}.get(first_value(tags, "incline"))
    return percent(tags.get("incline", "")) if leads is None or kind != "steps" else leads


def counted_steps(tags: Tags) -> int | None:
    count = first_value(tags, "step_count")
    return int(count) if count.isascii() and count.isdigit() and 0 < int(count[:6]) <= 5_000 else None


def speed_of(kind: str, tags: Tags) -> int:
    """Km/h by the kind of road, never above the limit on the sign."""
    usual = KINDS[kind].speed_kmh
    limit = first_value(tags, "maxspeed")
    number, _, unit = limit.partition(" ")
    if not (number.isascii() and number.isdigit()):
        return usual
    kmh = int(number[:4]) * (1.609 if unit == "mph" else 1)
    return max(5, min(usual, round(kmh)))
