"""The administration passes the same gate as everything: who may not publish proposes, and sees no more here."""

import pytest
from admin_forms import address, form_of
from django.contrib.auth.models import Permission

from spaces.models import Changeset, WisdomPlace

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff(client, planner):
    """A planner whom the administrator lets into the administration of places of wisdom."""
    planner.is_staff = True
    planner.save()
    names = [f"{act}_wisdomplace" for act in ("view", "add", "change", "delete")]
    planner.user_permissions.add(*Permission.objects.filter(codename__in=[*names, "view_changeset"]))
    client.force_login(planner)
    client.cookies["django_language"] = "en"
    return client


def test_a_planners_edit_waits_as_a_proposal(staff, library):
    url = address("wisdomplace", "library")

    page = staff.post(url, form_of(staff, url) | {"contact": "074"}, follow=True).content.decode()

    proposal = Changeset.objects.get(state="proposed")
    assert WisdomPlace.objects.get(pk="library").contact == ""
    assert f"proposal {proposal.pk}" in page
    assert "was changed successfully" not in page
    changeset = staff.get(f"/admin/spaces/changeset/{proposal.pk}/change/").content.decode()
    assert f"/editor/?proposal={proposal.pk}" in changeset


def test_a_planners_deletion_waits_too(staff, library):
    staff.post("/admin/spaces/wisdomplace/library/delete/", {"post": "yes", "version_seen": "1"})

    assert WisdomPlace.objects.get(pk="library").status == "published"
    assert Changeset.objects.get(state="proposed").proposed_changes.get().action == "delete"


def test_what_is_hidden_on_the_site_is_hidden_here(staff, make_space):
    make_space("wisdom-places", "archived-one", status="archived")

    assert "archived-one" not in staff.get("/admin/spaces/wisdomplace/?status=all").content.decode()
    assert staff.get(address("wisdomplace", "archived-one")).status_code == 302
