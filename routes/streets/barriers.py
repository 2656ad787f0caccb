"""What keeps somebody on wheels out: on ways and at single points (kerbs, gates, bollards).

Limits are those of the Thai ministerial regulation on facilities for disabled and older people, B.E. 2548 (2005):
ramps of at most 1:12, at least 90 cm wide, level changes of at most 20 mm.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import radians, tan

from routes.streets.access import (
    BICYCLE_KEYS,
    FOOT_KEYS,
    VEHICLE_KEYS,
    Tags,
    first_value,
    permitted,
)
from routes.streets.crossings import point_crossing
from routes.streets.profiles import BICYCLE, BIT, EVERY, STEP_FREE, VEHICLE, WALK
from routes.streets.traits import FERRY

STEEPEST_PERCENT = 100 / 12
NARROWEST_M = 0.9
HIGHEST_KERB_M = 0.02

ROUGH = frozenset(
    {"sand", "mud", "rock", "rocks", "stone", "pebblestone", "gravel", "unhewn_cobblestone", "stepping_stones", "grass"}
)
ROUGHEST = frozenset({"very_bad", "horrible", "very_horrible", "impassable"})

_NUMBER = re.compile(r"^([+-]?\d{1,4}(?:\.\d{1,4})?)\s*(%|°|deg|cm|m|)$")


def barrier_of(kind: str, tags: Tags) -> str:
    """Why a way is not step-free, as a code of `words.BARRIERS`; "" where nothing is known to be in the way.

    `wheelchair=yes` (or designated, limited) outweighs what other tags suggest.
    """
    wheelchair = first_value(tags, "wheelchair")
    if wheelchair in ("yes", "designated", "limited"):
        return ""
    slope = percent(tags.get("incline", ""))
    width = metres(tags.get("width", "")) or metres(tags.get("maxwidth:physical", ""))
    reasons = {
        "steps": kind == "steps" and not has_ramp(tags),
        "not_accessible": wheelchair == "no",
        "kerb": is_high_kerb(tags),
        "surface": first_value(tags, "surface") in ROUGH or first_value(tags, "smoothness") in ROUGHEST,
        "steep": slope is not None and abs(slope) > STEEPEST_PERCENT,
        "narrow": width is not None and width < NARROWEST_M,
        "ford": first_value(tags, "ford") not in ("", "no"),
        "ferry": kind == FERRY,
    }
    return next((code for code, holds in reasons.items() if holds), "")


def has_ramp(tags: Tags) -> bool:
    return first_value(tags, "ramp:wheelchair") == "yes"


def is_high_kerb(tags: Tags) -> bool:
    """Raised or rolled, or measured as higher than the regulation lets a level change be."""
    height = metres(tags.get("kerb:height", ""))
    return first_value(tags, "kerb") in ("raised", "rolled") if height is None else height > HIGHEST_KERB_M


def percent(value: str) -> float | None:
    """The slope in percent, of "8%", "-5 %" or "4°"; None for words and everything else."""
    found = _NUMBER.match(value.strip())
    if not found or found[2] not in ("%", "°", "deg"):
        return None
    number = float(found[1])
    slope = number if found[2] == "%" else 100 * tan(radians(min(max(number, -80), 80)))
    return round(max(-500.0, min(500.0, slope)), 1)


def metres(value: str) -> float | None:
    """Metres, of "1.2", "1.2 m" or "90 cm"; None for everything else."""
    found = _NUMBER.match(value.strip())
    if not found or found[2] not in ("", "m", "cm"):
        return None
    return float(found[1]) / (100 if found[2] == "cm" else 1)


@dataclass(frozen=True, slots=True)
class PointRule:
    """What a node does to the ways through it: closes them to profiles, or marks where a footpath crosses a road."""

    closed: int
    barrier: str = ""
    crossing: str = ""


_WHEELED = BIT[BICYCLE] | BIT[VEHICLE] | BIT[STEP_FREE]
_CARS = BIT[VEHICLE]

# what each value of `barrier` at a point closes unless its access tags say otherwise
CLOSED_BY: dict[str, int] = {
    **dict.fromkeys(
        ("bollard", "block", "chain", "rope", "motorcycle_barrier", "bus_trap", "sump_buster", "log"), _CARS
    ),
    **dict.fromkeys(("planter", "jersey_barrier", "debris", "barrier_board", "yes"), _CARS),
    **dict.fromkeys(("stile", "kissing_gate", "turnstile", "full-height_turnstile", "horse_stile", "step"), _WHEELED),
    "cycle_barrier": _CARS | BIT[STEP_FREE],
    "cattle_grid": BIT[STEP_FREE],
    **dict.fromkeys(("wall", "fence", "hedge", "ditch", "guard_rail", "retaining_wall", "city_wall"), EVERY),
    **dict.fromkeys(("gate", "lift_gate", "swing_gate", "sliding_gate", "toll_booth", "entrance"), 0),
}
POINT_KEYS = ("barrier", "kerb", "crossing", "ford", "wheelchair", "highway")


def point_rule(tags: Tags) -> PointRule | None:
    """The rule of a node with these tags; None for most."""
    closed = closed_by_barrier(tags)
    blocks_wheels = first_value(tags, "wheelchair") == "no" or is_high_kerb(tags)
    ford = first_value(tags, "ford") not in ("", "no")
    if first_value(tags, "wheelchair") in ("yes", "designated", "limited"):
        closed &= ~BIT[STEP_FREE]
    elif blocks_wheels or ford:
        closed |= BIT[STEP_FREE]
    crossing = point_crossing(tags)
    if not closed and not crossing:
        return None
    return PointRule(closed, point_barrier(tags) if closed & BIT[STEP_FREE] else "", crossing)


def closed_by_barrier(tags: Tags) -> int:
    """The profiles a barrier keeps out, by its kind and its access tags."""
    barrier = first_value(tags, "barrier")
    if not barrier or barrier == "kerb":
        return 0
    usual = EVERY if first_value(tags, "locked") == "yes" else CLOSED_BY.get(barrier, 0)
    keys = {WALK: FOOT_KEYS, BICYCLE: BICYCLE_KEYS, VEHICLE: VEHICLE_KEYS}
    open_to = {one: permitted(tags, key, usual=not usual & BIT[one]) for one, key in keys.items()}
    closed = sum(BIT[profile] for profile, is_open in open_to.items() if not is_open)
    return closed | (BIT[STEP_FREE] if not open_to[WALK] or usual & BIT[STEP_FREE] else 0)


def point_barrier(tags: Tags) -> str:
    """What stands there, as a code of `words.BARRIERS`."""
    if is_high_kerb(tags):
        return "kerb"
    if first_value(tags, "ford") not in ("", "no"):
        return "ford"
    barrier = first_value(tags, "barrier")
    if barrier in ("step", "cattle_grid"):
        return "steps" if barrier == "step" else "cattle_grid"
    return "gate" if barrier else "not_accessible"
