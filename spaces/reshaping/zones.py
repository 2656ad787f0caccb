"""The areas an act is about, as a person sees them, and what becomes of them."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import shapely
from shapely.geometry import mapping
from shapely.geometry.base import BaseGeometry

from geo.acts import ActImpossible
from geo.bbox import BBox
from geo.geometry import InvalidGeometry, at_entry
from geo.texts import Text
from spaces.changes import STAMPED, Action, Change, SpaceMissing, StaleVersion
from spaces.models import KIND_OF, LearningSpace, User
from spaces.validity import rules_of

AREA_KINDS = tuple(name for name, kind in KIND_OF.items() if "MultiPolygon" in kind.geometry_types)
MOST_VERTICES = 20_000  # of all areas of one act
MOST_NEIGHBOURS = 500
NEAR_DEG = 1e-4  # about 11 m
NAMING = ("features", "neighbours", "to", "from")  # members that hold lists of refs

Ref = Mapping[str, Any]  # collection, id, and the version that was seen; in a preview also a `geometry` of its own


@dataclass(frozen=True)
class Zone:
    """An area, as it is stored or as somebody has drawn it. `seen_version` is what the client named, if it did.

    `row` is not saved where the space is not stored yet.
    """

    row: LearningSpace
    area: BaseGeometry
    seen_version: int | None

    @property
    def id(self) -> str:
        return str(self.row.pk)

    @property
    def collection(self) -> str:
        return str(self.row.collection)

    @property
    def version(self) -> int | None:
        """As it is stored; None for what is not."""
        return None if self.row._state.adding else self.row.version


@dataclass(frozen=True)
class Reshaped:
    """What becomes of an area. Without `zone` it is new; without `after` it goes. `values` are columns to set."""

    zone: Zone | None
    after: BaseGeometry | None
    collection: str
    id: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)

    @classmethod
    def of(cls, zone: Zone, after: BaseGeometry | None, values: Mapping[str, Any] | None = None) -> "Reshaped":
        return cls(zone, after, zone.collection, zone.id, values or {})

    @property
    def action(self) -> Action:
        if self.zone is None:
            return Action.CREATE
        return Action.MODIFY if self.after is not None else Action.DELETE

    def change(self) -> Change:
        """For `submit`. The geometry passes the one way in; raises InvalidGeometry."""
        base = self.zone.row.version if self.zone else None
        if self.after is None:
            return Change(Action.DELETE, self.collection, self.id, base_version=base)
        types = KIND_OF[self.collection].geometry_types
        geometry = at_entry(json.loads(json.dumps(mapping(self.after))), types, rules_of(self.collection))
        return Change(self.action, self.collection, self.id, {**self.values, "geometry": geometry}, base)


def seen(refs: Sequence[Ref], user: User, *, versions_wanted: bool) -> list[Zone]:
    """The areas that are named, in their order, drawn ones as they are drawn.

    Raises SpaceMissing, StaleVersion, ActImpossible.
    """
    found = [_one(index, ref, user, versions_wanted) for index, ref in enumerate(refs)]
    for index, zone in enumerate(found):
        if any(zone.id == other.id for other in found[:index]):
            words = Text("ระบุซ้ำ", "This feature is named twice.")
            raise ActImpossible("named_twice", words, f"/features/{index}")
    must_be_few([zone.area for zone in found])
    return found


def _one(index: int, ref: Ref, user: User, versions_wanted: bool) -> Zone:
    kind: Any = KIND_OF[ref["collection"]]
    version = ref.get("version")
    change = Change(Action.MODIFY, ref["collection"], ref["id"], base_version=version)
    row = kind.objects.visible_to(user).filter(pk=ref["id"]).first()
    if row is None and "geometry" in ref and version is None:
        row = kind(pk=ref["id"])
    if row is None:
        raise SpaceMissing(index, change, "there is no such space.")
    if version is not None and version != row.version:
        raise StaleVersion(index, change, row)
    if version is None and versions_wanted:
        words = Text("ต้องบอกรุ่นที่เห็น (version)", "Say which version you saw.")
        raise ActImpossible("version_wanted", words, f"/features/{index}/version")
    if "geometry" in ref:
        return Zone(row, _drawn(ref["geometry"], f"/features/{index}/geometry"), version)
    if row.geometry.geom_type != "MultiPolygon":
        words = Text("พื้นที่นี้ไม่ได้เก็บเป็นเขต", "This space is stored as no area.")
        raise ActImpossible("no_area", words, f"/features/{index}")
    return Zone(row, from_row(row), version)


def drawn(asked: Mapping[str, Any], user: User) -> dict[str, BaseGeometry]:
    """The areas that a request draws anew, by id, in whatever member it names them."""
    lists = [asked[name] for name in NAMING if isinstance(asked.get(name), list)]  # `to` of a clip is one object
    by_id = {ref["id"]: ref for refs in lists for ref in refs if "geometry" in ref}
    return {zone.id: zone.area for zone in seen(list(by_id.values()), user, versions_wanted=False)}


def _drawn(geometry: Any, pointer: str) -> BaseGeometry:
    try:
        return shapely.from_wkb(bytes(at_entry(geometry, ("MultiPolygon",)).wkb))
    except InvalidGeometry as fault:
        raise ActImpossible(fault.code, fault.text, pointer) from fault


def from_row(row: Any) -> BaseGeometry:
    return shapely.from_wkb(bytes(row.geometry.wkb))


def must_be_few(areas: Iterable[BaseGeometry]) -> None:
    if sum(int(shapely.get_num_coordinates(area)) for area in areas) > MOST_VERTICES:
        words = Text(f"รวมแล้วเกิน {MOST_VERTICES:,} จุดมุม", f"All together have more than {MOST_VERTICES:,} vertices.")
        raise ActImpossible("too_many_vertices", words, "/features")


def near(collection: str, areas: Iterable[BaseGeometry], user: User, *, margin_deg: float = NEAR_DEG) -> list[Zone]:
    """The areas of a collection that this person sees around these; at most `MOST_NEIGHBOURS`."""
    bounds = shapely.total_bounds([area for area in areas if not area.is_empty])
    west, south, east, north = (float(number) for number in bounds)
    box = BBox(west - margin_deg, south - margin_deg, east + margin_deg, north + margin_deg)
    kind: Any = KIND_OF[collection]
    rows = kind.objects.visible_to(user).in_bbox(box).order_by("pk")[:MOST_NEIGHBOURS]
    found = [Zone(row, from_row(row), None) for row in rows if row.geometry.geom_type == "MultiPolygon"]
    must_be_few([zone.area for zone in found])
    return found


def copied(row: LearningSpace) -> dict[str, Any]:
    """What a new space takes over from this one: every column that a writer may set, but the geometry."""
    columns = [column for column in row._meta.concrete_fields if column.name not in STAMPED | {"geometry"}]
    return {column.name: getattr(row, column.attname) for column in columns}
