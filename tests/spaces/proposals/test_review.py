"""The queue, the differences, and the acts of author and reviewer over HTTP."""

import pytest
from django.contrib.gis.geos import MultiPolygon, Polygon
from proposal_acts import modify, send

from spaces.models import ApiToken, ProposalComment, WisdomPlace
from spaces.proposals import queue
from spaces.proposals.showing import line

pytestmark = pytest.mark.django_db


def square(west, south, east, north):
    ring = ((west, south), (east, south), (east, north), (west, north), (west, south))
    return MultiPolygon(Polygon(ring), srid=4326)


def test_the_queue_shows_each_what_concerns_them(ask, proposal, planner, reviewer, teacher, owner):
    assert [line["id"] for line in ask(reviewer, "get", "proposals").json()["proposals"]] == [proposal.pk]
    assert ask(planner, "get", "proposals").json()["numberMatched"] == 1
    assert ask(teacher, "get", "proposals").json()["numberMatched"] == 0
    assert ask(owner, "get", "proposals").json()["numberMatched"] == 0
    assert ask(None, "get", "proposals").status_code == 401


def test_a_publisher_sees_and_applies_what_is_proposed_for_the_partners_spaces(
    ask, planner, owner, make_space, municipality
):
    archive = make_space("wisdom-places", "archive", partner=municipality.id)
    proposal = send(planner, modify(archive, contact="1"))

    assert ask(owner, "get", f"proposals/{proposal.pk}").json()["may_decide"]
    assert ask(owner, "post", f"proposals/{proposal.pk}/apply", if_match=1).status_code == 200


def test_the_queue_is_filtered_and_paged(ask, planner, reviewer, library, make_space):
    wall = make_space("street-art-walls", "wall")
    first, second = send(planner, modify(library, contact="1")), send(planner, modify(wall, contact="1"))

    def ids(query):
        return [line["id"] for line in ask(reviewer, "get", f"proposals?{query}").json()["proposals"]]

    page = ask(reviewer, "get", "proposals?limit=1").json()
    assert (page["numberMatched"], page["numberReturned"]) == (2, 1)
    assert next(link for link in page["links"] if link["rel"] == "next")["href"].endswith(f"before={second.pk}")
    assert ids(f"before={second.pk}") == ids("collection=wisdom-places") == ids("space=library") == [first.pk]
    assert ids("state=rejected") == ids("state=decided") == ids("state=any&author=me") == []
    assert ids("state=any") == [second.pk, first.pk]
    assert ask(reviewer, "get", "proposals?state=lost").status_code == 400
    assert ask(reviewer, "get", "proposals?limit=0").status_code == 400


def test_the_queue_says_whose_spaces_are_touched_and_finds_one_s_own(ask, planner, owner, make_space, municipality):
    archive = make_space("wisdom-places", "archive", partner=municipality.id)
    proposal = send(planner, modify(archive, contact="1"))

    (line,) = ask(planner, "get", "proposals?author=me").json()["proposals"]
    assert (line["id"], line["partners"]) == (proposal.pk, [municipality.id])
    assert ask(owner, "get", "proposals?author=me").json()["proposals"] == []
    assert ask(owner, "get", f"proposals/{proposal.pk}").json()["mine"] is False
    assert ask(owner, "get", "proposals?author=planner").status_code == 400


def test_a_proposal_shows_what_differs_in_words_and_on_the_map(ask, reviewer, proposal):
    response = ask(reviewer, "get", f"proposals/{proposal.pk}")
    (change,) = response.json()["changes"]

    assert response["ETag"] == '"1"'
    assert change["attributes"] == {"contact": {"before": "", "after": "074-123456"}}
    assert [part["id"] for part in change["geometry"]["features"]] == ["before", "after", "added", "removed"]
    assert change["geometry"]["moved_m"] == pytest.approx(110.3, abs=0.5)
    assert (change["stale"], change["conflicts"], change["name"]["en"]) == (False, [], "Public Library")


