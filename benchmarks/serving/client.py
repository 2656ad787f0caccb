"""An HTTP client that costs little and says what came back."""

import http.client
from collections.abc import Iterator
from contextlib import contextmanager

_TIMEOUT_S = 60


class BadAnswer(RuntimeError):
    """A server did not answer 200."""


@contextmanager
def connected(port: int) -> Iterator[http.client.HTTPConnection]:
    """A connection to the server on this machine, kept alive over many requests."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=_TIMEOUT_S)
    try:
        yield connection
    finally:
        connection.close()


def get(connection: http.client.HTTPConnection, path: str) -> bytes:
    """The body. Raises BadAnswer for anything but 200."""
    return asked(connection, path).read()


def asked(connection: http.client.HTTPConnection, path: str) -> http.client.HTTPResponse:
    """The answer, its body still to be read. Raises BadAnswer for anything but 200."""
    connection.request("GET", path, headers={"Accept": "*/*"})
    response = connection.getresponse()
    if response.status != 200:
        raise BadAnswer(f"{path} answered {response.status}: {response.read()[:300]!r}")
    return response
