"""Logging in by page, by administration and by API: the same five goes, and never a word about who exists."""

import pytest
from django.test import Client

from spaces.models import Tries
from spaces.trying import address_of

pytestmark = pytest.mark.django_db
RIGHT = "planner-has-a-long-password"


@pytest.fixture(autouse=True)
def _plain_static_files(settings):
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }


@pytest.fixture
def client():
    return Client(raise_request_exception=False, headers={"accept-language": "en"})


def by_page(client, password, name="planner", **extra):
    return client.post("/en/login/", {"username": name, "password": password}, **extra)


def by_admin(client, password, name="planner", **extra):
    return client.post("/admin/login/", {"username": name, "password": password}, **extra)


def by_api(client, password, name="planner", **extra):
    body = {"username": name, "password": password}
    return client.post("/api/session", body, content_type="application/json", **extra)


@pytest.mark.parametrize("log_in", [by_page, by_admin, by_api])
def test_the_sixth_wrong_password_has_to_wait(client, planner, log_in):
    refused = [log_in(client, "wrong").status_code for _ in range(5)]
    response = log_in(client, RIGHT)

    assert set(refused) <= {200, 401}
    assert response.status_code == 429
    assert 0 < int(response["Retry-After"]) <= 900


def test_the_goes_count_wherever_they_were_made(client, planner):
    for log_in in (by_page, by_admin, by_api, by_page, by_api):
        log_in(client, "wrong")

    assert by_admin(client, RIGHT).status_code == 429


def test_nobody_else_is_locked_out(client, planner, reviewer):
    for _ in range(6):
        by_api(client, "wrong")

    assert by_api(client, "reviewer-has-a-long-password", "reviewer").status_code == 200
    assert by_api(client, RIGHT, REMOTE_ADDR="198.51.100.7").status_code == 200


def test_a_list_of_names_gets_nowhere(client, planner):
    codes = [by_api(client, "wrong", f"name-{number}").status_code for number in range(31)]

    assert (set(codes[:30]), codes[30]) == ({401}, 429)


def test_who_gets_in_starts_afresh(client, planner):
    for _ in range(3):
        [by_api(client, "wrong") for _ in range(4)]
        assert by_api(client, RIGHT).status_code == 200

    assert not Tries.objects.exists()


def test_a_count_ends_with_its_time(client, planner):
    for _ in range(6):
        by_api(client, "wrong")
    Tries.objects.update(expires_at="2026-01-01T00:00:00Z")

    assert by_api(client, RIGHT).status_code == 200


def test_a_wrong_name_and_a_wrong_password_read_alike(client, planner):
    name, password = by_api(client, "wrong", "nobody"), by_api(client, "wrong")

    assert name.status_code == password.status_code == 401
    assert name.json() == password.json()


def test_the_session_says_who_is_there_and_what_they_may(client, owner):
    assert client.get("/api/session").json()["user"] is None

    by_api(client, "owner-has-a-long-password", "owner")
    there = client.get("/api/session")

    assert there["Cache-Control"] == "no-store"
    assert there.json()["user"] == {
        "name": "owner",
        "role": "planner",
        "partners": ["municipality"],
        "rights": {"publish": False, "publish_for": ["municipality"], "propose": True},
    }
    assert there.json()["csrf_token"]


def test_logging_out_needs_the_token_of_the_page(planner):
    strict = Client(enforce_csrf_checks=True)
    token = by_api(strict, RIGHT).json()["csrf_token"]

    assert strict.delete("/api/session").status_code == 403
    assert strict.delete("/api/session", headers={"x-csrftoken": token}).status_code == 204
    assert strict.get("/api/session").json()["user"] is None


@pytest.mark.parametrize("body", [{}, [], {"username": "planner"}, {"username": 1, "password": "x"}, {"user": "x"}])
def test_what_is_no_log_in_is_400(client, planner, body):
    assert client.post("/api/session", body, content_type="application/json").status_code == 400


def test_a_foreign_form_cannot_log_anybody_in(client, planner):
    assert client.post("/api/session", {"username": "planner", "password": RIGHT}).status_code == 415


@pytest.mark.parametrize(
    ("proxies", "address"), [(0, "10.0.0.1"), (1, "192.0.2.9"), (2, "198.51.100.7"), (3, "10.0.0.1")]
)
def test_behind_proxies_the_outermost_says_who_comes(rf, settings, proxies, address):
    settings.PROXIES = proxies
    request = rf.get("/", REMOTE_ADDR="10.0.0.1", headers={"x-forwarded-for": "198.51.100.7, 192.0.2.9"})

    assert address_of(request) == address
