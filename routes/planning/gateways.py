"""How many stops each gateway offers for a wish: one pass over matrices, no planning."""

import numpy as np
from django.contrib.auth.models import AnonymousUser
from numpy.typing import NDArray

from routes.planning.candidates import Stoppable, find
from routes.planning.choosing import in_time
from routes.planning.grouping import one_group
from routes.planning.legs import quickest, ways_among
from routes.planning.lengths import IntMatrix, Places
from routes.planning.limits import Party, party_of
from routes.planning.question import budget_seconds
from routes.planning.request import OPEN, PlanRequest
from routes.planning.spots import Spot, gateway_spot, spot_of
from routes.planning.world import World, load_world
from routes.streets.streets import Streets
from spaces.models import User


def counts(request: PlanRequest, user: User | AnonymousUser) -> dict[str, int]:
    """Stops within reach by gateway id, for the wish as it stands but for its start. Raises PlanRefused."""
    world = load_world(user)
    return counts_in(request, world)


def counts_in(request: PlanRequest, world: World) -> dict[str, int]:
    """The same in a world already read; of several groups, what one of them reaches."""
    request = one_group(request)
    world = world.on(request.depart.date())
    party = party_of(request.party, request.needs, world)
    budget_s = budget_seconds(request, party)
    gateways = [gateway_spot(id_, world) for id_ in world.gateways]
    stops = find(request, party, world, budget_s, (), [spot.lonlat for spot in gateways]).stoppable
    ends = gateways if request.end in (None, OPEN) else [spot_of(request.end, "end", world)] * len(gateways)
    if not stops:
        return dict.fromkeys(world.gateways, 0)
    there, back = there_and_back(gateways, stops, ends, request, party, world.streets)
    back = np.zeros_like(back) if request.end == OPEN else back
    return {
        id_: sum(bool(in_time(stop, there[row, node], back[row, node], budget_s)) for node, stop in enumerate(stops))
        for row, id_ in enumerate(world.gateways)
    }


def there_and_back(
    starts: list[Spot],
    stops: tuple[Stoppable, ...],
    ends: list[Spot],
    request: PlanRequest,
    party: Party,
    streets: Streets | None,
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """(starts, stops) seconds of the quickest way to each stop over other stops, and from it to the end."""
    travel_s = travel_between([*starts, *ends], stops, request, party, streets)
    first, n = len(starts) + len(ends), len(starts)
    direct = np.where(travel_s < 0, np.inf, travel_s.astype(np.float64))
    between = travel_s[first:, first:]
    return quickest(direct[:n, first:], between), quickest(direct[first:, n:first].T, between.T)


def travel_between(
    spots: list[Spot], stops: tuple[Stoppable, ...], request: PlanRequest, party: Party, streets: Streets | None
) -> IntMatrix:
    """(spots + stops, spots + stops) seconds, FORBIDDEN_S where there is no way."""
    spaces = [stop.space for stop in stops]
    places = Places(
        [*(spot.lonlat for spot in spots), *(space.lonlat for space in spaces)],
        [0] * (len(spots) + len(spaces)),
        [*(spot.place for spot in spots), *(space.id for space in spaces)],
    )
    return ways_among(places, request, party, streets).travel_s
