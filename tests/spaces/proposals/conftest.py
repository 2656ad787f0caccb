"""A client for each person, and proposals to review."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.gis.geos import Point
from django.test import Client
from proposal_acts import modify, send

from spaces.models import Changeset, LearningSpace, User

Ask = Callable[..., Any]


@pytest.fixture
def ask() -> Ask:
    """`ask(user, "post", "proposals/1/apply", body, if_match=1)` asks `/api/…` in English."""

    def asked(user: User | None, method: str, path: str, body: Any = None, *, if_match: int | None = None) -> Any:
        client = Client(raise_request_exception=False)
        if user is not None:
            client.force_login(user)
        headers = {"accept-language": "en"} | ({} if if_match is None else {"if-match": f'"{if_match}"'})
        content = {} if method == "get" else {"data": {} if body is None else body, "content_type": "application/json"}
        return getattr(client, method)(f"/api/{path}", headers=headers, **content)

    return asked


@pytest.fixture
def proposal(planner: User, library: LearningSpace) -> Changeset:
    """A planner proposes a telephone number and another position for the library."""
    return send(planner, modify(library, contact="074-123456", geometry=Point(100.082, 7.617, srid=4326)))
