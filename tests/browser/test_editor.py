"""The map editor, driven by mouse and keyboard; what was done is read back from what the browser keeps."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connections
from django.test import Client
from playwright.sync_api import BrowserContext, Page, expect

from spaces.models import User

pytestmark = pytest.mark.browser


@pytest.fixture
def planning(served: str, context: BrowserContext, django_db_blocker: Any) -> Callable[[str], Page]:
    """Opens the editor as somebody with the role of a planner."""
    client = Client()
    with django_db_blocker.unblock():
        user, _ = User.objects.get_or_create(username="mapper", defaults={"role": "planner"})
        client.force_login(user)
        connections.close_all()  # beside Playwright's loop this is a connection of its own
    context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": served}])

    def opened(address: str) -> Page:
        page = context.new_page()
        page.set_viewport_size({"width": 1280, "height": 800})
        page.goto(f"{served}{address}")
        expect(page.locator(".ed-sync")).not_to_have_attribute("data-sync", "loading", timeout=15_000)
        return page

    return opened


def choose(page: Page, words: str) -> None:
    page.get_by_role("searchbox").fill(words)
    page.locator(".ed-found button").first.click()
    page.wait_for_timeout(400)  # the map glides there


def test_a_field_that_is_changed_can_be_undone(planning: Callable[[str], Page]) -> None:
    page = planning("/en/editor/")
    choose(page, "wat-khuha-sawan")
    name = page.get_by_label("English name")
    before = name.input_value()

    name.fill("Wat Khuha Sawan by the cave")
    name.press("Tab")
    expect(page.locator(".ed-sync")).to_have_text("1 unsaved change")
    page.get_by_role("button", name="Undo").click()

    expect(name).to_have_value(before)
    expect(page.locator(".ed-sync")).to_have_attribute("data-sync", "saved")


def test_unsaved_work_survives_a_reload(planning: Callable[[str], Page]) -> None:
    page = planning("/th/editor/")
    choose(page, "wat-khuha-sawan")
    page.get_by_label("English name").fill("A name not saved")
    page.get_by_label("English name").press("Tab")
    expect(page.locator(".ed-change")).to_have_count(1)

    page.reload()

    expect(page.locator(".ed-change")).to_have_count(1)
    page.locator(".ed-change-name").click()
    expect(page.get_by_label("English name")).to_have_value("A name not saved")


def test_a_window_that_crashed_leaves_its_work_to_the_next(planning: Callable[[str], Page]) -> None:
    page = planning("/en/editor/")
    choose(page, "wat-khuha-sawan")
    page.get_by_label("English name").fill("Left over")
    page.get_by_label("English name").press("Tab")
    expect(page.locator(".ed-change")).to_have_count(1)
    page.close()

    other = planning("/en/editor/")
    expect(other.locator(".ed-change")).to_have_count(0)
    other.get_by_role("button", name="Restore it").click()

    expect(other.locator(".ed-change")).to_have_count(1)


def test_a_coordinate_is_changed_by_keyboard_alone(planning: Callable[[str], Page]) -> None:
    page = planning("/en/editor/")
    choose(page, "wat-khuha-sawan")
    page.get_by_text("Coordinates as text").click()
    line = page.locator(".ed-ring textarea").first

    line.fill("100.0833 7.6167")
    line.press("Tab")

    expect(line).to_have_value("100.0833000 7.6167000")
    expect(page.locator(".ed-change-name")).to_have_count(1)


def test_coordinates_that_make_no_sense_are_refused_in_words(planning: Callable[[str], Page]) -> None:
    page = planning("/en/editor/")
    choose(page, "wat-khuha-sawan")
    page.get_by_text("Coordinates as text").click()

    page.locator(".ed-ring textarea").first.fill("7.6167 100.0833")
    page.keyboard.press("Tab")

    expect(page.get_by_role("alert")).to_contain_text("Longitude comes first")
    expect(page.locator(".ed-change")).to_have_count(0)
