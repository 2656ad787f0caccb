"""Who may do what. Rows are guarded by `visible_to`; here stand the actions."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from rest_framework.permissions import SAFE_METHODS, BasePermission
from rest_framework.request import Request

from geo.texts import Text
from spaces.models import ApiToken, CommonFields, Role, User
from spaces.querysets import SEES_EVERYTHING

if TYPE_CHECKING:
    from spaces.changesets import Change

READ, WRITE = "read", "write"
SCOPES = (READ, WRITE)


class OutsideScopes(PermissionDenied):
    """The token does less than its person may do. A 403, as any PermissionDenied."""

    def __init__(self, scopes: Sequence[str]) -> None:
        listed = ", ".join(scopes) or "-"
        super().__init__(listed)
        self.text = Text(f"โทเค็นนี้ทำได้เพียง: {listed}", f"This token is only for: {listed}.")


class WithinScopes(BasePermission):
    """A token does no more than its scopes say. Whoever comes without one is not concerned."""

    def has_permission(self, request: Request, view: Any) -> bool:
        token = request.auth
        if not isinstance(token, ApiToken):
            return True
        if (READ if request.method in SAFE_METHODS else WRITE) not in token.scopes:
            raise OutsideScopes(token.scopes)
        return True


class NotAllowed(PermissionDenied):
    """This person may not do this, nor propose it. A 403, as any PermissionDenied."""

    text = Text(
        "บัญชีนี้แก้ไขหรือเสนอแก้ไขไม่ได้ ผู้อยู่อาศัยเสนอได้ที่หน้า /th/propose/",
        "This account can neither change nor propose this. Residents propose at /en/propose/.",
    )


def publishes_everything(user: User | AnonymousUser) -> bool:
    """Reviewers and administrators."""
    return user.is_authenticated and (user.is_superuser or user.role in SEES_EVERYTHING)


def publishes_for(user: User | AnonymousUser) -> frozenset[str]:
    """The ids of the partners whose spaces this person publishes."""
    if not user.is_authenticated:
        return frozenset()
    return frozenset(user.memberships.filter(may_publish=True).values_list("partner", flat=True))


def may_publish(
    user: User | AnonymousUser,
    change: "Change",
    current_row: CommonFields | None,
    *,
    own: frozenset[str] | None = None,
) -> bool:
    """Whether this change applies at once: a reviewer's, or a publisher's on a space that is and stays the partner's.

    `current_row` is the space as stored, None for a new one; `own` spares the question whom the person publishes for.
    """
    if publishes_everything(user):
        return True
    own = publishes_for(user) if own is None else own
    owners = set() if current_row is None else {current_row.partner_id}
    owners |= {change.values[name] for name in ("partner", "partner_id") if name in change.values}
    return bool(owners) and owners <= own


def may_propose(user: User | AnonymousUser) -> bool:
    """Everybody with a task, or who works for a partner. A visitor's account is no more than no account."""
    if not user.is_authenticated or not user.is_active:
        return False
    return user.is_superuser or user.role != Role.VISITOR or user.memberships.exists()
