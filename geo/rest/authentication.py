"""Who is there: sessions for browsers, bearer tokens (knox) for programs."""

from typing import Any

from knox.auth import TokenAuthentication
from rest_framework.authentication import SessionAuthentication, get_authorization_header
from rest_framework.exceptions import AuthenticationFailed
from rest_framework.request import Request


class BearerTokens(TokenAuthentication):  # type: ignore[misc]
    """`Authorization: Bearer …`; `request.auth` is then the token, with its scopes.

    A header that nobody could have been given is a 401, not a crash.
    """

    def authenticate(self, request: Request) -> Any:
        parts = get_authorization_header(request).split()
        if parts and parts[0].lower() == b"bearer" and not all(part.isalnum() for part in parts[1:]):
            raise AuthenticationFailed
        return super().authenticate(request)


class Sessions(SessionAuthentication):
    """The cookie of a browser, with the token against forged requests in the header X-CSRFToken."""

    def enforce_csrf(self, request: Any) -> None:
        """Asks Django's request: DRF's would parse the body in search of a form, and leave nothing for the view."""
        super().enforce_csrf(getattr(request, "_request", request))
