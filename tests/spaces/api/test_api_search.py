import pytest

pytestmark = pytest.mark.django_db


def found(get, words, **query):
    return [feature["id"] for feature in get("search", q=words, **query).json()["features"]]


def test_search_looks_across_kinds(get, small_town):
    assert set(found(get, "เก่า")) == {"old-temple", "palace"}
    assert found(get, "PUBLIC library") == ["library"]


def test_a_name_comes_before_a_description(get, make_space):
    make_space("amenities", "a-tap", description_en="beside the naga gate")
    make_space("wisdom-places", "z-shop", name_en="Naga carver")

    assert found(get, "naga") == ["z-shop", "a-tap"]


def test_search_takes_the_other_filters(get, small_town):
    assert found(get, "wall", theme="crafts") == ["market-wall"]


@pytest.mark.parametrize("query", [{}, {"q": ""}, {"q": "  "}, {"q": "a", "sortby": "id"}])
def test_search_without_words_or_with_an_order_of_its_own_is_400(get, query):
    assert get("search", **query).status_code == 400


def test_search_says_which_collection_a_space_belongs_to(get, small_town):
    assert get("search", q="library").json()["features"][0]["properties"]["collection"] == "wisdom-places"
