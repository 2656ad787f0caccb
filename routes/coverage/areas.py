"""The areas that are compared: districts with their subdistricts, or urban-design zones."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import shapely
from django.db.models import QuerySet
from shapely.geometry.base import BaseGeometry

from geo.texts import Text
from geo.utm import PHATTHALUNG
from routes.coverage.spaces import Space
from spaces.models import Boundary, BoundaryLevel, Status, UrbanDesignZone

MOST_ZONES = 200
NOWHERE = Text("ไม่ได้ระบุอำเภอ", "District not recorded")


@dataclass(frozen=True, eq=False)
class Area:
    """`outline` in metres of EPSG:32647; None where nobody loaded one. `spaces` are those counted in it."""

    id: str
    name: Text
    outline: BaseGeometry | None
    spaces: tuple[Space, ...] = ()
    status: str = ""
    demonstration: bool = False


def districts(spaces: Iterable[Space]) -> list[Area]:
    """Every district that has an outline or a space, by code; a space without a code lies in the outline around it."""
    outlines = {row.code or row.pk: row for row in boundaries(BoundaryLevel.DISTRICT)}
    shapes = {code: shapely.from_wkb(bytes(row.geometry.wkb)) for code, row in outlines.items()}
    found: dict[str, list[Space]] = {code: [] for code in outlines}
    for space in spaces:
        found.setdefault(space.district_code or around(space, shapes), []).append(space)
    return [
        Area(code, title(outlines.get(code), inside), plane(shapes.get(code)), tuple(inside))
        for code, inside in sorted(found.items(), key=lambda one: (not one[0], one[0]))
    ]


def title(outline: Boundary | None, inside: Iterable[Space]) -> Text:
    """The name of a district, by its outline or its spaces."""
    return Text(outline.name_th, outline.name_en) if outline else name_of(space.district for space in inside)


def plane(shape: BaseGeometry | None) -> BaseGeometry | None:
    return None if shape is None else PHATTHALUNG.project(shape)


def around(space: Space, shapes: dict[str, BaseGeometry]) -> str:
    """The code of the outline in which a located space stands; empty where none does."""
    if not space.is_located:
        return ""
    return next((code for code, shape in shapes.items() if shapely.intersects_xy(shape, *space.lonlat)), "")


def subdistricts(spaces: Iterable[Space]) -> list[Area]:
    """Every subdistrict that has a space, by code."""
    found: dict[str, list[Space]] = {}
    for space in spaces:
        if code := space.subdistrict_code:
            found.setdefault(code, []).append(space)
    return [
        Area(code, name_of(space.subdistrict for space in inside), None, tuple(inside))
        for code, inside in sorted(found.items())
    ]


def name_of(names: Iterable[Text]) -> Text:
    """What the first space that says it calls its district or subdistrict."""
    return next((name for name in names if any(name)), NOWHERE)


def zones(rows: QuerySet[Any], spaces: Sequence[Space]) -> list[Area]:
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
