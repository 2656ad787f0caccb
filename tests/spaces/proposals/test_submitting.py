"""Who may publish applies at once; who may not, proposes; who may neither is told so."""

import pytest
from django.contrib.gis.geos import Point
from django.db import DatabaseError, transaction

from spaces.changesets import Action, Change, InvalidValues, SpaceMissing, StaleVersion
from spaces.models import Changeset, Membership, ProposedChange, Role, Status, WisdomPlace
from spaces.permissions import NotAllowed
from spaces.proposing import change_of
from spaces.submitting import submit

pytestmark = pytest.mark.django_db


def modify(space, **values):
    return Change(Action.MODIFY, space.collection, space.id, values, space.version)


def send(user, *changes, **options):
    return submit(changes, user=user, comment="Ring first", source="tests", **options)


@pytest.fixture
def account(django_user_model):
    return django_user_model.objects.create_user("account", password="x", role=Role.VISITOR)


@pytest.fixture
def archive(make_space, municipality):
    """A published space of the municipality."""
    return make_space("wisdom-places", "archive", partner=municipality.id)


def test_a_reviewer_applies_at_once(reviewer, library):
    done = send(reviewer, modify(library, contact="074-123456"))

    assert done.applied
    assert done.changeset.state == "applied"
    assert WisdomPlace.objects.get(pk="library").contact == "074-123456"


def test_a_planner_proposes_and_nothing_changes(planner, library):
    done = send(planner, modify(library, contact="074-123456", geometry=Point(100.09, 7.62, srid=4326)))

    library.refresh_from_db()
    stored = ProposedChange.objects.get()
    assert (done.applied, done.changeset.state, done.changeset.applied_at) == (False, "proposed", None)
    assert (library.version, library.contact, library.geometry.x) == (1, "", 100.081)
    assert change_of(stored).values == {"contact": "074-123456", "geometry": Point(100.09, 7.62, srid=4326)}


def test_a_reviewer_may_ask_for_a_second_pair_of_eyes(reviewer, library):
    assert not send(reviewer, modify(library, contact="1"), propose=True).applied


def test_a_publisher_applies_on_the_partners_spaces_only(owner, archive, library):
    assert send(owner, modify(archive, contact="1")).applied
    assert not send(owner, modify(library, contact="1")).applied


def test_one_change_beyond_the_rights_makes_all_a_proposal(owner, archive, library):
    assert not send(owner, modify(archive, contact="1"), modify(library, contact="1")).applied
    archive.refresh_from_db()
    assert archive.contact == ""


def test_a_space_is_not_taken_over_by_giving_it_ones_own_partner(owner, archive, library, municipality):
    assert not send(owner, modify(library, partner=municipality.id)).applied
    assert not send(owner, modify(archive, partner=None)).applied


def test_a_publisher_creates_for_the_own_partner(owner, municipality, library):
    values = {"name_th": "ก", "name_en": "A", "subkind": "library", "geometry": Point(100.08, 7.6), "accuracy_m": 5}

    assert send(owner, Change(Action.CREATE, "wisdom-places", "mine", {**values, "partner": municipality.id})).applied
    assert not send(owner, Change(Action.CREATE, "wisdom-places", "nobodys", values)).applied


def test_publishing_archiving_and_deleting_pass_the_same_gate(planner, reviewer, library):
    assert not send(planner, modify(library, status=Status.ARCHIVED)).applied
    assert not send(planner, Change(Action.DELETE, library.collection, library.id, {}, 1)).applied
    assert send(reviewer, Change(Action.DELETE, library.collection, library.id, {}, 1)).applied


def test_a_member_without_the_right_to_publish_proposes(account, municipality, archive):
    Membership.objects.create(user=account, partner=municipality)

    assert not send(account, modify(archive, contact="1")).applied


def test_a_visitors_account_may_not_even_propose(account, library):
    with pytest.raises(NotAllowed):
        send(account, modify(library, contact="1"))


def test_what_is_hidden_is_missing(teacher, make_space):
    with pytest.raises(SpaceMissing):
        send(teacher, modify(make_space("wisdom-places", "secret", status="draft"), contact="1"))


def test_a_deleted_space_is_brought_back_by_a_reviewer_only(reviewer, planner, library):
    send(reviewer, Change(Action.DELETE, library.collection, library.id, {}, 1))
    back = Change(Action.MODIFY, library.collection, library.id, {"status": "published"}, 2)

    with pytest.raises(SpaceMissing):
        send(planner, back)
    with pytest.raises(SpaceMissing):
        send(reviewer, Change(Action.MODIFY, library.collection, library.id, {"contact": "1"}, 2))
    assert send(reviewer, back).applied


def test_a_stale_change_is_refused_before_it_waits(planner, reviewer, library):
    mine = modify(library, contact="mine")
    send(reviewer, modify(library, contact="theirs"))

    with pytest.raises(StaleVersion):
        send(planner, mine)


def test_what_could_never_be_applied_is_refused_at_once(planner, library):
    with pytest.raises(InvalidValues):
        send(planner, modify(library, capacity=0))

    assert not Changeset.objects.filter(state="proposed").exists()


def test_a_decided_proposal_never_changes(planner, library):
    proposal = send(planner, modify(library, contact="1")).changeset
    Changeset.objects.filter(pk=proposal.pk).update(state="rejected", reason="no")

    for act in (
        lambda: Changeset.objects.filter(pk=proposal.pk).update(state="proposed"),
        lambda: ProposedChange.objects.update(values={}),
        lambda: ProposedChange.objects.all().delete(),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            act()
