"""A page of the editor as somebody draws on it: places in degrees become pixels, and what was saved is read back."""

import json
import math
import re
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page, expect
from shapely.geometry import shape

from geo.utm import plane_at

ZONES = "urban-design-zones"
SIDE = 0.001  # degrees, about 110 m, of the zones of a plot
ZOOM = 18
_RADIUS_M = 6378137.0

Position = tuple[float, float]
Ring = list[Position]


def square(west: float, south: float, side: float = SIDE) -> Ring:
    """A closed ring on the grid of 1e-7 degree, counter-clockwise from the south-west."""
    corners = [(west, south), (west + side, south), (west + side, south + side), (west, south + side)]
    rounded = [(round(lon, 7), round(lat, 7)) for lon, lat in corners]
    return [*rounded, rounded[0]]


def area_m2(geometry: Any) -> float:
    """On EPSG:32647."""
    area = shape(geometry)
    return float(plane_at(area.bounds[0]).project(area).area)


@dataclass(frozen=True)
class Board:
    """The map around `centre` at zoom 18, where a pixel is about 0.6 m."""

    page: Page
    home: str
    centre: Position

    def at(self, place: Position) -> Position:
        """The pixel of a place in degrees."""
        box = self.page.locator(".ed-map").bounding_box()
        assert box
        metres_a_pixel = 2 * math.pi * _RADIUS_M / 256 / 2**ZOOM
        (x, y), (x0, y0) = _mercator(place), _mercator(self.centre)
        return (
            box["x"] + box["width"] / 2 + (x - x0) / metres_a_pixel,
            box["y"] + box["height"] / 2 - (y - y0) / metres_a_pixel,
        )

    def hover(self, place: Position, off: Position = (0, 0)) -> None:
        x, y = self.at(place)
        self.page.mouse.move(x + off[0] - 3, y + off[1] - 3)
        self.page.mouse.move(x + off[0], y + off[1])

    def click(self, place: Position, off: Position = (0, 0), *, shift: bool = False) -> None:
        """A click so many pixels beside a place. Two at one place within a moment would be a double click."""
        self.hover(place, off)
        if shift:
            self.page.keyboard.down("Shift")
        self.page.mouse.down()
        self.page.mouse.up()
        if shift:
            self.page.keyboard.up("Shift")

    def drag(self, start: Position, end: Position) -> None:
        """Between two pixels."""
        mouse = self.page.mouse
        mouse.move(*start)
        mouse.down()
        mouse.move(*end)
        mouse.up()

    def press(self, *keys: str) -> None:
        """Keys that go to the map."""
        self.page.locator(".ed-map").focus()
        for key in keys:
            self.page.keyboard.press(key)

    def says(self, words: str) -> None:
        expect(self.page.locator(".ed-notice")).to_contain_text(words)

    def has_changes(self, count: int) -> None:
        expect(self.page.locator(".ed-change-name")).to_have_count(count)

    def describe(self, name: str) -> None:
        """Fills in what every space must have and the template leaves open."""
        self.page.get_by_label("Thai name").fill(name)
        self.page.get_by_label("English name").fill(name)
        self.page.get_by_label("English name").press("Tab")
        self.page.get_by_label("Subkind").select_option("learning-street")

    def save(self) -> None:
        self.page.locator(".ed-save .ed-primary").click()
        expect(self.page.locator(".ed-sync")).to_have_attribute("data-sync", "saved")

    def selected_id(self) -> str:
        """As the address tells it."""
        expect(self.page).to_have_url(re.compile(r"[?&]space=(?![^#&]*/new-)"))
        return str(self.page.evaluate("new URLSearchParams(location.search).get('space').split('/')[1]"))

    def stored(self, id_: str) -> Any:
        """The feature as the API gives it."""
        answer = self.page.request.get(f"{self.home}/api/collections/{ZONES}/items/{id_}")
        assert answer.ok, answer.text()
        return answer.json()

    def corners(self, id_: str) -> set[Position]:
        return corners_of(self.stored(id_)["geometry"])

    def coordinates(self) -> str:
        """The corners of what is selected, as the table tells them."""
        table = self.page.locator(".ed-coordinates")
        if table.get_attribute("open") is None:
            table.locator("summary").click()
        return "\n".join(area.input_value() for area in table.locator(".ed-ring textarea").all())


def corners_of(geometry: Any) -> set[Position]:
    return {(lon, lat) for part in geometry["coordinates"] for ring in part for lon, lat in ring}


def feature(name: str, ring: Ring) -> dict[str, Any]:
    """A zone as the API takes it."""
    properties = {
        "name_th": name,
        "name_en": name,
        "subkind": "learning-street",
        "accuracy_m": 5,
        "status": "draft",
    }
    geometry = {"type": "MultiPolygon", "coordinates": [[json.loads(json.dumps(ring))]]}
    return {"type": "Feature", "geometry": geometry, "properties": properties}


def _mercator(place: Position) -> Position:
    lon, lat = map(math.radians, place)
    return lon * _RADIUS_M, math.log(math.tan(math.pi / 4 + lat / 2)) * _RADIUS_M
