"""Do kept routes still hold? A stop that changed, closed or went is told; the route itself is never altered.

A coach who has looked says so: from then on the stops are compared with what they were on that day.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from geo.differences import is_same
from geo.texts import Text
from routes.models import LearningRoute
from spaces.closures import by_space
from spaces.models import EVENT_OF, KIND_OF, AnySpace, Closure, Role, Status, StreetArtWall, User, WallCondition
from spaces.permissions import NotAllowed, publishes_everything

AHEAD = timedelta(days=60)  # closures that begin within these days are told
GONE = (WallCondition.GONE, WallCondition.PAINTED_OVER, WallCondition.PLANNED)

# What a route was planned on. A better description or a new telephone number does not make it doubtful.
MATTERS: dict[str, Text] = {
    **dict.fromkeys(("geometry", "accuracy_m"), Text("ตำแหน่ง", "position")),
    **dict.fromkeys(("name_th", "name_en"), Text("ชื่อ", "name")),
    "opening_hours": Text("เวลาเปิด", "opening hours"),
    "by_appointment": Text("การนัดหมาย", "appointment"),
    **dict.fromkeys(("wheelchair", "steps", "ramp"), Text("การเข้าถึง", "access")),
    **dict.fromkeys(("seats", "toilet", "shade", "water"), Text("สิ่งอำนวยความสะดวก", "comfort")),
    **dict.fromkeys(("capacity", "takes_school_groups"), Text("จำนวนคนที่รับได้", "how many people it takes")),
    "visit_minutes": Text("เวลาเยี่ยมชม", "length of the visit"),
    **dict.fromkeys(("themes", "age_groups"), Text("หัวข้อและช่วงวัย", "themes and age groups")),
    "condition": Text("สภาพกำแพง", "condition of the wall"),
}


@dataclass(frozen=True)
class Doubt:
    """Why a route should be looked at: `code` is changed, closed, archived or gone; `space` is the stop."""

    code: str
    space: str
    text: Text

    def as_json(self) -> dict[str, str]:
        return {"code": self.code, "space": self.space, **self.text.as_dict()}


@dataclass(frozen=True)
class Present:
    """What there is to compare with, for all stops of some routes: a fixed number of queries."""

    spaces: Mapping[str, AnySpace]
    gone: Collection[str]
    closures: Mapping[str, list[Closure]]
    changed: Mapping[tuple[str, int], tuple[str, ...]]  # (space, version) -> columns that matter and differ by now


def doubts(routes: Iterable[LearningRoute], today: date | None = None) -> dict[str, tuple[Doubt, ...]]:
    """The doubts about each route by its id, in the order of its stops; empty for one that still holds."""
    rows = list(routes)
    present = _present(rows, today or timezone.localdate())
    return {route.pk: tuple(_of_route(route, present)) for route in rows}


def confirm(route: LearningRoute, user: User) -> LearningRoute:
    """Says that the route holds as its stops are now. Its request, itinerary and stops stay as they were.

    Raises NotAllowed.
    """
    if not may_confirm(user):
        raise NotAllowed
    route.stop_versions = versions_of(route.stops)
    route.checked_on, route.checked_by = timezone.localdate(), user
    route.save(update_fields=["stop_versions", "checked_on", "checked_by", "updated_at"])
    return route


def may_confirm(user: User) -> bool:
    return publishes_everything(user) or (user.is_authenticated and user.role == Role.COACH)


def versions_of(space_ids: Iterable[str]) -> dict[str, int]:
    return dict(AnySpace.objects.filter(pk__in=list(space_ids)).values_list("pk", "version"))


def _of_route(route: LearningRoute, present: Present) -> Iterable[Doubt]:
    names = {stop.get("space"): stop for stop in route.itinerary.get("stops", [])}
    for id_ in route.stops:
        frozen = names.get(id_, {})
        name = Text(frozen.get("name_th") or id_, frozen.get("name_en") or id_)
        yield from _of_stop(id_, name, route.stop_versions.get(id_), present)


def _of_stop(id_: str, name: Text, version: int | None, present: Present) -> Iterable[Doubt]:
    space = present.spaces.get(id_)
    if space is None:
        yield Doubt("archived", id_, Text(f"“{name.th}” ไม่แสดงแล้ว", f"“{name.en}” is no longer shown."))
        return
    if id_ in present.gone:
        yield Doubt("gone", id_, Text(f"ภาพที่ “{name.th}” ไม่มีแล้ว", f"The painting at “{name.en}” is gone."))
    for closure in present.closures.get(id_, ()):
        yield Doubt("closed", id_, _closed(name, closure))
    if columns := present.changed.get((id_, version or 0)):
        labels = list(dict.fromkeys(MATTERS[column] for column in columns))
        th, en = ", ".join(one.th for one in labels), ", ".join(one.en for one in labels)
        yield Doubt("changed", id_, Text(f"“{name.th}” เปลี่ยนไป: {th}", f"“{name.en}” has changed: {en}."))


def _closed(name: Text, closure: Closure) -> Text:
    days = f"{closure.starts_on.isoformat()} – {closure.ends_on.isoformat() if closure.ends_on else '…'}"
    th, en = closure.reason
    return Text(f"“{name.th}” ปิด {days}: {th}", f"“{name.en}” is closed {days}: {en}")


def _present(routes: Iterable[LearningRoute], today: date) -> Present:
    planned = {(id_, version) for route in routes for id_, version in route.stop_versions.items() if id_ in route.stops}
    ids = {id_ for route in routes for id_ in route.stops}
    spaces = AnySpace.objects.filter(status=Status.PUBLISHED).only("id", "collection", "version").in_bulk(ids)
    return Present(
        spaces=spaces,
        gone=set(StreetArtWall.objects.filter(pk__in=ids, condition__in=GONE).values_list("pk", flat=True)),
        closures=by_space(ids, today, today + AHEAD),
        changed=_changed({(id_, v) for id_, v in planned if id_ in spaces and spaces[id_].version != v}, spaces),
    )


def _changed(pairs: Collection[tuple[str, int]], spaces: Mapping[str, Any]) -> dict[tuple[str, int], tuple[str, ...]]:
    found: dict[tuple[str, int], tuple[str, ...]] = {}
    for collection in {spaces[id_].collection for id_, _ in pairs}:
        ids = {id_ for id_, _ in pairs if spaces[id_].collection == collection}
        now: Any = KIND_OF[collection]._default_manager.in_bulk(ids)
        then: Any = EVENT_OF[collection]._default_manager.filter(id__in=ids, version__in={v for _, v in pairs})
        for row in then:
            if (row.id, row.version) in pairs and (columns := _differing(row, now[row.id])):
                found[row.id, row.version] = columns
    return found


def _differing(then: Any, now: Any) -> tuple[str, ...]:
    known = {column.name for column in now._meta.concrete_fields}
    return tuple(name for name in MATTERS if name in known and not is_same(getattr(then, name), getattr(now, name)))
