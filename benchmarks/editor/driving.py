"""A planner at the mouse: opens the editor, moves the map, selects, drags a corner that four zones share."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from math import cos, sin
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, sync_playwright

from benchmarks.editor.zones import PASSWORD, USER, zone_id

PROBE = Path(__file__).with_name("probe.js")
CHROMIUM = "/usr/bin/chromium"
WINDOW: ViewportSize = {"width": 1280, "height": 800}
_SWITCHES = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
_GESTURE_S = 2.0
_LONGEST_S = 120
_COMES_TO_REST_MS = 1500
Point = tuple[float, float]


@contextmanager
def browser() -> Iterator[Browser]:
    """Debian's chromium without a graphics card: everything is drawn by the processor."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=_SWITCHES)
        yield started
        started.close()


def signed_in(chromium: Browser, home: str) -> Any:
    """What a browser keeps of a planner who has logged in."""
    context = chromium.new_context()
    page = context.new_page()
    page.goto(f"{home}/en/login/?next=/en/")
    page.locator("input[name=username]").fill(USER)
    page.locator("input[name=password]").fill(PASSWORD)
    page.locator("form.login button").click()
    page.wait_for_url(f"{home}/en/")
    kept = context.storage_state()
    context.close()
    return kept


@contextmanager
def editor(chromium: Browser, home: str, kept: Any) -> Iterator[Page]:
    """The editor with every zone shown, in a browser that has never seen it."""
    context: BrowserContext = chromium.new_context(storage_state=kept, viewport=WINDOW)
    context.add_init_script(path=PROBE)
    page = context.new_page()
    page.goto(f"{home}/en/editor/")
    _until(page, "window.probe.loaded > 0")
    yield page
    context.close()


def _until(page: Page, expression: str) -> None:
    """Waits without code of ours in the page: its policy allows none that comes as text."""
    deadline = time.monotonic() + _LONGEST_S
    while not page.evaluate(expression):
        if time.monotonic() > deadline:
            raise TimeoutError(expression)
        page.wait_for_timeout(50)


def load_s(page: Page) -> float:
    """Seconds from the click on the link to the frame that shows every zone."""
    return float(page.evaluate("window.probe.loaded")) / 1000


def go_to(page: Page, number: int, steps_out: int) -> Point:
    """Searches a zone, shows it in the middle of the map and goes `steps_out` zooms away; the middle in pixels."""
    page.get_by_role("searchbox").fill(zone_id(number))
    page.locator(".ed-found button").first.click()
    page.wait_for_timeout(500)
    page.locator(".ed-map").focus()
    for _ in range(steps_out):
        page.keyboard.press("-")
        page.wait_for_timeout(400)
    page.wait_for_timeout(300)
    return middle(page)


def middle(page: Page) -> Point:
    box = page.locator(".ed-map").bounding_box()
    if box is None:
        raise RuntimeError("The editor shows no map.")
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def select_ms(page: Page, at: Point) -> float:
    """Milliseconds from a click on a zone to the frame that shows its form."""
    page.evaluate("window.probe.answer = null; window.probe.choose()")
    page.mouse.move(*at)
    page.mouse.down()
    page.mouse.up()
    _until(page, "window.probe.answer !== null")
    return float(page.evaluate("window.probe.answer"))


def dragging_fps(page: Page, start: Point, reach: float) -> float:
    """Frames a second while the mouse, pressed at `start`, goes round in circles of `reach` pixels.

    A frame counts when the mouse moved since the one before: drawing nothing new would be easy.
    """
    page.mouse.move(*start)
    page.mouse.down()
    page.mouse.move(start[0] + reach, start[1])
    page.evaluate("Object.assign(window.probe, {frames: [], moves: [], watching: true})")
    begun = time.monotonic()
    while (passed := time.monotonic() - begun) < _GESTURE_S:
        page.mouse.move(start[0] + reach * cos(passed * 3), start[1] + reach * sin(passed * 3))
    noted = page.evaluate("window.probe.watching = false; ({frames: window.probe.frames, moves: window.probe.moves})")
    page.mouse.up()
    page.wait_for_timeout(_COMES_TO_REST_MS)
    return moving_frames(noted["frames"], noted["moves"])


def moving_frames(frames: list[float], moves: list[float]) -> float:
    """Frames with a move since the frame before, by the second. Times in milliseconds, in order."""
    pairs = pairwise(frames)
    moving = sum(any(before < move <= now for move in moves) for before, now in pairs)
    return moving * 1000 / (frames[-1] - frames[0])
