"""Municipal centrelines in any form GDAL reads, in any coordinate system used here; tracks walked by coaches."""

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.contrib.gis.gdal import CoordTransform, OGRGeometry, SpatialReference
from django.core.management import CommandError, call_command

from geo.crs import INDIAN_1975_KNOWN_ANSWER, INDIAN_1975_OPERATION, INDIAN_1975_PROJ, UTM_47N, WGS84
from routes.models import StreetNetwork
from routes.networks.gdal_lines import mapping_of, read_lines
from routes.networks.loading import edges_of
from routes.streets.errors import InvalidStreets
from routes.streets.profiles import BIT, STEP_FREE, VEHICLE
from routes.streets.spheroid import apart_m
from tests.routes.streets.osm_files import grid_town

pytestmark = pytest.mark.django_db

WEST, EAST = (100.08, 7.617), (100.09, 7.617)


def geojson(path: Path, *features: tuple[list[tuple[float, float]], dict[str, Any]], crs: int | None = None) -> Path:
    """A file of lines with their columns."""
    rows = [
        {"type": "Feature", "properties": columns, "geometry": {"type": "LineString", "coordinates": line}}
        for line, columns in features
    ]
    named = {"crs": {"type": "name", "properties": {"name": f"urn:ogc:def:crs:EPSG::{crs}"}}} if crs else {}
    path.write_text(json.dumps({"type": "FeatureCollection", **named, "features": rows}), encoding="utf-8")
    return path


def run(*words: str) -> str:
    out = StringIO()
    call_command("import_streets", *words, stdout=out)
    return out.getvalue()


def projected(crs: str | int, *positions: tuple[float, float]) -> list[tuple[float, float]]:
    """WGS 84 positions in another system."""
    move = CoordTransform(SpatialReference(WGS84), SpatialReference(crs))
    points = [OGRGeometry(f"POINT ({lon} {lat})") for lon, lat in positions]
    for point in points:
        point.transform(move)
    return [(point.coords[0], point.coords[1]) for point in points]  # type: ignore[attr-defined]


def test_columns_become_traits(tmp_path: Path) -> None:
    file = geojson(
        tmp_path / "roads.geojson",
        ([WEST, EAST], {"NAME": "ถนนนิวาส", "ENG": "Niwat Road", "ONEWAY": "ใช่", "STAIRS": None}),
        ([EAST, (100.09, 7.62)], {"NAME": "บันไดวัด", "ENG": None, "ONEWAY": 0, "STAIRS": 24}),
    )

    told = run(str(file), "--map", "name=NAME,name:en=ENG,oneway=ONEWAY,steps=STAIRS,highway==residential")

    network = StreetNetwork.objects.get()
    street, stairs = edges_of(network.pk)
    assert (street.traits.name_th, street.traits.name_en, street.traits.source) == ("ถนนนิวาส", "Niwat Road", "lines")
    assert [bool(mask & BIT[VEHICLE]) for mask in (street.traits.forward, street.traits.backward)] == [True, False]
    assert (stairs.traits.kind, stairs.traits.steps, stairs.traits.forward & BIT[STEP_FREE]) == ("steps", 24, 0)
    assert (network.source, network.attribution) == ("lines", "Source: roads.geojson")
    assert "crs: EPSG:4326" in told


@pytest.mark.parametrize("said", [True, False])
def test_utm_is_brought_to_wgs84(tmp_path: Path, said: bool) -> None:
    line = projected(UTM_47N, WEST, EAST)
    file = geojson(tmp_path / "utm.geojson", (line, {}), crs=UTM_47N if said else None)

    found = read_lines(file, {}, crs=None if said else "32647")

    assert apart_m(found.ways[0].lonlat[0], WEST) < 0.02
    assert apart_m(found.ways[0].lonlat[-1], EAST) < 0.02


@pytest.mark.parametrize("said", [True, False])
def test_indian_1975_goes_by_the_pinned_operation(tmp_path: Path, said: bool) -> None:
    (start, wanted) = INDIAN_1975_KNOWN_ANSWER
    line = [start, (start[0] + 100, start[1])]
    file = geojson(tmp_path / "indian.geojson", (line, {}), crs=24047 if said else None)

    found = read_lines(file, {}, crs=None if said else "EPSG:24047")

    here = (float(found.ways[0].lonlat[0][0]), float(found.ways[0].lonlat[0][1]))
    (come,) = projected(UTM_47N, here)
    assert come == pytest.approx(wanted, abs=0.03)
    assert INDIAN_1975_OPERATION in found.operation


def test_the_pinned_operation_is_180_m_from_the_usual_one(tmp_path: Path) -> None:
    line = [INDIAN_1975_KNOWN_ANSWER[0], (618100.0, 842000.0)]
    pinned = read_lines(geojson(tmp_path / "a.geojson", (line, {}), crs=24047), {}).ways[0].lonlat[0]
    (usual,) = usual_way(line[0])

    assert apart_m(pinned, usual) > 150
    assert SpatialReference(INDIAN_1975_PROJ).projected


def usual_way(point: tuple[float, float]) -> list[tuple[float, float]]:
    moved = OGRGeometry(f"POINT ({point[0]} {point[1]})")
    moved.transform(CoordTransform(SpatialReference(24047), SpatialReference(WGS84)))
    return [moved.coords[:2]]  # type: ignore[attr-defined]


def test_ends_that_nearly_meet_are_tied(tmp_path: Path) -> None:
    file = geojson(tmp_path / "gaps.geojson", ([WEST, EAST], {}), ([(100.085, 7.617 + 3e-6), (100.085, 7.62)], {}))

    run(str(file))

    assert StreetNetwork.objects.get().report["ends_tied"] == 1
    assert StreetNetwork.objects.get().edges == 3


