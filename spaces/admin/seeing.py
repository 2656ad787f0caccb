"""Whom the administration shows what: nobody sees more here than on the site, but for what is deleted."""

from typing import Any

from django.db.models import Q, QuerySet
from django.http import HttpRequest

from spaces.models import Changeset
from spaces.permissions import publishes_everything


def seen_by(request: HttpRequest, spaces: QuerySet[Any]) -> QuerySet[Any]:
    """What the person may see on the site; reviewers see the deleted here too, to bring them back."""
    user: Any = request.user
    if publishes_everything(user):
        return spaces
    found: Any = spaces
    return found.visible_to(user)  # type: ignore[no-any-return]


def changesets_of(request: HttpRequest, changesets: QuerySet[Changeset]) -> QuerySet[Changeset]:
    """Reviewers read all; others what is applied, and their own proposals."""
    user: Any = request.user
    if publishes_everything(user):
        return changesets
    return changesets.filter(Q(state=Changeset.State.APPLIED) | Q(author=user))
