"""Planning never takes every thread of a server."""

from contextlib import ExitStack

import pytest
from django.test import Client

from routes import turns

PLAN = "party=primary&themes=old-towns&depart=2027-01-20T09:00:00%2B07:00"
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("phatthalung")]


@pytest.fixture
def full_line():
    with ExitStack() as held:
        for _ in range(turns.PLANNING.in_line):
            turns.PLANNING.line.acquire()
            held.callback(turns.PLANNING.line.release)
        yield


@pytest.mark.usefixtures("full_line")
def test_a_full_line_is_503_with_a_time_to_come_again():
    response = Client().get(f"/api/routes/plan?{PLAN}")

    assert response.status_code == 503
    assert response["Retry-After"] == str(turns.AGAIN_S)
    assert response.json()["type"] == "/api/problems/too-many-planning"


@pytest.mark.usefixtures("full_line")
def test_a_page_says_so_and_asks_again_by_itself():
    response = Client().get(f"/en/plan/?{PLAN}")

    assert response.status_code == 503
    assert response["Refresh"] == str(turns.AGAIN_S)
    assert "Routes are being planned for others" in response.content.decode()


@pytest.mark.usefixtures("full_line")
def test_everything_else_goes_on():
    assert Client().get("/th/").status_code == 200


def test_places_are_given_back_even_when_planning_fails(monkeypatch):
    monkeypatch.setattr(turns.PLANNING, "wait_s", 0.01)
    for _ in range(turns.PLANNING.in_line + 1):
        with pytest.raises(ValueError, match="broken"), turns.turn():
            raise ValueError("broken")
    with ExitStack() as held:
        for _ in range(turns.PLANNING.at_once):
            held.enter_context(turns.turn())
        with pytest.raises(turns.TooManyPlanning):
            held.enter_context(turns.turn())
    with turns.turn():
        pass
