"""`apply(changes)`: the one way in which spaces change.

Fixtures, admin, import and API all call it. It applies every change in one transaction, or none.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.db import IntegrityError, models, transaction
from django.utils import timezone

from geo.history import write_under
from spaces.models import KIND_OF, Changeset, LearningSpace, Partner, Status
from spaces.references import check_references

if TYPE_CHECKING:
    from spaces.models import User


class Action(StrEnum):
    CREATE = "create"
    MODIFY = "modify"
    DELETE = "delete"


# What the database says of a row, never its writer.
STAMPED = frozenset({"id", "uid", "version", "changeset", "changeset_id", "created_at", "updated_at", "search_text"})


@dataclass(frozen=True)
class Change:
    """One space to create, modify or delete.

    `values` are field names of the kind, `geometry` among them as a GEOSGeometry that passed `geo.geometry.at_entry`.
    `base_version` is the version the writer saw; None only for a new space.
    """

    action: Action
    collection: str
    id: str
    values: Mapping[str, Any] = field(default_factory=dict)
    base_version: int | None = None


class ChangeRefused(Exception):
    """One change of a changeset cannot be applied; `index` is its place in the list. Nothing was applied."""

    def __init__(self, index: int, change: Change, message: str) -> None:
        super().__init__(f"{change.collection}/{change.id}: {message}")
        self.index, self.change = index, change


class UnknownCollection(ChangeRefused):
    pass


class SpaceMissing(ChangeRefused):
    pass


class SpaceExists(ChangeRefused):
    pass


class InvalidValues(ChangeRefused):
    """`faults` holds the messages by field name."""

    def __init__(self, index: int, change: Change, faults: Mapping[str, Sequence[str]]) -> None:
        super().__init__(index, change, "; ".join(f"{name}: {' '.join(texts)}" for name, texts in faults.items()))
        self.faults = faults


class StaleVersion(ChangeRefused):
    """Somebody was faster: `theirs` is the space as it stands now."""

    def __init__(self, index: int, change: Change, theirs: LearningSpace) -> None:
        super().__init__(
            index, change, f"version {theirs.version} is stored, the change was made on {change.base_version}."
        )
        self.theirs = theirs


def apply(
    changes: Iterable[Change],
    *,
    author: "User | None",
    comment: str,
    source: str,
    partner: Partner | None = None,
    accepting: Changeset | None = None,
) -> Changeset:
    """Applies all changes as one changeset, or none of them.

    `accepting` is a proposal that becomes that changeset; its author, comment, source and partner stand already.
    Whether `author` may do this is the caller's question (`spaces.permissions`). Raises a ChangeRefused.
    """
    with transaction.atomic():
        changeset = accepting or Changeset(author=author, partner=partner, comment=comment, source=source)
        changeset.state, changeset.applied_at = Changeset.State.APPLIED, timezone.now()
        changeset.save()
        write_under(changeset.pk)
        for index, change in enumerate(changes):
            _apply_one(index, change, changeset)
    return changeset


def _apply_one(index: int, change: Change, changeset: Changeset) -> None:
    kind = KIND_OF.get(change.collection)
    if kind is None:
        raise UnknownCollection(index, change, "there is no such collection.")
    space = kind(id=change.id) if change.action == Action.CREATE else _locked(kind, index, change)
    _assign(space, index, change)
    space.changeset = changeset
    try:
        with transaction.atomic():
            space.save(force_insert=change.action == Action.CREATE)
    except IntegrityError as fault:
        raise _refusal(index, change, fault) from fault


def _locked(kind: type[LearningSpace], index: int, change: Change) -> LearningSpace:
    """The row as it is now, locked until the end of the transaction, if it still has the version the writer saw."""
    space: LearningSpace | None = kind.objects.select_for_update(of=("self",)).filter(pk=change.id).first()
    if space is None:
        raise SpaceMissing(index, change, "there is no such space.")
    if space.version != change.base_version:
        raise StaleVersion(index, change, space)
    return space


def _assign(space: LearningSpace, index: int, change: Change) -> None:
    if change.action == Action.DELETE:
        space.status = Status.DELETED
        return
    try:
        for name, value in change.values.items():
            setattr(space, _writable(space, name).attname, value)
        space.clean_fields(exclude={"changeset", "uid", "geometry", "visit_minutes"})
        check_references(space)
    except ValidationError as fault:
        raise InvalidValues(index, change, fault.message_dict) from fault


def _writable(space: LearningSpace, name: str) -> "models.Field[Any, Any]":
    try:
        model_field = space._meta.get_field(name)
    except FieldDoesNotExist:
        model_field = None
    if model_field is None or name in STAMPED or not isinstance(model_field, models.Field):
        raise ValidationError({name: ["This is not a field that can be written."]})
    return model_field


def _refusal(index: int, change: Change, fault: IntegrityError) -> ChangeRefused:
    """The words for a constraint that the database held up."""
    diagnosis = getattr(fault.__cause__, "diag", None)
    name = getattr(diagnosis, "constraint_name", None) or ""
    message = getattr(diagnosis, "message_primary", None) or str(fault)
    if name.endswith("_pkey"):
        return SpaceExists(index, change, "this id is in use or was used before.")
    law = name.split("_", 2)[-1] if name else "geometry" if "service area" in message else "row"
    return InvalidValues(index, change, {law: [message]})
