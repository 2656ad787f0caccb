"""Seats and toilets at a space or near it."""

from collections.abc import Iterator

from routes.planning.known_spaces import KnownSpace
from routes.planning.world import World
from routes.streets.estimate import DETOUR, great_circle_m, positions
from spaces.models import Known

NEARBY_M = 300
"""Nobody goes further for a seat in a break of twenty minutes; by estimate, an assumption."""


def having(column: str, here: KnownSpace, world: World) -> Iterator[tuple[KnownSpace, int]]:
    """Places known to have it with the metres on foot, the nearest first."""
    places = [here, *world.amenities.values()]
    known = [place for place in places if getattr(place.row, column) == Known.YES and place.is_located]
    straight = great_circle_m(positions([here.lonlat]), positions([place.lonlat for place in known]))[0]
    metres = [0 if place is here else round(DETOUR * far) for place, far in zip(known, straight, strict=True)]
    near = [pair for pair in zip(known, metres, strict=True) if pair[1] <= NEARBY_M]
    yield from sorted(near, key=lambda pair: (pair[1], pair[0].id))


def has_seats(here: KnownSpace, world: World) -> bool:
    """Whether seats are known there or nearby, so that a rest is one."""
    return next(having("seats", here, world), None) is not None
