"""HEAD as a web server sees it: the test client would empty the body by itself."""

from typing import Any

import pytest
from django.core.wsgi import get_wsgi_application
from django.test import RequestFactory

pytestmark = pytest.mark.django_db


def asked(method: str, path: str) -> tuple[dict[str, str], bytes]:
    """The headers and the bytes that the application hands to its server."""
    headers: dict[str, str] = {}

    def start_response(status: str, found: list[tuple[str, str]], *rest: Any) -> None:
        headers.update(found, status=status)

    environ = RequestFactory().generic(method, path).environ
    answer = get_wsgi_application()(environ, start_response)
    body = b"".join(answer)
    answer.close()
    return headers, body


@pytest.mark.parametrize("path", ["/api/collections", "/api/collections/amenities/items?f=html", "/api/nowhere"])
def test_head_has_the_headers_of_get_and_no_body(small_town: Any, path: str) -> None:
    told, nothing = asked("HEAD", path)
    promised, body = asked("GET", path)

    assert (nothing, told["status"]) == (b"", promised["status"])
    assert told["Content-Type"] == promised["Content-Type"]
    assert len(body) > 100
    assert int(told["Content-Length"]) == len(body)
