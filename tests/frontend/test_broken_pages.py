"""Pages for an address or a moment in which little can be relied on."""

import pytest
from django.db import OperationalError
from django.test import Client

from frontend.views import trust
from routes.models import Story


@pytest.mark.django_db
def test_a_foreign_host_is_a_page_of_400_and_not_a_crash():
    response = Client(raise_request_exception=False, headers={"host": "evil.example"}).get("/th/trust/")

    assert response.status_code == 400
    assert "evil.example" not in response.content.decode()


@pytest.mark.parametrize("address", ["/th/trust/", "/th/no-such-page/"])
def test_a_page_without_its_database_is_503_and_comes_back(monkeypatch, address):
    def away(*_args, **_named):
        raise OperationalError("connection to /secret/socket failed")

    monkeypatch.setattr(trust, "render", away)
    monkeypatch.setattr(Story.objects, "filter", away)
    response = Client(raise_request_exception=False).get(address)

    assert response.status_code == 503
    assert response["Retry-After"] == "5"
    assert "secret" not in response.content.decode()
