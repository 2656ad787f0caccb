"""The administration in a browser: a point drawn on the map is the text of the form, and what is stored."""

import re
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from spaces.models import User, WisdomPlace

pytestmark = pytest.mark.browser
FORM = "/admin/spaces/wisdomplace/add/"


@pytest.fixture
def cookies(served: str, django_db_blocker: Any) -> list[dict[str, str]]:
    """An administrator's session, and English."""
    with django_db_blocker.unblock():
        boss, _ = User.objects.get_or_create(username="map-boss", is_staff=True, is_superuser=True)
        client = Client()
        client.force_login(boss)
        session = client.cookies[settings.SESSION_COOKIE_NAME].value
    values = {settings.SESSION_COOKIE_NAME: session, settings.LANGUAGE_COOKIE_NAME: "en"}
    return [{"name": name, "value": value, "url": served} for name, value in values.items()]


def lonlat(page: Any) -> tuple[float, ...]:
    return tuple(map(float, page.input_value("#id_geometry").split(",")))


def open_form(watched: Any, cookies: list[dict[str, str]], path: str = FORM) -> Any:
    watched.page.context.add_cookies(cookies)
    page = watched.go(path)
    page.wait_for_selector("[data-map-field][data-ready]")
    return page


def test_a_point_is_drawn_by_a_click_and_stored(visit: Any, cookies: Any, django_db_blocker: Any) -> None:
    with visit(width=1280) as watched:
        page = open_form(watched, cookies)
        page.click(".map-canvas", position={"x": 300, "y": 200})
        drawn = page.input_value("#id_geometry")
        assert re.fullmatch(r"\d+\.\d{1,7}, \d\.\d{1,7}", drawn)

        page.fill("#id_id", "drawn-place")
        page.fill("#id_name_th", "ที่วาด")
        page.fill("#id_name_en", "Drawn place")
        page.select_option("#id_subkind", index=1)
        page.fill("#id_accuracy_m", "30")
        page.click("[name=_continue] >> nth=0")
        page.wait_for_url("**/drawn-place/change/")
        page.wait_for_selector("[data-map-field][data-ready]")

        assert page.input_value("#id_geometry") == drawn
        assert watched.faults == []
    with django_db_blocker.unblock():
        assert ", ".join(map(repr, WisdomPlace.objects.get(pk="drawn-place").geometry.coords)) == drawn


def test_text_and_map_say_the_same_and_undo_goes_back(visit: Any, cookies: Any) -> None:
    """The map shows a typed point in its middle: a click there gives the typed point again."""
    with visit(width=1280) as watched:
        page = open_form(watched, cookies)
        page.fill("#id_geometry", "100.08, 7.62")
        assert page.get_attribute("[data-tool=Point]", "aria-pressed") == "true"
        box = page.locator(".map-canvas").bounding_box()
        page.click(".map-canvas", position={"x": box["width"] / 2, "y": box["height"] / 2})

        assert lonlat(page) == pytest.approx((100.08, 7.62), abs=2e-5)
        page.click("[data-tool=undo]")
        assert page.input_value("#id_geometry") == "100.08, 7.62"
        assert watched.faults == []


def test_a_text_the_map_cannot_draw_is_said_at_once(visit: Any, cookies: Any) -> None:
    with visit(width=1280) as watched:
        page = open_form(watched, cookies)
        page.fill("#id_geometry", "over there")

        assert page.inner_text(".map-hint") == "The map cannot draw this text yet."


def test_without_javascript_the_text_is_all_there_is(visit: Any, cookies: Any) -> None:
    with visit(width=1280, java_script_enabled=False) as watched:
        watched.page.context.add_cookies(cookies)
        page = watched.go(FORM)

        assert page.locator("#id_geometry").is_visible()
        assert page.locator(".map-canvas").count() == 0


@pytest.mark.parametrize(
    "path",
    [
        "/admin/",
        "/admin/spaces/heritagesite/",
        "/admin/spaces/anyspace/",
        "/admin/spaces/activity/add/",
        "/admin/spaces/heritagesite/wat-wang/history/",
        "/admin/routes/story/khlong-nui/change/",
    ],
)
def test_pages_obey_the_content_security_policy(visit: Any, cookies: Any, path: str) -> None:
    with visit(width=1280) as watched:
        watched.page.context.add_cookies(cookies)
        watched.go(path)

        assert watched.faults == []
