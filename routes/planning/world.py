"""What there is to plan with: everything a plan reads from the database, in a fixed number of queries.

From here on planning is plain values, so that a second question (another gateway, another theme) costs no query.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.contrib.gis.db.models.functions import PointOnSurface
from django.contrib.gis.geos import GEOSGeometry, Point
from django.db.models import Prefetch
from django.utils import timezone

from geo.crs import WGS84
from geo.texts import Text
from routes.models import Gateway, Story, StoryChapter
from routes.networks.current import streets_in_use
from routes.planning.fields import LonLat
from routes.streets.streets import Streets
from spaces.closures import in_force, meeting
from spaces.models import (
    AgeGroup,
    AnySpace,
    Boundary,
    BoundaryLevel,
    Known,
    Offering,
    Status,
    StreetArtWall,
    Subkind,
    Theme,
    User,
    VisitMinutes,
    WallCondition,
    WisdomPlace,
)
from spaces.querysets import LOCATED_M

STOP_COLLECTIONS = ("heritage-sites", "street-art-walls", "wisdom-places")
STAMPS = ("created_at", "updated_at")  # thousands of times cost more to read than all names
MOST_SPACES = 6_000
GONE = (WallCondition.GONE, WallCondition.PAINTED_OVER, WallCondition.PLANNED)


@dataclass(frozen=True)
class KnownSpace:
    """A space as planning sees it; position WGS 84, accuracy in metres."""

    row: AnySpace
    lonlat: LonLat
    gone: bool = False
    by_appointment: str = Known.UNKNOWN
    has_offering: bool = False
    outdoor: str = Known.UNKNOWN
    last_seen: date | None = None
    faded: bool = False
    closed: tuple[tuple[date, date | None], ...] = ()  # first and last day of each closure, None: until further notice

    def is_closed_on(self, day: date) -> bool:
        return any(first <= day and (last is None or day <= last) for first, last in self.closed)

    @property
    def id(self) -> str:
        return str(self.row.id)

    @property
    def name(self) -> Text:
        return self.row.name

    @property
    def accuracy_m(self) -> int:
        return int(self.row.accuracy_m)

    @property
    def is_located(self) -> bool:
        return self.accuracy_m <= LOCATED_M


@dataclass(frozen=True)
class World:
    """Published spaces that can be stops, and the look-ups, each by id."""

    spaces: Mapping[str, KnownSpace]
    age_groups: Mapping[str, AgeGroup]
    themes: Mapping[str, Theme]
    gateways: Mapping[str, Gateway]
    minutes: Mapping[tuple[str, str], int]
    stories: Mapping[str, Story]
    service_area: tuple[GEOSGeometry, ...]
    streets: Streets | None = field(compare=False)
    user: User | AnonymousUser = field(compare=False)

    def serves(self, lonlat: LonLat) -> bool:
        """Whether a position lies in the service area; without an area the whole globe is served."""
        point = Point(*lonlat, srid=WGS84)
        return not self.service_area or any(area.intersects(point) for area in self.service_area)


def load_world(user: User | AnonymousUser) -> World:
    """The world as `user` may see it."""
    chapters = Prefetch("chapters", StoryChapter.objects.order_by("order"))
    return World(
        spaces=load_spaces(user),
        age_groups=AgeGroup.objects.in_bulk(),
        themes={theme.id: theme for theme in Theme.objects.filter(status=Status.PUBLISHED)},
        gateways={gateway.id: gateway for gateway in Gateway.objects.select_related("area", "space")},
        minutes={(row.subkind_id, row.age_group_id): row.minutes for row in VisitMinutes.objects.all()},
        stories={story.id: story for story in Story.objects.filter(status=Status.PUBLISHED).prefetch_related(chapters)},
        service_area=tuple(
            Boundary.objects.filter(level=BoundaryLevel.SERVICE_AREA).values_list("geometry", flat=True)
        ),
        streets=streets_in_use(),
        user=user,
    )


def load_spaces(user: User | AnonymousUser) -> dict[str, KnownSpace]:
    """Spaces of the kinds that can be stops, at most MOST_SPACES."""
    rows = (
        AnySpace.objects.visible_to(user)
        .filter(status=Status.PUBLISHED, collection__in=STOP_COLLECTIONS)
        .annotate(point=PointOnSurface("geometry"))
        .defer("geometry", "search_text", "description_th", "description_en", "source", "coordinate_source", *STAMPS)
        .order_by("id")[:MOST_SPACES]
    )
    facts = load_facts()
    return {row.id: known_space(row, facts) for row in rows}


def load_facts() -> dict[str, Any]:
    """What the view over all kinds does not hold."""
    return {
        "walls": {
            id_: (condition, seen)
            for id_, condition, seen in StreetArtWall.objects.values_list("id", "condition", "last_seen")
        },
        "by_appointment": dict(
            WisdomPlace.objects.exclude(by_appointment=Known.UNKNOWN).values_list("id", "by_appointment")
        ),
        "offering": set(Offering.objects.exclude(space=None).values_list("space_id", flat=True)),
        "outdoor": dict(Subkind.objects.values_list("id", "outdoor")),
        "closed": load_closures(),
    }


def load_closures() -> dict[str, tuple[tuple[date, date | None], ...]]:
    """The days on which a space is closed, from today on."""
    found: dict[str, tuple[tuple[date, date | None], ...]] = {}
    rows = meeting(in_force().exclude(space=None), timezone.localdate())
    for space, first, last in rows.values_list("space_id", "starts_on", "ends_on"):
        found[str(space)] = (*found.get(str(space), ()), (first, last))
    return found


def known_space(row: Any, facts: Mapping[str, Any]) -> KnownSpace:
    condition, last_seen = facts["walls"].get(row.id, (None, None))
    return KnownSpace(
        row=row,
        lonlat=(row.point.x, row.point.y),
        gone=condition in GONE,
        last_seen=last_seen,
        faded=condition == WallCondition.FADED,
        by_appointment=facts["by_appointment"].get(row.id, Known.UNKNOWN),
        has_offering=row.id in facts["offering"],
        outdoor=facts["outdoor"].get(row.subkind, Known.UNKNOWN),
        closed=facts["closed"].get(row.id, ()),
    )
