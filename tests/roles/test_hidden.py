"""What is hidden shows nowhere: not by name, not in a count, not in a file, not in history, not on a page."""

from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import Client

from tests.roles.world import furnished, people

pytestmark = pytest.mark.django_db

# Names nobody would guess, of a partner's draft and of an archived wall.
DRAFT, HIDDEN = "Zebra Draft", "Zebra Hidden"
SEES = {"reviewer": {DRAFT, HIDDEN}, "admin": {DRAFT, HIDDEN}, "planner": {DRAFT}, "member": {DRAFT}}
WALLS = "/api/collections/street-art-walls"
ALL = "/api/collections/learning-spaces"
PLACES = [
    f"{WALLS}/items",
    f"{WALLS}/items?f=html",
    f"{WALLS}/items?filter=name_en%20LIKE%20'Zebra%25'",
    f"{ALL}/items",
    f"{WALLS}/export?f=geojson",
    f"{WALLS}/export?f=csv",
    f"{ALL}/export?f=geojsonseq",
    "/api/search?q=zebra",
    "/en/spaces/?q=zebra",
]
NOWHERE = [
    "/api/changes",
    "/api/changesets",
    "/api/closures",
    "/en/",
    "/en/propose/",
    f"{WALLS}/tiles/WebMercatorQuad/14/7843/12747",
]


@pytest.fixture
def folk(municipality: Any, settings: Any) -> dict[str, Any]:
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }
    return people(municipality)


@pytest.fixture
def zebras(make_space: Any, municipality: Any, folk: dict[str, Any]) -> None:
    furnished(make_space, municipality, folk)
    make_space("street-art-walls", "zebra-draft", name_en=DRAFT, partner=municipality.id, status="draft")
    make_space("street-art-walls", "zebra-hidden", name_en=HIDDEN, status="archived")


@pytest.mark.parametrize("name", ["visitor", "account", "teacher", "works", "planner", "member", "reviewer"])
def test_nobody_reads_of_what_they_may_not_see(zebras: None, folk: dict[str, Any], name: str) -> None:
    client = Client()
    if not isinstance(folk[name], AnonymousUser):
        client.force_login(folk[name])

    for place in PLACES:
        assert read(client, place) == SEES.get(name, set()), place


def test_a_visitor_finds_no_trace(zebras: None) -> None:
    for place in NOWHERE:
        assert read(Client(), place) == set(), place


def test_what_is_hidden_is_not_counted(zebras: None, folk: dict[str, Any]) -> None:
    def counted(name: str) -> int:
        client = Client()
        client.force_login(folk[name])
        return int(client.get(f"{WALLS}/items?limit=1").json()["numberMatched"])

    assert (counted("teacher"), counted("planner"), counted("reviewer")) == (3, 5, 7)


def read(client: Client, place: str) -> set[str]:
    """Which of the two names stand in the answer."""
    answer: Any = client.get(place)
    assert answer.status_code in {200, 204}, place
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return {name for name in (DRAFT, HIDDEN) if name.encode() in content}
