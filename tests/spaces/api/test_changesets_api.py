"""`/api/changesets`: many changes at once or none, and who may see what was changed."""

import json

import pytest
from django.db import connection

from spaces.api.changeset_words import MOST_CHANGES
from spaces.models import Amenity, Changeset, HeritageSite, Membership, WisdomPlace
from tests.spaces.api.writing import Hand, feature, pointers

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("look_ups")]


@pytest.fixture
def hand(reviewer):
    return Hand(reviewer)


def create(**properties):
    return {"action": "create", "collection": "amenities", "feature": feature(**properties)}


def modify(space, version=None, **properties):
    body = {"properties": properties}
    return {
        "action": "modify",
        "collection": space.collection,
        "id": space.id,
        "version": version or space.version,
        "feature": body,
    }


def delete(space):
    return {"action": "delete", "collection": space.collection, "id": space.id, "version": space.version}


def test_changes_of_many_kinds_are_one_changeset(hand, small_town):
    changes = [
        create(),
        modify(small_town["library"], contact="074"),
        delete(small_town["palace"]),
        modify(small_town["old-temple"], period="Ayutthaya"),
    ]

    answer = hand.changeset(changes, comment="ปรับปรุง")

    assert answer.status_code == 201, answer.content
    done = answer.json()
    assert [(one["action"], one["id"], one["version"]) for one in done["changes"]] == [
        ("create", "new-toilets", 1),
        ("modify", "library", 2),
        ("delete", "palace", 2),
        ("modify", "old-temple", 2),
    ]
    shown = hand.get(f"changesets/{done['id']}").json()
    assert (shown["comment"], shown["author"], shown["numberOfChanges"]) == ("ปรับปรุง", "reviewer", 4)
    assert {(one["action"], one["id"]) for one in shown["changes"]} == {
        ("create", "new-toilets"),
        ("modify", "library"),
        ("delete", "palace"),
        ("modify", "old-temple"),
    }


def test_one_bad_change_keeps_all_from_being_applied(hand, small_town):
    changes = [create(), modify(small_town["library"], themes=["no-such"]), modify(small_town["palace"], accuracy_m=-1)]

    answer = hand.changeset(changes)

    assert answer.status_code == 422
    assert pointers(answer) == {"/changes/2/feature/properties/accuracy_m"}
    again = hand.changeset(changes[:2])
    assert pointers(again) == {"/changes/1/feature/properties/themes"}
    assert not Amenity.objects.filter(pk="new-toilets").exists()
    assert Changeset.objects.filter(source="api").count() == 0


def test_every_stale_change_is_told_with_theirs_and_base(hand, small_town):
    hand.changeset([modify(small_town["library"], contact="1"), modify(small_town["palace"], contact="1")])

    answer = hand.changeset(
        [create(), modify(small_town["library"], contact="2"), modify(small_town["palace"], contact="2")]
    )

    problem = answer.json()
    assert answer.status_code == 412
    assert [one["pointer"] for one in problem["conflicts"]] == ["/changes/1", "/changes/2"]
    assert problem["conflicts"][1]["theirs"]["properties"]["contact"] == "1"
    assert problem["conflicts"][1]["base"]["properties"]["contact"] == ""
    assert not Amenity.objects.filter(pk="new-toilets").exists()


def test_a_change_of_what_is_missing_or_hidden_is_404_at_its_pointer(make_space, library, teacher):
    hidden = make_space("amenities", "secret", status="draft")

    answer = Hand(teacher).changeset([modify(library, contact="1"), modify(hidden, contact="1"), delete(hidden)])

    assert answer.status_code == 404
    assert pointers(answer) == {"/changes/1", "/changes/2"}


@pytest.mark.parametrize(
    ("change", "pointer"),
    [
        ({}, "/changes/0/action"),
        ({"action": "destroy", "collection": "amenities"}, "/changes/0/action"),
        ({"action": "create", "collection": "castles"}, "/changes/0/collection"),
        ({"action": "create", "collection": "learning-spaces", "feature": {}}, "/changes/0/collection"),
        ({"action": "create", "collection": "amenities"}, "/changes/0/feature"),
        ({"action": "create", "collection": "amenities", "feature": []}, "/changes/0/feature"),
        ({"action": "create", "collection": "amenities", "version": 1, "feature": {}}, "/changes/0/version"),
        ({"action": "modify", "collection": "amenities", "feature": {}}, "/changes/0/id"),
        ({"action": "modify", "collection": "amenities", "id": "x", "feature": {}}, "/changes/0/version"),
        ({"action": "delete", "collection": "amenities", "id": "x", "version": True}, "/changes/0/version"),
        ({"action": "delete", "collection": "amenities", "id": "../x", "version": 1}, "/changes/0/id"),
        ({"action": "delete", "collection": "amenities", "id": "x", "version": 1, "owner": 1}, "/changes/0/owner"),
        (7, "/changes/0"),
    ],
)
def test_a_malformed_change_is_422_at_its_pointer(hand, change, pointer):
    answer = hand.changeset([change])

    assert answer.status_code == 422
    assert pointer in pointers(answer)


