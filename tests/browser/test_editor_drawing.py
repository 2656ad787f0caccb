"""Drawing in the editor by mouse, touch and keyboard; what was saved is read back through the API."""

import json
import random
import re
from collections.abc import Callable
from itertools import count
from typing import Any

import pytest
from django.db import connections
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page, expect

from spaces.models import User
from tests.browser.drawing_board import SIDE, ZONES, Board, Position, area_m2, corners_of, feature, square
from tests.browser.editing import opened, sign_in

pytestmark = pytest.mark.browser

PLOTS = count()
THAI_DIGITS = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
Plot = Callable[..., Board]


@pytest.fixture
def ids(served: str, django_db_blocker: Any) -> Callable[[dict[str, Any]], None]:
    """Stores zones by the API, as a reviewer."""

    def store(zones: dict[str, Any]) -> None:
        changes = [
            {"action": "create", "collection": ZONES, "id": id_, "feature": feature(id_, ring)}
            for id_, ring in zones.items()
        ]
        client = Client()
        with django_db_blocker.unblock():
            user, _ = User.objects.get_or_create(username="drawer", defaults={"role": "reviewer"})
            client.force_login(user)
            answer = client.post(
                "/api/changesets", json.dumps({"comment": "plot", "changes": changes}), content_type="application/json"
            )
            connections.close_all()  # beside Playwright's loop this is a connection of its own
        assert answer.status_code == 201, answer.content

    return store


