"""`numberMatched` is counted once for each state of the data, and never wrong."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from geo.rest import totals

pytestmark = pytest.mark.django_db(transaction=True)
PATH = "/api/collections/amenities/items"


@pytest.fixture(autouse=True)
def forgotten(settings):
    """No number is known, and no whole answer is remembered in its place."""
    settings.ANSWERS_KEPT_MIB = 0
    totals._KEPT.clear()


def counted(client, path=PATH):
    """What the page says, and whether its statement counted all rows."""
    with CaptureQueriesContext(
        connection,
    ) as asked:
        number = client.get(path).json()["numberMatched"]
    return number, [query["sql"].count("AS matched") for query in asked]


def test_rows_are_counted_once_while_nothing_changes(client, make_space):
    make_space("amenities", "tap")

    assert [counted(client), counted(client)] == [(1, [1]), (1, [0])]


def test_a_new_row_is_counted_at_once(client, make_space):
    make_space("amenities", "tap")
    counted(client)
    make_space("amenities", "shade")

    assert counted(client) == (2, [0, 1])


def test_another_question_has_its_own_number(client, make_space):
    make_space("amenities", "tap", toilet="yes")
    make_space("amenities", "shade")
    counted(client)

    assert counted(client, f"{PATH}?toilet=yes") == (1, [1])


def test_nobody_is_told_the_number_of_somebody_else(client, make_space, reviewer):
    make_space("amenities", "tap")
    make_space("amenities", "secret", status="draft")
    counted(client)
    client.force_login(reviewer)

    assert counted(client)[0] == 2


def test_the_memory_is_bounded(client, make_space, monkeypatch):
    monkeypatch.setattr(totals, "MOST", 2)
    make_space("amenities", "tap")
    for words in "abcd":
        counted(client, f"{PATH}?q={words}")

    assert len(totals._KEPT) <= 2
