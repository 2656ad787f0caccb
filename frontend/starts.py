"""Names and positions of where a route starts and ends."""

from typing import Any

from django.utils.translation import gettext

from frontend.itineraries import Place
from frontend.presenting import words
from frontend.spots import spot
from routes.models import Gateway
from spaces.models import AnySpace, Status


def place_of(request: dict[str, Any], which: str) -> Place | None:
    """The start or end of a plan request: a gateway, a space, or a bare position. No end asked for: none.

    Without a start it is the default gateway, as for the planner.
    """
    wanted = request.get(which)
    if not wanted:
        return named_place("") if which == "start" else None
    if isinstance(wanted, str):
        wanted = as_position(wanted) or wanted
    return named_place(wanted) if isinstance(wanted, str) else Place(gettext("Your point"), list(wanted))


def as_position(text: str) -> list[float] | None:
    """`lon,lat` in degrees WGS 84, or nothing when the text is an id."""
    try:
        lon, lat = (float(part) for part in text.split(","))
    except ValueError:
        return None
    return [lon, lat]


def named_place(name: str) -> Place:
    gateways = Gateway.objects.filter(pk=name) if name else Gateway.objects.filter(default=True)
    if gateway := gateways.first():
        return Place(words(gateway, "name"), [gateway.geometry.x, gateway.geometry.y])
    if space := AnySpace.objects.filter(status=Status.PUBLISHED, pk=name).first():
        return Place(words(space, "name"), spot(space)["lonlat"])
    return Place(name or gettext("Start"))
