"""The map editor, driven by mouse and keyboard; what was done is read back from what the browser keeps."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.editing import choose

pytestmark = pytest.mark.browser


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
    page = planning("/en/editor/")
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
