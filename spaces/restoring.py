"""Going back: the changes that restore a version, undo one old change, or undo a whole changeset.

Nothing is rewound. Each gives ordinary changes on top of what stands, to be submitted as one new changeset; what others
changed since stays, and where it cannot stay the fields are named and nothing is changed.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from django.http import Http404

from geo.differences import three_way
from geo.texts import Text
from spaces.changes import Action, Change, StaleVersion
from spaces.history import PAST_OF, PastOf
from spaces.models import EVENT_OF, LearningSpace, Status
from spaces.proposals.states import as_json
from spaces.versions import Values, differing, values_of

MOST = 2_000  # spaces in one undo, as in one changeset of the API


class UndoConflicts(Exception):
    """Later changes of the same fields stand in the way. `conflicts` lists them."""

    def __init__(self, conflicts: Sequence[dict[str, Any]]) -> None:
        fields = ", ".join(dict.fromkeys(str(conflict["field"]) for conflict in conflicts))
        self.text = Text(
            f"มีการแก้ไขช่องเดียวกันภายหลังแล้ว: {fields}",
            f"The same was changed again later: {fields}. Undo the later change first.",
        )
        super().__init__(self.text.en)
        self.extra = {"conflicts": list(conflicts)}


class NothingToUndo(Exception):
    """Everything is already as it would be."""

    text = Text("ทุกอย่างเป็นเช่นนั้นอยู่แล้ว", "Everything is like that already.")


class TooMuchToUndo(Exception):
    """A changeset of more spaces than one request may change."""

    text = Text(f"ชุดการแก้ไขนี้มีเกิน {MOST} แห่ง", f"This changeset touched more than {MOST} spaces.")


class IsDeletion(Exception):
    """The version is the state of deletion: there is nothing in it to restore."""

    text = Text("รุ่นนี้คือการลบ ให้เลือกรุ่นก่อนหน้า", "This version is the deletion itself: choose an earlier one.")


def restored(collection: str, space_id: str, version: int, base: int, user: Any) -> Change:
    """The change that gives the space the values of `version` again. `base` is the version the person saw.

    Raises Http404, StaleVersion, IsDeletion or NothingToUndo.
    """
    past, current = _current(collection, space_id, user)
    wanted = _at(past, space_id, version, user)
    if wanted.status == Status.DELETED:
        raise IsDeletion
    values = differing(values_of(wanted), values_of(current))
    change = Change(Action.MODIFY, collection, space_id, values, base_version=base)
    _must_be_seen(change, current)
    if not values:
        raise NothingToUndo
    return change


def undone(collection: str, space_id: str, version: int, base: int, user: Any) -> Change:
    """The change that takes back what `version` changed, while later changes stay.

    Raises Http404, StaleVersion, UndoConflicts or NothingToUndo.
    """
    past, current = _current(collection, space_id, user)
    made = _at(past, space_id, version, user)
    before = _at(past, space_id, version - 1, user) if version > 1 else None
    _must_be_seen(Change(Action.MODIFY, collection, space_id, base_version=base), current)
    change, conflicts = _taken_back(collection, before, made, current)
    return _only((change,), conflicts)[0]


def undone_changeset(changeset_id: int, user: Any) -> list[Change]:
    """The changes that take back everything a changeset did. Each says on which version it was reckoned.

    Raises Http404 where anything it touched is not for this person to see, UndoConflicts, NothingToUndo, TooMuchToUndo.
    """
    found = [_undone_in(collection, changeset_id, user) for collection in EVENT_OF]
    if not any(touched for touched, _, _ in found):
        raise Http404
    return _only(
        [change for _, changes, _ in found for change in changes],
        [conflict for _, _, conflicts in found for conflict in conflicts],
    )


def _undone_in(collection: str, changeset_id: int, user: Any) -> tuple[int, list[Change | None], list[dict[str, Any]]]:
    """How many spaces of one kind the changeset touched, their changes, and what stands in the way."""
    past = PAST_OF[collection]
    made = _last_and_first(past.events.objects.filter(changeset_id=changeset_id).values_list("id", "version"))
    if len(made) > MOST:
        raise TooMuchToUndo
    if not made:
        return 0, [], []
    seen = {(row.id, row.version): row for row in past.seen(user).filter(id__in=made, version__in=_needed(made))}
    currents = past.present.objects.in_bulk(list(made))
    changes, conflicts = [], []
    for space_id, (first, last) in made.items():
        before, after = seen.get((space_id, first - 1)), seen.get((space_id, last))
        if after is None or (first > 1 and before is None):
            raise Http404
        change, clashes = _taken_back(collection, before, after, currents[space_id])
        changes.append(change)
        conflicts += clashes
    return len(made), changes, conflicts


def _last_and_first(rows: Iterable[tuple[str, int]]) -> dict[str, tuple[int, int]]:
    """The first and the last version that was made of each space."""
    made: dict[str, tuple[int, int]] = {}
    for space_id, version in rows:
        first, last = made.get(space_id, (version, version))
        made[space_id] = min(first, version), max(last, version)
    return made


def _needed(made: dict[str, tuple[int, int]]) -> set[int]:
    return {number for first, last in made.values() for number in (first - 1, last)}


def _taken_back(
    collection: str, before: Any | None, after: Any, current: LearningSpace
) -> tuple[Change | None, list[dict[str, Any]]]:
    """The change from `after` back to `before`, brought onto `current`, and the fields that were changed since."""
    base, theirs = values_of(after), values_of(current)
    if before is None:
        return _uncreated(collection, base, theirs, current)
    mine = values_of(before)
    merge = three_way(base, mine, theirs)
    conflicts = [_clash(collection, current, name, base, mine, theirs) for name in merge.conflicts]
    if not merge.values:
        return None, conflicts
    return Change(Action.MODIFY, collection, current.pk, merge.values, base_version=current.version), conflicts


def _uncreated(
    collection: str, base: Values, theirs: Values, current: LearningSpace
) -> tuple[Change | None, list[dict[str, Any]]]:
    """To undo a creation is to delete, unless somebody worked on it since."""
    if current.status == Status.DELETED:
        return None, []
    later = differing(theirs, base)
    if later:
        return None, [_clash(collection, current, name, base, {}, theirs) for name in later]
    return Change(Action.DELETE, collection, current.pk, base_version=current.version), []


def _clash(
    collection: str, current: LearningSpace, name: str, base: Values, mine: Values, theirs: Values
) -> dict[str, Any]:
    sides = {"base": base.get(name), "mine": mine.get(name), "theirs": theirs.get(name)}
    told = {side: as_json(value) for side, value in sides.items()}
    return {"collection": collection, "id": current.pk, "version": current.version, "field": name, **told}


def _only(changes: Iterable[Change | None], conflicts: Sequence[dict[str, Any]]) -> list[Change]:
    if conflicts:
        raise UndoConflicts(conflicts)
    found = [change for change in changes if change is not None]
    if not found:
        raise NothingToUndo
    return found


def _current(collection: str, space_id: str, user: Any) -> tuple[PastOf, LearningSpace]:
    """The past of the kind and the space as it stands, if it is in this person's reach. Raises Http404."""
    past = PAST_OF[collection]
    current: LearningSpace | None = past.in_reach(user).filter(pk=space_id).first()
    if current is None:
        raise Http404
    return past, current


def _at(past: PastOf, space_id: str, version: int, user: Any) -> Any:
    row = past.seen(user).filter(id=space_id, version=version).first()
    if row is None:
        raise Http404
    return row


def _must_be_seen(change: Change, current: LearningSpace) -> None:
    if change.base_version != current.version:
        raise StaleVersion(0, change, current)