def test_lines_are_added_to_the_network_in_use(tmp_path: Path, town_file: Path) -> None:
    run(str(town_file))
    before = StreetNetwork.objects.get()
    lane = geojson(tmp_path / "lane.geojson", ([(100.079, 7.616), (100.079, 7.618)], {"NAME": "ซอยใหม่"}))

    run(str(lane), "--map", "name=NAME", "--add", "--attribution", "เทศบาลเมืองพัทลุง")

    network = StreetNetwork.objects.get(in_use=True)
    assert (network.base, network.edges) == (before, before.edges + 3)
    assert network.attribution == "© OpenStreetMap contributors · เทศบาลเมืองพัทลุง"
    assert {"osm", "lines"} == {edge.traits.source for edge in edges_of(network.pk)}


def test_a_walked_track_is_added_to_the_network_in_use(tmp_path: Path, town_file: Path) -> None:
    run(str(town_file))
    steps = [f'<trkpt lat="{7.6155 + number / 20_000}" lon="100.079"/>' for number in range(60)]
    gpx = tmp_path / "walk.gpx"
    gpx.write_text(
        '<?xml version="1.0"?><gpx version="1.1" creator="phone" xmlns="http://www.topografix.com/GPX/1/1">'
        f"<trk><name>ทางหลังวัด</name><trkseg>{''.join(steps)}</trkseg></trk></gpx>",
        encoding="utf-8",
    )

    told = run(str(gpx))

    network = StreetNetwork.objects.get(in_use=True)
    walked = [edge for edge in edges_of(network.pk) if edge.traits.source == "gpx"]
    assert network.source == "gpx"
    assert {edge.traits.name_th for edge in walked} == {"ทางหลังวัด"}
    assert "new paths: 3" in told  # it crosses two streets
    assert network.report["ends_tied"] == 4


def test_a_track_along_known_streets_changes_nothing(tmp_path: Path, town_file: Path) -> None:
    run(str(town_file))
    steps = [f'<trkpt lat="7.616" lon="{100.078 + number / 20_000}"/>' for number in range(60)]
    gpx = tmp_path / "walk.gpx"
    gpx.write_text(
        f'<gpx version="1.1" creator="x"><trk><trkseg>{"".join(steps)}</trkseg></trk></gpx>', encoding="utf-8"
    )

    with pytest.raises(CommandError, match="adds nothing"):
        run(str(gpx))
    assert StreetNetwork.objects.count() == 1


def test_points_and_areas_are_left_out_and_counted(tmp_path: Path) -> None:
    file = geojson(tmp_path / "mixed.geojson", ([WEST, EAST], {}))
    content = json.loads(file.read_text(encoding="utf-8"))
    content["features"].append(
        {"type": "Feature", "properties": {}, "geometry": {"type": "Point", "coordinates": WEST}}
    )
    content["features"].append({"type": "Feature", "properties": {}, "geometry": None})
    file.write_text(json.dumps(content), encoding="utf-8")

    found = read_lines(file, {})

    assert (len(found.ways), found.features, found.without_line) == (1, 3, 2)


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.vrt", '<OGRVRTDataSource><OGRVRTLayer name="x"/></OGRVRTDataSource>', "cannot be read as any of"),
        ("a.geojson", '<OGRVRTDataSource><OGRVRTLayer name="x"/></OGRVRTDataSource>', "cannot be read as any of"),
        ("a.geojson", "{", "cannot be read as any of"),
        ("a.csv", "a,b\n1,2\n", "cannot be read as any of"),
    ],
)
def test_only_named_drivers_open_a_file(tmp_path: Path, name: str, content: str, says: str) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")

    with pytest.raises(InvalidStreets, match=says):
        read_lines(tmp_path / name, {})


@pytest.mark.parametrize("path", ["/vsicurl/http://localhost/a.geojson", "/vsizip/a.zip", "http://localhost/a.geojson"])
def test_nothing_is_fetched(path: str) -> None:
    with pytest.raises(InvalidStreets, match="no file on this machine"):
        read_lines(Path(path), {})


@pytest.mark.parametrize(
    ("text", "says"),
    [("colour=C", "'colour'"), ("name=", "'name'"), ("highway==rocket", "'rocket'"), ("name", "'name'")],
)
def test_a_mapping_of_something_else_is_refused(text: str, says: str) -> None:
    with pytest.raises(InvalidStreets, match=says):
        mapping_of(text)


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"columns": {"name": "NOPE"}}, "no column 'NOPE'; its columns: NAME"),
        ({"crs": "mars"}, "an EPSG code"),
        ({"crs": "999999"}, "no coordinate system"),
        ({"crs": "32647"}, "outside longitude and latitude|Infinity|cannot"),
        ({"layer": "other"}, "has the layers"),
    ],
)
def test_what_does_not_fit_the_file_is_refused(tmp_path: Path, options: dict[str, Any], says: str) -> None:
    line = [(1e12, 1e12), (1e12, 2e12)] if options.get("crs") == "32647" else [WEST, EAST]
    file = geojson(tmp_path / "a.geojson", (line, {"NAME": "x"}))

    with pytest.raises(InvalidStreets, match=says):
        read_lines(file, options.pop("columns", {}), **options)


def test_a_second_town_does_not_take_the_first_ones_lines(tmp_path: Path, town_file: Path) -> None:
    run(str(town_file))

    run(str(grid_town(3).write(tmp_path / "b.osm.pbf")))

    assert StreetNetwork.objects.get(in_use=True).edges == 12
