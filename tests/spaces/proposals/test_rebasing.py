"""A proposal that has gone stale is brought up to date field by field, or the conflict is told."""

import pytest
from django.contrib.gis.geos import Point
from proposal_acts import modify, send

from spaces.changesets import Action, Change, SpaceExists
from spaces.models import WisdomPlace
from spaces.proposals.deciding import accept

pytestmark = pytest.mark.django_db


@pytest.fixture
def apply_(ask, reviewer):
    def applied(proposal, **body):
        return ask(reviewer, "post", f"proposals/{proposal.pk}/apply", body, if_match=1)

    return applied


def stored():
    return WisdomPlace.objects.get(pk="library")


def test_what_others_left_alone_merges(ask, apply_, proposal, reviewer, library):
    send(reviewer, modify(library, name_en="City Library"))

    change = ask(reviewer, "get", f"proposals/{proposal.pk}").json()["changes"][0]
    assert (change["stale"], change["current_version"], change["conflicts"]) == (True, 2, [])
    assert apply_(proposal).status_code == 200
    assert (stored().name_en, stored().contact, stored().geometry.x) == ("City Library", "074-123456", 100.082)


def test_a_conflict_names_the_field_with_all_three_values(apply_, proposal, reviewer, library):
    send(reviewer, modify(library, contact="074-999999"))

    response = apply_(proposal)

    assert (response.status_code, response.json()["type"]) == (409, "/api/problems/proposal-conflicts")
    assert response.json()["conflicts"] == [
        {
            "change": 0,
            "collection": "wisdom-places",
            "id": "library",
            "field": "contact",
            "base": "",
            "mine": "074-123456",
            "theirs": "074-999999",
        }
    ]
    assert stored().version == 2


@pytest.mark.parametrize(("take", "contact"), [("mine", "074-123456"), ("theirs", "074-999999")])
def test_the_reviewer_chooses_whose_value_holds(apply_, proposal, reviewer, library, take, contact):
    send(reviewer, modify(library, contact="074-999999"))

    assert apply_(proposal, resolutions={"0": {"contact": take}}).status_code == 200
    assert (stored().contact, stored().geometry.x) == (contact, 100.082)


def test_a_geometry_that_both_moved_is_a_conflict_told_as_geojson(apply_, proposal, reviewer, library):
    send(reviewer, modify(library, geometry=Point(100.09, 7.617, srid=4326)))

    (conflict,) = apply_(proposal).json()["conflicts"]

    assert conflict["field"] == "geometry"
    assert conflict["theirs"] == {"type": "Point", "coordinates": [100.09, 7.617]}


def test_the_same_change_twice_is_no_conflict(apply_, proposal, reviewer, library):
    send(reviewer, modify(library, contact="074-123456"))

    assert apply_(proposal).status_code == 200
    assert stored().contact == "074-123456"


def test_nobody_deletes_what_they_have_not_seen(apply_, planner, reviewer, library):
    proposal = send(planner, Change(Action.DELETE, library.collection, library.id, {}, 1))
    send(reviewer, modify(library, contact="1"))

    assert apply_(proposal).json()["conflicts"][0]["field"] == "status"
    assert apply_(proposal, resolutions={"0": {"status": "mine"}}).status_code == 200
    assert stored().status == "deleted"


def test_a_space_that_is_gone_meanwhile_is_told(ask, apply_, proposal, reviewer, library):
    send(reviewer, Change(Action.DELETE, library.collection, library.id, {}, 1))

    assert ask(reviewer, "get", f"proposals/{proposal.pk}").json()["changes"][0]["gone"]
    assert apply_(proposal).json()["type"] == "/api/problems/space-gone"


def test_two_proposals_for_one_new_id_end_in_a_conflict(apply_, planner, reviewer, look_ups):
    place = Point(100.08, 7.6, srid=4326)
    values = {"name_th": "ก", "name_en": "A", "subkind": "library", "geometry": place, "accuracy_m": 5}
    first, second = (send(planner, Change(Action.CREATE, "wisdom-places", "new", values)) for _ in range(2))

    assert apply_(first).status_code == 200
    with pytest.raises(SpaceExists):
        accept(second, reviewer=reviewer, revision=1)


def test_dates_and_partners_survive_the_wait(apply_, planner, library, municipality):
    proposal = send(planner, modify(library, verified_on="2026-11-01", partner=municipality.id, themes=["murals"]))

    assert apply_(proposal).status_code == 200
    assert (str(stored().verified_on), stored().partner, stored().themes) == ("2026-11-01", municipality, ["murals"])


@pytest.mark.parametrize("resolutions", [[], {"0": "mine"}, {"0": {"contact": "yours"}}, {"0": {"contact": ["mine"]}}])
def test_a_resolution_that_is_none_is_refused(apply_, proposal, resolutions):
    assert apply_(proposal, resolutions=resolutions).status_code == 400
