"""OpenStreetMap files: whole, cut out of larger ones, broken, and of another kind."""

from pathlib import Path

import pytest
import shapely

from routes.streets.building import build
from routes.streets.clipping import Clip
from routes.streets.errors import InvalidStreets
from routes.streets.network import Network
from routes.streets.osm_reading import read_osm
from routes.streets.profiles import BIT, STEP_FREE, VEHICLE
from tests.routes.streets.osm_files import OsmFile, grid_town

STREET = {"highway": "residential"}


def row(count: int) -> dict[int, tuple[float, float]]:
    """Nodes 1 to `count`, a ten-thousandth of a degree apart."""
    return {number: (100.08 + number / 10_000, 7.617) for number in range(1, count + 1)}


@pytest.mark.parametrize("ending", [".osm.pbf", ".osm", ".osm.gz", ".opl"])
def test_every_form_gives_the_same_town(ending: str, tmp_path: Path) -> None:
    found = read_osm(grid_town(3).write(tmp_path / f"town{ending}"), tmp_path)

    assert (len(found.ways), found.positions, found.missing_nodes) == (6, 18, 0)
    assert not list(tmp_path.glob("*.index"))


def test_positions_come_as_they_stand(tmp_path: Path) -> None:
    file = OsmFile(nodes={1: (100.0812345, 7.6170001), 2: (100.0812346, 7.6180002)}, ways=[([1, 2], STREET)])

    (way,) = read_osm(file.write(tmp_path / "a.osm.pbf"), tmp_path).ways

    assert way.lonlat.tolist() == [[100.0812345, 7.6170001], [100.0812346, 7.6180002]]


def test_a_way_is_cut_where_nodes_are_missing_and_they_are_counted(tmp_path: Path) -> None:
    file = OsmFile(nodes=row(7), ways=[([1, 2, 90, 3, 91, 92, 4, 5, 6], STREET), ([95, 7], STREET)])

    found = read_osm(file.write(tmp_path / "cut.osm.pbf"), tmp_path)

    assert [way.nodes.tolist() for way in found.ways] == [[1, 2], [4, 5, 6]]
    assert found.missing_nodes == 4


def test_a_box_keeps_what_lies_inside(tmp_path: Path) -> None:
    file = OsmFile(nodes=row(9), ways=[(range(1, 10), STREET)])

    found = read_osm(file.write(tmp_path / "a.osm.pbf"), tmp_path, Clip.parse("100.08025,7,100.08065,8"))

    assert [way.nodes.tolist() for way in found.ways] == [[3, 4, 5, 6]]
    assert (found.missing_nodes, found.nodes_outside) == (0, 5)


def test_an_outline_keeps_what_lies_inside(tmp_path: Path) -> None:
    file = OsmFile(nodes=row(9), ways=[(range(1, 10), STREET)])
    hole = shapely.box(100.08035, 7.6, 100.08045, 7.7)
    outline = shapely.box(100.08005, 7.6, 100.08065, 7.7).difference(hole)

    found = read_osm(file.write(tmp_path / "a.osm.pbf"), tmp_path, Clip.around(outline))

    assert [way.nodes.tolist() for way in found.ways] == [[1, 2, 3], [5, 6]]


def test_only_rules_of_used_nodes_are_kept(tmp_path: Path) -> None:
    file = OsmFile(row(4), [([1, 2, 3], STREET)], {2: {"barrier": "bollard"}, 4: {"barrier": "bollard"}})

    found = read_osm(file.write(tmp_path / "a.osm.pbf"), tmp_path)

    assert list(found.rules) == [2]


def test_a_bollard_stops_cars_and_lets_people_through(tmp_path: Path) -> None:
    file = OsmFile(row(3), [([1, 2, 3], STREET)], {2: {"barrier": "bollard"}})
    found = read_osm(file.write(tmp_path / "a.osm.pbf"), tmp_path)

    network = Network.of(build(found.ways, found.rules))

    assert [bool(mask & BIT[VEHICLE]) for mask in network.of_trait("forward")] == [True, False, True]
    assert (network.of_trait("forward") & BIT[STEP_FREE] > 0).all()
    assert network.metres[1] == pytest.approx(1.0, abs=0.03)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("text.osm.pbf", b"this is no map, however long it is" * 50),
        ("empty.osm.pbf", b""),
        ("cut.osm", b'<?xml version="1.0"?><osm version="0.6"><node id="1" '),
        ("bomb.osm", b'<!DOCTYPE a [<!ENTITY b "c">]><osm version="0.6">&b;</osm>'),
        ("picture.png", b"\x89PNG"),
    ],
)
def test_what_is_no_map_is_refused_by_name(name: str, content: bytes, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(content)

    with pytest.raises(InvalidStreets, match=name):
        read_osm(tmp_path / name, tmp_path)
    assert not list(tmp_path.glob("*.index"))


def test_a_file_that_ends_too_early_is_refused(tmp_path: Path) -> None:
    whole = grid_town(30).write(tmp_path / "town.osm.pbf").read_bytes()
    (tmp_path / "half.osm.pbf").write_bytes(whole[: len(whole) // 2])

    with pytest.raises(InvalidStreets, match="cannot be read"):
        read_osm(tmp_path / "half.osm.pbf", tmp_path)


@pytest.mark.parametrize("box", ["", "1,2,3", "a,b,c,d", "101,7,100,8", "100,8,101,7", "nan,7,101,8", "-200,7,101,8"])
def test_a_box_that_is_none_is_refused(box: str) -> None:
    with pytest.raises(InvalidStreets, match="--bbox"):
        Clip.parse(box)


def test_a_clip_is_a_polygon() -> None:
    with pytest.raises(InvalidStreets, match="polygon"):
        Clip.around(shapely.Point(100, 7))


def test_the_order_of_a_file_does_not_matter(tmp_path: Path) -> None:
    file = tmp_path / "jumbled.opl"
    nodes = [f"n{number} v1 x{100.08 + number / 10_000:.7f} y7.617" for number in (3, 1, 2)]
    file.write_text("\n".join(["w1 v1 Thighway=residential Nn1,n2,n3", *nodes]) + "\n", encoding="utf-8")

    (way,) = read_osm(file, tmp_path).ways

    assert way.nodes.tolist() == [1, 2, 3]
    assert way.lonlat[:, 0].tolist() == [100.0801, 100.0802, 100.0803]


def test_a_way_that_names_a_node_twice_and_one_that_goes_nowhere(tmp_path: Path) -> None:
    file = OsmFile(row(4), [([1, 2, 3, 2, 4], STREET), ([1, 1], STREET), ([1], STREET)])
    found = read_osm(file.write(tmp_path / "odd.osm.pbf"), tmp_path)

    network = Network.of(build(found.ways, found.rules))

    assert network.edges >= 1
    assert (network.metres > 0).all()
