"""Where the private cluster goes when the checkout is ordinary, closed, or too deep."""

import os
from pathlib import Path

import pytest

from scripts import cluster_place
from scripts.cluster_place import decide, may_enter, socket_fits

SOMEBODY = 12345


def test_an_ordinary_checkout_holds_its_own_database(tmp_path: Path) -> None:
    place = decide(Path("/srv/map/.local"), SOMEBODY, SOMEBODY, "postgres", "map-1")

    assert (place.data, place.socket_dir) == (Path("/srv/map/.local/pg/data"), Path("/srv/map/.local/pg/socket"))
    assert place.remarks == ()


def test_a_closed_folder_moves_the_database_to_var_lib_and_says_so(tmp_path: Path) -> None:
    (tmp_path / "closed").mkdir(mode=0o700)

    place = decide(tmp_path / "closed" / ".local", SOMEBODY, SOMEBODY, "postgres", "map-1")

    assert place.data == Path("/var/lib/map-1/data")
    assert place.socket_dir == Path("/var/lib/map-1/socket")
    assert "/var/lib/map-1" in place.remarks[0]


def test_its_owner_may_enter_a_closed_folder(tmp_path: Path) -> None:
    (tmp_path / "closed").mkdir(mode=0o700)

    assert may_enter(tmp_path / "closed", os.geteuid(), set())


@pytest.mark.parametrize(("mode", "enters"), [(0o750, True), (0o705, False), (0o740, False)])
def test_the_groups_bits_decide_for_a_member(tmp_path: Path, mode: int, enters: bool) -> None:
    """As the kernel does: whoever is in the group is never "others"."""
    folder = tmp_path / "shared"
    folder.mkdir()
    folder.chmod(mode)

    assert cluster_place.has_x(folder.stat(), SOMEBODY, {folder.stat().st_gid}) is enters


def test_107_bytes_are_the_longest_socket_path() -> None:
    name = len("/.s.PGSQL.5432")

    assert socket_fits(Path("/" + "a" * (107 - name - 1)))
    assert not socket_fits(Path("/" + "a" * (107 - name)))


def test_thai_letters_count_as_three_bytes() -> None:
    assert not socket_fits(Path("/" + "พ" * 40))


def test_a_deep_folder_keeps_its_data_and_listens_in_a_short_one() -> None:
    deep = Path("/srv") / ("d" * 100) / ".local"

    place = decide(deep, SOMEBODY, SOMEBODY, "postgres", "map-1")

    assert place.data == deep / "pg" / "data"
    assert place.socket_dir == Path("/var/tmp/map-1")
    assert socket_fits(place.socket_dir)
    assert "too long" in place.remarks[0]
