"""Every state of the editor, in both languages, on a desk and a phone: for everybody, quiet, within its width."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import Watched
from tests.browser.editing import choose, loaded, sign_in
from tests.browser.test_every_page import violations

pytestmark = pytest.mark.browser

SIZES = ((1280, 800), (390, 844))
ZONE = "demo-chai-buri-old-city"
SPACE = "wat-khuha-sawan"


@pytest.fixture
def watching(served: str, context: BrowserContext, django_db_blocker: Any) -> Callable[[str], Watched]:
    """The editor in one language, watched for what it should not do."""
    sign_in(context, served, django_db_blocker, "looker", "reviewer")

    def window(language: str) -> Watched:
        watched = Watched(context.new_page(), served)
        watched.page.set_viewport_size({"width": 1280, "height": 800})
        watched.page.goto(f"{served}/{language}/editor/")
        loaded(watched.page)
        return watched

    return window


def must_be_fit(page: Page, state: str) -> None:
    """Accessible and no wider than the window, at every size."""
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        assert page.evaluate("document.documentElement.scrollWidth") <= width, f"{state}: wider than {width} px"
        assert violations(page) == [], f"{state} at {width} px"
    page.set_viewport_size({"width": 1280, "height": 800})


@pytest.mark.parametrize("language", ["th", "en"])
def test_every_panel_is_fit_for_everybody(watching: Callable[[str], Watched], language: str) -> None:
    watched = watching(language)
    page = watched.page
    choose(page, ZONE)

    for tab in page.locator(".ed-tab").all():
        tab.click()
        page.wait_for_load_state("networkidle")
        must_be_fit(page, str(tab.get_attribute("id")))

    assert watched.faults == []


@pytest.mark.parametrize("language", ["th", "en"])
def test_unsaved_work_conflict_and_log_in_are_fit_for_everybody(
    watching: Callable[[str], Watched], language: str
) -> None:
    watched = watching(language)
    page = watched.page
    choose(page, SPACE)
    rename(page, f"Mine {language}")
    must_be_fit(page, "unsaved")

    rename_elsewhere(page, f"Theirs {language}")
    page.locator(".ed-save .ed-primary").click()
    expect(page.locator(".ed-conflict")).to_be_visible()
    must_be_fit(page, "conflict")
    page.get_by_role("button", name=re.compile("Keep mine on top|ใช้ของฉันทับ")).click()

    page.context.clear_cookies(name="sessionid")
    page.locator(".ed-save .ed-primary").click()
    expect(page.locator("dialog.ed-dialog[open]")).to_be_visible()
    must_be_fit(page, "log-in")

    refused = "the server responded with a status of"  # what a browser says of each 401 and 412
    assert [fault for fault in watched.faults if refused not in fault] == []


@pytest.mark.parametrize("language", ["th", "en"])
def test_what_could_not_be_loaded_is_said(watching: Callable[[str], Watched], language: str) -> None:
    page = watching(language).page
    page.route("**/api/collections/*/items*", lambda route: route.abort())

    page.reload()

    expect(page.locator(".ed-failed")).to_be_visible()
    must_be_fit(page, "failed")


def test_the_dark_keeps_its_contrast(watching: Callable[[str], Watched]) -> None:
    watched = watching("th")
    watched.page.emulate_media(color_scheme="dark")
    choose(watched.page, ZONE)

    assert violations(watched.page) == []


def test_a_link_shows_the_space_and_the_view(watching: Callable[[str], Watched]) -> None:
    watched = watching("en")
    page = watched.page
    choose(page, ZONE)
    expect(page).to_have_url(re.compile(r"[?&]space="))
    page.wait_for_timeout(400)  # the view comes to rest
    address = page.url

    other = page.context.new_page()
    other.goto(address)
    loaded(other)

    expect(other.get_by_role("heading", name="Chai Buri old-city landscape (demonstration)")).to_be_visible()
    assert other.url == address


def test_a_link_to_a_space_that_is_not_there_says_so(watching: Callable[[str], Watched]) -> None:
    page = watching("en").page

    page.goto(page.url.split("#")[0] + "?space=amenities/no-such-place")
    loaded(page)

    expect(page.locator(".ed-notice")).to_have_text("The space in the link is not there, or you may not see it.")


def rename(page: Page, name: str) -> None:
    field = page.locator("#ed-panel input").first
    field.fill(name)
    field.press("Tab")
    expect(page.locator(".ed-change")).to_have_count(1)


def rename_elsewhere(page: Page, name: str) -> None:
    """Another program of the same person changes the same field meanwhile."""
    status = page.evaluate(
        """async ([id, name]) => {
            const address = `/api/collections/heritage-sites/items/${id}`;
            const { csrf } = JSON.parse(document.getElementById('editor-data').textContent);
            const etag = (await fetch(address, { cache: 'no-store' })).headers.get('ETag');
            const headers = { 'Content-Type': 'application/merge-patch+json', 'If-Match': etag, 'X-CSRFToken': csrf };
            const body = JSON.stringify({ properties: { name_th: name } });
            return (await fetch(address, { method: 'PATCH', headers, body })).status;
        }""",
        [SPACE, name],
    )
    assert status == 200
