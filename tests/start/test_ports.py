"""A taken port is named with the process that has it."""

import os
import socket
from collections.abc import Iterator

import pytest

from scripts import ports, serve
from scripts.steps import StartFailure


@pytest.fixture
def taken() -> Iterator[int]:
    """A port on which this very process listens."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield int(server.getsockname()[1])


def test_a_listening_server_takes_the_port(taken: int) -> None:
    assert not ports.is_free("127.0.0.1", taken)


def test_a_closed_server_gives_it_back() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = int(server.getsockname()[1])

    assert ports.is_free("127.0.0.1", port)


def test_the_start_names_who_has_the_port(taken: int) -> None:
    with pytest.raises(StartFailure, match=rf"Port {taken} is taken by \S+ \(process {os.getpid()}\)"):
        serve.refuse_taken_port("127.0.0.1", taken)


def test_a_port_nobody_has_belongs_to_an_unknown() -> None:
    assert ports.name_of(ports.holder(1)) == "another process"
