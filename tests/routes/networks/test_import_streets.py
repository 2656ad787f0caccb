"""`manage.py import_streets`: a new version, whole or not at all; the old one stays until then."""

import json
import os
import subprocess
import time
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.contrib.gis.gdal import CoordTransform, OGRGeometry, SpatialReference
from django.contrib.gis.geos import GEOSGeometry, MultiPolygon
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection, transaction

from routes.models import StreetEdge, StreetNetwork
from routes.networks import storing
from routes.networks.checking import network_in_use
from routes.networks.current import streets_in_use
from routes.networks.loading import edges_of, folder_of, network_of
from routes.streets.profiles import WALK
from spaces.models import Boundary
from tests.routes.streets.osm_files import OsmFile, grid_town

pytestmark = pytest.mark.django_db


def run(*words: str) -> str:
    out = StringIO()
    call_command(*words, stdout=out)
    return out.getvalue()


def test_a_town_is_stored_reported_and_used(town_file: Path) -> None:
    told = run("import_streets", str(town_file))

    network = StreetNetwork.objects.get()
    assert (network.in_use, network.source, network.attribution) == (True, "osm", "© OpenStreetMap contributors")
    assert network.edges == StreetEdge.objects.count() == 40
    assert network.metres == pytest.approx(40 * 221, rel=0.01)
    assert "walk: 9 km in 1 piece(s)" in told
    assert f"Network {network.pk} is stored, in use." in told


def test_what_was_stored_comes_back_as_it_was(load: Any, town_file: Path) -> None:
    network = load(town_file)

    edge = next(edge for edge in edges_of(network.pk) if edge.traits.name_en == "Niwat Road")

    assert edge.traits.name_th == "ถนนนิวาส"
    assert edge.lonlat.shape == (2, 2)
    assert edge.lonlat[:, 1].tolist() == [7.616, 7.616]


def test_a_dry_run_stores_nothing(town_file: Path) -> None:
    told = run("import_streets", str(town_file), "--dry-run")

    assert "40 stretches of street" in told
    assert not StreetNetwork.objects.exists()


def test_missing_nodes_are_counted_in_the_report(tmp_path: Path) -> None:
    town = grid_town(3)
    del town.nodes[1001]

    run("import_streets", str(town.write(tmp_path / "clipped.osm.pbf")))

    assert StreetNetwork.objects.get().report["missing_nodes"] == 2


def test_a_new_version_takes_over_and_the_old_one_stays(load: Any, town_file: Path) -> None:
    first = load(town_file)
    second = load(grid_town(3))

    first.refresh_from_db()
    assert (first.in_use, second.in_use) == (False, True)
    assert StreetEdge.objects.filter(network=first).count() == first.edges


def test_a_version_may_wait(load: Any, town_file: Path, tmp_path: Path) -> None:
    first = load(town_file)

    told = run("import_streets", str(grid_town(3).write(tmp_path / "b.osm.pbf")), "--no-switch")

    assert "not in use yet" in told
    assert StreetNetwork.objects.get(in_use=True) == first


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("cut.osm.pbf", None, "cannot be read"),
        ("text.osm.pbf", b"no map" * 100, "cannot be read"),
        ("nothing.osm", b'<osm version="0.6"></osm>', "no street at all"),
        ("notes.docx", b"PK", "cannot be read as any of"),
        ("walk.gpx", b"<gpx", "cannot be read as GPX"),
    ],
)
def test_a_broken_file_changes_nothing(
    load: Any, town_file: Path, tmp_path: Path, name: str, content: bytes | None, says: str
) -> None:
    before = load(town_file)
    (tmp_path / name).write_bytes(town_file.read_bytes()[:-40] if content is None else content)

    with pytest.raises(CommandError, match=says):
        run("import_streets", str(tmp_path / name))

    assert list(StreetNetwork.objects.all()) == [before]
    assert list((tmp_path / "local" / "streets").glob("tmp*")) == []


def test_a_failure_while_storing_leaves_the_old_network(load: Any, town_file: Path, monkeypatch: Any) -> None:
    before = load(town_file)
    whole = storing.rows_of

    def broken(*given: Any) -> Any:
        yield from list(whole(*given))[:5]
        raise RuntimeError("the disk is full")

    monkeypatch.setattr(storing, "rows_of", broken)
    with pytest.raises(RuntimeError), transaction.atomic():
        load(grid_town(3))

    assert list(StreetNetwork.objects.all()) == [before]
    assert StreetEdge.objects.count() == before.edges


def test_a_file_that_is_not_there() -> None:
    with pytest.raises(CommandError, match="There is no file"):
        run("import_streets", "nowhere.osm.pbf")


def test_clipped_by_a_box_a_boundary_or_a_file(load: Any, town_file: Path, tmp_path: Path) -> None:
    square = "POLYGON((100.0775 7.6135, 100.0825 7.6135, 100.0825 7.6185, 100.0775 7.6185, 100.0775 7.6135))"
    Boundary.objects.create(id="core", level="service-area", name_th="ใจเมือง", name_en="Core", geometry=multi(square))
    outline = tmp_path / "core.geojson"
    outline.write_text(Boundary.objects.get().geometry.json, encoding="utf-8")

    in_utm = tmp_path / "core-utm.gpkg"
    written_in_utm(in_utm, square)

    by = [("--bbox", "100.0775,7.6135,100.0825,7.6185"), *(("--clip", str(one)) for one in ("core", outline, in_utm))]
    edges = {load(town_file, *options).edges for options in by}

    assert edges == {12}


