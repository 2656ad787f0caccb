"""What the fields of a space are called: in the reader's language, and never by their columns."""

import re

import pytest
from django.test import Client

from geo.rest.collection import collections
from spaces.field_words import WORDING
from spaces.models import KIND_OF

pytestmark = pytest.mark.django_db

THAI = re.compile("[ก-๙]")


@pytest.mark.parametrize("kind", [*KIND_OF, "learning-spaces"])
def test_every_field_of_a_collection_is_named_in_thai(kind: str) -> None:
    document = Client(headers={"accept-language": "th"}).get(f"/api/collections/{kind}/schema").json()

    titles = {name: one["title"] for name, one in document["properties"].items() if "title" in one}

    assert set(titles) == set(document["properties"]) - {"id", "geometry"}
    assert [name for name, title in titles.items() if not THAI.search(title) or "_" in title] == []


def test_the_schema_speaks_english_to_who_asks_for_it() -> None:
    answer = Client(headers={"accept-language": "en"}).get("/api/collections/amenities/schema")

    accuracy = answer.json()["properties"]["accuracy_m"]
    assert (accuracy["title"], accuracy["x-ogc-unit"]) == ("Position may be off by ±", "m")
    assert "Accept-Language" in answer["Vary"]


def test_every_field_belongs_to_a_section_and_none_is_left_over() -> None:
    served = {name for each in collections() for name in each.fields}

    assert set(WORDING) == served
    assert all(wording.section for wording in WORDING.values())


def test_openapi_stays_english() -> None:
    described = Client(headers={"accept-language": "th"}).get("/api/openapi.json").json()

    properties = described["components"]["schemas"]["AmenitiesFeature"]["properties"]["properties"]["properties"]
    assert properties["opening_hours"]["title"] == "Opening hours"
