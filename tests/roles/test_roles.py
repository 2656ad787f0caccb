"""Role × route × method, as data: every row is asked by every person, and no route is without a row."""

import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, get_resolver, resolve
from django.utils.translation import override

from spaces.models import KIND_OF
from tests.roles.table import SECTIONS, TABLE, Row
from tests.roles.world import PEOPLE, furnished, people

pytestmark = pytest.mark.django_db

METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")


@pytest.fixture(autouse=True)
def _plain_and_quick(settings: Any) -> None:
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }
    settings.MIDDLEWARE = [name for name in settings.MIDDLEWARE if "whitenoise" not in name]


@pytest.fixture
def folk(municipality: Any) -> dict[str, Any]:
    return people(municipality)


@pytest.fixture
def things(make_space: Any, municipality: Any, folk: dict[str, Any]) -> dict[str, Any]:
    return furnished(make_space, municipality, folk)


@pytest.fixture
def clients(folk: dict[str, Any]) -> dict[str, Client]:
    """A browser for each person, signed in once."""
    found = {name: Client(raise_request_exception=False) for name in PEOPLE}
    for name in PEOPLE[1:]:
        found[name].force_login(folk[name])
    return found


@pytest.mark.parametrize("section", SECTIONS)
def test_everybody_gets_what_the_table_says(section: str, things: dict[str, Any], clients: dict[str, Client]) -> None:
    wrong = {}
    for number, row in enumerate(SECTIONS[section]):
        answered = {name: status_of(client, row, things) for name, client in clients.items()}
        if answered != (wanted := dict(zip(PEOPLE, expected(row), strict=True))):
            wrong[number, row.method, row.path] = {name: (wanted[name], answered[name]) for name in PEOPLE}

    assert not wrong, "\n".join(f"{row}: (wanted, answered) {found}" for row, found in wrong.items())


def test_every_route_and_method_has_a_row_and_every_row_a_route() -> None:
    with override("en"):
        rows = {(row.method, route_of(row.path)) for row in TABLE}
        served = set(routes())

    assert rows == served


def expected(row: Row) -> list[int]:
    statuses = [int(status) for status in row.statuses.split()]
    return statuses * len(PEOPLE) if len(statuses) == 1 else statuses


def status_of(client: Client, row: Row, things: dict[str, Any]) -> int:
    """The status of the answer; whatever was done is taken back."""
    text = row.body if isinstance(row.body, str) else "" if row.body is None else json.dumps(row.body)
    type_ = "" if row.body is None else row.type
    with transaction.atomic():
        path = row.path.format(**things)
        answer: Any = client.generic(row.method, path, text, content_type=type_, headers=row.headers)
        if answer.streaming:
            b"".join(answer.streaming_content)
        transaction.set_rollback(True)
    return int(answer.status_code)


# --- Which routes there are


def routes() -> Iterator[tuple[str, str]]:
    """(method, pattern) of everything that is served; collections of spaces count as one."""
    for pattern, view in walk(get_resolver().url_patterns, ""):
        for method in methods_of(view):
            yield method, named(pattern)


def walk(patterns: Any, prefix: str) -> Iterator[tuple[str, Any]]:
    """(pattern, view). Of Django's administration only its door: `tests/spaces/admin` looks behind it."""
    for one in patterns:
        at = prefix + str(one.pattern)
        if isinstance(one, URLPattern):
            yield at, one.callback
        elif at == "admin/":
            yield at, None
        else:
            yield from walk(one.url_patterns, at)


def methods_of(view: Any) -> list[str]:
    kind = getattr(view, "view_class", None) or getattr(view, "cls", None)
    name = getattr(kind or view, "__name__", "")
    if kind is None or name in OF_DJANGO:
        return OF_DJANGO.get(name, ["GET"])
    return [method for method in METHODS if method.lower() in kind.http_method_names and hasattr(kind, method.lower())]


# Functions say nothing of their methods, and Django's form views take PUT for POST.
OF_DJANGO = {"propose": ["GET", "POST"], "set_language": [], "LoginView": ["GET", "POST"], "LogoutView": ["POST"]}


def route_of(path: str) -> str:
    """The pattern that serves a path of the table."""
    numbered = re.sub(r"\{\w*(changeset|proposal|closure)\}", "1", urlsplit(path).path)
    return named(resolve(re.sub(r"\{\w+\}", "x", numbered)).route)


def named(pattern: str) -> str:
    """Pages of both languages, and collections of all kinds, are one route each."""
    for kind in KIND_OF:
        pattern = pattern.replace(f"collections/{kind}", "collections/{kind}")
    return pattern.removesuffix("^")  # what serves every other address
