"""A client of the API, and the API's pages without a build step."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from spaces.changesets import Action, Change, apply
from spaces.models import KIND_OF, ApiToken, LearningSpace, User

Get = Callable[..., Any]


@pytest.fixture(autouse=True)
def _plain_static_files(settings: Any) -> None:
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    # It reads the folder of static files anew for every client: a tenth of a second in each test.
    settings.MIDDLEWARE = [name for name in settings.MIDDLEWARE if "whitenoise" not in name]


@pytest.fixture
def get(client: Client) -> Get:
    """`get("collections", limit=10)` asks `/api/collections?limit=10` as a program, in English."""
    client.raise_request_exception = False

    def ask(path: str = "", *, as_user: User | None = None, headers: dict[str, str] | None = None, **query: Any) -> Any:
        asking = client
        if as_user is not None:
            asking = Client(raise_request_exception=False)
            asking.force_login(as_user)
        return asking.get(f"/api/{path}", query, headers={"accept-language": "en", **(headers or {})})

    return ask


@pytest.fixture
def ids(get: Get) -> Callable[..., list[str]]:
    """The ids that a page of a collection shows."""

    def listed(collection: str = "learning-spaces", **query: Any) -> list[str]:
        response = get(f"collections/{collection}/items", **query)
        assert response.status_code == 200, response.content
        return [feature["id"] for feature in response.json()["features"]]

    return listed


@pytest.fixture
def token(planner: User) -> str:
    _, text = ApiToken.objects.create(user=planner, scopes=["read"])
    return str(text)


def committed() -> datetime:
    """Counts what the test wrote so far as one commit, as the end of its transaction would; a moment just after it."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
    return timezone.now()


@pytest.fixture
def write() -> Callable[..., datetime]:
    """`write(space, name_en="New")` changes a space by a changeset of its own and commits; a moment just after it."""

    def change(space: LearningSpace, *, author: User | None = None, comment: str = "", **values: Any) -> datetime:
        stored = KIND_OF[space.collection].objects.get(pk=space.pk)
        action = Action.MODIFY if values else Action.DELETE
        wanted = Change(action, space.collection, space.pk, values, base_version=stored.version)
        apply([wanted], author=author, comment=comment, source="tests")
        return committed()

    return change


@pytest.fixture
def now() -> Callable[[], datetime]:
    """Commits what was written so far and says when that was."""
    return committed
