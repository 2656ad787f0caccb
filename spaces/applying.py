"""Writing the changes of a changeset: many rows in few statements, locked in one order.

A transaction locks the rows it changes by collection and id, then adds new ones in the same order: two writers wait
for each other, and neither for ever. A version has one winner, because it is compared after the lock.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.db import IntegrityError, models, transaction

from geo.postgis.rows import insert_rows, update_rows
from spaces.changes import (
    STAMPED,
    Action,
    Change,
    ChangeRefused,
    InvalidValues,
    SpaceExists,
    SpaceMissing,
    StaleVersion,
    UnknownCollection,
    refuse,
)
from spaces.models import KIND_OF, Changeset, LearningSpace, SpaceRegistry, Status
from spaces.references import LookUps

# What `clean_fields` leaves alone: the database's own, and what `references` and `geo.geometry` look at.
_NOT_CLEANED = frozenset({"changeset", "uid", "geometry", "visit_minutes", "partner"})
# So many rows are tried one by one to say which of them the database refused.
MOST_TRIED = 2_000
MOST_TOLD = 100

Key = tuple[str, str]


@dataclass
class Step:
    """A change on its way: its place in the list, and the row that it makes."""

    index: int
    change: Change
    space: Any = None  # the LearningSpace, once it is found or made

    @property
    def key(self) -> Key:
        return self.change.collection, self.change.id

    @property
    def is_new(self) -> bool:
        return self.change.action == Action.CREATE


def write(changes: Sequence[Change], changeset: Changeset) -> None:
    """Writes all changes under `changeset`, inside the caller's transaction. Raises a ChangeRefused."""
    refuse([unknown(step) for step in _steps(changes) if step.change.collection not in KIND_OF])
    for steps in _rounds(changes):
        _find(steps)
        _fill(steps, changeset)
        for batch in _batches(steps):
            _store(batch)


def unknown(step: Step) -> ChangeRefused:
    return UnknownCollection(step.index, step.change, "there is no such collection.")


def _steps(changes: Iterable[Change]) -> Iterator[Step]:
    return (Step(index, change) for index, change in enumerate(changes))


def _rounds(changes: Iterable[Change]) -> list[list[Step]]:
    """The changes so parted that a space comes once in each round: a later change of it sees the earlier one."""
    earlier: Counter[Key] = Counter()
    rounds: dict[int, list[Step]] = defaultdict(list)
    for step in _steps(changes):
        rounds[earlier[step.key]].append(step)
        earlier[step.key] += 1
    return list(rounds.values())


# --- Which rows -------------------------------------------------------------------------------------------------------


def _find(steps: Sequence[Step]) -> None:
    """Gives each step its row: new, or locked until the end of the transaction. Raises for all that cannot have one."""
    rows = _locked([step for step in steps if not step.is_new])
    used = _used([step.change.id for step in steps if step.is_new])
    refusals = []
    for step in steps:
        step.space = KIND_OF[step.change.collection](id=step.change.id) if step.is_new else rows.get(step.key)
        if refusal := _mismatch(step, used):
            refusals.append(refusal)
    refuse(refusals)


def _locked(steps: Sequence[Step]) -> dict[Key, LearningSpace]:
    found: dict[Key, LearningSpace] = {}
    for collection in sorted({step.change.collection for step in steps}):
        ids = [step.change.id for step in steps if step.change.collection == collection]
        rows = KIND_OF[collection].objects.select_for_update(of=("self",)).filter(pk__in=ids).order_by("pk")
        found |= {(collection, row.pk): row for row in rows}
    return found


def _used(ids: Sequence[str]) -> frozenset[str]:
    """Ids that a space of any kind has or ever had."""
    return frozenset(SpaceRegistry.objects.filter(pk__in=ids).values_list("pk", flat=True)) if ids else frozenset()


def _mismatch(step: Step, used: frozenset[str]) -> ChangeRefused | None:
    if step.is_new:
        return _taken(step) if step.change.id in used else None
    if step.space is None:
        return SpaceMissing(step.index, step.change, "there is no such space.")
    if step.space.version != step.change.base_version:
        return StaleVersion(step.index, step.change, step.space)
    return None