def test_the_areas_of_a_zone_are_measured_in_square_metres(ask, planner, reviewer, make_space):
    zone = make_space("urban-design-zones", "zone", geometry=square(100.08, 7.61, 100.081, 7.611))
    proposal = send(planner, modify(zone, geometry=square(100.08, 7.61, 100.082, 7.611)))

    (change,) = ask(reviewer, "get", f"proposals/{proposal.pk}").json()["changes"]
    areas = {part["id"]: part["properties"]["area_m2"] for part in change["geometry"]["features"]}

    assert areas["added"] == pytest.approx(110.3 * 110.6, rel=0.005)
    assert areas["after"] == pytest.approx(2 * areas["before"], rel=0.001)
    assert "removed" not in areas


def test_of_a_space_that_is_hidden_from_the_reader_only_what_is_new_is_shown(ask, teacher, reviewer, library):
    proposal = send(teacher, modify(library, contact="new"))
    send(reviewer, modify(library, contact="a secret", status="draft"))

    (change,) = ask(teacher, "get", f"proposals/{proposal.pk}").json()["changes"]

    assert (change["current_version"], change["attributes"]["contact"]) == (None, {"before": None, "after": "new"})
    assert "a secret" not in str(change)


def test_applying_keeps_the_author_and_names_the_reviewer(ask, proposal, planner, reviewer):
    response = ask(reviewer, "post", f"proposals/{proposal.pk}/apply", {"reason": "Checked"}, if_match=1)

    stored = WisdomPlace.objects.get(pk="library")
    assert response.status_code == 200
    assert response.json()["state"] == "applied"
    assert (stored.version, stored.contact, stored.geometry.x) == (2, "074-123456", 100.082)
    assert (stored.changeset.pk, stored.changeset.author, stored.changeset.reviewed_by) == (
        proposal.pk,
        planner,
        reviewer,
    )
    assert stored.changeset.reason == "Checked"


def test_whoever_may_not_publish_applies_nothing(ask, proposal, planner, teacher):
    assert ask(planner, "post", f"proposals/{proposal.pk}/apply", if_match=1).status_code == 403
    assert ask(teacher, "post", f"proposals/{proposal.pk}/apply", if_match=1).status_code == 404
    assert WisdomPlace.objects.get(pk="library").version == 1


def test_only_what_was_seen_is_applied(ask, proposal, reviewer):
    assert ask(reviewer, "post", f"proposals/{proposal.pk}/apply").status_code == 428

    stale = ask(reviewer, "post", f"proposals/{proposal.pk}/apply", if_match=2)

    assert (stale.status_code, stale["ETag"], stale.json()["revision"]) == (412, '"1"', 1)


def test_a_rejection_needs_a_reason_and_is_final(ask, proposal, reviewer):
    path = f"proposals/{proposal.pk}/reject"

    assert ask(reviewer, "post", path, {}, if_match=1).json()["errors"][0]["pointer"] == "/reason"
    assert ask(reviewer, "post", path, {"reason": "  "}, if_match=1).status_code == 400
    assert ask(reviewer, "post", path, {"reason": "No such number"}, if_match=1).json()["reason"] == "No such number"
    again = ask(reviewer, "post", f"proposals/{proposal.pk}/apply", if_match=1)
    assert (again.status_code, again.json()["type"]) == (409, "/api/problems/proposal-decided")
    assert WisdomPlace.objects.get(pk="library").version == 1


def test_authors_withdraw_their_own_only(ask, proposal, planner, reviewer):
    assert ask(reviewer, "post", f"proposals/{proposal.pk}/withdraw").status_code == 403
    assert ask(planner, "post", f"proposals/{proposal.pk}/withdraw").json()["state"] == "withdrawn"


def test_author_and_reviewer_talk_about_it_for_good(ask, proposal, planner, reviewer):
    path = f"proposals/{proposal.pk}/comments"

    assert ask(reviewer, "post", path, {"text": "Whose number is it?"}).status_code == 201
    assert ask(planner, "post", path, {"text": "The librarian's"}).status_code == 201

    talk = ask(planner, "get", f"proposals/{proposal.pk}").json()["comments"]
    assert [(line["author"], line["text"]) for line in talk] == [
        ("reviewer", "Whose number is it?"),
        ("planner", "The librarian's"),
    ]
    assert ProposalComment.objects.count() == 2


