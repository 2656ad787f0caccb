"""The learning spaces that are counted: plain values, read in two queries."""

from dataclasses import dataclass
from typing import Any

from django.contrib.gis.db.models.functions import PointOnSurface
from django.db.models import FloatField, Func

from geo.texts import Text
from routes.planning.fields import LonLat
from routes.planning.known_spaces import GONE, STOP_COLLECTIONS
from spaces.models import AnySpace, Status, StreetArtWall
from spaces.querysets import LOCATED_M

MOST_SPACES = 20_000
COLUMNS = (
    "id",
    "name_th",
    "name_en",
    "accuracy_m",
    "themes",
    "age_groups",
    "district_code",
    "district_th",
    "district_en",
    "subdistrict_code",
    "subdistrict_th",
    "subdistrict_en",
)

NAMELESS = Text("", "")


@dataclass(frozen=True, slots=True)
class Space:
    """A learning space; position WGS 84 (a point on what is a line or an area), accuracy in metres."""

    id: str
    name: Text
    lonlat: LonLat
    accuracy_m: int
    themes: frozenset[str] = frozenset()
    age_groups: frozenset[str] = frozenset()
    district_code: str = ""
    district: Text = NAMELESS
    subdistrict_code: str = ""
    subdistrict: Text = NAMELESS

    @property
    def is_located(self) -> bool:
        return self.accuracy_m <= LOCATED_M


def load_spaces(user: Any) -> list[Space]:
    """At most MOST_SPACES published spaces that one learns from, as far as `user` sees them.

    A wall that is gone or only planned teaches nobody.
    """
    rows: Any = AnySpace.objects
    seen = rows.visible_to(user).filter(status=Status.PUBLISHED, collection__in=STOP_COLLECTIONS)
    gone = set(StreetArtWall.objects.filter(condition__in=GONE).values_list("id", flat=True))
    found = seen.order_by("id").values_list(axis("ST_X"), axis("ST_Y"), *COLUMNS)[:MOST_SPACES]
    return [space_of((lon, lat), *values) for lon, lat, *values in found if values[0] not in gone]


def axis(function: str) -> Func:
    """Longitude (ST_X) or latitude (ST_Y) of a point on the space, as a number."""
    return Func(PointOnSurface("geometry"), function=function, output_field=FloatField())


def space_of(lonlat: LonLat, id_: str, th: str, en: str, accuracy_m: int, *values: Any) -> Space:
    themes, groups, district, district_th, district_en, subdistrict, subdistrict_th, subdistrict_en = values
    return Space(
        id_,
        Text(th, en),
        lonlat,
        accuracy_m,
        frozenset(themes),
        frozenset(groups),
        district,
        Text(district_th, district_en),
        subdistrict,
        Text(subdistrict_th, subdistrict_en),
    )
