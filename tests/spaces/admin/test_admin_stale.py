"""Two people edit one space: the second is told who was faster, and loses nothing."""

import pytest
from admin_forms import address, edited

from spaces.changesets import Action, Change, apply

pytestmark = pytest.mark.django_db
URL = address("wisdomplace", "library")


@pytest.fixture
def clash(desk, library, planner):
    """The form as it was opened; then the planner changes contact and hours."""
    mine = edited(desk, library, name_en="My name", contact="mine", changeset_comment="My reason")
    theirs = {"contact": "theirs", "opening_hours": "Mo-Fr 09:00-16:00"}
    apply([Change(Action.MODIFY, "wisdom-places", "library", theirs, 1)], author=planner, comment="Rang", source="api")
    return mine


def test_the_stale_save_stores_nothing_and_names_who_was_faster(desk, library, clash):
    page = desk.post(URL, clash).content.decode()

    library.refresh_from_db()
    assert (library.version, library.name_en) == (2, "Public Library")
    assert "Not saved: planner changed this" in page
    assert "Rang" in page


def test_nothing_that_was_typed_is_lost(desk, clash):
    form = desk.post(URL, clash).context["adminform"].form

    assert form["name_en"].value() == "My name"
    assert form["contact"].value() == "mine"
    assert form["changeset_comment"].value() == "My reason"


def test_it_shows_what_changed_and_whether_both_did(desk, clash):
    conflict = desk.post(URL, clash).context["adminform"].form.conflict

    seen = {clash.change.name: (clash.change.old, clash.change.new, clash.mine) for clash in conflict.clashes}
    assert seen == {
        "contact": ("", "theirs", True),
        "opening_hours": ("unknown", "Mo-Fr 09:00-16:00", False),
    }


def test_the_next_save_keeps_theirs_where_ticked_and_mine_elsewhere(desk, library, clash):
    again = desk.post(URL, clash).context["adminform"].form["version_seen"].value()

    response = desk.post(URL, clash | {"version_seen": again, "take_theirs": ["opening_hours"]})

    assert response.status_code == 302
    library.refresh_from_db()
    assert (library.name_en, library.contact, library.opening_hours) == ("My name", "mine", "Mo-Fr 09:00-16:00")
    assert library.version == 3


def test_a_form_without_a_version_is_stale(desk, library):
    data = edited(desk, library, contact="new")
    del data["version_seen"]

    assert "Not saved" in desk.post(URL, data).content.decode()
