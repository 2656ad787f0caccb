"""Where a route starts and ends: a gateway, a space, or a bare position in the service area."""

from dataclasses import dataclass
from typing import Any

from django.contrib.gis.db.models.functions import PointOnSurface

from geo.texts import Text
from routes.planning.errors import ImpossiblePlanRequest
from routes.planning.fields import LonLat, Where
from routes.planning.messages import say
from routes.planning.world import World
from spaces.models import AnySpace

MEASURED_M = 10  # a position given in full
ROUNDED_M = 800  # a position rounded to 0.01 degree, as the pages send "my place"


@dataclass(frozen=True)
class Spot:
    """A place to start from. `place` is the space that stands there, so that it lies 0 m from itself."""

    id: str | None
    place: str
    name: Text
    lonlat: LonLat
    accuracy_m: int

    def as_json(self) -> dict[str, Any]:
        th, en = self.name
        return {"id": self.id, "name_th": th, "name_en": en, "lonlat": list(self.lonlat), "accuracy_m": self.accuracy_m}


def spot_of(where: Where, field: str, world: World) -> Spot:
    """The spot that `where` names; None is the default gateway. Raises ImpossiblePlanRequest, naming `field`."""
    if where is None:
        return default_gateway(world)
    if isinstance(where, str):
        return named(where, field, world)
    if not world.serves(where):
        raise ImpossiblePlanRequest("outside_service_area", say("outside_service_area", field=field), f"/{field}")
    rounded = all(round(number, 2) == number for number in where)
    name = Text("จุดที่เลือกเอง", "Your own point")
    return Spot(None, f"point {where}", name, where, ROUNDED_M if rounded else MEASURED_M)


def default_gateway(world: World) -> Spot:
    """The gateway marked as default, else the first."""
    gateways = sorted(world.gateways.values(), key=lambda one: (not one.default, one.order, one.id))
    if not gateways:
        raise ImpossiblePlanRequest("no_gateway", say("no_gateway"), "/start")
    return gateway_spot(gateways[0].id, world)


def gateway_spot(id_: str, world: World) -> Spot:
    gateway = world.gateways[id_]
    name = Text(gateway.name_th, gateway.name_en)
    lonlat = (gateway.geometry.x, gateway.geometry.y)
    return Spot(gateway.id, gateway.space_id, name, lonlat, gateway.accuracy_m)


def named(id_: str, field: str, world: World) -> Spot:
    """A gateway or a space that the user may see."""
    if id_ in world.gateways:
        return gateway_spot(id_, world)
    if id_ in world.spaces:
        space = world.spaces[id_]
        return Spot(id_, id_, space.name, space.lonlat, space.accuracy_m)
    found: Any = (
        AnySpace.objects.visible_to(world.user).annotate(point=PointOnSurface("geometry")).filter(pk=id_).first()
    )
    if found is None:
        raise ImpossiblePlanRequest("unknown_place", say("unknown_place", id=id_), f"/{field}")
    return Spot(id_, id_, found.name, (found.point.x, found.point.y), found.accuracy_m)