def written_in_utm(path: Path, wkt: str) -> None:
    """A GeoPackage in UTM 47N with one polygon."""
    polygon = OGRGeometry(wkt)
    polygon.transform(CoordTransform(SpatialReference(4326), SpatialReference(32647)))
    plain = path.with_suffix(".geojson")
    feature = {"type": "Feature", "properties": {}, "geometry": json.loads(polygon.json)}
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::32647"}}
    plain.write_text(json.dumps({"type": "FeatureCollection", "crs": crs, "features": [feature]}), encoding="utf-8")
    subprocess.run(["ogr2ogr", str(path), str(plain)], check=True, capture_output=True)


def multi(wkt: str) -> Any:
    polygon: Any = GEOSGeometry(wkt, srid=4326)
    return MultiPolygon(polygon, srid=4326)


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (("--bbox", "1,2,3"), "--bbox is"),
        (("--clip", "nowhere"), "no boundary of that id"),
        (("--bbox", "1,2,3,4", "--clip", "core"), "not both"),
        (("--bbox", "10,50,11,51"), "no street inside the clip"),
        (("--add",), "--add is for lines"),
        (("--tie", "nan"), "--tie is nan"),
    ],
)
def test_options_that_cannot_be_met(town_file: Path, options: tuple[str, ...], says: str) -> None:
    with pytest.raises(CommandError, match=says):
        run("import_streets", str(town_file), *options)
    assert not StreetNetwork.objects.exists()


def test_names_are_only_ever_text(load: Any) -> None:
    town = grid_town(2)
    town.ways[0] = (town.ways[0][0], {"highway": "residential", "name": "a\tb\\N'); DROP TABLE x; --<b>"})

    network = load(town)

    assert "a b\\N'); DROP TABLE x; --<b>" in {edge.traits.name_th for edge in edges_of(network.pk)}


def test_the_database_refuses_two_networks_in_use(load: Any, town_file: Path) -> None:
    load(town_file)
    with pytest.raises(IntegrityError), transaction.atomic():
        StreetNetwork.objects.create(file="x", sha256="", source="osm", nodes=1, edges=1, metres=1, in_use=True)


def test_the_database_refuses_a_line_that_is_none(load: Any, town_file: Path) -> None:
    network = load(town_file)
    for wkt in ("LINESTRING(100 7, 100 7)", "LINESTRING(200 7, 100 7)", "LINESTRING EMPTY"):
        with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(
                "UPDATE routes_streetedge SET geometry = ST_GeomFromText(%s, 4326) WHERE network_id = %s",
                [wkt, network.pk],
            )


def test_networks_are_listed_switched_and_removed(load: Any, town_file: Path) -> None:
    first, second = load(town_file), load(grid_town(3))

    assert f"{first.pk}  stored" in run("streets")
    assert f"{first.pk}  in use" in run("streets", "use", str(first.pk))
    with pytest.raises(CommandError, match="is in use"):
        run("streets", "remove", str(first.pk))
    assert f"{second.pk}  " not in run("streets", "remove", str(second.pk))
    assert StreetEdge.objects.count() == first.edges
    assert "ways are estimates" in run("streets", "estimate")
    with pytest.raises(CommandError, match="There is no network 99"):
        run("streets", "use", "99")


def test_processes_share_the_arrays_by_files(load: Any, town_file: Path) -> None:
    network = load(town_file)
    folder = folder_of(network)
    stamp = (folder / "lonlat.npy").stat().st_mtime_ns

    again = network_of(network)

    assert again.lonlat.filename == folder / "lonlat.npy"  # type: ignore[attr-defined]
    assert (folder / "lonlat.npy").stat().st_mtime_ns == stamp


def test_without_a_place_for_files_the_network_is_held_in_memory(load: Any, town_file: Path, settings: Any) -> None:
    network = load(town_file)
    settings.LOCAL_DIR = Path("/proc/nowhere")

    assert network_of(network).edges == network.edges


def test_what_is_in_use_is_loaded_once(load: Any, town_file: Path, django_assert_num_queries: Any) -> None:
    load(town_file)
    first = streets_in_use()

    with django_assert_num_queries(1):
        again = streets_in_use()

    assert first is again
    assert first is not None
    assert first.attribution == "© OpenStreetMap contributors"


def test_without_a_network_there_are_no_streets() -> None:
    assert streets_in_use() is None
    assert "No network is in use." in run("warm_streets")


def test_warming_makes_all_places_ready(load: Any, small_town: Any) -> None:
    load(grid_town(5))

    assert "is warm" in run("warm_streets")

    streets = streets_in_use()
    assert streets is not None
    assert len(streets.matrix(WALK)._number) >= 6


def test_the_doctor_knows_the_network(load: Any, town_file: Path) -> None:
    assert network_in_use() == (True, "no network in use, ways are estimates (make streets loads one)")
    network = load(town_file)
    assert network_in_use() == (True, "town.osm.pbf, 9 km, shared by files")
    StreetEdge.objects.filter(network=network, number=0).delete()
    ok, seen = network_in_use()
    assert not ok
    assert "39 of 40" in seen


def test_an_osm_file_with_only_missing_nodes_says_so(tmp_path: Path) -> None:
    file = OsmFile({1: (100.08, 7.617)}, [([5, 6, 7], {"highway": "residential"})])

    with pytest.raises(CommandError, match="not their nodes: 3 are missing"):
        run("import_streets", str(file.write(tmp_path / "a.osm.pbf")))


def test_what_a_killed_import_left_is_cleared_a_day_later(load: Any, town_file: Path, settings: Any) -> None:
    streets = settings.LOCAL_DIR / "streets"
    left, running = streets / "import-left", streets / "import-running"
    for folder, hours in ((left, 25), (running, 1)):
        folder.mkdir(parents=True)
        (folder / "nodes.index").write_bytes(b"0" * 16)
        then = time.time() - hours * 3600
        os.utime(folder, (then, then))

    load(town_file)

    assert not left.exists()
    assert running.exists()
