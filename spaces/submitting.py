"""`submit(changes)`: how a person's changes enter. Who may publish applies at once; who may not, proposes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.db.models import Q

from spaces.changesets import Action, Change, SpaceMissing, StaleVersion, UnknownCollection, apply
from spaces.models import KIND_OF, Changeset, LearningSpace, Partner, Status, User
from spaces.permissions import NotAllowed, may_propose, may_publish, publishes_everything, publishes_for
from spaces.proposing import propose as store

Key = tuple[str, str]


@dataclass(frozen=True)
class Submitted:
    """The changeset that came of it: applied, or waiting as a proposal."""

    changeset: Changeset
    applied: bool


def submit(
    changes: Sequence[Change],
    *,
    user: User,
    comment: str,
    source: str,
    partner: Partner | None = None,
    propose: bool = False,
) -> Submitted:
    """Applies all changes when `user` may publish each of them (unless `propose`), else stores one proposal of them.

    Raises NotAllowed for who may not even propose, and a ChangeRefused for what could not be applied either way;
    what `user` may not see is a SpaceMissing.
    """
    rows = current_rows(changes, user)
    own = publishes_for(user)
    publishes = all(may_publish(user, change, rows.get(_key(change)), own=own) for change in changes)
    if publishes and not propose:
        return Submitted(apply(changes, author=user, comment=comment, source=source, partner=partner), applied=True)
    if not may_propose(user):
        raise NotAllowed
    return Submitted(store(changes, rows, author=user, comment=comment, source=source, partner=partner), applied=False)


def current_rows(changes: Sequence[Change], user: User) -> dict[Key, LearningSpace]:
    """The spaces to be changed as they stand, by (collection, id).

    That the version is the one the writer saw is asked here too: rights are those over *that* row.
    Raises UnknownCollection, SpaceMissing, StaleVersion.
    """
    found = {key: row for name, some in _by_collection(changes) for key, row in _visible(name, some, user)}
    made: set[Key] = set()
    for index, change in enumerate(changes):
        key = _key(change)
        if change.collection not in KIND_OF:
            raise UnknownCollection(index, change, "there is no such collection.")
        if change.action != Action.CREATE and key not in made:
            _must_stand(index, change, found.get(key))
        made.add(key)
    return found


def _must_stand(index: int, change: Change, row: LearningSpace | None) -> None:
    if row is None:
        raise SpaceMissing(index, change, "there is no such space.")
    if row.version != change.base_version:
        raise StaleVersion(index, change, row)


def _by_collection(changes: Iterable[Change]) -> Iterable[tuple[str, list[Change]]]:
    there = [change for change in changes if change.action != Action.CREATE and change.collection in KIND_OF]
    for name, some in groupby(
        sorted(there, key=lambda change: change.collection), key=lambda change: change.collection
    ):
        yield name, list(some)


def _visible(collection: str, changes: list[Change], user: User) -> Iterable[tuple[Key, LearningSpace]]:
    """What `user` sees of the spaces; of the deleted only those to be brought back by who may."""
    kind: Any = KIND_OF[collection]
    seen = kind.objects.visible_to(user).filter(pk__in=[change.id for change in changes])
    back = [change.id for change in changes if change.values.get("status", Status.DELETED) != Status.DELETED]
    deleted = kind.objects.filter(pk__in=back, status=Status.DELETED).filter(_restorable_by(user))
    for row in [*seen, *(deleted if back else ())]:
        yield (collection, row.pk), row


def _restorable_by(user: User) -> Q:
    return Q() if publishes_everything(user) else Q(partner__in=publishes_for(user))


def _key(change: Change) -> Key:
    return change.collection, change.id
