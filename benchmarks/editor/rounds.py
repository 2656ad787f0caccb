"""Rounds of everything that is measured, each in a browser that has never seen the editor."""

from playwright.sync_api import Browser

from benchmarks.editor import driving
from benchmarks.editor.zones import outlines

_PIXEL_M = 156543.03392804097 / 2**18  # of zoom 18 in Web Mercator, in which the map is drawn
_EARTH_M = 6378137.0


def measure(home: str, side: int, rounds: int) -> dict[str, list[float]]:
    """Every value of every round, by what was measured."""
    found: dict[str, list[float]] = {}
    zone = side * (side // 2) + side // 2
    with driving.browser() as chromium:
        kept = driving.signed_in(chromium, home)
        for _ in range(rounds):
            for name, value in _round(chromium, home, kept, side, zone).items():
                found.setdefault(name, []).append(value)
    return found


def _round(chromium: Browser, home: str, kept: object, side: int, zone: int) -> dict[str, float]:
    with driving.editor(chromium, home, kept) as page:
        found = {"load_s": driving.load_s(page)}
        found["pan_all_fps"] = driving.dragging_fps(page, driving.middle(page), 150)
        near = driving.go_to(page, zone, steps_out=2)
        found["pan_near_fps"] = driving.dragging_fps(page, (near[0] + 60, near[1] + 60), 80)
        at = driving.go_to(page, zone, steps_out=2)
        driving.select_ms(page, (at[0] + 45, at[1]))  # another zone first, so that the form changes
        found["select_ms"] = driving.select_ms(page, at)
        page.keyboard.press("c")
        page.wait_for_timeout(300)
        east, north = _corner(side, zone, 2)
        found["drag_fps"] = driving.dragging_fps(page, (at[0] + east, at[1] - north), 20)
        return found


def _corner(side: int, zone: int, steps_out: int) -> driving.Point:
    """Pixels from the middle of the zone's box, where the map was centred, to its north-eastern corner."""
    import numpy as np

    corners = np.array(outlines(side)[zone].exterior.coords)
    x = np.radians(corners[:, 0]) * _EARTH_M
    y = np.log(np.tan(np.pi / 4 + np.radians(corners[:, 1]) / 2)) * _EARTH_M
    pixel = _PIXEL_M * 2**steps_out
    north_east = int(np.argmax(x + y))
    return (
        float(x[north_east] - (x.min() + x.max()) / 2) / pixel,
        float(y[north_east] - (y.min() + y.max()) / 2) / pixel,
    )
