"""Backdrops of the editor: files of one's own, kept in the browser, and tiles of the operator's."""

import json
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.contrib.gis.gdal import GDALRaster
from django.test import override_settings
from playwright.sync_api import Page, expect

from geo.backdrops import read_backdrops

pytestmark = pytest.mark.browser

RED = (200, 30, 30)
CORNER, SIDE_M, PIXELS = (618_000, 842_000), 10, 40
PGW = f"{SIDE_M}\n0\n0\n-{SIDE_M}\n{CORNER[0] + SIDE_M / 2}\n{CORNER[1] - SIDE_M / 2}\n"
KML = """<kml xmlns="http://www.opengis.net/kml/2.2"><Document><Placemark><name>&lt;b&gt;wall&lt;/b&gt;</name>
<LineString><coordinates>100.08,7.61 100.09,7.62</coordinates></LineString></Placemark></Document></kml>"""
GPX = """<gpx version="1.1" creator="t" xmlns="http://www.topografix.com/GPX/1/1"><trk><name>walk</name><trkseg>
<trkpt lat="7.61" lon="100.08"/><trkpt lat="7.62" lon="100.09"/></trkseg></trk></gpx>"""
POINT = {"type": "Feature", "properties": {"name": "x"}, "geometry": {"type": "Point", "coordinates": [100.08, 7.61]}}


@pytest.fixture
def tiff(tmp_path: Path) -> Path:
    """400 m of red in UTM 47N."""
    path = tmp_path / "photo.tif"
    bands = [{"data": bytes([level]) * PIXELS**2, "nodata_value": None} for level in RED]
    made = {"driver": "GTiff", "name": str(path), "srid": 32647, "width": PIXELS, "height": PIXELS, "datatype": 1}
    GDALRaster({**made, "origin": CORNER, "scale": (SIDE_M, -SIDE_M), "bands": bands})
    return path


def layers(planning: Callable[[str], Page], language: str = "en") -> Page:
    page = planning(f"/{language}/editor/")
    page.locator("#ed-tab-layers").click()
    expect(page.locator(".ed-file input")).to_be_attached()
    return page


def choose(page: Page, *files: Any) -> None:
    page.locator(".ed-file input").set_input_files(list(files))


def text(name: str, content: str) -> dict[str, Any]:
    return {"name": name, "mimeType": "application/octet-stream", "buffer": content.encode()}


def middle(page: Page) -> list[int]:
    """The colour in the middle of the map."""
    page.wait_for_timeout(600)
    found: list[int] = page.evaluate(
        """() => {
          const canvas = document.querySelector('.ed-map canvas');
          const at = [canvas.width / 2 + 30, canvas.height / 2 + 30, 1, 1];
          return [...canvas.getContext('2d').getImageData(...at).data];
        }"""
    )
    return found


def rows(page: Page) -> Any:
    return page.locator(".ed-backdrops li")


def test_a_geotiff_lies_where_it_says_and_stays_after_a_reload(planning: Callable[[str], Page], tiff: Path) -> None:
    page = layers(planning)
    choose(page, tiff)
    expect(rows(page)).to_have_count(1)
    assert middle(page)[0] > 150
    assert middle(page)[1] < 90

    page.get_by_label("Opacity of photo.tif").fill("0.5")
    page.reload()
    page.locator("#ed-tab-layers").click()

    expect(page.get_by_label("Opacity of photo.tif")).to_have_value("0.5")
    page.get_by_role("button", name="Remove photo.tif").click()
    expect(rows(page)).to_have_count(0)


def test_an_image_without_a_word_about_its_coordinates_asks(planning: Callable[[str], Page], tiff: Path) -> None:
    page = layers(planning)
    picture = page.screenshot(clip={"x": 0, "y": 0, "width": PIXELS, "height": PIXELS})
    image = {"name": "old.png", "mimeType": "image/png", "buffer": picture}

    choose(page, image)
    expect(page.get_by_role("alert")).to_contain_text("world file")
    choose(page, image, text("old.pgw", PGW))
    page.get_by_role("button", name="Indian 1975").click()

    expect(rows(page)).to_have_count(1)
    expect(page.get_by_role("alert")).to_have_count(0)


def test_lines_of_every_format_come_in_and_names_are_only_text(planning: Callable[[str], Page]) -> None:
    page = layers(planning)

    choose(page, text("a.kml", KML), text("b.gpx", GPX), text("c.geojson", json.dumps(POINT)))

    expect(rows(page)).to_have_count(3)
    expect(rows(page).first).to_contain_text("c.geojson")
    page.get_by_role("button", name="Move b.gpx up").click()
    expect(rows(page).first).to_contain_text("b.gpx")


def test_a_file_dropped_on_the_map_is_taken_and_a_bad_one_changes_nothing(planning: Callable[[str], Page]) -> None:
    page = planning("/th/editor/")
    drop(page, "walk.gpx", GPX)
    expect(rows(page)).to_have_count(1)

    for name in ("broken.tif", "broken.kml", "broken.geojson", "notes.txt"):
        drop(page, name, "neither one nor the other")
        expect(page.locator(".ed-backdrops [role=alert]")).to_contain_text(name)

    expect(rows(page)).to_have_count(1)


def drop(page: Page, name: str, content: str) -> None:
    transfer = page.evaluate_handle(
        """([name, content]) => {
          const all = new DataTransfer();
          all.items.add(new File([content], name));
          return all;
        }""",
        [name, content],
    )
    page.locator(".ed-map").dispatch_event("drop", {"dataTransfer": transfer})


@pytest.fixture
def tiles() -> Iterator[tuple[str, list[str]]]:
    """A server of tiles on this machine, and what it was asked for."""
    asked: list[str] = []

    class Tiles(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(200)
            self.send_header("Content-Type", "image/svg+xml")
            self.end_headers()
            self.wfile.write(b'<svg xmlns="http://www.w3.org/2000/svg" width="256" height="256"/>')

        def log_message(self, *_: Any) -> None:
            """Says nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Tiles)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", asked
    server.shutdown()


def test_the_operators_tiles_are_asked_for_only_when_switched_on(
    planning: Callable[[str], Page], tiles: tuple[str, list[str]]
) -> None:
    address, asked = tiles
    titles = {"title_th": "ภาพถ่าย", "layer": "ortho"}
    offered = [
        {"kind": kind, "url": f"{address}/{kind}", "title_en": f"Photo {kind}", **titles} for kind in ("wms", "wmts")
    ]
    with override_settings(EDITOR_BACKDROPS=read_backdrops(json.dumps(offered))):
        page = layers(planning)
        page.wait_for_timeout(500)
        assert asked == []

        page.get_by_label("Photo wms", exact=True).check()
        page.get_by_label("Photo wmts", exact=True).check()
        page.wait_for_timeout(1500)

    requests = {parse_qs(urlsplit(path).query)["REQUEST"][0] for path in asked}
    assert requests == {"GetMap", "GetTile"}
