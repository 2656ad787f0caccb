"""Storing a proposal: changes that wait. What could not be applied today is refused today, in the same words."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from django.db import models, transaction

from spaces.changesets import Action, Change, apply
from spaces.models import KIND_OF, Changeset, LearningSpace, Partner, ProposedChange

if TYPE_CHECKING:
    from spaces.models import User

Key = tuple[str, str]


@transaction.atomic
def propose(
    changes: Sequence[Change],
    rows: Mapping[Key, LearningSpace],
    *,
    author: "User | None",
    comment: str,
    source: str,
    partner: Partner | None = None,
) -> Changeset:
    """The stored proposal. `rows` are the spaces as they stand, by (collection, id). Raises a ChangeRefused."""
    proposal = Changeset.objects.create(
        author=author, partner=partner, comment=comment, source=source, state=Changeset.State.PROPOSED
    )
    rehearse(proposal, changes)
    keep(proposal, changes, rows)
    return proposal


def keep(proposal: Changeset, changes: Sequence[Change], rows: Mapping[Key, LearningSpace]) -> None:
    """Stores the changes as those of the proposal."""
    ProposedChange.objects.bulk_create(
        _stored(proposal, index, change, rows.get((change.collection, change.id)))
        for index, change in enumerate(changes)
    )


def rehearse(proposal: Changeset, changes: Sequence[Change]) -> None:
    """Applies and takes it back, so that every law speaks before a reviewer has to. Raises a ChangeRefused."""
    with transaction.atomic():
        apply(changes, author=proposal.author, comment="", source="", accepting=proposal)
        transaction.set_rollback(True)
    proposal.refresh_from_db()


def change_of(stored: ProposedChange) -> Change:
    """The change as `apply` takes it."""
    kind = KIND_OF[stored.collection]
    values = {name: as_column(kind, name, value) for name, value in stored.values.items()}
    if stored.geometry is not None:
        values["geometry"] = stored.geometry
    return Change(Action(stored.action), stored.collection, stored.space, values, stored.base_version)


def as_column(kind: type[LearningSpace], name: str, value: Any) -> Any:
    """The value as its column holds it: a date that was kept as text is a date again."""
    column = kind._meta.get_field(name)
    if column.is_relation or not isinstance(column, models.Field):
        return value
    return column.to_python(value)


def _stored(proposal: Changeset, index: int, change: Change, row: LearningSpace | None) -> ProposedChange:
    values: dict[str, Any] = {
        name.removesuffix("_id"): getattr(value, "pk", value) for name, value in change.values.items()
    }
    return ProposedChange(
        changeset=proposal,
        index=index,
        action=change.action,
        collection=change.collection,
        space=change.id,
        base_version=change.base_version,
        geometry=values.pop("geometry", None),
        values=values,
        partner_id=values.get("partner") if row is None else row.partner_id,
    )
