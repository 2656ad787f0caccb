"""What becomes of a proposal: applied, rejected or withdrawn, once and for all; until then discussed and replaced."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction
from django.utils import timezone

from geo.texts import Text
from spaces.changesets import Action, Change, apply
from spaces.models import KIND_OF, Changeset, LearningSpace, ProposalComment, User
from spaces.permissions import NotAllowed, may_publish, publishes_for
from spaces.proposals.rebasing import Key, ProposalConflicts, Rebased, Resolutions, bases, rebase
from spaces.proposing import change_of, keep, rehearse
from spaces.residents import forget_contact

State = Changeset.State


class ProposalDecided(Exception):
    """What is decided stays decided."""

    def __init__(self, proposal: Changeset) -> None:
        self.text = Text(
            f"ข้อเสนอที่ {proposal.pk} ตัดสินแล้ว แก้ไขไม่ได้อีก",
            f"Proposal {proposal.pk} is {proposal.state} already and stays so.",
        )
        super().__init__(self.text.en)
        self.extra = {"state": proposal.state}


class ProposalChanged(Exception):
    """The proposal is not the one that was seen: its author has replaced it since. A 412."""

    def __init__(self, proposal: Changeset) -> None:
        self.text = Text(
            f"ผู้เสนอแก้ไขข้อเสนอแล้ว ตอนนี้เป็นฉบับที่ {proposal.revision} โปรดอ่านใหม่ก่อน",
            f"Its author has replaced this proposal: revision {proposal.revision} is stored. Read it again first.",
        )
        super().__init__(self.text.en)
        self.extra = {"revision": proposal.revision}
        self.headers = {"ETag": f'"{proposal.revision}"'}


@transaction.atomic
def accept(
    proposal: Changeset, *, reviewer: User, revision: int, resolutions: Resolutions | None = None, reason: str = ""
) -> Changeset:
    """Applies the proposal as its author's changeset, brought up to date, and notes who reviewed it.

    Raises NotAllowed, ProposalDecided, ProposalChanged, ProposalConflicts, SpaceGone, or a ChangeRefused.
    """
    locked = _open(proposal, revision)
    changes = stored_changes(locked)
    rows = _locked_rows(changes)
    must_decide(reviewer, changes, rows)
    rebased = _brought_up_to_date(changes, rows, resolutions or {})
    _sign(locked, reviewer, reason)
    forget_contact(locked)
    return apply(rebased, author=locked.author, comment="", source="", accepting=locked)


@transaction.atomic
def reject(proposal: Changeset, *, reviewer: User, revision: int, reason: str) -> Changeset:
    """Raises NotAllowed, ProposalDecided, ProposalChanged."""
    locked = _open(proposal, revision)
    changes = stored_changes(locked)
    must_decide(reviewer, changes, _rows(changes))
    locked.state = State.REJECTED
    _sign(locked, reviewer, reason)
    forget_contact(locked)
    locked.save()
    return locked


@transaction.atomic
def withdraw(proposal: Changeset, *, user: User) -> Changeset:
    """By its author only. Raises NotAllowed, ProposalDecided."""
    locked = _open(proposal)
    _must_be_author(locked, user)
    locked.state = State.WITHDRAWN
    locked.save()
    return locked


@transaction.atomic
def replace(
    proposal: Changeset,
    changes: Sequence[Change],
    rows: Mapping[Key, LearningSpace],
    *,
    user: User,
    revision: int,
    comment: str | None,
) -> Changeset:
    """Puts other changes in the place of those proposed; the revision counts up, so that nobody applies unseen ones.

    `rows` are the spaces as they stand. Raises NotAllowed, ProposalDecided, ProposalChanged, or a ChangeRefused.
    """
    locked = _open(proposal, revision)
    _must_be_author(locked, user)
    locked.comment = locked.comment if comment is None else comment
    locked.revision += 1
    locked.save()
    rehearse(locked, changes)
    locked.proposed_changes.all().delete()
    keep(locked, changes, rows)
    return locked


def say(proposal: Changeset, *, author: User, text: str) -> ProposalComment:
    """A comment, also on what is decided: somebody may want to know why."""
    return ProposalComment.objects.create(changeset=proposal, author=author, text=text)


def stored_changes(proposal: Changeset) -> list[Change]:
    return [change_of(stored) for stored in proposal.proposed_changes.order_by("index")]


def may_decide(user: User, changes: Sequence[Change], rows: Mapping[Key, LearningSpace]) -> bool:
    """Whoever could have published each of the changes."""
    own = publishes_for(user)
    return all(may_publish(user, change, rows.get((change.collection, change.id)), own=own) for change in changes)


def must_decide(user: User, changes: Sequence[Change], rows: Mapping[Key, LearningSpace]) -> None:
    if not may_decide(user, changes, rows):
        raise NotAllowed


def _open(proposal: Changeset, revision: int | None = None) -> Changeset:
    """The proposal, locked, if it still waits and is the one that was seen."""
    locked = Changeset.objects.select_for_update(of=("self",)).get(pk=proposal.pk)
    if locked.state != State.PROPOSED:
        raise ProposalDecided(locked)
    if revision is not None and locked.revision != revision:
        raise ProposalChanged(locked)
    return locked


def _must_be_author(proposal: Changeset, user: User) -> None:
    if proposal.author_id != user.pk:
        raise NotAllowed


def _sign(proposal: Changeset, reviewer: User, reason: str) -> None:
    proposal.reviewed_by, proposal.reviewed_at, proposal.reason = reviewer, timezone.now(), reason


def _brought_up_to_date(
    changes: Sequence[Change], rows: Mapping[Key, LearningSpace], resolutions: Resolutions
) -> list[Change]:
    seen = bases(changes)
    found: list[Rebased] = []
    for index, change in enumerate(changes):
        base = seen.get((change.collection, change.id, change.base_version or 0))
        current = rows.get((change.collection, change.id))
        found.append(rebase(index, change, base, current, resolutions.get(str(index))))
    if conflicts := [conflict for one in found for conflict in one.conflicts]:
        raise ProposalConflicts(conflicts)
    return [one.change for one in found if one.change is not None]


def _locked_rows(changes: Sequence[Change]) -> dict[Key, LearningSpace]:
    """The spaces, locked in one order for everybody until the proposal is applied."""
    return _rows(changes, lock=True)


def _rows(changes: Sequence[Change], *, lock: bool = False) -> dict[Key, LearningSpace]:
    found: dict[Key, LearningSpace] = {}
    for collection in sorted({change.collection for change in changes}):
        ids = [change.id for change in changes if change.collection == collection and change.action != Action.CREATE]
        rows: Any = KIND_OF[collection].objects.filter(pk__in=ids).order_by("pk")
        for row in rows.select_for_update(of=("self",)) if lock else rows:
            found[collection, row.pk] = row
    return found
