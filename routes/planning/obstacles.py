"""What stands in the way of somebody on wheels, by name and place."""

from collections.abc import Sequence
from typing import Any

from geo.texts import Text
from routes.planning.candidates import Omission, Stoppable
from routes.planning.legs import NO_WAY, Ways
from routes.planning.spots import Spot
from routes.streets.profiles import STEP_FREE
from routes.streets.streets import Obstacle, Streets
from routes.streets.words import BARRIERS, Words

MOST_NAMED = 3


def out_of_reach(stop: Stoppable, node: int, start: Spot, ways: Ways, streets: Streets | None) -> Omission:
    """Too far; or, where people walk from the start but wheels cannot follow, what is in the way."""
    blocked = ways.mode[0, node] == NO_WAY and not ways.foot.open[0, node]
    if streets is not None and blocked and ways.foot_profile == STEP_FREE:
        found = streets.obstacles(start.lonlat, stop.space.lonlat)
        if found:
            what = listed(found)
            return Omission(stop.space, "barrier", {"what_th": what.th, "what_en": what.en})
    return Omission(stop.space, "too_far")


def listed(found: Sequence[Obstacle]) -> Text:
    """The first of them, by name."""
    texts = [named(one) for one in found[:MOST_NAMED]]
    return Text(" และ".join(text.th for text in texts), " and ".join(text.en for text in texts))


def named(obstacle: Obstacle) -> Text:
    """24 steps (Temple Lane)."""
    traits = obstacle.traits
    what = BARRIERS.get(traits.barrier, Words("สิ่งกีดขวาง", "an obstacle"))
    if traits.barrier == "steps" and traits.steps:
        what = Words(f"บันได {traits.steps} ขั้น", f"{traits.steps} steps")
    th, en = traits.name_th or traits.name_en, traits.name_en or traits.name_th
    return Text(f"{what.th} ({th})", f"{what.en} ({en})") if th else Text(*what)


def as_json(obstacle: Obstacle) -> dict[str, Any]:
    """What it is and where, WGS 84."""
    return {"kind": obstacle.traits.barrier, "lonlat": list(obstacle.lonlat), **named(obstacle).as_dict()}