@pytest.mark.parametrize(
    "members", [{"comment": 5}, {"comment": "x" * 501}, {"state": "applied"}, {"partner": "nobody"}]
)
def test_a_malformed_member_is_422_at_its_pointer(hand, members):
    answer = hand.changeset([create()], **members)

    assert (answer.status_code, pointers(answer)) == (422, {f"/{next(iter(members))}"})
    assert not Amenity.objects.exists()


def test_too_many_changes_are_413_with_the_limit(hand):
    answer = hand.changeset([create()] * (MOST_CHANGES + 1))

    assert (answer.status_code, answer.json()["most_changes"]) == (413, MOST_CHANGES)
    assert hand.changeset([]).status_code == 422


def test_a_space_may_come_twice_each_change_on_top_of_the_last(hand, library):
    made = {**create(), "feature": {**feature(), "id": "shade"}}
    answer = hand.changeset([made, modify(library, contact="1")])
    assert answer.status_code == 201

    answer = hand.changeset([modify(library, version=2, contact="2"), modify(library, version=2, contact="3")])

    assert answer.status_code == 412
    assert WisdomPlace.objects.get().contact == "1"


def test_new_spaces_of_one_name_get_ids_of_their_own(hand):
    answer = hand.changeset([create(), create(), {**create(), "id": "new-toilets-2"}])

    assert answer.status_code == 201, answer.content
    assert sorted(one["id"] for one in answer.json()["changes"]) == ["new-toilets", "new-toilets-2", "new-toilets-3"]


def test_who_may_not_publish_all_of_it_proposes_all_of_it(owner, make_space, municipality):
    own = make_space("amenities", "own", partner_id=municipality.id)
    other = make_space("amenities", "other")

    answer = Hand(owner).changeset([modify(own, contact="1"), modify(other, contact="1")])

    assert answer.status_code == 202
    assert set(Amenity.objects.values_list("contact", flat=True)) == {""}
    assert Hand(owner).changeset([modify(own, contact="1")]).status_code == 201


# --- Idempotency-Key --------------------------------------------------------------------------------------------------


def test_the_same_request_sent_again_with_its_key_is_done_once(hand):
    first, again = (hand.changeset([create()], headers={"idempotency_key": "k-1"}) for _ in range(2))

    assert (first.status_code, again.status_code) == (201, 201)
    assert (again.content, again["Location"]) == (first.content, first["Location"])
    assert (first.headers.get("Idempotency-Replayed"), again["Idempotency-Replayed"]) == (None, "true")
    assert Amenity.objects.count() == 1


def test_a_key_holds_for_one_request_of_one_person(hand, owner):
    hand.post("amenities", feature(), idempotency_key="k")

    assert hand.post("amenities", feature(name_en="Other"), idempotency_key="k").status_code == 422
    assert Hand(owner).post("amenities", feature(), idempotency_key="k").status_code == 202
    assert hand.post("amenities", feature(), idempotency_key="\u00e9" * 3).status_code == 400
    assert Amenity.objects.count() == 1


def test_every_kind_of_write_may_carry_a_key(hand, library):
    def twice(write):
        return [write().status_code, write().status_code]

    body = {"properties": {"contact": "1"}}
    assert twice(lambda: hand.patch("wisdom-places", "library", body, 1, idempotency_key="a")) == [200, 200]
    assert twice(lambda: hand.delete("wisdom-places", "library", 2, idempotency_key="b")) == [204, 204]


def test_a_refused_request_may_be_sent_again_with_its_key(hand, library):
    bad = hand.patch("wisdom-places", "library", {"properties": {"contact": 5}}, 1, idempotency_key="k")
    good = hand.patch("wisdom-places", "library", {"properties": {"contact": "5"}}, 1, idempotency_key="k")

    assert (bad.status_code, good.status_code) == (422, 200)


