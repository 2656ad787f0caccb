"""Who may do what: Django's own permissions, one more for exact positions, and tokens that are shown once."""

import pytest
from admin_forms import address, form_of
from django.contrib.auth.models import Permission
from knox.crypto import hash_token

from spaces.models import ApiToken, ExactPosition, ExactPositionHistory

pytestmark = pytest.mark.django_db
EXACT = "/admin/spaces/exactposition/"


def allow(user, *names):
    user.is_staff = True
    user.save()
    user.user_permissions.add(*Permission.objects.filter(codename__in=names))


@pytest.fixture
def exact(desk, library):
    """The exact position of the library, entered in the administration."""
    data = {"space": "library", "geometry": "100.0811111, 7.6171111", "accuracy_m": "3", "changeset_comment": "GPS"}
    assert desk.post(f"{EXACT}add/", data).status_code == 302
    return ExactPosition.objects.get()


def test_an_exact_position_is_stored_under_a_changeset(exact, administrator):
    assert exact.geometry.coords == (100.0811111, 7.6171111)
    assert (exact.changeset.author, exact.changeset.comment) == (administrator, "GPS")


def test_its_edit_keeps_the_history(desk, exact):
    url = f"{EXACT}library/change/"

    assert desk.post(url, form_of(desk, url) | {"accuracy_m": "1"}).status_code == 302

    assert list(ExactPositionHistory.objects.order_by("version").values_list("version", "accuracy_m")) == [
        (1, 3),
        (2, 1),
    ]
    assert "Accuracy" in desk.get(f"{EXACT}library/history/").content.decode()


def test_its_stale_edit_is_refused(desk, exact):
    url = f"{EXACT}library/change/"
    mine = form_of(desk, url) | {"source": "mine"}
    desk.post(url, form_of(desk, url) | {"accuracy_m": "1"})

    response = desk.post(url, mine)

    assert "Not saved: admin changed this" in response.content.decode()
    exact.refresh_from_db()
    assert (exact.version, exact.source) == (2, "")


def test_without_the_permission_an_exact_position_is_out_of_sight(client, exact, planner):
    allow(planner, "view_exactposition", "change_exactposition", "view_wisdomplace")
    client.force_login(planner)

    assert client.get(EXACT).status_code == 403
    assert client.get(f"{EXACT}library/change/").status_code == 403
    assert client.get(f"{EXACT}library/history/").status_code == 403
    page = client.get(address("wisdomplace", "library")).content.decode()
    assert "100.0811111" not in page


def test_with_the_permission_it_is_seen(client, exact, planner):
    allow(planner, "view_exact", "view_exactposition")
    client.force_login(planner)

    assert "100.0811111" in client.get(f"{EXACT}library/change/").content.decode()


def test_staff_without_a_right_to_change_cannot_save(client, library, planner):
    allow(planner, "view_wisdomplace")
    client.force_login(planner)

    assert client.get(address("wisdomplace", "library")).status_code == 200
    assert client.post(address("wisdomplace", "library"), {"contact": "x"}).status_code == 403


def test_a_token_is_shown_once_and_its_digest_never(desk, administrator):
    data = {"user": administrator.pk, "label": "QGIS", "scopes": ["read"], "days": "30"}

    page = desk.post("/admin/spaces/apitoken/add/", data, follow=True).content.decode()

    stored = ApiToken.objects.get()
    shown = next(word for word in page.replace("<", " ").split() if hash_word(word) == stored.digest)
    assert (stored.label, stored.scopes) == ("QGIS", ["read"])
    assert stored.digest not in page
    assert shown not in desk.get("/admin/spaces/apitoken/").content.decode()
    assert stored.digest not in desk.get("/admin/").content.decode()


def hash_word(word):
    return hash_token(word) if len(word) == 64 else ""


def test_a_token_is_revoked(desk, administrator):
    token, _ = ApiToken.objects.create(user=administrator, label="QGIS", scopes=["read"])

    desk.post(f"/admin/spaces/apitoken/{token.token_key}/revoke/")

    assert not ApiToken.objects.exists()


def test_a_space_has_one_exact_position(desk, exact):
    response = desk.post(f"{EXACT}add/", {"space": "library", "geometry": "100.1, 7.6", "accuracy_m": "3"})

    assert "already exists" in response.content.decode()
