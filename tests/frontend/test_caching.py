"""Who may keep a page."""

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


def test_a_visitors_page_is_asked_for_anew():
    assert Client().get("/th/trust/")["Cache-Control"] == "no-cache"


def test_a_page_of_somebody_signed_in_is_theirs_alone(planner):
    client = Client()
    client.force_login(planner)

    assert client.get("/th/trust/")["Cache-Control"] == "private, no-cache"


def test_what_a_view_says_itself_stands():
    assert Client().get("/api/health")["Cache-Control"] == "no-store"
