"""Finding spaces: by words in either language, by filter, and the places nobody has verified."""

import pytest

pytestmark = pytest.mark.django_db


def found(response):
    return [space.pk for space in response.context["cl"].result_list]


@pytest.fixture
def spring(make_space):
    return make_space(
        "heritage-sites", "hot-spring", name_th="บ่อน้ำร้อน", name_en="Hot Spring", accuracy_m=900, wheelchair="limited"
    )


@pytest.mark.parametrize("words", ["น้ำร้อน", "นํ้าร้อน", "น ้ำร้อน".replace(" ", ""), "hot SPRING", "hot-spring"])
def test_a_search_finds_every_spelling(desk, spring, small_town, words):
    assert found(desk.get("/admin/spaces/heritagesite/", {"q": words})) == ["hot-spring"]


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ({"accuracy": "2000"}, ["hot-spring"]),
        ({"accuracy": "25"}, ["old-temple", "palace"]),
        ({"wheelchair__exact": "limited"}, ["hot-spring"]),
        ({"theme": "murals"}, []),
        ({"age_group": "older"}, ["hot-spring", "old-temple", "palace"]),
        ({"subkind": "temple"}, ["hot-spring", "old-temple", "palace"]),
        ({"status": "draft"}, []),
        ({"verified__exact": "0"}, ["hot-spring", "old-temple", "palace"]),
        ({"status": "\N{PILE OF POO}"}, []),
    ],
)
def test_filters_narrow_the_list(desk, spring, small_town, query, ids):
    assert found(desk.get("/admin/spaces/heritagesite/", query)) == ids


def test_the_deleted_are_out_of_sight_until_asked_for(desk, make_space):
    make_space("amenities", "gone", status="deleted")

    assert found(desk.get("/admin/spaces/amenity/")) == []
    assert found(desk.get("/admin/spaces/amenity/", {"status": "deleted"})) == ["gone"]
    assert found(desk.get("/admin/spaces/amenity/", {"status": "all"})) == ["gone"]


def test_the_unverified_of_all_kinds_come_roughest_first(desk, spring, library, make_space):
    make_space("amenities", "checked", verified=True)

    response = desk.get("/admin/spaces/anyspace/")

    assert found(response) == ["hot-spring", "library"]
    page = response.content.decode()
    assert '<a href="/admin/spaces/heritagesite/hot-spring/change/">' in page
    assert '<a href="/admin/spaces/wisdomplace/library/change/">' in page


def test_the_front_page_leads_to_the_unverified(desk):
    assert "/admin/spaces/anyspace/" in desk.get("/admin/").content.decode()


def test_the_list_over_all_kinds_writes_nothing(desk, library):
    assert desk.get("/admin/spaces/anyspace/add/").status_code == 403
    assert desk.get("/admin/spaces/anyspace/library/change/")["Location"] == "/admin/spaces/wisdomplace/library/change/"


def test_a_list_costs_the_same_however_long_it_is(desk, spring, make_space, django_assert_num_queries):
    with django_assert_num_queries(10):
        desk.get("/admin/spaces/heritagesite/")
    for number in range(5):
        make_space("heritage-sites", f"more-{number}")
    with django_assert_num_queries(10):
        desk.get("/admin/spaces/heritagesite/")
