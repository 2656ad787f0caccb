"""One change of one space, and the reasons for which it can be refused."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spaces.models import LearningSpace


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
    """One change of a changeset cannot be applied; `index` is its place in the list. Nothing was applied.

    `together` holds every refusal that was found at once, this one first.
    """

    together: "Sequence[ChangeRefused]"

    def __init__(self, index: int, change: Change, message: str) -> None:
        super().__init__(f"{change.collection}/{change.id}: {message}")
        self.index, self.change = index, change
        self.together = (self,)


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

    def __init__(self, index: int, change: Change, theirs: "LearningSpace") -> None:
        super().__init__(
            index, change, f"version {theirs.version} is stored, the change was made on {change.base_version}."
        )
        self.theirs = theirs


def refuse(refusals: Sequence[ChangeRefused]) -> None:
    """Raises the refusal of the earliest change, with all others beside it. Returns when there is none."""
    if refusals:
        first, *others = sorted(refusals, key=lambda refusal: refusal.index)
        first.together = (first, *others)
        raise first