def _taken(step: Step) -> ChangeRefused:
    return SpaceExists(step.index, step.change, "this id is in use or was used before.")


# --- With which values ------------------------------------------------------------------------------------------------


def _fill(steps: Sequence[Step], changeset: Changeset) -> None:
    """Gives each row its new values. Raises InvalidValues for all rows that cannot have them."""
    faults = {step.index: _assign(step, changeset) for step in steps}
    look_ups = LookUps(step.space for step in steps)
    for step in steps:
        faults[step.index] |= look_ups.faults(step.space, _names(step))
    refuse([InvalidValues(step.index, step.change, faults[step.index]) for step in steps if faults[step.index]])


def _names(step: Step) -> frozenset[str]:
    """The fields that are to be written, or all of a new row."""
    if step.change.action == Action.DELETE:
        return frozenset({"status"})
    names = {name.removesuffix("_id") if name == "partner_id" else name for name in step.change.values}
    return frozenset(field.name for field in step.space._meta.concrete_fields) if step.is_new else frozenset(names)


def _assign(step: Step, changeset: Changeset) -> dict[str, list[str]]:
    """Sets the values; gives the messages by field for those that cannot be."""
    step.space.changeset = changeset
    if step.change.action == Action.DELETE:
        step.space.status = Status.DELETED
        return {}
    try:
        for name, value in step.change.values.items():
            setattr(step.space, _writable(step.space, name).attname, value)
        others = {field.name for field in step.space._meta.concrete_fields} - _names(step)
        step.space.clean_fields(exclude=_NOT_CLEANED | others)
    except ValidationError as fault:
        return dict(fault.message_dict)
    return {}


def _writable(space: LearningSpace, name: str) -> "models.Field[Any, Any]":
    try:
        model_field = space._meta.get_field(name)
    except FieldDoesNotExist:
        model_field = None
    if model_field is None or name in STAMPED or not isinstance(model_field, models.Field):
        raise ValidationError({name: ["This is not a field that can be written."]})
    return model_field


# --- Into the database ------------------------------------------------------------------------------------------------


def _batches(steps: Sequence[Step]) -> list[list[Step]]:
    """Steps that go in one statement: changed rows with the same fields, then new rows of one kind; in order of id."""
    batches: dict[tuple[bool, str, tuple[str, ...]], list[Step]] = defaultdict(list)
    for step in sorted(steps, key=lambda step: step.key):
        names = () if step.is_new else tuple(sorted(_names(step)))
        if names or step.is_new:
            batches[step.is_new, step.change.collection, names].append(step)
    return [batches[key] for key in sorted(batches)]


def _store(batch: Sequence[Step]) -> None:
    """One statement; if a law of the database forbids it, each row is tried to say which one breaks which law."""
    try:
        _save(batch)
    except IntegrityError as fault:
        refuse([refusal for step in batch[:MOST_TRIED] if (refusal := _refusal_of(step))][:MOST_TOLD])
        raise _refusal(batch[0], fault) from fault


def _refusal_of(step: Step) -> ChangeRefused | None:
    try:
        _save([step])
    except IntegrityError as fault:
        return _refusal(step, fault)
    return None


def _save(batch: Sequence[Step]) -> None:
    rows = [step.space for step in batch]
    with transaction.atomic():
        if batch[0].is_new:
            insert_rows(rows)
        else:
            update_rows(rows, sorted(_names(batch[0])))


def _refusal(step: Step, fault: IntegrityError) -> ChangeRefused:
    """The words for a constraint that the database held up."""
    diagnosis = getattr(fault.__cause__, "diag", None)
    name = getattr(diagnosis, "constraint_name", None) or ""
    message = getattr(diagnosis, "message_primary", None) or str(fault)
    if name.endswith("_pkey"):
        return _taken(step)
    law = name.split("_", 2)[-1] if name else "geometry" if "service area" in message else "row"
    return InvalidValues(step.index, step.change, {law: [message]})
