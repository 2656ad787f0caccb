"""What there is to plan with: everything a plan reads from the database, in a fixed number of queries.

From here on planning is plain values, so that a second question (another gateway, another theme) costs no query. Each
process keeps what it read for as long as nothing of it has changed: before it is used again, one small statement
reads the change counters. Who asks makes no difference, because only published spaces are planned with.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import NamedTuple

from django.contrib.auth.models import AnonymousUser
from django.contrib.gis.geos import GEOSGeometry, Point
from django.db import connection
from django.db.models import Prefetch
from django.utils import timezone

from geo import counters
from geo.crs import WGS84
from routes.models import Gateway, Story, StoryChapter
from routes.networks.current import streets_in_use
from routes.planning.closures import ClosedDays, closed_on, load_closures
from routes.planning.fields import LonLat
from routes.planning.known_spaces import AMENITIES, STOP_COLLECTIONS, KnownSpace, load_spaces
from routes.streets.estimate import FloatMatrix, positions
from routes.streets.streets import Streets
from spaces.models import AgeGroup, Boundary, BoundaryLevel, Status, Theme, User, VisitMinutes

COUNTED = (
    *STOP_COLLECTIONS,
    AMENITIES,
    "age-groups",
    "boundaries",
    "closures",
    "gateways",
    "offerings",
    "stories",
    "subkinds",
    "themes",
    "visit-minutes",
    "walk-areas",
)
"""The change counters of everything a `World` holds, streets aside."""


@dataclass(frozen=True)
class World:
    """Published spaces that can be stops, and the look-ups, each by id."""

    spaces: Mapping[str, KnownSpace]
    amenities: Mapping[str, KnownSpace]  # toilets, information and the like: never stops
    age_groups: Mapping[str, AgeGroup]
    themes: Mapping[str, Theme]
    gateways: Mapping[str, Gateway]
    minutes: Mapping[tuple[str, str], int]
    stories: Mapping[str, Story]
    service_area: tuple[GEOSGeometry, ...]
    closed_ways: tuple[ClosedDays, ...]
    points: FloatMatrix = field(compare=False)  # (spaces, 2) WGS 84 degrees, in the order of `spaces`
    streets: Streets | None = field(default=None, compare=False)
    user: User | AnonymousUser = field(default_factory=AnonymousUser, compare=False)

    def on(self, day: date) -> World:
        """The world on a day: without the streets that are closed then."""
        closed = closed_on(day, self.closed_ways) if self.streets else []
        return replace(self, streets=self.streets.without(closed)) if self.streets and closed else self

    def serves(self, lonlat: LonLat) -> bool:
        """Whether a position lies in the service area; without an area the whole globe is served."""
        point = Point(*lonlat, srid=WGS84)
        return not self.service_area or any(area.intersects(point) for area in self.service_area)


class Remembered(NamedTuple):
    """A world as it was read from a database at a state of the counters, on a day: closures go by days."""

    database: str
    state: str
    today: date
    world: World


_last: list[Remembered] = []
"""What this process read last, one at most."""


def load_world(user: User | AnonymousUser) -> World:
    """The world as `user` may see it."""
    return replace(known_world(), streets=streets_in_use(), user=user)


def known_world() -> World:
    """What was read last while that is what would be read now, else all anew.

    Inside a transaction always anew: its own changes are not counted yet.
    """
    if connection.in_atomic_block:
        return read_world()
    database, state, today = str(connection.settings_dict["NAME"]), counters.now(COUNTED), timezone.localdate()
    last = _last[0] if _last else None
    if last and last[:3] == (database, state, today):
        return last.world
    fresh = Remembered(database, state, today, read_world())  # after the counters: it may only be newer than they say
    if state:
        _last[:] = [fresh]
    return fresh.world


def read_world() -> World:
    """The world without streets."""
    chapters = Prefetch("chapters", StoryChapter.objects.order_by("order"))
    closures = load_closures()
    known = load_spaces(closures.spaces, (*STOP_COLLECTIONS, AMENITIES))
    spaces = {id_: space for id_, space in known.items() if space.row.collection != AMENITIES}
    return World(
        spaces=spaces,
        amenities={id_: space for id_, space in known.items() if id_ not in spaces},
        points=positions([space.lonlat for space in spaces.values()]),
        age_groups=AgeGroup.objects.in_bulk(),
        themes={theme.id: theme for theme in Theme.objects.filter(status=Status.PUBLISHED)},
        gateways={gateway.id: gateway for gateway in Gateway.objects.select_related("area", "space")},
        minutes={(row.subkind_id, row.age_group_id): row.minutes for row in VisitMinutes.objects.all()},
        stories={story.id: story for story in Story.objects.filter(status=Status.PUBLISHED).prefetch_related(chapters)},
        closed_ways=closures.ways,
        service_area=tuple(
            Boundary.objects.filter(level=BoundaryLevel.SERVICE_AREA).values_list("geometry", flat=True)
        ),
    )
