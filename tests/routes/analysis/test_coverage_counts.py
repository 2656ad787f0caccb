"""Who finds how many learning spaces where: every figure counted by hand."""

from typing import Any

import pytest

from tests.routes.analysis.conftest import EAST, HILL, WEST, box

pytestmark = pytest.mark.django_db


@pytest.fixture
def counted(town: None, get: Any) -> dict[str, Any]:
    response = get()
    assert response.status_code == 200, response.content
    found: dict[str, Any] = response.json()
    return found


def areas(document: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {area["id"]: area for area in document["areas"]}


def test_all_spaces_are_counted_by_theme_and_age_group(counted: dict[str, Any]) -> None:
    assert counted["spaces"] == {
        "total": 5,
        "located": 4,
        "positions": 3,
        "by_theme": {"crafts": 3, "murals": 3},
        "by_age_group": {"older": 3, "primary": 3},
    }


def test_each_district_has_its_own_figures(counted: dict[str, Any]) -> None:
    west, east = areas(counted)["T1"], areas(counted)["T2"]

    assert (west["total"], west["located"], west["positions"]) == (3, 2, 1)
    assert west["by_theme"] == {"crafts": 2, "murals": 2}
    assert west["by_age_group"] == {"older": 2, "primary": 2}
    assert (east["total"], east["by_theme"], east["by_age_group"]) == (
        1,
        {"crafts": 1, "murals": 0},
        {"older": 0, "primary": 1},
    )


def test_a_district_tells_its_subdistricts(counted: dict[str, Any]) -> None:
    within = areas(counted)["T1"]["subdistricts"]

    assert [(one["id"], one["name_en"], one["total"], one["located"]) for one in within] == [
        ("T101", "Market", 2, 2),
        ("T102", "Hill", 1, 0),
    ]


def test_a_space_without_a_code_is_listed_as_such(counted: dict[str, Any]) -> None:
    assert list(areas(counted)) == ["T1", "T2", ""]
    assert (areas(counted)[""]["name_en"], areas(counted)[""]["total"]) == ("District not recorded", 1)


@pytest.mark.usefixtures("town", "districts")
def test_with_outlines_it_lies_where_it_stands_and_an_empty_district_is_told(get: Any) -> None:
    found = areas(get().json())

    assert {id_: area["total"] for id_, area in found.items()} == {"T1": 3, "T2": 1, "T3": 1}
    assert areas(get(theme="crafts").json())["T3"]["total"] == 0
    assert found["T3"]["name_en"] == "Area north"


@pytest.mark.usefixtures("town")
def test_a_theme_and_an_age_group_narrow_everything(get: Any) -> None:
    document = get(theme="murals", age_group="older").json()

    assert (document["spaces"]["total"], document["spaces"]["located"]) == (2, 1)
    assert {id_: area["total"] for id_, area in areas(document).items()} == {"T1": 1, "": 1}
    assert [group["id"] for group in document["gaps"]["areas"][0]["groups"]] == ["older"]


@pytest.mark.usefixtures("town")
def test_what_is_hidden_gone_or_no_place_to_learn_is_never_counted(
    get: Any, make_space: Any, administrator: Any, planner: Any
) -> None:
    for status in ("draft", "archived"):
        make_space("heritage-sites", f"{status}-temple", (100.02, 7.6), **WEST, **HILL, status=status)
    for condition in ("gone", "painted-over", "planned"):
        make_space("street-art-walls", f"{condition}-wall", (100.02, 7.6), **EAST, condition=condition)
    make_space("amenities", "toilets", (100.02, 7.6), **EAST)

    answers = [get(as_user=user).json() for user in (None, planner, administrator)]

    assert [answer["spaces"]["total"] for answer in answers] == [5, 5, 5]
    assert len({str(answer["gaps"]["areas"]) for answer in answers}) == 1


@pytest.mark.usefixtures("town")
def test_a_zone_counts_the_located_spaces_that_stand_in_it(get: Any, make_space: Any) -> None:
    make_space("urban-design-zones", "centre", geometry=box(100.02, 7.59, 100.06, 7.63))
    make_space("urban-design-zones", "empty", geometry=box(100.11, 7.57, 100.115, 7.575))
    found = areas(get(by="zone").json())

    assert (found["centre"]["total"], found["centre"]["positions"]) == (2, 1)  # the wall is not located
    assert found["empty"]["total"] == 0
    assert found["centre"]["status"] == "published"


@pytest.mark.usefixtures("town")
def test_a_draft_zone_is_only_for_those_who_see_it(get: Any, make_space: Any, planner: Any, teacher: Any) -> None:
    make_space("urban-design-zones", "open", geometry=box(100.02, 7.59, 100.06, 7.63))
    make_space("urban-design-zones", "drawn", geometry=box(100.06, 7.59, 100.1, 7.63), status="draft")
    make_space("urban-design-zones", "old", geometry=box(100.06, 7.63, 100.1, 7.65), status="archived")

    shown = {user: list(areas(get(by="zone", as_user=user).json())) for user in (None, teacher, planner)}

    assert shown == {None: ["open"], teacher: ["open"], planner: ["drawn", "open"]}


def test_every_note_stands_in_both_languages(counted: dict[str, Any]) -> None:
    codes = [note["code"] for note in counted["notes"]]

    assert codes == ["area_not_people", "estimate", "no_district_outlines", "positions", "not_located", "kinds"]
    assert all(note["th"] and note["en"] for note in counted["notes"])
    assert "no population data" in counted["notes"][0]["en"]


def test_without_any_outline_there_are_counts_and_no_gaps(get: Any, make_space: Any) -> None:
    make_space("wisdom-places", "library", (100.03, 7.6), **WEST)
    document = get().json()

    assert (document["spaces"]["total"], document["gaps"]["areas"]) == (1, [])
    assert "no_outlines" in [note["code"] for note in document["notes"]]


def test_with_nothing_at_all_the_whole_area_is_a_gap(get: Any, service_area: Any, look_ups: None) -> None:
    document = get().json()

    assert (document["spaces"]["total"], document["areas"]) == (0, [])
    assert [group["gap_share"] for group in document["gaps"]["areas"][0]["groups"]] == [1.0, 1.0]
