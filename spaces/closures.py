"""Days on which a space or a path is closed: who may say so, and what holds on a day."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.db.models import Q, QuerySet
from django.utils import timezone

from spaces.models import AnySpace, Closure, CommonFields, Role, User
from spaces.permissions import NotAllowed, publishes_everything, publishes_for

MAY_CLOSE = frozenset({Role.COACH, Role.PUBLIC_WORKS})


def may_close(user: User | AnonymousUser, space: CommonFields | None) -> bool:
    """Reviewers, coaches and public works any; a partner's publisher its spaces. `space` is None for a path.

    Nobody else proposes closures: one that waits for review is over before it is read.
    """
    if publishes_everything(user):
        return True
    if not user.is_authenticated:
        return False
    return user.role in MAY_CLOSE or (space is not None and space.partner_id in publishes_for(user))


def in_force() -> QuerySet[Closure]:
    """Those that nobody has lifted."""
    return Closure.objects.filter(lifted_at=None)


def meeting(closures: QuerySet[Closure], first: date, last: date | None = None) -> QuerySet[Closure]:
    """Those that hold on some day from `first` to `last` (without end when None)."""
    lasting = closures.filter(Q(ends_on=None) | Q(ends_on__gte=first))
    return lasting if last is None else lasting.filter(starts_on__lte=last)


def visible_to(user: User | AnonymousUser) -> QuerySet[Closure]:
    """Closures of paths, and of the spaces this person may see."""
    seen = AnySpace.objects.visible_to(user).values("pk")
    return Closure.objects.filter(Q(space=None) | Q(space__in=seen))


def by_space(space_ids: Iterable[str], first: date, last: date | None = None) -> dict[str, list[Closure]]:
    """The closures in force from `first` to `last`, by the id of their space, the earliest first."""
    found: dict[str, list[Closure]] = {}
    rows = meeting(in_force().filter(space__in=list(space_ids)), first, last).order_by("starts_on", "pk")
    for closure in rows:
        found.setdefault(str(closure.space_id), []).append(closure)
    return found


def enter(user: User, space: CommonFields | None, **values: Any) -> Closure:
    """Raises NotAllowed."""
    if not may_close(user, space):
        raise NotAllowed
    return Closure.objects.create(author=user, space_id=None if space is None else space.pk, **values)


def lift(user: User, closure: Closure) -> None:
    """Ends a closure before its last day; the row stays. Raises NotAllowed."""
    space = None if closure.space_id is None else AnySpace.objects.filter(pk=closure.space_id).first()
    if not may_close(user, space):
        raise NotAllowed
    if closure.lifted_at is None:
        closure.lifted_at, closure.lifted_by = timezone.now(), user
        closure.save()
