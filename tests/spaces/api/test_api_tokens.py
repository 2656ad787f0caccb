"""Programs sign in by token; a bad one is a 401, never a silent visitor."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from spaces.models import ApiToken

pytestmark = pytest.mark.django_db

DRAFT = "collections/wisdom-places/items/weaving-house"


def with_token(get, text, path=DRAFT):
    return get(path, headers={"authorization": f"Bearer {text}"})


def test_a_token_opens_what_its_user_may_see(get, small_town, token):
    assert get(DRAFT).status_code == 404
    assert with_token(get, token).status_code == 200


@pytest.mark.parametrize("text", ["", "x", "a b", "é", "\x7f", "x" * 5000, "ก", "' OR 1=1"])
def test_a_bad_token_is_401_with_a_challenge(get, small_town, text):
    response = with_token(get, text.encode().decode("latin-1"))

    assert response.status_code == 401
    assert response["WWW-Authenticate"] == "Bearer"
    assert response["Content-Type"] == "application/problem+json"


def test_an_expired_token_is_401(get, small_town, planner):
    stored, text = ApiToken.objects.create(user=planner, scopes=["read"])
    ApiToken.objects.filter(pk=stored.pk).update(expiry=timezone.now() - timedelta(seconds=1))

    assert with_token(get, text).status_code == 401


def test_a_token_of_somebody_who_left_is_401(get, small_town, planner, token):
    planner.is_active = False
    planner.save()

    assert with_token(get, token).status_code == 401


def test_a_token_does_no_more_than_its_scopes(get, small_town, planner):
    _, text = ApiToken.objects.create(user=planner, scopes=["write"])

    assert with_token(get, text).status_code == 403


def test_issue_token_prints_a_working_token_once(get, small_town, planner):
    out = StringIO()
    call_command("issue_token", "planner", "--days", "7", "--label", "QGIS", stdout=out)
    text = out.getvalue().strip()
    stored = ApiToken.objects.get()

    assert with_token(get, text).status_code == 200
    assert text not in (stored.digest, stored.token_key)
    assert stored.scopes == ["read", "write"]
    assert timedelta(days=6) < stored.expiry - timezone.now() <= timedelta(days=7)


def test_a_token_can_be_issued_for_reading_only(client, small_town, planner):
    out = StringIO()
    call_command("issue_token", "planner", "--scope", "read", stdout=out)

    answer = client.delete(
        "/api/collections/wisdom-places/items/library",
        headers={"Authorization": f"Bearer {out.getvalue().strip()}", "If-Match": '"1"', "Accept-Language": "en"},
    )

    assert (answer.status_code, answer.json()["detail"]) == (403, "This token is only for: read.")


@pytest.mark.parametrize("arguments", [["nobody"], ["planner", "--days", "0"], ["planner", "--days", "99999"]])
def test_issue_token_refuses_what_makes_no_sense(planner, arguments):
    with pytest.raises(CommandError):
        call_command("issue_token", *arguments)

    assert not ApiToken.objects.exists()
