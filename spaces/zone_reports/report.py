"""The report as a document, gathered in a fixed number of queries."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
import shapely
from django.contrib.gis.db.models.functions import PointOnSurface
from django.contrib.gis.geos import GEOSGeometry
from django.db import connection

from geo.bbox import BBox
from geo.rest.collection import Person
from geo.texts import Text
from spaces.collections import NOT_LAW, WORDS
from spaces.models import UNKNOWN, AgeGroup, AnySpace, Theme, UrbanDesignZone
from spaces.zone_reports import reach

Document = dict[str, Any]
MOST_LISTED = 200
MOST_PLACES = 2_000  # whose ways to the zone are looked at
ASKED = ("wheelchair", "steps", "seats", "toilet", "shade", "water", "opening_hours")
REACH_DEG = reach.FASTEST_M / 100_000  # a little more than the fastest walk reaches

_SIZE = (
    "SELECT ST_Area(geometry::geography), ST_Perimeter(geometry::geography) FROM spaces_urbandesignzone WHERE id = %s"
)
_BORDERS = """
    SELECT other.id, ST_Length(ST_Intersection(ST_Boundary(zone.geometry), ST_Boundary(other.geometry))::geography)
    FROM spaces_urbandesignzone zone, spaces_urbandesignzone other
    WHERE zone.id = %s AND other.id = ANY(%s) ORDER BY other.id
"""


def report(zone: UrbanDesignZone, user: Person) -> Document:
    """All of it, as far as `user` sees. Area and lengths on the spheroid, metres."""
    area_m2, perimeter_m = _asked(_SIZE, [zone.pk])[0]
    inside = list(_spaces(user).filter(geometry__intersects=zone.geometry).order_by("collection", "id"))
    return {
        "zone": zone.pk,
        "version": zone.version,
        **_name(zone),
        "notice": NOT_LAW.as_dict(),
        "measured": "WGS 84 spheroid",
        "area_m2": round(area_m2, 2),
        "perimeter_m": round(perimeter_m, 2),
        "spaces": _inside(inside),
        "unknown": _unknown(inside),
        "reach": _reach(zone, inside, user),
        "neighbours": _neighbours(zone, user),
    }


def _spaces(user: Person) -> Any:
    rows: Any = AnySpace.objects
    return rows.visible_to(user).exclude(collection="urban-design-zones")


def _inside(spaces: Sequence[AnySpace]) -> Document:
    themes = Counter(theme for space in spaces for theme in space.themes)
    groups = Counter(group for space in spaces for group in space.age_groups)
    kinds = Counter(space.collection for space in spaces)
    return {
        "total": len(spaces),
        "by_kind": [
            {"id": id_, **title.as_dict(), "count": kinds[id_]} for id_, (title, _) in WORDS.items() if kinds[id_]
        ],
        "by_theme": _counted(Theme.objects.order_by("order", "id"), themes),
        "by_age_group": _counted(AgeGroup.objects.order_by("order", "id"), groups),
        "list": [_line(space) for space in spaces[:MOST_LISTED]],
    }


def _counted(rows: Iterable[Any], counts: Counter[str]) -> list[Document]:
    """Every row with its count: that there is nothing for a group is news too."""
    return [{"id": row.pk, "th": row.name_th, "en": row.name_en, "count": counts[row.pk]} for row in rows]


def _line(space: AnySpace) -> Document:
    return {"collection": space.collection, "id": space.pk, **_name(space), "subkind": space.subkind}


def _name(row: Any) -> dict[str, str]:
    return {"name_th": row.name_th, "name_en": row.name_en}


def _unknown(spaces: Sequence[AnySpace]) -> dict[str, int]:
    """Of how many spaces nobody knows it yet."""
    found = {name: sum(getattr(space, name) == UNKNOWN for space in spaces) for name in ASKED}
    found["capacity"] = sum(space.capacity is None for space in spaces)
    return found | {"not_verified": sum(not space.verified for space in spaces)}


def _reach(zone: UrbanDesignZone, inside: Sequence[AnySpace], user: Person) -> Document:
    """For each age group: the starting points and the spaces outside from which it comes here in ten minutes."""
    starts = reach.starting_points()
    spaces = _around(zone, {space.pk for space in inside}, user)
    places = [*(start.lonlat for start in starts), *((space.point.x, space.point.y) for space in spaces)]
    found = reach.reached(shapely.from_wkb(bytes(zone.geometry.wkb)), places)
    to_starts, to_spaces = found.metres[: len(starts)], found.metres[len(starts) :]
    groups = []
    for group in AgeGroup.objects.filter(is_modifier=False).order_by("order", "id"):
        most_m = group.walking_speed_mps * 60 * reach.MINUTES
        near = [starts[int(index)] for index in np.flatnonzero(to_starts <= most_m)]
        groups.append(
            {
                "id": group.pk,
                "th": group.name_th,
                "en": group.name_en,
                "metres": round(most_m),
                "starting_points": [{"id": start.id, **start.name.as_dict()} for start in near],
                "spaces": int((to_spaces <= most_m).sum()),
            }
        )
    words = _ALONG_STREETS if found.source == "streets" else _ESTIMATED
    return {
        "minutes": reach.MINUTES,
        "source": found.source,
        **words.as_dict(),
        "attribution": found.attribution,
        "groups": groups,
    }


def _around(zone: UrbanDesignZone, inside: set[str], user: Person) -> list[Any]:
    """Spaces outside that the fastest could come from, with a point of each."""
    west, south, east, north = zone.geometry.extent
    box = BBox(west - REACH_DEG, south - REACH_DEG, east + REACH_DEG, north + REACH_DEG)
    rows = _spaces(user).in_bbox(box).exclude(pk__in=inside).annotate(point=PointOnSurface("geometry"))
    return list(rows.order_by("id")[:MOST_PLACES])


def _neighbours(zone: UrbanDesignZone, user: Person) -> list[Document]:
    """Zones that touch this one, and how long the common border is."""
    rows: Any = UrbanDesignZone.objects
    geometry: GEOSGeometry = zone.geometry
    near = {row.pk: row for row in rows.visible_to(user).filter(geometry__intersects=geometry).exclude(pk=zone.pk)}
    borders = _asked(_BORDERS, [zone.pk, list(near)]) if near else []
    return [{"id": id_, **_name(near[id_]), "border_m": round(metres, 2)} for id_, metres in borders]


def _asked(sql: str, parameters: list[Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        return list(cursor.fetchall())


_ESTIMATED = Text(
    "ระยะทางโดยประมาณ: เส้นตรง × 1.3 ยังไม่ได้คำนวณตามถนน",
    "Estimated: the straight line × 1.3, not along streets.",
)
_ALONG_STREETS = Text("คำนวณตามถนนไปยังขอบย่าน สุ่มทุก 25 เมตร", "Along streets, to points every 25 m on the zone's border.")
