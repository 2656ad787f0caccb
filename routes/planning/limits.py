"""What a party can bear: of each limit the strictest of its members, and whose it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from geo.texts import Text
from routes.planning.errors import ImpossiblePlanRequest
from routes.planning.known_spaces import KnownSpace
from routes.planning.messages import say
from routes.planning.world import World
from spaces.models import AgeGroup

# (name, unit): the less, the stricter
LIMITS = (
    ("walking_speed_mps", "m/s"),
    ("max_leg_m", "m"),
    ("max_walk_total_m", "m"),
    ("max_stop_minutes", "min"),
    ("max_session_minutes", "min"),
    ("max_outing_minutes", "min"),
    ("max_ride_minutes", "min"),
    ("rest_every_minutes", "min"),
    ("max_leg_without_seat_m", "m"),
    ("max_slope_percent", "%"),
    ("bicycle_speed_mps", "m/s"),
    ("max_bicycle_leg_m", "m"),
)
VISIT_MINUTES = 20  # where neither the space, its subkind nor the group says anything
TOILET_MINUTES = 90  # between two toilets, for who needs them: an assumption
GROWN_OUTING_MINUTES = 480  # a group without an outing limit of its own: a working day


@dataclass(frozen=True)
class Limit:
    """A limit and the group it comes from."""

    name: str
    value: float
    unit: str
    group: AgeGroup

    def as_json(self) -> dict[str, Any]:
        whose = Text(self.group.name_th, self.group.name_en)
        return {"limit": self.name, "value": self.value, "unit": self.unit, "whose": self.group.id, **whose.as_dict()}


@dataclass(frozen=True)
class Party:
    """Who goes: age groups, the modifiers that come with them, and their limits by name."""

    members: tuple[AgeGroup, ...]
    modifiers: tuple[AgeGroup, ...]
    limits: dict[str, Limit]

    def get(self, name: str) -> float | None:
        """The limit's value; None = unlimited."""
        limit = self.limits.get(name)
        return None if limit is None else limit.value

    def seconds(self, name: str) -> int | None:
        """A limit given in minutes."""
        minutes = self.get(name)
        return None if minutes is None else round(minutes * 60)

    def whole(self, name: str) -> int | None:
        """A limit given in whole metres."""
        value = self.get(name)
        return None if value is None else int(value)

    @property
    def outing_minutes(self) -> int:
        return self.whole("max_outing_minutes") or GROWN_OUTING_MINUTES

    @property
    def bicycle_speed_mps(self) -> float | None:
        """None when one of them has none: who cannot cycle is not taken along by the others' speed."""
        everybody = (*self.members, *self.modifiers)
        return None if any(one.bicycle_speed_mps is None for one in everybody) else self.get("bicycle_speed_mps")

    @property
    def rests(self) -> bool:
        """Whether somebody has to sit down now and then."""
        return self.get("rest_every_minutes") is not None or self.get("max_session_minutes") is not None

    @property
    def ids(self) -> list[str]:
        return [member.id for member in self.members]

    def needs(self, thing: str) -> bool:
        """Whether somebody needs toilets, seats or shade."""
        return any(thing in one.needs or f"accessible-{thing}" in one.needs for one in (*self.members, *self.modifiers))

    def visit_minutes(self, space: KnownSpace, world: World) -> int:
        """The shortest stay of all members, at most what the party can attend to."""
        stays = [minutes_of(space, member, world) for member in self.members]
        most = self.whole("max_stop_minutes")
        return max(1, min([*stays, most] if most else stays))


def minutes_of(space: KnownSpace, member: AgeGroup, world: World) -> int:
    """By the space itself, else by its subkind."""
    stays = space.row.visit_minutes
    own = stays.get(member.id) if isinstance(stays, dict) else None
    if isinstance(own, int) and own > 0:
        return own
    return world.minutes.get((space.row.subkind, member.id), VISIT_MINUTES)


def party_of(party: Sequence[str], needs: Sequence[str], world: World) -> Party:
    """The party of these ids; raises ImpossiblePlanRequest for one that is not there."""
    members = tuple(group_of(id_, f"/party/{index}", world, modifier=False) for index, id_ in enumerate(party))
    modifiers = tuple(group_of(id_, f"/needs/{index}", world, modifier=True) for index, id_ in enumerate(needs))
    found = (strictest(name, unit, (*members, *modifiers)) for name, unit in LIMITS)
    return Party(members, modifiers, {limit.name: limit for limit in found if limit is not None})


def group_of(id_: str, pointer: str, world: World, *, modifier: bool) -> AgeGroup:
    group = world.age_groups.get(id_)
    if group is None or group.is_modifier is not modifier:
        known = ", ".join(sorted(key for key, one in world.age_groups.items() if one.is_modifier is modifier))
        code = "unknown_need" if modifier else "unknown_age_group"
        raise ImpossiblePlanRequest(code, say(code, id=id_, known=known), pointer)
    return group


def strictest(name: str, unit: str, groups: Sequence[AgeGroup]) -> Limit | None:
    """The least value any of the groups has; the first of them where several have it."""
    given = [(getattr(group, name), group) for group in groups if getattr(group, name) is not None]
    if not given:
        return None
    value, group = min(given, key=lambda pair: pair[0])
    return Limit(name, value, unit, group)