@pytest.mark.parametrize(
    "body", [{"text": 7}, {"text": ""}, {"text": "x" * 2001}, {"words": "x"}, {}, [], {"text": None}]
)
def test_a_comment_that_is_none_is_refused_by_name(ask, proposal, reviewer, body):
    response = ask(reviewer, "post", f"proposals/{proposal.pk}/comments", body)

    assert response.status_code == 400
    assert response.json()["errors"]


def test_a_token_for_reading_reviews_nothing(client, proposal, reviewer):
    _, token = ApiToken.objects.create(user=reviewer, scopes=["read"])
    headers = {"authorization": f"Bearer {token}", "if-match": '"1"'}

    assert client.get("/api/proposals", headers=headers).status_code == 200
    assert client.post(f"/api/proposals/{proposal.pk}/apply", headers=headers).status_code == 403


def test_nothing_of_a_proposal_is_visible_in_a_collection(client, proposal):
    assert "074-123456" not in client.get("/api/collections/wisdom-places/items/library").content.decode()
    assert "074-123456" not in client.get("/en/spaces/library/").content.decode()


def test_the_queue_costs_the_same_however_long_it_is(planner, reviewer, library, django_assert_num_queries):
    for number in range(6):
        send(planner, modify(library, contact=str(number)))

    with django_assert_num_queries(1):
        assert len([line(proposal) for proposal in queue.listed(queue.visible_to(reviewer))]) == 6


def test_its_author_puts_other_changes_in_its_place(ask, proposal, planner, reviewer, library):
    change = {"action": "modify", "collection": "wisdom-places", "id": "library", "version": 1}
    body = {"comment": "Now right", "changes": [change | {"feature": {"properties": {"contact": "074-000000"}}}]}
    path = f"proposals/{proposal.pk}"

    assert ask(planner, "put", path, body).status_code == 428
    assert ask(reviewer, "put", path, body, if_match=1).status_code == 403
    replaced = ask(planner, "put", path, body, if_match=1)

    assert (replaced.status_code, replaced["ETag"], replaced.json()["comment"]) == (200, '"2"', "Now right")
    assert list(replaced.json()["changes"][0]["attributes"]) == ["contact"]
    assert ask(reviewer, "post", f"{path}/apply", if_match=1).status_code == 412
    assert ask(reviewer, "post", f"{path}/apply", if_match=2).status_code == 200
    stored = WisdomPlace.objects.get(pk="library")
    assert (stored.contact, stored.geometry.x) == ("074-000000", 100.081)


@pytest.mark.parametrize("changes", [[], [{"action": "modify"}], "x", [{"action": "create", "collection": "castles"}]])
def test_a_replacement_that_is_none_leaves_the_proposal_as_it_was(ask, proposal, planner, changes):
    response = ask(planner, "put", f"proposals/{proposal.pk}", {"changes": changes}, if_match=1)

    assert response.status_code in {400, 422}
    assert ask(planner, "get", f"proposals/{proposal.pk}")["ETag"] == '"1"'


def test_a_comment_sent_twice_with_one_key_is_said_once(client, proposal, reviewer):
    client.force_login(reviewer)
    send_it = {"data": {"text": "Why?"}, "content_type": "application/json", "headers": {"idempotency-key": "k1"}}

    answers = [client.post(f"/api/proposals/{proposal.pk}/comments", **send_it).status_code for _ in range(2)]

    assert answers == [201, 201]
    assert ProposalComment.objects.count() == 1


def test_every_operation_of_review_is_described(client):
    paths = client.get("/api/openapi.json").json()["paths"]

    assert {"get", "put"} <= set(paths["/proposals/{proposal_id}"])
    assert {"200", "403", "404", "409", "412", "428"} <= set(
        paths["/proposals/{proposal_id}/apply"]["post"]["responses"]
    )
