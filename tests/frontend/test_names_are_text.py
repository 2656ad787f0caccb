"""Whatever somebody stores as a name or a source stays text on every page and in the one-file map."""

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db

EVIL = "=1+1 </script><script>alert(1)</script> `${alert(1)}` {{ 7*7 }} \"'&<b>x"
TEXTS = ("name_th", "name_en", "description_th", "description_en", "source", "contact", "access_note_th", "district_th")
PLAN = "party=primary&start=100.08,7.62&depart=2027-01-20T09:00:00%2B07:00"


@pytest.fixture
def evil_spaces(make_space):
    for collection in ("heritage-sites", "wisdom-places", "street-art-walls"):
        make_space(collection, f"evil-{collection}", **dict.fromkeys(TEXTS, EVIL))


@pytest.mark.usefixtures("evil_spaces")
@pytest.mark.parametrize(
    "address",
    [
        "/th/spaces/",
        "/en/spaces/evil-heritage-sites/",
        "/th/spaces/evil-wisdom-places/",
        "/th/spaces/evil-street-art-walls/",
        f"/th/plan/?{PLAN}",
        f"/api/routes/plan?{PLAN}&f=html",
        "/api/collections/heritage-sites/items?f=html",
        "/api/collections/heritage-sites/items/evil-heritage-sites?f=html",
        "/api/search?q=alert&f=html",
    ],
)
def test_no_stored_text_becomes_markup(address):
    response = Client().get(address)
    page = response.content.decode()

    assert response.status_code == 200
    assert "alert(1)" in page
    assert "<script>alert" not in page
    assert "<b>x" not in page