def test_the_same_key_while_the_first_request_is_worked_on_is_409(hand, reviewer):
    other = connection.copy()
    try:
        with other.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(hashtextextended(%s, 27))", [f"{reviewer.pk} k"])
        answer = hand.post("amenities", feature(), idempotency_key="k")
    finally:
        other.close()

    assert (answer.status_code, answer["Retry-After"]) == (409, "1")
    assert hand.post("amenities", feature(), idempotency_key="k").status_code == 201


def test_a_key_is_forgotten_after_a_day(hand, library):
    from datetime import timedelta

    from django.utils import timezone

    from geo.models import KeptAnswer

    hand.post("amenities", feature(), idempotency_key="k")
    KeptAnswer.objects.update(created_at=timezone.now() - timedelta(hours=25))

    assert hand.post("amenities", feature(), idempotency_key="k").json()["id"] == "new-toilets-2"
    hand.post("amenities", feature(), idempotency_key="other")
    assert KeptAnswer.objects.count() == 2


# --- The list ---------------------------------------------------------------------------------------------------------


def listed(hand, query=""):
    answer = hand.get(f"changesets{query}", accept_language="en")
    assert answer.status_code == 200, answer.content
    return answer.json()


def test_the_list_is_paged_newest_first_and_filtered(hand, library, small_town):
    hand.changeset([modify(small_town["library"], contact="1")], comment="one")
    hand.changeset([create()], comment="two")

    page = listed(hand, "?limit=1&author=reviewer")
    assert [one["comment"] for one in page["changesets"]] == ["two"]
    rest = hand.client.get(next(one["href"] for one in page["links"] if one["rel"] == "next")).json()
    assert [one["comment"] for one in rest["changesets"]] == ["one"]
    assert {one["comment"] for one in listed(hand, "?author=reviewer&collection=amenities")["changesets"]} == {"two"}
    assert not listed(hand, "?state=rejected")["changesets"]
    assert not listed(hand, "?since=2999-01-01T00:00:00Z")["changesets"]


@pytest.mark.parametrize("query", ["collection=castles", "state=odd", "since=yesterday", "cursor=x", "limit=0", "x=1"])
def test_a_malformed_filter_is_400(hand, query):
    assert hand.get(f"changesets?{query}").status_code == 400


def test_visitors_see_no_names_and_nothing_of_hidden_spaces(make_space, library, reviewer):
    hand = Hand(reviewer)
    hidden = make_space("amenities", "secret", status="draft")
    hand.changeset([modify(hidden, contact="1")], comment="only hidden")
    mixed = hand.changeset(
        [modify(hidden, version=2, contact="2"), modify(library, contact="1")], comment="the secret"
    ).json()

    visitor = Hand(None)
    seen = listed(visitor)

    assert "secret" not in json.dumps(seen)
    assert "author" not in seen["changesets"][0]
    assert {one["comment"] for one in seen["changesets"]} == {"", "Create library"}
    shown = visitor.get(f"changesets/{mixed['id']}").json()
    assert [one["id"] for one in shown["changes"]] == ["library"]
    assert visitor.get(f"changesets/{mixed['id'] - 1}").status_code == 404
    assert visitor.get("changesets?author=reviewer").status_code == 401
    assert listed(hand)["changesets"][0]["comment"] == "the secret"


def test_a_proposal_is_seen_by_its_author_and_reviewers_only(planner, teacher, reviewer):
    answer = Hand(planner).changeset([create()], comment="mine")
    number = int(answer["Location"].rsplit("/", 1)[1])

    seen = {who.username: Hand(who).get(f"changesets/{number}").status_code for who in (planner, teacher, reviewer)}

    assert seen == {"planner": 200, "teacher": 404, "reviewer": 200}
    assert Hand(None).get(f"changesets/{number}").status_code == 404


def test_a_list_costs_a_fixed_number_of_queries(hand, library, django_assert_max_num_queries):
    for number in range(5):
        hand.changeset([create(name_en=f"n{number}")])

    with django_assert_max_num_queries(8):
        listed(hand)


def test_membership_alone_makes_no_publisher(teacher, municipality, make_space):
    Membership.objects.create(user=teacher, partner=municipality)
    own = make_space("heritage-sites", "own", partner_id=municipality.id)

    answer = Hand(teacher).changeset([modify(own, contact="1")], partner="municipality")

    assert answer.status_code == 202
    assert Changeset.objects.get(state="proposed").partner == municipality
    assert HeritageSite.objects.get().contact == ""
