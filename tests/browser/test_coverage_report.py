"""The planners' report in a real browser: readable by everybody, quiet, drawn, and one page on paper."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.db import connections
from django.test import Client
from playwright.sync_api import Page, expect

from spaces.models import User

pytestmark = pytest.mark.browser

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
PAGES = {"districts": "", "zones": "?by=zone&minutes=20&theme=faith"}


@pytest.fixture
def planner_cookie(served: str, django_db_blocker: Any) -> dict[str, str]:
    client = Client()
    with django_db_blocker.unblock():
        user, _ = User.objects.get_or_create(username="mapper", defaults={"role": "planner"})
        client.force_login(user)
        connections.close_all()  # beside Playwright's loop this is a connection of its own
    return {"name": "sessionid", "value": client.cookies["sessionid"].value, "url": served}


@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize("name", PAGES)
def test_report_is_accessible_quiet_and_within_its_width(
    visit: Callable[..., Any], planner_cookie: dict[str, str], name: str, language: str
) -> None:
    with visit() as watched:
        watched.page.context.add_cookies([planner_cookie])
        page = watched.go(f"/{language}/editor/coverage/{PAGES[name]}")
        expect(page.locator(".coverage-map canvas").first).to_be_visible()
        for width in (320, 1280):
            page.set_viewport_size({"width": width, "height": 844})
            assert page.evaluate("document.documentElement.scrollWidth") <= width, f"wider than {width} px"
            assert violations(page) == []

    assert watched.faults == []


def test_report_keeps_its_contrast_in_the_dark(visit: Callable[..., Any], planner_cookie: dict[str, str]) -> None:
    with visit(width=1280, color_scheme="dark") as watched:
        watched.page.context.add_cookies([planner_cookie])
        page = watched.go("/th/editor/coverage/?by=zone")

        assert violations(page) == []


def test_without_a_script_the_tables_say_it_all(visit: Callable[..., Any], planner_cookie: dict[str, str]) -> None:
    with visit(java_script_enabled=False) as watched:
        watched.page.context.add_cookies([planner_cookie])
        page = watched.go("/en/editor/coverage/")

        assert page.locator(".gap-table tbody tr").count() == 1
        assert page.locator(".heat tbody tr").count() == 22
        expect(page.locator(".map-note")).to_contain_text("The table says the same in words")


def test_another_group_is_drawn_when_it_is_chosen(visit: Callable[..., Any], planner_cookie: dict[str, str]) -> None:
    with visit(width=1280) as watched:
        watched.page.context.add_cookies([planner_cookie])
        page = watched.go("/en/editor/coverage/")
        with page.expect_response(re.compile(r"/api/analysis/coverage\?.*age_group=older.*f=geojson")) as asked:
            page.get_by_role("link", name="Older persons").click()

        assert asked.value.ok
        expect(page.get_by_role("heading", name="The gaps of: Older persons")).to_be_visible()
        expect(page.locator(".coverage-map canvas").first).to_be_visible()

    assert watched.faults == []


@pytest.mark.parametrize("language", ["th", "en"])
def test_the_usual_report_is_one_page_of_paper(
    visit: Callable[..., Any], planner_cookie: dict[str, str], language: str
) -> None:
    with visit(width=1280) as watched:
        watched.page.context.add_cookies([planner_cookie])
        page = watched.go(f"/{language}/editor/coverage/")
        expect(page.locator(".coverage-map canvas").first).to_be_visible()
        paper = page.pdf(format="A4", prefer_css_page_size=True)

    assert len(re.findall(rb"/Type\s*/Page\b(?!s)", paper)) == 1
    assert len(paper) > 30_000  # tables, fonts and the map


def violations(page: Page) -> list[str]:
    found = Axe().run(page, options=RULES).response["violations"]
    return [f"{rule['id']}: {node['html'][:160]}" for rule in found for node in rule["nodes"]]
