"""Each act: from the areas and the parameters of a request to what becomes of every area."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from geo import acts
from geo.acts import ActImpossible
from geo.acts.areas import Position
from geo.geometry import InvalidGeometry, at_entry
from geo.texts import Text
from geo.validity import round_coordinate
from spaces.models import Boundary, BoundaryLevel, SpaceRegistry, User
from spaces.reshaping.zones import Ref, Reshaped, Zone, copied, near, seen

Parameters = Mapping[str, Any]
Act = Callable[[Sequence[Zone], Parameters, User], list[Reshaped]]
LONGEST_BASE = 74
LEAST_OVERLAP_M2 = 0.01  # less is what rounding to the grid leaves between borders


def split(zones: Sequence[Zone], asked: Parameters, user: User) -> list[Reshaped]:
    """The first piece keeps id and attributes; every other gets a new id and a copy of the attributes."""
    zone = _only(zones)
    keep = position(asked["keep"]) if "keep" in asked else None
    found = acts.split(zone.area, given("line", asked, ("LineString",)), keep)
    ids = _new_ids(zone, len(found.pieces) - 1, asked.get("ids", []))
    new = [
        Reshaped(None, piece, zone.collection, id_, copied(zone.row))
        for piece, id_ in zip(found.pieces[1:], ids, strict=True)
    ]
    return [Reshaped.of(zone, found.pieces[0]), *new, *_followed(asked, found.cuts, user)]


def merge(zones: Sequence[Zone], asked: Parameters, user: User) -> list[Reshaped]:
    """The area named by `keep` (else the first) grows and keeps its id; the others go. `take` picks single values."""
    area = acts.merge([zone.area for zone in zones])
    kept = _named(asked.get("keep", zones[0].id), zones, "/keep")
    if len({zone.collection for zone in zones}) > 1:
        raise ActImpossible("different_kinds", Text("ต้องเป็นชนิดเดียวกัน", "All must be of one collection."), "/features")
    values = {
        name: _value(name, _named(id_, zones, f"/take/{name}"), f"/take/{name}")
        for name, id_ in asked.get("take", {}).items()
    }
    return [Reshaped.of(kept, area, values), *(Reshaped.of(zone, None) for zone in zones if zone is not kept)]


def clip(zones: Sequence[Zone], asked: Parameters, user: User) -> list[Reshaped]:
    zone = _only(zones)
    return [Reshaped.of(zone, acts.clip(zone.area, _boundary(asked["to"], user)))]


def cut_away(zones: Sequence[Zone], asked: Parameters, user: User) -> list[Reshaped]:
    """The neighbours that `from` names, else all that overlap, lose what lies in the area; it takes the new corners."""
    zone = _only(zones)
    if "from" in asked:
        others = seen(asked["from"], user, versions_wanted=not asked.get("preview", True))
    else:
        others = near(zone.collection, [zone.area], user)
    cuts, done = [], []
    for other in others:
        if other.id != zone.id and acts.overlap_m2(zone.area, other.area) >= LEAST_OVERLAP_M2:
            found = acts.cut_away(other.area, zone.area)
            cuts += found.cuts
            done.append(Reshaped.of(other, found.area))
    if not done:
        raise ActImpossible("no_overlap", Text("ไม่มีส่วนที่ทับกัน", "There is no overlap."), "/from")
    area = acts.insert_vertices(zone.area, cuts)
    grown = shapely.get_num_coordinates(area) > shapely.get_num_coordinates(zone.area)
    return [*([Reshaped.of(zone, area)] if grown else []), *done]


def snap(zones: Sequence[Zone], asked: Parameters, user: User) -> list[Reshaped]:
    """To the neighbours that `to` names, else to all that are near; `neighbours` take the corners they lack."""
    zone = _only(zones)
    tolerance_m = float(asked.get("tolerance_m", 0.5))
    if "to" in asked:
        others = seen(asked["to"], user, versions_wanted=False)
    else:
        others = near(zone.collection, [zone.area], user, margin_deg=tolerance_m / 90_000 + 1e-6)
    found = acts.snap(zone.area, [other.area for other in others if other.id != zone.id], tolerance_m)
    return [Reshaped.of(zone, found.area), *_followed(asked, found.loose, user)]


def move_border(zones: Sequence[Zone], asked: Parameters, user: User) -> list[Reshaped]:
    """Every area that this person sees along the border follows; applied only if all of them are named."""
    collection = zones[0].collection if zones else asked["collection"]
    if "line" in asked:
        line = [(float(lon), float(lat)) for lon, lat in given("line", asked, ("LineString",)).coords]
        there = _around(zones, near(collection, [shapely.LineString(line)], user))
        found = acts.follow_line({name: zone.area for name, zone in there.items()}, line)
    else:
        moves = {position(move["from"]): position(move["to"]) for move in asked["moves"]}
        there = _around(zones, near(collection, [shapely.MultiPoint(list(moves))], user))
        found = acts.move_corners({name: zone.area for name, zone in there.items()}, moves)
    unnamed = sorted(set(found) - {zone.id for zone in zones})
    if unnamed and not asked.get("preview", True):
        raise _not_named(unnamed)
    return [Reshaped.of(there[name], area) for name, area in found.items()]


def cut_hole(zones: Sequence[Zone], asked: Parameters, user: User) -> list[Reshaped]:
    zone = _only(zones)
    hole = given("hole", asked, ("Polygon",))
    if getattr(hole, "interiors", ()):
        raise ActImpossible("hole_with_holes", Text("ช่องว่างมีวงเดียว", "A hole has one ring."), "/hole")
    return [Reshaped.of(zone, acts.cut_hole(zone.area, hole))]  # type: ignore[arg-type]


def fill_hole(zones: Sequence[Zone], asked: Parameters, user: User) -> list[Reshaped]:
    zone = _only(zones)
    return [Reshaped.of(zone, acts.fill_hole(zone.area, position(asked["at"])))]


ACTS: dict[str, Act] = {
    "split": split,
    "merge": merge,
    "clip": clip,
    "cut-away": cut_away,
    "snap": snap,
    "move-border": move_border,
    "cut-hole": cut_hole,
    "fill-hole": fill_hole,
}


def _only(zones: Sequence[Zone]) -> Zone:
    if len(zones) != 1:
        raise ActImpossible("one_feature", Text("ทำได้ทีละหนึ่งเขต", "One feature is wanted."), "/features")
    return zones[0]


def _named(id_: str, zones: Sequence[Zone], pointer: str) -> Zone:
    for zone in zones:
        if zone.id == id_:
            return zone
    raise ActImpossible("not_among_them", Text("ไม่อยู่ในเขตที่ระบุ", "This is none of the named features."), pointer)


def _value(name: str, zone: Zone, pointer: str) -> Any:
    values = copied(zone.row)
    if name not in values or name == "status":
        raise ActImpossible("no_such_property", Text("ไม่มีค่านี้ให้เลือก", "This property cannot be taken over."), pointer)
    return values[name]


def position(numbers: Sequence[float]) -> Position:
    return round_coordinate(float(numbers[0])), round_coordinate(float(numbers[1]))


def given(name: str, asked: Parameters, types: tuple[str, ...], inside: str = "") -> BaseGeometry:
    """A geometry of the request, judged as any other. Raises ActImpossible."""
    try:
        return shapely.from_wkb(bytes(at_entry(asked[name], types).wkb))
    except InvalidGeometry as fault:
        raise ActImpossible(fault.code, fault.text, f"{inside}/{name}") from fault


def _boundary(to: Mapping[str, Any], user: User) -> BaseGeometry:
    """Another feature that this person sees, a boundary by its id, the service area, or what the request draws."""
    if "geometry" in to:
        return given("geometry", to, ("Polygon", "MultiPolygon"), "/to")
    if "id" in to:
        return seen([{"collection": to["collection"], "id": to["id"]}], user, versions_wanted=False)[0].area
    rows = Boundary.objects.filter(pk=to["boundary"])
    if to["boundary"] == BoundaryLevel.SERVICE_AREA:
        rows = Boundary.objects.filter(level=BoundaryLevel.SERVICE_AREA)
    row = rows.order_by("pk").first()
    if row is None:
        raise ActImpossible("no_such_boundary", Text("ไม่มีขอบเขตนี้", "There is no such boundary."), "/to/boundary")
    return shapely.from_wkb(bytes(row.geometry.wkb))


def _around(zones: Sequence[Zone], others: Sequence[Zone]) -> dict[str, Zone]:
    return {zone.id: zone for zone in (*others, *zones)}


def _followed(asked: Parameters, corners: Sequence[Position], user: User) -> list[Reshaped]:
    """The neighbours that are named, with the new corners on their borders; those that get none are left alone."""
    refs: Sequence[Ref] = asked.get("neighbours", [])
    found = []
    for zone in seen(refs, user, versions_wanted=not asked.get("preview", True)):
        area = acts.insert_vertices(zone.area, corners)
        if shapely.get_num_coordinates(area) > shapely.get_num_coordinates(zone.area):
            found.append(Reshaped.of(zone, area))
    return found


def _new_ids(zone: Zone, count: int, wished: Sequence[str]) -> list[str]:
    """The wished ids, then the zone's own with a number that was never given."""
    taken = set(SpaceRegistry.objects.filter(pk__startswith=zone.id[:LONGEST_BASE]).values_list("pk", flat=True))
    ids, number = list(wished[:count]), 2
    while len(ids) < count:
        if (id_ := f"{zone.id[:LONGEST_BASE].rstrip('-')}-{number}") not in taken:
            ids.append(id_)
        number += 1
    return ids


def _not_named(ids: Sequence[str]) -> ActImpossible:
    listed = ", ".join(ids[:20])
    words = Text(
        f"เขตเหล่านี้ใช้ขอบร่วมด้วย ต้องระบุพร้อมรุ่น: {listed}", f"These share the border: name them, with versions: {listed}."
    )
    return ActImpossible("feature_not_named", words, "/features")
