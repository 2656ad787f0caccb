"""A switch of networks under a running service, and the line that shows how far a file was read."""

from io import StringIO
from pathlib import Path
from threading import Event, Thread
from typing import Any

import pytest
from django.db import connection

from routes.models import StreetNetwork
from routes.networks import current
from routes.networks.progress import Progress, line, share_read
from routes.streets.profiles import PROFILES
from tests.routes.streets.osm_files import grid_town


@pytest.mark.django_db
def test_after_a_switch_the_former_network_serves_until_the_new_one_is_ready(
    load: Any, town_file: Path, monkeypatch: Any
) -> None:
    load(town_file)
    before = current.streets_in_use()
    started = Event()
    monkeypatch.setattr(current, "renew_apart", lambda row: started.set())
    second = load(grid_town(3))

    assert current.streets_in_use() is before
    assert started.wait(5)

    current.renew(second)
    now = current.streets_in_use()
    assert now is not before
    assert now is not None
    assert now.version.startswith(f"{second.pk}/")


@pytest.mark.django_db
def test_a_network_that_cannot_be_loaded_leaves_the_former_one(load: Any, town_file: Path, monkeypatch: Any) -> None:
    first = load(town_file)
    before = current.streets_in_use()

    def broken(row: StreetNetwork) -> Any:
        raise OSError("the disk is gone")

    monkeypatch.setattr(current, "load", broken)
    current.renew(first)

    assert current.streets_in_use() is before


@pytest.mark.django_db
def test_several_threads_ask_at_once(load: Any, town_file: Path) -> None:
    load(town_file)
    streets = current.streets_in_use()
    assert streets is not None
    places = [(100.0785 + number / 2_000, 7.6145 + number / 2_500) for number in range(12)]
    answers: list[bool] = []

    def ask(offset: int) -> None:
        for profile in PROFILES:
            some = places[offset:] + places[:offset]
            found = streets.lengths(profile, some)
            answers.append(bool((found.metres.diagonal() < 300).all()))
            answers.append(streets.leg(profile, some[0], some[1]) is not None)

    threads = [Thread(target=ask, args=(offset,)) for offset in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert answers == [True] * 32
    assert connection.is_usable()


def test_the_line_shows_what_share_of_the_file_was_read() -> None:
    assert line("nodes", 12_300_000, 0.5).rstrip() == "nodes     [############            ]  50%    12 300 000"
    assert line("nodes", 5, None).rstrip() == "nodes                 5"


def test_linux_tells_how_far_an_open_file_was_read(tmp_path: Path) -> None:
    file = tmp_path / "large.pbf"
    file.write_bytes(b"x" * 1_000)

    assert share_read(file) is None
    with file.open("rb", buffering=0) as opened:
        opened.read(250)
        assert share_read(file) == 0.25


class Terminal(StringIO):
    """Somebody looks."""

    def isatty(self) -> bool:
        return True


def test_progress_is_shown_to_those_who_look_and_wiped_at_the_end(tmp_path: Path) -> None:
    seen, unseen = Terminal(), StringIO()
    for out in (seen, unseen):
        with Progress(tmp_path / "a.pbf", out) as progress:
            progress("ways", 7)

    assert "ways" in seen.getvalue()
    assert seen.getvalue().endswith(f"\r{'':78}\r")
    assert unseen.getvalue() == ""
