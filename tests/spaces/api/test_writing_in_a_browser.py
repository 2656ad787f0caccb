"""Writing with the cookie of a session, as the pages do: the token against forged requests is asked for."""

import json
from typing import Any

import pytest
from django.test import Client

from spaces.models import User
from tests.conftest import MakeSpace

pytestmark = pytest.mark.django_db
CHANGE = {
    "comment": "A better name",
    "changes": [
        {
            "action": "modify",
            "collection": "wisdom-places",
            "id": "library",
            "version": 1,
            "feature": {"type": "Feature", "properties": {"name_en": "Reading Hall"}},
        }
    ],
}


@pytest.fixture
def browser(reviewer: User, library: Any) -> Client:
    client = Client(enforce_csrf_checks=True)
    client.force_login(reviewer)
    return client


def post(client: Client, **headers: str) -> Any:
    return client.post("/api/changesets", json.dumps(CHANGE), content_type="application/json", headers=headers)


def test_a_changeset_enters_with_the_token_of_the_session(browser: Client) -> None:
    token = browser.get("/api/session").json()["csrf_token"]

    answer = post(browser, **{"X-CSRFToken": token, "Idempotency-Key": "one"})

    assert answer.status_code == 201, answer.content


def test_a_space_is_drawn_with_the_token_of_the_session(browser: Client, make_space: MakeSpace) -> None:
    token = browser.get("/api/session").json()["csrf_token"]
    point = {"type": "Point", "coordinates": [100.08, 7.62]}
    properties = {"name_th": "หอ", "name_en": "Hall", "subkind": "library", "accuracy_m": 10, "status": "draft"}
    feature = json.dumps({"type": "Feature", "geometry": point, "properties": properties})

    answer = browser.post(
        "/api/collections/wisdom-places/items",
        feature,
        content_type="application/geo+json",
        headers={"X-CSRFToken": token},
    )

    assert answer.status_code == 201, answer.content


def test_without_the_token_nothing_enters(browser: Client) -> None:
    assert post(browser).status_code == 403
