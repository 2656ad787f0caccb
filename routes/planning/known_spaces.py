"""The spaces that can be stops, as planning sees them: plain values, read in a fixed number of queries."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from django.contrib.auth.models import AnonymousUser
from django.contrib.gis.db.models.functions import PointOnSurface
from django.db.models import FloatField, Func, TextField, Value
from django.db.models.functions import Cast, NullIf

from geo.texts import Text
from routes.planning.closures import Days
from routes.planning.fields import LonLat
from spaces.models import AnySpace, Known, Offering, StreetArtWall, Subkind, WallCondition, WisdomPlace
from spaces.querysets import LOCATED_M

AMENITIES = "amenities"
STOP_COLLECTIONS = ("heritage-sites", "street-art-walls", "wisdom-places")
MOST_SPACES = 6_000
GONE = (WallCondition.GONE, WallCondition.PAINTED_OVER, WallCondition.PLANNED)


class Row(NamedTuple):
    """What planning reads of a space, in the words of its columns."""

    id: str
    collection: str
    version: int
    name_th: str
    name_en: str
    subkind: str
    themes: list[str]
    age_groups: list[str]
    outcomes: list[str]
    accuracy_m: int
    opening_hours: str
    wheelchair: str
    steps: str
    ramp: str
    seats: str
    toilet: str
    shade: str
    takes_school_groups: str
    capacity: int | None
    contact: str
    verified: bool
    visit_minutes: Any


@dataclass(frozen=True, slots=True)
class KnownSpace:
    """A space as planning sees it; position WGS 84, accuracy in metres."""

    row: Row
    lonlat: LonLat
    gone: bool = False
    by_appointment: str = Known.UNKNOWN
    has_offering: bool = False
    outdoor: str = Known.UNKNOWN
    last_seen: date | None = None
    faded: bool = False
    closed: tuple[Days, ...] = ()

    def is_closed_on(self, day: date) -> bool:
        return any(first <= day and (last is None or day <= last) for first, last in self.closed)

    @property
    def id(self) -> str:
        return self.row.id

    @property
    def name(self) -> Text:
        return Text(self.row.name_th, self.row.name_en)

    @property
    def accuracy_m(self) -> int:
        return self.row.accuracy_m

    @property
    def is_located(self) -> bool:
        return self.accuracy_m <= LOCATED_M


def load_spaces(
    closed: Mapping[str, tuple[Days, ...]], collections: Sequence[str] = STOP_COLLECTIONS
) -> dict[str, KnownSpace]:
    """Published spaces of these kinds, those that can be stops, at most MOST_SPACES: the same for everybody.

    `closed` are the days on which some are.
    """
    rows = (
        AnySpace.objects.visible_to(AnonymousUser())
        .filter(collection__in=collections)
        .order_by("id")
        .annotate(
            stays=NullIf(Cast("visit_minutes", TextField()), Value("{}", output_field=TextField()))
        )  # few have any: few are parsed
        .values_list(coordinate("ST_X"), coordinate("ST_Y"), "stays", *Row._fields[:-1])[:MOST_SPACES]
    )
    facts = {**load_facts(), "closed": closed}
    return {
        values[0]: known_space((lon, lat), Row._make([*values, json.loads(stays) if stays else {}]), facts)
        for lon, lat, stays, *values in rows
    }


def coordinate(function: str) -> Func:
    """Longitude (ST_X) or latitude (ST_Y) of a point on the space, as a number: thousands of points cost more."""
    return Func(PointOnSurface("geometry"), function=function, output_field=FloatField())


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
    }


def known_space(lonlat: LonLat, row: Row, facts: Mapping[str, Any]) -> KnownSpace:
    condition, last_seen = facts["walls"].get(row.id, (None, None))
    return KnownSpace(
        row=row,
        lonlat=lonlat,
        gone=condition in GONE,
        last_seen=last_seen,
        faded=condition == WallCondition.FADED,
        by_appointment=facts["by_appointment"].get(row.id, Known.UNKNOWN),
        has_offering=row.id in facts["offering"],
        outdoor=facts["outdoor"].get(row.subkind, Known.UNKNOWN),
        closed=facts["closed"].get(row.id, ()),
    )
