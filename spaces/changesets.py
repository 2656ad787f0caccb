"""`apply(changes)`: the one way in which spaces change.

Fixtures, admin, import and API all call it. It applies every change in one transaction, or none.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.utils import timezone

from geo.history import write_under
from geo.postgis.retrying import retried
from spaces.applying import write
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
)
from spaces.models import Changeset, Partner

if TYPE_CHECKING:
    from spaces.models import User

__all__ = [
    "STAMPED",
    "Action",
    "Change",
    "ChangeRefused",
    "InvalidValues",
    "SpaceExists",
    "SpaceMissing",
    "StaleVersion",
    "UnknownCollection",
    "apply",
]


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
    wanted = tuple(changes)

    def applied() -> Changeset:
        changeset = accepting or Changeset(author=author, partner=partner, comment=comment, source=source)
        changeset.state, changeset.applied_at = Changeset.State.APPLIED, timezone.now()
        changeset.save()
        write_under(changeset.pk)
        write(wanted, changeset)
        return changeset

    return retried(applied)
