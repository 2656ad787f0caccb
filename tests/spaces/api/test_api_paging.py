"""Following `next` gives every feature once, whatever happens in between."""

import pytest

from spaces.changesets import Action, Change, apply

pytestmark = pytest.mark.django_db


def walk(client, address, between=lambda page: None):
    """The ids of all pages; `between(number)` runs after each."""
    found, number = [], 0
    while address:
        page = client.get(address).json()
        found.append([feature["id"] for feature in page["features"]])
        address = next((link["href"] for link in page["links"] if link["rel"] == "next"), None)
        between(number)
        number += 1
    return found


def joined(pages):
    return [id for page in pages for id in page]


@pytest.fixture
def many(make_space):
    return [make_space("amenities", f"tap-{n:02}", name_th=f"ก๊อก {n % 3}").pk for n in range(10)]


@pytest.mark.parametrize("sortby", [None, "-id", "name_th", "-name_th,updated_at", "accuracy_m,-name_en"])
@pytest.mark.parametrize("collection", ["amenities", "learning-spaces"])
def test_every_feature_comes_once(client, many, collection, sortby):
    order = f"&sortby={sortby}" if sortby else ""
    pages = walk(client, f"/api/collections/{collection}/items?limit=3{order}")

    assert [len(page) for page in pages] == [3, 3, 3, 1]
    assert sorted(joined(pages)) == many


def test_pages_follow_the_order_asked_for(client, many):
    pages = walk(client, "/api/collections/amenities/items?limit=4&sortby=-id")

    assert joined(pages) == many[::-1]


def test_a_last_full_page_has_no_next(client, many):
    assert [len(page) for page in walk(client, "/api/collections/amenities/items?limit=5")] == [5, 5]


def test_rows_that_come_and_go_neither_repeat_nor_hide_the_others(client, many, make_space):
    def change(number):
        if number == 0:
            make_space("amenities", "aaa-new")
            apply([Change(Action.DELETE, "amenities", "tap-00", base_version=1)], author=None, comment="-", source="t")
            apply([Change(Action.DELETE, "amenities", "tap-02", base_version=1)], author=None, comment="-", source="t")
            apply([Change(Action.DELETE, "amenities", "tap-05", base_version=1)], author=None, comment="-", source="t")

    found = joined(walk(client, "/api/collections/amenities/items?limit=3", change))

    assert found == [id for id in many if id != "tap-05"]


def test_the_next_link_keeps_the_question(client, many, make_space):
    make_space("wisdom-places", "shop")
    pages = walk(client, "/api/collections/learning-spaces/items?limit=4&subkind=toilets&properties=name_en")

    assert joined(pages) == many


def test_numbers_stay_the_same_on_every_page(client, many):
    first = client.get("/api/collections/amenities/items?limit=4").json()
    onward = next(link["href"] for link in first["links"] if link["rel"] == "next")

    assert first["numberMatched"] == client.get(onward).json()["numberMatched"] == 10


def test_a_cursor_of_another_order_is_400(client, many):
    first = client.get("/api/collections/amenities/items?limit=4").json()
    onward = next(link["href"] for link in first["links"] if link["rel"] == "next")

    assert client.get(onward + "&sortby=-id").status_code == 400
    assert client.get(onward.replace("/amenities/", "/wisdom-places/")).status_code == 400
    assert client.get(onward[:-2]).status_code == 400


def test_search_pages_too(client, many):
    pages = walk(client, "/api/search?q=ก๊อก&limit=4")

    assert sorted(joined(pages)) == many
