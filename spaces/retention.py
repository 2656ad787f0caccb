"""What is deleted for good, and how: the one way out of the tables that keep everything.

Deleting a space is a state. After the time that the operator's rules set, the row, its versions, its exact position,
its sightings and closures and what was proposed for it go. The id stays in the registry, so it is never given again;
what somebody still refers to (a gateway, a story, an activity, an offering) stays until they no longer do.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import models, transaction

from geo.history import open_the_door, write_under
from geo.models import KeptAnswer
from geo.rest.idempotency import KEPT
from spaces.models import (
    EVENT_OF,
    KIND_OF,
    Changeset,
    Closure,
    ExactPosition,
    ExactPositionHistory,
    ProposedChange,
    ResidentContact,
    SpaceRegistry,
    Status,
    Tries,
    WallSighting,
)

SOURCE = "purge"
LONGEST_COMMENT = 500
GO_ALONG = (ExactPosition, WallSighting, Closure)


class NotYetPast(ValueError):
    """Retention looks back: what is deleted tomorrow is no matter of today."""


@dataclass(frozen=True)
class Due:
    """What may go: ids of `spaces` by collection; `kept` are those that others still refer to, and who does."""

    spaces: Mapping[str, Sequence[str]] = field(default_factory=dict)
    kept: Mapping[str, Sequence[str]] = field(default_factory=dict)
    contacts: int = 0
    answers: int = 0
    tries: int = 0

    @property
    def ids(self) -> list[str]:
        return sorted(id for ids in self.spaces.values() for id in ids)


def due(before: datetime, now: datetime) -> Due:
    """What has been in the state deleted since before the moment, and all that has expired. Raises NotYetPast."""
    if before > now:
        raise NotYetPast(f"{before:%Y-%m-%d} lies in the future.")
    gone = {collection: _deleted(kind, before) for collection, kind in KIND_OF.items()}
    kept = _referred_to([id for ids in gone.values() for id in ids])
    return Due(
        spaces={
            collection: found for collection, ids in gone.items() if (found := [id for id in ids if id not in kept])
        },
        kept=kept,
        contacts=_contacts(now).count(),
        answers=_answers(now).count(),
        tries=_tries(now).count(),
    )


def purge(before: datetime, now: datetime) -> tuple[Due, Changeset | None]:
    """Deletes for good what is due, in one transaction, under one changeset that says so. Raises NotYetPast."""
    with transaction.atomic():
        _lock_deleted()
        found = due(before, now)
        changeset = _purge_spaces(found, before, now) if found.ids else None
        for expired in (_contacts(now), _answers(now), _tries(now)):
            expired.delete()
    return found, changeset


def _purge_spaces(found: Due, before: datetime, now: datetime) -> Changeset:
    comment = f"Purge of {len(found.ids)} deleted before {before:%Y-%m-%d}: {', '.join(found.ids)}"
    changeset = Changeset.objects.create(comment=_shortened(comment), source=SOURCE, applied_at=now)
    write_under(changeset.pk)
    open_the_door()
    decided = ProposedChange.objects.exclude(changeset__state=Changeset.State.PROPOSED)
    decided.filter(space__in=found.ids).delete()
    WallSighting.objects.filter(wall__in=found.ids).delete()
    Closure.objects.filter(space__in=found.ids).delete()
    for model in (ExactPosition, ExactPositionHistory):
        rows: Any = model._default_manager
        rows.filter(space__in=found.ids).delete()
    for collection, ids in found.spaces.items():
        kind: Any = KIND_OF[collection]
        kind.objects.filter(pk__in=ids).delete()
        EVENT_OF[collection]._default_manager.filter(id__in=ids).delete()
    return changeset


def _deleted(kind: Any, before: datetime) -> list[str]:
    """The last change of what is deleted is its deletion."""
    rows = kind.objects.filter(status=Status.DELETED, updated_at__lt=before)
    return list(rows.order_by("pk").values_list("pk", flat=True))


def _lock_deleted() -> None:
    """Nobody restores what is on its way out."""
    for kind in KIND_OF.values():
        rows: Any = kind.objects
        list(rows.filter(status=Status.DELETED).select_for_update(of=("self",)).order_by("pk").values_list("pk"))


def _referred_to(ids: Sequence[str]) -> dict[str, list[str]]:
    """Which of the ids something still names, other than what goes along with them."""
    named: dict[str, list[str]] = {}
    for relation in SpaceRegistry._meta.related_objects:
        model: Any = relation.related_model
        if model in GO_ALONG:
            continue
        column = relation.field.attname
        for row in model._default_manager.filter(**{f"{column}__in": ids}):
            named.setdefault(getattr(row, column), []).append(f"{model._meta.verbose_name} {row.pk}")
    return named


def _contacts(now: datetime) -> "models.QuerySet[ResidentContact]":
    return ResidentContact.objects.filter(expires_at__lt=now)


def _answers(now: datetime) -> "models.QuerySet[KeptAnswer]":
    return KeptAnswer.objects.filter(created_at__lt=now - KEPT)


def _tries(now: datetime) -> "models.QuerySet[Tries]":
    return Tries.objects.filter(expires_at__lt=now)


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST_COMMENT else f"{text[: LONGEST_COMMENT - 1]}…"
