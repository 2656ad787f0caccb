"""The planners' page of coverage: for whom it is, its figures in both languages, and nothing but text in names."""

import re
from typing import Any

import pytest
from django.test import Client

from frontend.coverage import Cell, bars, heat, kilometres, percent, step
from frontend.views import coverage
from geo.turns import TooManyAtOnce
from spaces.models import Boundary, Theme, User
from tests.roles.world import square

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(client: Client, planner: User, small_town: Any) -> Any:
    """`page("th", minutes=20)` is what a planner reads."""
    Boundary.objects.create(
        id="area", level="service-area", name_th="พื้นที่", name_en="The area", geometry=square(100.0, 7.55, 0.15)
    )
    client.force_login(planner)

    def read(language: str = "en", **query: Any) -> str:
        answer = client.get(f"/{language}/editor/coverage/", query)
        assert answer.status_code == 200
        return answer.text

    return read


def test_strangers_are_asked_to_log_in(client: Client) -> None:
    answer = client.get("/th/editor/coverage/?by=zone")

    assert (answer.status_code, answer["Location"]) == (302, "/th/login/?next=/th/editor/coverage/%3Fby%3Dzone")


def test_the_figures_stand_in_tables(page: Any) -> None:
    text = page()

    assert facts(text) == ["5", "5", "5", "Estimate: straight line × 1.3"]
    assert ("District not recorded", ["5", "4", "2"]) in rows(text)
    assert ("District not recorded", ["5", "5", "5"]) in rows(text)
    assert ("All districts", ["5", "4", "2"]) in rows(text)


def test_both_languages_say_that_it_is_area_and_an_estimate(page: Any) -> None:
    english, thai = page("en"), page("th")

    assert "there are no population data" in english
    assert "ไม่มีข้อมูลประชากร" in thai
    assert english.count("Estimate") >= 4
    assert thai.count("ค่าประมาณ") >= 4
    assert "รวมทุกอำเภอ" in thai


def test_the_map_shows_the_group_that_reaches_least_unless_another_is_chosen(page: Any) -> None:
    assert "age_group=older&amp;f=geojson" in page()
    assert "age_group=primary&amp;f=geojson" in page(map="primary")
    assert "age_group=primary&amp;f=geojson" in page(age_group="primary", map="older")


def test_what_means_nothing_in_the_address_is_as_if_it_were_not_there(page: Any) -> None:
    plain = page()

    assert facts(page(by="x", minutes="ten", age_group="nobody", theme="' or 1", map="x")) == facts(plain)


def test_the_files_are_about_the_same_question(page: Any) -> None:
    text = page(by="zone", minutes="20", theme="murals", age_group="older")

    address = "/api/analysis/coverage?by=zone&amp;minutes=20&amp;age_group=older&amp;theme=murals&amp;f=csv"
    assert f'href="{address}"' in text
    assert "20 minutes" in text


def test_a_draft_zone_is_marked(page: Any, make_space: Any) -> None:
    make_space("urban-design-zones", "drawn", geometry=square(100.08, 7.61, 0.01), status="draft", name_en="Drawn")

    assert re.search(r'<th scope="row">Drawn <span class="tag unsure">draft</span>', page(by="zone"))


def test_names_are_only_ever_text_and_nothing_is_styled_inline(page: Any) -> None:
    Theme.objects.filter(pk="crafts").update(name_en="</script><script>alert(1)</script>")
    text = page()

    assert "<script>alert" not in text
    assert " style=" not in text


def test_who_comes_when_others_are_answered_is_told_to_wait(
    client: Client, planner: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(*_: Any) -> None:
        raise TooManyAtOnce

    monkeypatch.setattr(coverage, "analysis", busy)
    client.force_login(planner)
    answer = client.get("/en/editor/coverage/")

    assert (answer.status_code, answer["Refresh"]) == (503, "3")
    assert "busy with others" in answer.text


def test_a_heat_table_is_darkest_where_there_is_most() -> None:
    areas = [{"name_th": "ก", "name_en": "A", "total": 9, "located": 8, "by_theme": {"x": 8, "y": 1, "z": 0}}]

    (row,) = heat(areas, [{"id": one} for one in "xyz"], "by_theme")

    assert row.cells == (Cell(8, 4), Cell(1, 1), Cell(0, 0))


@pytest.mark.parametrize(
    ("share", "words", "colour"),
    [
        (0, "0", "none"),
        (0.001, "< 1", "some"),
        (0.5, "50", "some"),
        (0.97, "97", "most"),
        (0.9999, "> 99", "most"),
        (1, "100", "all"),
    ],
)
def test_a_share_is_never_rounded_to_none_or_all(share: float, words: str, colour: str) -> None:
    assert (percent(share), step(share)) == (words, colour)


def test_square_kilometres_are_as_exact_as_they_are_large() -> None:
    assert [kilometres(one) for one in (4607.5, 9.95, 0.527, 0.0031)] == ["4,608", "9.9", "0.53", "0.003"]


def test_the_longest_bar_takes_the_whole_width() -> None:
    assert [bar.width for bar in bars({"a": 4, "b": 1, "c": 0})] == ["100.00", "25.00", "0.00"]
    assert [bar.width for bar in bars({"a": 0})] == ["0.00"]


def facts(text: str) -> list[str]:
    return re.findall(r"<dd>([^<]*)</dd>", text)


def rows(text: str) -> list[tuple[str, list[str]]]:
    """(name, numbers) of each row of each table."""
    found = re.findall(r'<tr><th scope="row">([^<]*)</th>(.*?)</tr>', text)
    return [(name, re.findall(r"<td[^>]*>([^<]*)", cells)) for name, cells in found]
