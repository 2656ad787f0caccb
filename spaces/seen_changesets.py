"""Which changesets somebody may see.

A changeset is as visible as what it made of spaces: one that touched only what is hidden, be it a space or the draft
stage of what is public now, is not there. The comment of a mixed one may name what is hidden, so it is told only where
nothing is.
"""

from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce

from spaces.models import EVENT_OF, KIND_OF, Changeset, ProposedChange, User
from spaces.permissions import publishes_everything
from spaces.querysets import visible

Person = User | AnonymousUser


def visible_to(person: Person) -> QuerySet[Changeset]:
    """Applied changesets that touched a space this person sees, and their own; reviewers see all."""
    wished = Exists(ProposedChange.objects.filter(changeset=OuterRef("pk")))
    rows = Changeset.objects.select_related("author").annotate(at=Coalesce("applied_at", "created_at"), wished=wished)
    if publishes_everything(person):
        return rows.annotate(hidden=Q(pk__isnull=True))
    mine = Q(author=person) if person.is_authenticated else Q(pk__in=())
    return rows.filter(mine | Q(state=Changeset.State.APPLIED) & _any(person, hidden=False)).annotate(
        hidden=~mine & _any(person, hidden=True)
    )


def touching(rows: QuerySet[Changeset], collection: str) -> QuerySet[Changeset]:
    """Those that touched, or want to touch, spaces of a collection."""
    there = Exists(EVENT_OF[collection]._default_manager.filter(changeset=OuterRef("pk")))
    wanted = Exists(ProposedChange.objects.filter(changeset=OuterRef("pk"), collection=collection))
    return rows.filter(there | wanted)


def _any(person: Person, *, hidden: bool) -> Q:
    """Whether the changeset made any version that is visible, or any that never was: of that an index knows."""
    found = Q()
    for collection, kind in KIND_OF.items():
        events = EVENT_OF[collection]._default_manager.filter(changeset=OuterRef("pk"))
        found |= Q(Exists(events.filter(~visible(person) if hidden else visible_versions(kind, person))))
    return found


def visible_versions(kind: Any, person: Person) -> Q:
    """Versions that were visible, of spaces that are."""
    return visible(person) & Q(id__in=kind.objects.visible_to(person).values("pk"))
