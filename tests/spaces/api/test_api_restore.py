"""Going back: restore a version, undo one change, undo a changeset; always forward, by a new changeset."""

import pytest
from django.contrib.gis.geos import Point

from spaces.changesets import Action, Change, apply
from spaces.models import Changeset, Theme, WisdomPlace

pytestmark = pytest.mark.django_db
AT = "collections/wisdom-places/items/library"
NEAR, FAR = (Point(lon, 7.617, srid=4326) for lon in (100.082, 100.09))


@pytest.fixture
def act(client):
    """`act(reviewer, "…/restore", seen=3, version=1)` sends an act as a person who saw a version."""

    def send(person, path, seen=None, **body):
        client.raise_request_exception = False
        if person is not None:
            client.force_login(person)
        headers = {"accept-language": "en"} | ({"if-match": f'"{seen}"'} if seen is not None else {})
        return client.post(f"/api/{path}", body, content_type="application/json", headers=headers)

    return send


@pytest.fixture
def edited(library, write, now):
    """Version 2 moved and renamed the library, version 3 gave a contact, version 4 a better name."""
    now()
    write(library, name_en="Town Library", geometry=NEAR)
    write(library, contact="074 000 000")
    write(library, name_en="New Library")
    return library


def stored(id="library"):
    return WisdomPlace.objects.get(pk=id)


def test_a_version_is_restored_as_a_new_one(act, edited, reviewer):
    answer = act(reviewer, f"{AT}/restore", seen=4, version=1, comment="It was right before")

    assert answer.status_code == 201, answer.content
    assert answer.json()["changes"][0]["version"] == 5
    now = stored()
    assert (now.name_en, now.contact, now.geometry.coords) == ("Public Library", "", edited.geometry.coords)
    assert now.changeset.comment == "It was right before"
    assert now.changeset.author == reviewer
    assert answer["Location"].endswith(f"/api/changesets/{now.changeset_id}")


def test_what_was_deleted_comes_back(act, edited, write, reviewer):
    write(edited)

    assert act(reviewer, f"{AT}/restore", seen=5, version=4).status_code == 201
    assert (stored().status, stored().version) == ("published", 6)
    assert act(reviewer, f"{AT}/restore", seen=6, version=5).json()["type"].endswith("/version-is-deletion")


def test_one_old_change_is_undone_while_later_ones_stay(act, edited, reviewer):
    answer = act(reviewer, f"{AT}/undo", seen=4, version=3)

    assert answer.status_code == 201
    assert (stored().contact, stored().name_en) == ("", "New Library")


def test_an_undo_that_later_changes_forbid_names_the_fields(act, edited, write, reviewer):
    write(edited, geometry=FAR)
    answer = act(reviewer, f"{AT}/undo", seen=5, version=2)

    assert answer.status_code == 409
    conflicts = {each["field"]: each for each in answer.json()["conflicts"]}
    assert conflicts.keys() == {"name_en", "geometry"}
    assert (conflicts["name_en"]["base"], conflicts["name_en"]["mine"]) == ("Town Library", "Public Library")
    assert conflicts["geometry"]["theirs"]["coordinates"] == [100.09, 7.617]
    assert stored().version == 5


def test_undoing_twice_says_that_nothing_is_left(act, edited, reviewer):
    act(reviewer, f"{AT}/undo", seen=4, version=3)

    again = act(reviewer, f"{AT}/undo", seen=5, version=3)
    assert (again.status_code, again.json()["type"]) == (409, "/api/problems/nothing-to-undo")


def test_an_undo_can_be_undone(act, edited, reviewer):
    act(reviewer, f"{AT}/undo", seen=4, version=3)
    act(reviewer, f"{AT}/undo", seen=5, version=5)

    assert stored().contact == "074 000 000"


def test_to_undo_a_creation_is_to_delete_unless_somebody_worked_on_it(act, library, write, reviewer):
    assert act(reviewer, f"{AT}/undo", seen=1, version=1).status_code == 201
    assert stored().status == "deleted"
    assert act(reviewer, f"{AT}/undo", seen=2, version=2).status_code == 201
    assert stored().status == "published"
    write(library, name_en="Town Library")
    answer = act(reviewer, f"{AT}/undo", seen=4, version=1)
    assert (answer.status_code, [each["field"] for each in answer.json()["conflicts"]]) == (409, ["name_en"])


@pytest.mark.parametrize("verb", ["restore", "undo"])
def test_a_preview_changes_nothing(act, edited, reviewer, verb):
    answer = act(reviewer, f"{AT}/{verb}", seen=4, version=3 if verb == "undo" else 1, preview=True)

    assert answer.status_code == 200
    (change,) = answer.json()["changes"]
    assert change["attributes"]["contact"] == {"before": "074 000 000", "after": ""}
    if verb == "restore":
        assert change["geometry"]["moved_m"] == pytest.approx(110.3, abs=0.5)
    assert stored().version == 4
    assert Changeset.objects.count() == 4


def test_who_may_not_publish_proposes(act, edited, planner):
    answer = act(planner, f"{AT}/restore", seen=4, version=1)

    assert answer.status_code == 202
    assert "/api/proposals/" in answer["Location"]
    assert stored().version == 4


@pytest.mark.parametrize(("seen", "status"), [(None, 428), (3, 412), (99, 412)])
def test_the_version_that_was_seen_must_be_the_present_one(act, edited, reviewer, seen, status):
    for verb in ("restore", "undo"):
        answer = act(reviewer, f"{AT}/{verb}", seen=seen, version=1)
        assert answer.status_code == status
    assert stored().version == 4


