"""Bearer tokens for programs, on top of knox; a header nobody could have been given is a 401, not a crash."""

from typing import Any

from knox.auth import TokenAuthentication
from rest_framework.authentication import get_authorization_header
from rest_framework.exceptions import AuthenticationFailed
from rest_framework.request import Request


class BearerTokens(TokenAuthentication):  # type: ignore[misc]
    """`Authorization: Bearer …`; `request.auth` is then the token, with its scopes."""

    def authenticate(self, request: Request) -> Any:
        parts = get_authorization_header(request).split()
        if parts and parts[0].lower() == b"bearer" and not all(part.isalnum() for part in parts[1:]):
            raise AuthenticationFailed
        return super().authenticate(request)
