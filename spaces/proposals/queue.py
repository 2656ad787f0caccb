"""Which proposals a person sees: reviewers all, publishers those about their partner's spaces, everybody their own."""

from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Value

from spaces.models import Changeset, ProposedChange, User
from spaces.permissions import publishes_everything, publishes_for


def visible_to(user: User | AnonymousUser) -> QuerySet[Changeset]:
    """The proposals, open and decided; what nobody ever proposed is no proposal."""
    changes = ProposedChange.objects.filter(changeset=OuterRef("pk"))
    proposals = Changeset.objects.filter(Exists(changes))
    if not user.is_authenticated:
        return proposals.none()
    if publishes_everything(user):
        return proposals
    own = changes.filter(partner__in=publishes_for(user))
    return proposals.filter(Q(author=user) | Exists(own))


_HAS_PARTNER = Q(proposed_changes__partner__isnull=False)
# Words for several states at once.
STATES = {
    "decided": (Changeset.State.APPLIED.value, Changeset.State.REJECTED.value),
    "any": tuple(Changeset.State.values),
}


def narrowed(proposals: QuerySet[Changeset], asked: dict[str, str], user: User | AnonymousUser) -> QuerySet[Changeset]:
    """Those in a state (open ones unless asked), by `user`, on a collection, a space, a partner, of a source."""
    state = asked.get("state", Changeset.State.PROPOSED.value)
    proposals = proposals.filter(state__in=STATES.get(state, (state,)))
    if "author" in asked:
        proposals = proposals.filter(author=user.pk)
    if "source" in asked:
        proposals = proposals.filter(source=asked["source"])
    touched: dict[str, Any] = {name: asked[name] for name in ("collection", "space", "partner") if name in asked}
    if touched:
        proposals = proposals.filter(Exists(ProposedChange.objects.filter(changeset=OuterRef("pk"), **touched)))
    return proposals


def listed(proposals: QuerySet[Changeset]) -> QuerySet[Changeset]:
    """With what a line of the queue shows, newest first."""
    found: QuerySet[Changeset] = (
        proposals.select_related("author", "reviewed_by")
        .annotate(
            how_many=Count("proposed_changes", distinct=True),
            talk=Count("comments", distinct=True),
            partners=ArrayAgg("proposed_changes__partner", distinct=True, filter=_HAS_PARTNER, default=Value([])),
        )
        .order_by("-pk")
    )
    return found
