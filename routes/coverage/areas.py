"""The areas that are compared: districts with their subdistricts, or urban-design zones."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import shapely
from django.db.models import QuerySet
from shapely.geometry.base import BaseGeometry

from geo.texts import Text
from geo.utm import PHATTHALUNG
from routes.planning.known_spaces import KnownSpace
from spaces.models import Boundary, BoundaryLevel, Status, UrbanDesignZone

MOST_ZONES = 200
NOWHERE = Text("ไม่ได้ระบุอำเภอ", "District not recorded")


@dataclass(frozen=True, eq=False)
class Area:
    """`outline` in metres of EPSG:32647; None where nobody loaded one. `spaces` are those counted in it."""

    id: str
    name: Text
    outline: BaseGeometry | None
    spaces: tuple[KnownSpace, ...] = ()
    status: str = ""
    demonstration: bool = False


def districts(spaces: Iterable[KnownSpace]) -> list[Area]:
    """Every district that has an outline or a space, by code; a space without a code lies in the outline around it."""
    outlines = {row.code or row.pk: row for row in boundaries(BoundaryLevel.DISTRICT)}
    shapes = {code: shapely.from_wkb(bytes(row.geometry.wkb)) for code, row in outlines.items()}
    found: dict[str, list[KnownSpace]] = {code: [] for code in outlines}
    for space in spaces:
        found.setdefault(space.row.district_code or around(space, shapes), []).append(space)
    return [
        Area(
            code,
            Text(outlines[code].name_th, outlines[code].name_en) if code in outlines else name_of(inside, "district"),
            PHATTHALUNG.project(shapes[code]) if code in shapes else None,
            tuple(inside),
        )
        for code, inside in sorted(found.items(), key=lambda one: (not one[0], one[0]))
    ]


def around(space: KnownSpace, shapes: dict[str, BaseGeometry]) -> str:
    """The code of the outline in which a located space stands; empty where none does."""
    if not space.is_located:
        return ""
    return next((code for code, shape in shapes.items() if shapely.intersects_xy(shape, *space.lonlat)), "")


def subdistricts(spaces: Iterable[KnownSpace]) -> list[Area]:
    """Every subdistrict that has a space, by code."""
    found: dict[str, list[KnownSpace]] = {}
    for space in spaces:
        if code := space.row.subdistrict_code:
            found.setdefault(code, []).append(space)
    return [Area(code, name_of(inside, "subdistrict"), None, tuple(inside)) for code, inside in sorted(found.items())]


def name_of(spaces: Sequence[KnownSpace], level: str) -> Text:
    """What the first space calls its district or subdistrict."""
    row = spaces[0].row
    name = Text(getattr(row, f"{level}_th"), getattr(row, f"{level}_en"))
    return name if any(name) else NOWHERE


def zones(rows: QuerySet[Any], spaces: Sequence[KnownSpace]) -> list[Area]:
    """At most MOST_ZONES of the zones. Only a space whose position is known can be said to stand in one."""
    located = [space for space in spaces if space.is_located]
    found = []
    for row in rows.order_by("id")[:MOST_ZONES]:
        shape = shapely.from_wkb(bytes(row.geometry.wkb))
        shapely.prepare(shape)
        inside = [space for space in located if shapely.intersects_xy(shape, *space.lonlat)]
        name = Text(row.name_th, row.name_en)
        found.append(Area(row.pk, name, PHATTHALUNG.project(shape), tuple(inside), row.status, row.demonstration))
    return found


def zones_seen(user: Any) -> QuerySet[Any]:
    """The zones that `user` sees, drafts too: what is being drawn is what is asked about."""
    rows: Any = UrbanDesignZone.objects
    found: QuerySet[Any] = rows.visible_to(user).filter(status__in=(Status.PUBLISHED, Status.DRAFT))
    return found


def served() -> list[Area]:
    """The province, else the service area: over it gaps are measured where no district has an outline."""
    rows = list(boundaries(BoundaryLevel.PROVINCE)) or list(boundaries(BoundaryLevel.SERVICE_AREA))
    return [
        Area(row.pk, Text(row.name_th, row.name_en), PHATTHALUNG.project(shapely.from_wkb(bytes(row.geometry.wkb))))
        for row in rows
    ]


def boundaries(level: str) -> QuerySet[Boundary]:
    return Boundary.objects.filter(level=level).order_by("code", "id")
