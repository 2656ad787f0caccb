"""The History tab keeps the secrets that the API keeps."""

import pytest
from admin_forms import address
from django.contrib.auth.models import Permission
from django.contrib.gis.geos import Point

from spaces.changesets import Action, Change, apply

pytestmark = pytest.mark.django_db


@pytest.fixture
def blurred(library):
    """The library was somewhere exactly, and is shown blurred now."""
    for version, values in enumerate(
        [
            {"geometry": Point(100.0812345, 7.62, srid=4326)},
            {"geometry": Point(100.1, 7.7, srid=4326), "sensitive": True},
        ],
        start=1,
    ):
        change = Change(Action.MODIFY, "wisdom-places", "library", values, base_version=version)
        apply([change], author=None, comment="", source="tests")
    return address("wisdomplace", "library", "history")


def test_staff_do_not_see_where_a_space_was_before_it_was_blurred(client, reviewer, blurred):
    reviewer.is_staff = True
    reviewer.save()
    reviewer.user_permissions.add(*Permission.objects.filter(codename__in=["view_wisdomplace"]))
    client.force_login(reviewer)
    page = client.get(blurred)

    assert page.status_code == 200
    assert "100.0812345" not in page.content.decode()


def test_who_may_see_exact_positions_sees_them_in_the_history(desk, blurred):
    assert "100.0812345" in desk.get(blurred).content.decode()
