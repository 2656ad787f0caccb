"""The page of the map editor: for whom it is, and what it tells the script."""

import json
import re
from typing import Any

import pytest
from django.test import Client

from spaces.models import Theme, User

pytestmark = pytest.mark.django_db


def data_of(client: Client, language: str = "th") -> dict[str, Any]:
    page = client.get(f"/{language}/editor/")
    block = re.search(r'<script id="editor-data" type="application/json">(.*?)</script>', page.text, re.S)
    assert block
    found: dict[str, Any] = json.loads(block[1])
    return found


def test_strangers_are_asked_to_log_in(client: Client) -> None:
    page = client.get("/en/editor/")

    assert (page.status_code, page["Location"]) == (302, "/en/login/?next=/en/editor/")


def test_a_planner_finds_every_kind_with_its_shapes(client: Client, planner: User) -> None:
    client.force_login(planner)

    kinds = {each["id"]: each for each in data_of(client)["collections"]}

    assert list(kinds) == ["heritage-sites", "street-art-walls", "urban-design-zones", "wisdom-places", "amenities"]
    assert kinds["urban-design-zones"]["geometry_types"] == ["MultiPolygon"]
    assert kinds["urban-design-zones"]["may_write"] is True


def test_choices_are_in_the_language_of_the_page(client: Client, planner: User, look_ups: None) -> None:
    client.force_login(planner)

    thai, english = (data_of(client, language)["collections"][0]["choices"] for language in ("th", "en"))

    assert {"value": "crafts", "label": "งานช่าง"} in thai["themes"]
    assert {"value": "crafts", "label": "Crafts"} in english["themes"]
    assert {"value": "unknown", "label": "ไม่ทราบ"} in thai["toilet"]


def test_a_subkind_is_offered_only_for_its_kind(client: Client, planner: User, look_ups: None) -> None:
    client.force_login(planner)

    offered = {
        each["id"]: [one["value"] for one in each["choices"]["subkind"]] for each in data_of(client)["collections"]
    }

    assert (offered["heritage-sites"], offered["amenities"]) == (["temple"], ["toilets"])


def test_an_account_of_a_visitor_may_only_look(client: Client) -> None:
    client.force_login(User.objects.create_user("somebody", password="a-long-password-of-somebody"))

    assert not any(each["may_write"] for each in data_of(client)["collections"])


def test_names_are_only_ever_text(client: Client, planner: User, look_ups: None) -> None:
    Theme.objects.filter(pk="crafts").update(name_th="</script><script>alert(1)</script>")
    client.force_login(planner)

    page = client.get("/th/editor/").text

    assert "<script>alert" not in page
    assert "</script><script>alert(1)</script>" in json.dumps(data_of(client))