@pytest.fixture
def plot(served: str, context: BrowserContext, django_db_blocker: Any, ids: Callable[[dict[str, Any]], None]) -> Plot:
    """`plot("a", "b")` stores adjoining zones on ground of their own, four around a corner, and shows them."""

    def make(*names: str, lang: str = "en", select: int | None = 0, window: BrowserContext = context) -> Board:
        n = next(PLOTS)
        west, south = 100.20 + 0.004 * (n % 5), 7.55 + 0.004 * (n // 5)
        across = 2 if len(names) == 4 else len(names)
        zones = {
            f"{name}-{n}": square(west + SIDE * (at % across), south + SIDE * (at // across))
            for at, name in enumerate(names)
        }
        if zones:
            ids(zones)
        sign_in(window, served, django_db_blocker, "drawer", "reviewer")
        centre = (round(west + SIDE, 5), round(south + SIDE, 5))
        space = f"?space={ZONES}/{names[select]}-{n}" if names and select is not None else ""
        page = opened(window, f"{served}/{lang}/editor/{space}#map=18/{centre[1]}/{centre[0]}")
        return Board(page, served, centre)

    return make


def beside(place: Position, east: float, north: float) -> Position:
    return round(place[0] + east, 7), round(place[1] + north, 7)


def number_of(board: Board) -> str:
    """The number of the plot, of which its ids are made."""
    expect(board.page).to_have_url(re.compile(r"[?&]space="))
    return str(board.page.evaluate("new URLSearchParams(location.search).get('space').split('-').pop()"))


def test_corners_are_copied_exactly_from_the_zone_beside(plot: Plot) -> None:
    board = plot("wall")
    middle = board.centre  # the north-east corner of the zone
    board.press("a")
    board.click(beside(middle, 0, -SIDE), off=(5, 4))
    board.says("On a corner of wall")
    board.click(middle, off=(6, -3))
    board.click(beside(middle, 0.0007, 0.0003))
    board.click(beside(middle, 0.0007, -SIDE))
    expect(board.page.locator(".ed-size")).to_contain_text("Area")
    board.press("Enter")
    board.describe("ชนมุม")
    board.save()

    assert {middle, beside(middle, 0, -SIDE)} <= board.corners(board.selected_id())


def test_a_corner_on_an_edge_becomes_one_of_the_neighbour(plot: Plot) -> None:
    board = plot("edge")
    middle = board.centre
    board.press("a")
    board.click(beside(middle, 0, -SIDE / 2), off=(4, 0))
    board.says("On an edge of edge")
    board.click(beside(middle, 0.0005, -SIDE / 2))
    board.click(middle, off=(3, 3))
    board.press("Enter")

    board.has_changes(2)


def test_alt_lets_go(plot: Plot) -> None:
    board = plot("alt")
    board.press("a")
    board.hover(board.centre, off=(6, 0))
    board.says("On a corner of alt")

    board.page.keyboard.down("Alt")
    board.hover(board.centre, off=(5, 0))
    board.says("Snapping is off")
    board.page.keyboard.up("Alt")
    board.hover(board.centre, off=(6, 0))
    board.says("On a corner of alt")


def test_a_shared_corner_moves_all_four(plot: Plot) -> None:
    board = plot("sw", "se", "nw", "ne")
    n = number_of(board)
    x, y = board.at(board.centre)
    board.press("c")
    board.drag((x, y), (x + 40, y + 25))
    board.has_changes(4)
    board.save()

    four = [board.corners(f"{name}-{n}") for name in ("sw", "se", "nw", "ne")]
    assert len(set.intersection(*four)) == 1
    assert all(board.centre not in corners for corners in four)


def test_a_corner_moves_alone_when_that_is_wanted(plot: Plot) -> None:
    board = plot("sw", "se", "nw", "ne")
    board.page.get_by_label("Shared corners move together").uncheck()
    x, y = board.at(board.centre)
    board.press("c")
    board.drag((x, y), (x - 40, y + 25))

    board.has_changes(1)


def test_two_hundred_drags_are_all_undone(plot: Plot) -> None:
    board = plot("sw", "se", "nw", "ne")
    before = board.coordinates()
    choice = random.Random(6)
    x, y = start = board.at(board.centre)
    board.press("c")
    for _ in range(200):
        to = (start[0] + choice.randint(-45, 45), start[1] + choice.randint(-45, 45))
        board.drag((x, y), to)
        x, y = to
    board.has_changes(4)

    for _ in range(200):
        board.page.keyboard.press("Control+z")

    expect(board.page.locator(".ed-sync")).to_have_attribute(
        "data-sync", "saved"
    )  # nothing differs from what is stored
    expect(board.page.get_by_role("button", name="Undo")).to_be_disabled()
    assert board.coordinates() == before


def test_split_and_merge_give_the_area_back(plot: Plot) -> None:
    board = plot("left", "right")
    n = number_of(board)
    whole = area_m2(board.stored(f"left-{n}")["geometry"])
    middle = board.centre
    board.press("s")
    board.click(beside(middle, -SIDE * 1.3, -0.0004))
    board.click(beside(middle, SIDE * 0.5, -0.0007))
    board.press("Enter")
    board.says("Split: 3 spaces")  # the neighbour got the new corner too
    board.has_changes(3)

    board.click(beside(middle, -SIDE / 2, -SIDE * 0.15))
    board.click(beside(middle, -SIDE / 2, -SIDE * 0.85), shift=True)
    expect(board.page.locator(".ed-form h2")).to_have_text("2 spaces selected")
    board.press("j")
    board.page.get_by_role("dialog").get_by_label(f"left-{n}", exact=True).first.check()
    board.page.get_by_role("dialog").get_by_role("button", name="Merge").click()
    board.says("Merge: 2 spaces")
    board.save()

    assert area_m2(board.stored(f"left-{n}")["geometry"]) == pytest.approx(whole, rel=1e-6)


def test_an_act_out_of_reach_loses_nothing(plot: Plot, context: BrowserContext) -> None:
    board = plot("far")
    context.set_offline(True)
    board.press("s")
    board.click(beside(board.centre, -SIDE * 1.3, -0.0005))
    board.click(beside(board.centre, SIDE * 0.3, -0.0005))
    board.press("Enter")
    expect(board.page.get_by_role("alert").filter(has_text="cannot be reached")).to_be_visible()
    board.has_changes(0)

    context.set_offline(False)
    board.page.get_by_role("button", name="Try again").click()

    board.has_changes(2)


def test_an_overlap_is_cut_away(plot: Plot) -> None:
    board = plot("keeps", "gives")
    n = number_of(board)
    board.press("d")
    board.page.get_by_label("East (m)").fill("30")
    board.page.get_by_role("button", name="Move", exact=True).last.click()
    board.has_changes(1)
    board.press("x")
    board.says("Cut an overlap away")
    board.has_changes(2)
    board.save()

    keeps, gives = (board.stored(f"{name}-{n}")["geometry"] for name in ("keeps", "gives"))
    assert len(corners_of(keeps) & corners_of(gives)) >= 2
    assert area_m2(gives) == pytest.approx(area_m2(keeps) * 80.4 / 110.4, rel=0.02)


def test_a_hole_is_cut_and_filled(plot: Plot) -> None:
    board = plot("holed")
    before = board.coordinates()
    middle = beside(board.centre, -SIDE / 2, -SIDE / 2)
    board.press("h")
    for east, north in ((-0.0002, -0.0002), (0.0002, -0.0002), (0.0001, 0.0002)):
        board.click(beside(middle, east, north))
    board.press("Enter")
    expect(board.page.locator(".ed-ring textarea")).to_have_count(3)  # two rings, and what is pasted

    board.press("f")
    board.click(middle)

    expect(board.page.locator(".ed-ring textarea")).to_have_count(2)
    assert board.coordinates() == before


def test_a_copy_in_place_has_the_same_corners_and_another_id(plot: Plot) -> None:
    board = plot("origin")
    n = number_of(board)
    board.press("Shift+K")
    expect(board.page.get_by_label("English name")).to_have_value(f"origin-{n} (copy)")
    board.save()

    copied = board.selected_id()
    assert copied != f"origin-{n}"
    assert board.stored(copied)["geometry"] == board.stored(f"origin-{n}")["geometry"]


def test_a_whole_space_moves_by_keys_and_by_metres(plot: Plot) -> None:
    board = plot("wander")
    before = board.coordinates()
    board.press("d", "ArrowRight", "ArrowRight", "Shift+ArrowUp")
    board.says("Moved by 10 m")
    board.page.get_by_label("East (m)").fill("๒๕")
    board.page.get_by_label("North (m)").fill("-10")
    board.page.get_by_label("North (m)").press("Enter")
    board.says("Moved by 26.9 m")
    first, moved = (text.split("\n")[0].split() for text in (before, board.coordinates()))

    assert (float(moved[0]) - float(first[0])) * 110_350 == pytest.approx(27, abs=0.3)
    assert float(moved[1]) == pytest.approx(float(first[1]), abs=1e-6)


def test_corners_are_taken_back_put_down_again_and_typed(plot: Plot) -> None:
    board = plot("free")
    board.press("a")
    corners = board.page.locator(".ed-corner-count")
    for east, north in ((0.0004, 0.0004), (0.0008, 0.0004), (0.0008, 0.0008)):
        board.click(beside(board.centre, east, north))
    board.press("Control+z", "Backspace")
    expect(corners).to_have_text("1 corner")
    board.press("Control+y")
    expect(corners).to_have_text("2 corners")

    board.page.keyboard.type("100@0")
    board.page.keyboard.press("Enter")
    expect(corners).to_have_text("3 corners")
    lon, lat = (f"{number:.7f}" for number in board.centre)
    board.page.keyboard.type(f"{lon}, {lat}".translate(THAI_DIGITS))
    board.page.keyboard.press("Enter")
    board.page.keyboard.press("Enter")

    lines = board.coordinates().split("\n")
    assert lines[3] == f"{lon} {lat}"
    assert (float(lines[2].split()[1]) - float(lines[1].split()[1])) * 110_590 == pytest.approx(100, abs=0.5)


def test_escape_drops_the_drawing_and_nothing_else(plot: Plot) -> None:
    board = plot("calm")
    board.press("a")
    board.click(beside(board.centre, 0.0004, 0.0004))
    board.click(beside(board.centre, 0.0008, 0.0004))
    board.press("Escape")
    expect(board.page.locator(".ed-corner-count")).to_have_text("0 corners")

    board.has_changes(0)
    expect(board.page.get_by_role("button", name="Area")).to_have_attribute("aria-pressed", "true")


def test_a_corner_put_in_by_key_is_the_neighbours_too(plot: Plot) -> None:
    board = plot("one", "two")
    before = board.coordinates()
    table = board.page.locator(".ed-ring textarea").first
    table.focus()
    board.page.keyboard.press("Control+Home")
    board.page.keyboard.press("ArrowDown")  # the south-east corner, where the common border begins
    board.page.keyboard.press("Control+Enter")
    board.has_changes(2)
    table.focus()
    board.page.keyboard.press("Control+Home")
    board.page.keyboard.press("ArrowDown")
    board.page.keyboard.press("ArrowDown")
    board.page.keyboard.press("Control+Delete")

    board.has_changes(0)
    assert board.coordinates() == before


def test_what_cannot_be_done_says_why(plot: Plot) -> None:
    board = plot(select=None)
    merge = board.page.get_by_role("button", name="รวมเขต")
    assert merge.count() == 0
    board.page.get_by_role("button", name="Merge", exact=True).click(force=True)
    board.says("Select two or more areas")
    board.press("s")
    board.says("Select a space first")
    expect(board.page.get_by_role("button", name="Select", exact=True)).to_have_attribute("aria-pressed", "true")


def test_letters_count_by_their_place_on_a_thai_keyboard(plot: Plot) -> None:
    board = plot(lang="th", select=None)
    board.page.evaluate("document.dispatchEvent(new KeyboardEvent('keydown', {key: 'ฟ', code: 'KeyA', bubbles: true}))")

    expect(board.page.get_by_role("button", name="พื้นที่", exact=True)).to_have_attribute("aria-pressed", "true")
    board.says("คลิกทีละมุม")


def tab_to(page: Page, label: str) -> None:
    """Presses Tab until the element of that name has the focus."""
    name = "document.activeElement.labels?.[0]?.innerText ?? document.activeElement.innerText ?? ''"
    for _ in range(150):
        if str(page.evaluate(name)).strip().startswith(label):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"no way to {label} by Tab")


def test_a_zone_from_nothing_to_saved_without_a_mouse(plot: Plot) -> None:
    board = plot(select=None)
    west, south = board.centre
    keyboard = board.page.keyboard
    keyboard.press("n")
    keyboard.type(f"{west} {south}\n{west + 0.001:.7f} {south}\n{west + 0.001:.7f} {south + 0.001:.7f}")
    tab_to(board.page, "Add it")
    keyboard.press("Enter")
    tab_to(board.page, "Thai name")
    keyboard.type("ไม่ใช้เมาส์")
    tab_to(board.page, "English name")
    keyboard.type("Without a mouse")
    tab_to(board.page, "Subkind")
    keyboard.type("Learning")
    tab_to(board.page, "What did you change")
    keyboard.type("By keys alone")
    tab_to(board.page, "Save")
    keyboard.press("Enter")
    expect(board.page.locator(".ed-sync")).to_have_attribute("data-sync", "saved")

    stored = board.stored(board.selected_id())
    assert stored["properties"]["name_th"] == "ไม่ใช้เมาส์"
    assert (stored["properties"]["zone_type"], stored["properties"]["legal_basis"]) == ("", "")
    assert corners_of(stored["geometry"]) == {
        (west, south), beside(board.centre, 0.001, 0), beside(board.centre, 0.001, 0.001),
    }  # fmt: skip


def test_a_cross_hair_draws_by_arrow_keys(plot: Plot) -> None:
    board = plot(select=None)
    board.press("q", "a", "Enter")
    for arrow in ("ArrowRight", "ArrowUp"):
        board.press(*[arrow] * 5)
        board.page.wait_for_timeout(150)
        board.press("Enter")
    expect(board.page.locator(".ed-corner-count")).to_have_text("3 corners")
    board.press("Control+Enter")

    board.has_changes(1)
    assert board.coordinates().split("\n")[0] == f"{board.centre[0]:.7f} {board.centre[1]:.7f}"


def test_a_finger_puts_corners_under_the_cross_hair(plot: Plot, browser: Browser) -> None:
    tablet = browser.new_context(has_touch=True, is_mobile=True, viewport={"width": 820, "height": 1100})
    board = plot(select=None, window=tablet)
    page = board.page
    page.set_viewport_size({"width": 820, "height": 1100})
    page.get_by_role("button", name="Area").tap()
    touch = tablet.new_cdp_session(page)
    for east, north in ((0, 0), (-120, 0), (0, 150)):
        slide(touch, 400, 400, east, north)
        page.wait_for_timeout(400)  # the map glides on
        page.get_by_role("button", name="Put it here").tap()
    page.get_by_role("button", name="Finish").tap()

    expect(page.locator(".ed-sync")).to_have_attribute("data-sync", "unsaved")
    tablet.close()


def slide(touch: Any, x: float, y: float, east: float, north: float) -> None:
    """One finger, from a pixel by so many pixels."""
    if not east and not north:
        return
    send = lambda kind, points: touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})  # noqa: E731
    send("touchStart", [{"x": x, "y": y}])
    for part in range(1, 6):
        send("touchMove", [{"x": x + east * part / 5, "y": y + north * part / 5}])
    send("touchEnd", [])
