"""Bringing a late proposal up to date: field by field, from what its author saw, wants, and what others made of it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from geo.differences import three_way
from geo.texts import Text
from spaces.changesets import Action, Change
from spaces.models import EVENT_OF, LearningSpace, Status
from spaces.proposals.states import Values, as_json, held, wanted

MINE, THEIRS = "mine", "theirs"
Key = tuple[str, str]
Resolutions = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True)
class Conflict:
    """A field that the author and somebody else changed, each differently. `change` is its place in the proposal."""

    change: int
    collection: str
    space: str
    field: str
    base: Any
    mine: Any
    theirs: Any

    def as_json(self) -> dict[str, Any]:
        values = {name: as_json(getattr(self, name)) for name in ("base", MINE, THEIRS)}
        return {"change": self.change, "collection": self.collection, "id": self.space, "field": self.field, **values}


class ProposalConflicts(Exception):
    """Others changed the same fields meanwhile. `conflicts` lists them; `resolutions` says mine or theirs for each."""

    text = Text(
        "มีผู้แก้ไขช่องเดียวกันไปแล้ว ให้เลือกใน resolutions ว่าจะใช้ค่าของข้อเสนอ (mine) หรือค่าปัจจุบัน (theirs)",
        "Others changed the same fields meanwhile: choose mine or theirs for each in `resolutions`.",
    )

    def __init__(self, conflicts: Sequence[Conflict]) -> None:
        super().__init__(self.text.en)
        self.extra = {"conflicts": [conflict.as_json() for conflict in conflicts]}


class SpaceGone(Exception):
    """The space was deleted after it was proposed to change it. Bring it back first, or reject the proposal."""

    def __init__(self, change: Change) -> None:
        self.text = Text(
            f"“{change.id}” ถูกลบไปแล้ว ต้องกู้คืนก่อน หรือปฏิเสธข้อเสนอนี้",
            f"“{change.id}” was deleted meanwhile: bring it back first, or reject this proposal.",
        )
        super().__init__(self.text.en)
        self.extra = {"collection": change.collection, "id": change.id}


@dataclass(frozen=True)
class Rebased:
    """The change as it would be applied on the space of today, and what cannot be decided without a person."""

    change: Change | None
    conflicts: tuple[Conflict, ...] = field(default=())


def rebase(
    index: int, change: Change, base: Any | None, current: LearningSpace | None, chosen: Mapping[str, str] | None = None
) -> Rebased:
    """The change on top of `current`; `base` is the version its author saw, `chosen` says mine or theirs by field.

    Raises SpaceGone when there is nothing left to change.
    """
    if change.action == Action.CREATE or (current is not None and current.version == change.base_version):
        return Rebased(change)
    if current is None or base is None:
        raise SpaceGone(change)
    if current.status == Status.DELETED and base.status != Status.DELETED:
        if change.action == Action.DELETE:
            return Rebased(None)
        raise SpaceGone(change)
    return _merged(index, change, base, current, chosen or {})


def _merged(index: int, change: Change, base: Any, current: LearningSpace, chosen: Mapping[str, str]) -> Rebased:
    mine = wanted(change)
    before, theirs = held(base, mine), held(current, mine)
    merge = three_way(before, mine, theirs)
    # Nobody deletes what they have not seen: a late deletion is always asked about.
    disputed = ("status",) if change.action == Action.DELETE else merge.conflicts
    values: Values = merge.values | {name: mine[name] for name in disputed if chosen.get(name) == MINE}
    open_ones = tuple(
        Conflict(index, change.collection, change.id, name, before[name], mine[name], theirs[name])
        for name in disputed
        if chosen.get(name) not in (MINE, THEIRS)
    )
    return Rebased(_on_top(change, values, current, disputed, chosen), open_ones)


def _on_top(
    change: Change, values: Values, current: LearningSpace, disputed: Iterable[str], chosen: Mapping[str, str]
) -> Change | None:
    if change.action == Action.DELETE:
        stays = all(chosen.get(name) == THEIRS for name in disputed)
        return None if stays else replace(change, base_version=current.version)
    return replace(change, values=values, base_version=current.version) if values else None


def bases(changes: Iterable[Change]) -> dict[tuple[str, str, int], Any]:
    """The versions that the authors saw, by (collection, id, version), in one query for each collection."""
    wanted_ones: dict[str, list[Change]] = {}
    for change in changes:
        if change.base_version is not None:
            wanted_ones.setdefault(change.collection, []).append(change)
    found: dict[tuple[str, str, int], Any] = {}
    for collection, some in wanted_ones.items():
        rows: Any = EVENT_OF[collection]._default_manager.filter(
            id__in={change.id for change in some}, version__in={change.base_version for change in some}
        )
        found |= {(collection, row.id, row.version): row for row in rows}
    return found