def test_visitors_and_accounts_without_a_task_do_not_act(act, edited, teacher, django_user_model):
    somebody = django_user_model.objects.create_user("somebody", password="a-long-enough-word")

    assert act(None, f"{AT}/restore", seen=4, version=1).status_code == 401
    assert act(somebody, f"{AT}/restore", seen=4, version=1).status_code == 403


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"version": "1"},
        {"version": 0},
        {"version": True},
        {"version": 1.5},
        {"version": 2**40},
        {"version": 1, "preview": "true"},
        {"version": 1, "status": "published"},
        {"version": 1, "comment": "x" * 501},
        {"version": 1, "comment": 7},
    ],
)
def test_a_body_that_is_not_right_is_refused(act, library, reviewer, body):
    for verb in ("restore", "undo"):
        assert act(reviewer, f"{AT}/{verb}", seen=1, **body).status_code in {400, 422}


def test_what_is_hidden_is_not_found(act, make_space, write, planner, reviewer):
    hidden = make_space("wisdom-places", "weaving")
    write(hidden, status="archived")
    at = "collections/wisdom-places/items/weaving"

    for person in (planner, reviewer):
        assert act(person, f"{at}/restore", seen=2, version=9).status_code == 404
    assert act(planner, f"{at}/restore", seen=2, version=1).status_code == 404


def test_a_position_from_before_the_blurring_does_not_come_back(act, library, write, administrator):
    write(library, geometry=NEAR)
    write(library, geometry=FAR, sensitive=True)

    for verb, version in [("restore", 2), ("undo", 3)]:
        for preview in (True, False):
            answer = act(administrator, f"{AT}/{verb}", seen=3, version=version, preview=preview)
            assert (answer.status_code, b"100.082" in answer.content) == (404, False)


def test_a_law_of_today_is_a_law_for_old_values(act, edited, write, reviewer):
    write(edited, themes=["murals"])
    Theme.objects.filter(pk="crafts").delete()

    assert act(reviewer, f"{AT}/restore", seen=5, version=1).status_code == 422


@pytest.fixture
def changeset(small_town, now):
    """One changeset that creates a space, renames one and deletes one."""
    now()
    changes = [
        Change(Action.CREATE, "wisdom-places", "reading-room", _new("ห้องอ่าน", "Reading Room")),
        Change(Action.MODIFY, "wisdom-places", "library", {"name_en": "Town Library"}, base_version=1),
        Change(Action.DELETE, "heritage-sites", "palace", base_version=1),
    ]
    made = apply(changes, author=None, comment="A wild day", source="tests")
    now()
    return made


def _new(thai, english):
    return {
        "name_th": thai,
        "name_en": english,
        "subkind": "library",
        "geometry": NEAR,
        "accuracy_m": 10,
        "status": "published",
    }


def test_a_whole_changeset_is_undone_in_one(act, changeset, small_town, reviewer):
    answer = act(reviewer, f"changesets/{changeset.pk}/undo")

    assert answer.status_code == 201, answer.content
    assert {(each["id"], each["action"]) for each in answer.json()["changes"]} == {
        ("reading-room", "delete"),
        ("library", "modify"),
        ("palace", "modify"),
    }
    assert stored("reading-room").status == "deleted"
    assert stored().name_en == "Public Library"
    assert type(small_town["palace"]).objects.get(pk="palace").status == "published"
    assert stored().changeset == stored("reading-room").changeset


def test_nothing_of_a_changeset_is_undone_where_one_field_conflicts(act, changeset, write, reviewer):
    write(stored(), name_en="New Library")
    answer = act(reviewer, f"changesets/{changeset.pk}/undo")

    assert answer.status_code == 409
    assert [(each["id"], each["field"]) for each in answer.json()["conflicts"]] == [("library", "name_en")]
    assert stored("reading-room").status == "published"


def test_the_undo_of_a_changeset_can_be_previewed_and_undone(act, changeset, reviewer):
    preview = act(reviewer, f"changesets/{changeset.pk}/undo", preview=True)
    assert (preview.status_code, len(preview.json()["changes"])) == (200, 3)
    done = act(reviewer, f"changesets/{changeset.pk}/undo").json()

    assert act(reviewer, f"changesets/{done['id']}/undo").status_code == 201
    assert stored("reading-room").status == "published"
    assert stored().name_en == "Town Library"


def test_a_changeset_that_touched_what_is_hidden_is_not_found(act, changeset, owner, planner):
    for person in (planner, owner):
        assert act(person, f"changesets/{changeset.pk}/undo").status_code == 404
    assert act(planner, "changesets/999999999999/undo").status_code == 404


def test_a_publisher_undoes_what_is_their_partners(act, make_space, write, owner):
    space = make_space("wisdom-places", "weaving", partner_id="municipality")
    write(space)

    answer = act(owner, "collections/wisdom-places/items/weaving/restore", seen=2, version=1)

    assert answer.status_code == 201
    assert stored("weaving").status == "published"


def test_a_retry_with_a_key_is_done_once(act, edited, reviewer, client):
    client.force_login(reviewer)
    headers = {"if-match": '"4"', "idempotency-key": "once"}
    answers = [
        client.post(f"/api/{AT}/restore", {"version": 1}, content_type="application/json", headers=headers)
        for _ in range(2)
    ]

    assert [each.status_code for each in answers] == [201, 201]
    assert stored().version == 5
