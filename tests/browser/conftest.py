"""A real browser on the real data: Debian's chromium, which asks nobody outside for anything."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.core.management import call_command
from django.db import connections
from django.http import QueryDict
from django.test import override_settings
from playwright.sync_api import Browser, BrowserContext, Page
from pytest_django.live_server_helper import LiveServer

from routes.models import LearningRoute
from routes.planning import PlanRequest, plan
from tests.browser.editing import Opening, opened, sign_in

CHROMIUM = Path("/usr/bin/chromium")
FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]

# Playwright's loop runs in the thread of the tests; the database is only used between its calls.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    return {**browser_type_launch_args, "executable_path": str(CHROMIUM), "args": QUIET}


@pytest.fixture(scope="session")
def served(django_db_setup: None, django_db_blocker: Any) -> Iterator[str]:
    """The address of a server with the real data, committed so that its threads see it; emptied afterwards."""
    plain = {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
    with django_db_blocker.unblock(), override_settings(STORAGES=settings.STORAGES | plain):
        call_command("load_fixtures", FIXTURES, verbosity=0)
        keep_a_route()
        with short_connections():
            server = LiveServer("localhost")
            yield server.url
            server.stop()
        call_command("flush", interactive=False, verbosity=0)
        connections.close_all()  # beside Playwright's loop this is a connection of its own


@contextmanager
def short_connections() -> Iterator[None]:
    """The server's threads give their connections back at once, or the test database could not be dropped."""
    options = connections.settings["default"]
    usual = options["CONN_MAX_AGE"]
    options["CONN_MAX_AGE"] = 0
    yield
    options["CONN_MAX_AGE"] = usual


def keep_a_route() -> None:
    """A published draft in the catalogue: what the planner says for a primary class on old towns."""
    request = PlanRequest.from_query(QueryDict("party=primary&themes=old-towns&depart=2027-01-20T09:00:00%2B07:00"))
    itinerary = plan(request, AnonymousUser())["itineraries"][0]
    LearningRoute.objects.create(
        id="kept-for-the-tests",
        name_th="เมืองเก่าสำหรับประถม",
        name_en="Old towns for primary school",
        theme_id="old-towns",
        age_group_id="primary",
        request=request.as_json(),
        itinerary=itinerary,
        stops=[stop["space"] for stop in itinerary["stops"]],
        status="published",
    )


class Watched:
    """A page and everything it should not have done."""

    def __init__(self, page: Page, home: str) -> None:
        self.page, self.home = page, home
        self.faults: list[str] = []
        page.on("request", lambda request: self.must_be_ours(request.url))
        page.on("pageerror", lambda error: self.faults.append(f"error: {error}"))
        page.on("console", lambda message: self.must_be_quiet(message.type, message.text))

    def must_be_ours(self, address: str) -> None:
        if not address.startswith((self.home, "data:", "blob:")):
            self.faults.append(f"outside request: {address}")

    def must_be_quiet(self, kind: str, text: str) -> None:
        if kind in ("error", "warning"):
            self.faults.append(f"console {kind}: {text}")

    def go(self, path: str) -> Page:
        self.page.goto(self.home + path, wait_until="networkidle")
        return self.page


Visit = Callable[..., Any]


@pytest.fixture
def visit(browser: Browser, served: str) -> Iterator[Visit]:
    """`with visit(javaScriptEnabled=False) as watched:` opens a fresh browser window, a phone unless told."""
    contexts: list[BrowserContext] = []

    @contextmanager
    def window(width: int = 390, **options: Any) -> Iterator[Watched]:
        context = browser.new_context(viewport={"width": width, "height": 844}, **options)
        contexts.append(context)
        yield Watched(context.new_page(), served)

    yield window
    for context in contexts:
        context.close()


@pytest.fixture
def planning(served: str, context: BrowserContext, django_db_blocker: Any) -> Opening:
    """Opens the editor as somebody with the role of a planner."""
    sign_in(context, served, django_db_blocker, "mapper", "planner")
    return lambda address: opened(context, f"{served}{address}")
