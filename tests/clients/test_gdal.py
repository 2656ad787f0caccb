"""GDAL as it comes with the distribution reads the API: `ogrinfo` and `ogr2ogr` with `OAPIF:`."""

import csv
import io
import json
import subprocess
from collections.abc import Callable

import pytest
from django.contrib.gis.geos import MultiPolygon, Point, Polygon

from geo.rest.collection import collections
from geo.rest.reference_systems import SYSTEMS, ReferenceSystem

pytestmark = pytest.mark.django_db(transaction=True)

Gdal = Callable[..., str]
LIBRARY = (100.081, 7.617)


@pytest.fixture
def gdal(live_server, small_town, make_space) -> Gdal:
    """`gdal("ogrinfo", …)`: the output, once the town and a zone are served. `{api}` in a word is the API's address."""
    corners = [(100.08, 7.61), (100.09, 7.61), (100.09, 7.62), (100.08, 7.62), (100.08, 7.61)]
    make_space("urban-design-zones", "zone", geometry=MultiPolygon(Polygon(corners), srid=4326))

    def run(*words: str) -> str:
        command = [word.format(api=f"{live_server.url}/api") for word in words]
        done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
        assert (done.returncode, done.stderr) == (0, ""), done.stderr
        return done.stdout

    return run


def test_ogrinfo_lists_every_collection(gdal):
    listed = gdal("ogrinfo", "-ro", "-q", "OAPIF:{api}")

    assert {collection.id for collection in collections()} <= set(listed.split())


def test_ogr2ogr_takes_every_feature_of_every_collection_page_by_page(gdal, client):
    for collection in collections():
        there = client.get(f"/api/{collection.path}/items").json()["features"]
        counted = gdal("ogrinfo", "-ro", "-so", "-oo", "PAGE_SIZE=2", "OAPIF:{api}", collection.id)
        taken = gdal(
            "ogr2ogr", "-f", "GeoJSON", "/vsistdout/", "-oo", "PAGE_SIZE=2", "OAPIF:{api}", collection.id, "-nln", "all"
        )

        assert f"Feature Count: {len(there)}" in counted
        features = json.loads(taken)["features"]
        assert [each["properties"]["name_th"] for each in features] == [each["properties"]["name_th"] for each in there]
        assert [each["geometry"] for each in features] == [each["geometry"] for each in there]


def test_a_spatial_filter_of_gdal_reaches_the_service(gdal):
    near_the_old_temple = ["-spat", "100.0825", "7.6185", "100.0835", "7.6195"]

    assert "Feature Count: 2" in gdal("ogrinfo", "-ro", "-so", "OAPIF:{api}", "heritage-sites")
    assert "Feature Count: 1" in gdal("ogrinfo", "-ro", "-so", *near_the_old_temple, "OAPIF:{api}", "heritage-sites")


@pytest.mark.parametrize("system", SYSTEMS.values(), ids=lambda system: system.uri.rsplit("/", 2)[-1])
def test_ogr2ogr_reads_a_page_in_every_system(gdal, system: ReferenceSystem):
    address = "{api}/collections/wisdom-places/items/library?f=geojson&crs=" + system.uri
    (row,) = csv.DictReader(io.StringIO(gdal("ogr2ogr", "-f", "CSV", "/vsistdout/", address, "-lco", "GEOMETRY=AS_XY")))
    shown = float(row["X"]), float(row["Y"])
    there = system.to_degrees(Point(*(reversed(shown) if system.north_first else shown)))

    assert (there.x, there.y) == pytest.approx(LIBRARY, abs=5e-8)
    assert system.is_degrees or shown != pytest.approx(LIBRARY)


def test_gdal_moves_features_into_indian_1975_by_our_definition(gdal):
    pinned = next(system.pinned for system in SYSTEMS.values() if system.pinned)
    address = "{api}/collections/wisdom-places/items/library?f=geojson"
    page = address + "&crs=http://www.opengis.net/def/crs/EPSG/0/24047"
    by_gdal = gdal("ogr2ogr", "-f", "CSV", "/vsistdout/", address, "-lco", "GEOMETRY=AS_XY", "-t_srs", pinned)
    by_us = gdal("ogr2ogr", "-f", "CSV", "/vsistdout/", page, "-lco", "GEOMETRY=AS_XY")

    theirs, ours = (next(csv.DictReader(io.StringIO(text))) for text in (by_gdal, by_us))
    for axis in "XY":
        assert float(theirs[axis]) == pytest.approx(float(ours[axis]), abs=0.01)
