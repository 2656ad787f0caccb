"""Who may do what. Rows are guarded by `visible_to`; here stand the actions."""

from typing import Any

from rest_framework.permissions import SAFE_METHODS, BasePermission
from rest_framework.request import Request

from spaces.models import ApiToken

READ, WRITE = "read", "write"
SCOPES = (READ, WRITE)


class WithinScopes(BasePermission):
    """A token does no more than its scopes say. Whoever comes without one is not concerned."""

    def has_permission(self, request: Request, view: Any) -> bool:
        token = request.auth
        if not isinstance(token, ApiToken):
            return True
        return (READ if request.method in SAFE_METHODS else WRITE) in token.scopes
