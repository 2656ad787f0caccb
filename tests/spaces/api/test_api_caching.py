"""Tags, and who may keep an answer."""

import pytest

from spaces.changesets import Action, Change, apply

ITEMS = "collections/wisdom-places/items"


def retitled(version=1):
    change = Change(Action.MODIFY, "wisdom-places", "library", {"name_en": f"Library {version}"}, base_version=version)
    apply([change], author=None, comment="-", source="tests")


@pytest.mark.django_db
def test_the_same_question_again_is_304_without_a_body(get, library):
    tag = get(ITEMS)["ETag"]
    again = get(ITEMS, headers={"if-none-match": f'"other", {tag}'})

    assert (again.status_code, again.content, again["ETag"]) == (304, b"", tag)
    assert "Authorization" in again["Vary"]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("path", [ITEMS, "collections/learning-spaces/items", "search?q=library", f"{ITEMS}/library"])
def test_a_committed_change_gives_a_new_tag(get, library, path):
    tag = get(path)["ETag"]
    retitled()
    again = get(path, headers={"if-none-match": tag})

    assert again.status_code == 200
    assert again["ETag"] != tag


@pytest.mark.django_db(transaction=True)
def test_a_new_membership_gives_a_new_tag(get, library, teacher, municipality):
    tag = get(ITEMS, as_user=teacher)["ETag"]
    teacher.memberships.create(partner=municipality)

    assert get(ITEMS, as_user=teacher)["ETag"] != tag


@pytest.mark.django_db
def test_tags_differ_by_person_language_and_question(get, library, planner, reviewer):
    tags = {
        get(ITEMS)["ETag"],
        get(ITEMS, as_user=planner)["ETag"],
        get(ITEMS, as_user=reviewer)["ETag"],
        get(ITEMS, limit=1)["ETag"],
        get(ITEMS, headers={"accept-language": "th"})["ETag"],
        get(ITEMS, f="html")["ETag"],
    }

    assert len(tags) == 6


@pytest.mark.django_db
def test_a_role_that_changed_gives_a_new_tag(get, library, planner):
    tag = get(ITEMS, as_user=planner)["ETag"]
    planner.role = "reviewer"
    planner.save()

    assert get(ITEMS, as_user=planner)["ETag"] != tag


@pytest.mark.django_db
def test_a_private_answer_is_never_kept_by_a_shared_cache(get, library, planner):
    for path in (ITEMS, f"{ITEMS}/library", "collections", "search?q=library", ""):
        assert get(path, as_user=planner)["Cache-Control"] == "private, no-cache"
        assert get(path)["Cache-Control"] == "public, no-cache"
        vary = {name.strip() for name in get(path)["Vary"].split(",")}
        assert {"Accept", "Accept-Language", "Authorization", "Cookie"} <= vary


@pytest.mark.django_db
def test_the_tag_of_an_item_is_its_version(get, library):
    assert get(f"{ITEMS}/library")["ETag"] == '"1"'
    assert get(f"{ITEMS}/library", headers={"if-none-match": 'W/"1"'}).status_code == 304


@pytest.mark.django_db
def test_a_304_needs_one_statement(get, library, django_assert_num_queries):
    tag = get(ITEMS)["ETag"]
    with django_assert_num_queries(1):
        assert get(ITEMS, headers={"if-none-match": tag}).status_code == 304


@pytest.mark.django_db
def test_errors_are_not_kept(get, library):
    assert get(f"{ITEMS}/nobody")["Cache-Control"] == "no-store"
