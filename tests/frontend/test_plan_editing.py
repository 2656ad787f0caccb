"""The page on which a planned route is edited: every act is a link, nothing a visitor types breaks it."""

from urllib.parse import parse_qs, urlsplit

import pytest
from django.http import QueryDict
from django.test import Client

from frontend.editing import Edit, swapped

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("phatthalung")]

WISH = "party=primary&depart=2027-01-23T09:00:00%2B07:00&minutes=180"
EDIT = f"/en/plan/edit/?{WISH}"


def page(query):
    return Client().get(f"{EDIT}&{query}")


def test_a_plan_leads_to_its_own_edit(db):
    text = Client().get(f"/en/plan/?{WISH}").content.decode()

    assert "/en/plan/edit/?" in text
    assert "Edit this route" in text


def test_stops_are_shown_with_times_and_what_speaks_against_them(db):
    good, bad = page("stops=town-mural-wall,station-front-mural"), page("stops=tham-malai&mode=walk")

    assert (good.status_code, bad.status_code) == (200, 200)
    assert "It keeps every limit" in good.content.decode()
    assert "What speaks against it" in bad.content.decode()


def test_a_link_moves_drops_or_pins_a_stop(db):
    edit = Edit.read(QueryDict(f"{WISH}&stops=a,b,c&pins=b"))

    moved = parse_qs(urlsplit(edit.address(swapped(edit.stops, 1), edit.pins)).query)
    dropped = parse_qs(urlsplit(edit.address(["a", "c"], edit.pins)).query, keep_blank_values=True)
    assert (moved["stops"], moved["pins"]) == (["a,c,b"], ["b"])
    assert (dropped["stops"], dropped["pins"]) == (["a,c"], [""])


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("", 200),
        ("stops=nowhere", 422),
        ("stops=" + ",".join(f"x{n}" for n in range(500)), 422),
        ("stops=town-mural-wall&pins=nowhere", 200),
        ("party=martian&stops=town-mural-wall", 422),
        ("colour=red", 400),
    ],
)
def test_whatever_stands_in_the_address_has_an_answer(db, query, status):
    assert page(query).status_code == status


def test_groups_have_a_sheet_instead(db):
    text = Client().get(f"/en/plan/?{WISH}&groups=2&people=40").content.decode()

    assert "Who is where when" in text
    assert "Group 1" in text
    assert "Edit this route" not in text
