"""The map editor in a browser: somebody signed in, and how a space is chosen."""

from collections.abc import Callable
from typing import Any

from django.db import connections
from django.test import Client
from playwright.sync_api import BrowserContext, Page, expect

from spaces.models import User

Opening = Callable[[str], Page]


def sign_in(context: BrowserContext, served: str, blocker: Any, username: str, role: str) -> None:
    """Gives the browser the session of somebody of that role."""
    client = Client()
    with blocker.unblock():
        user, _ = User.objects.get_or_create(username=username, defaults={"role": role})
        client.force_login(user)
        connections.close_all()  # beside Playwright's loop this is a connection of its own
    context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": served}])


def opened(context: BrowserContext, address: str, width: int = 1280, height: int = 800) -> Page:
    """A page of the editor with everything loaded."""
    page = context.new_page()
    page.set_viewport_size({"width": width, "height": height})
    page.goto(address)
    loaded(page)
    return page


def loaded(page: Page) -> None:
    """Waits until the editor holds every space."""
    expect(page.locator(".ed-sync")).not_to_have_attribute("data-sync", "loading", timeout=15_000)


def choose(page: Page, words: str) -> None:
    """Selects the first space that the search finds."""
    page.get_by_role("searchbox").fill(words)
    page.locator(".ed-found button").first.click()
    page.wait_for_timeout(400)  # the map glides there
