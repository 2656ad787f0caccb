"""Answers kept by the process are sent again only while they are what would be made now, and only to anybody."""

import pytest
from django.test import Client

from geo.rest.remembering import LONGEST_KEY, Answer, Depends, Memory
from spaces.changesets import Action, Change, apply
from spaces.models import User

ITEMS = "/api/collections/amenities/items"
TILE = "/api/collections/amenities/tiles/WebMercatorQuad/12/1961/3186"


def answer(size):
    return Answer(200, {}, b"x" * size, Depends(("amenities",), "1"))


def test_memory_holds_what_was_asked_for_last():
    memory = Memory(20 * 14_000)
    for number in range(30):
        memory.put((number,), answer(10_000))
        assert memory.get((0,)) is not None

    assert memory.get((1,)) is None
    assert memory.get((29,)) is not None
    assert memory.size <= memory.most


def test_one_answer_never_takes_all_of_the_memory():
    memory = Memory(160_000)
    memory.put((1,), answer(10_000))

    assert memory.get((1,)) is None
    assert memory.size == 0


def test_the_same_key_is_counted_once():
    memory = Memory(1_000_000)
    for _ in range(3):
        memory.put((1,), answer(1000))

    assert memory.size == answer(1000).size


@pytest.mark.django_db(transaction=True)
def test_long_questions_do_not_fill_the_memory(make_space):
    make_space("amenities", "one")
    client, wordy = Client(), {"accept-language": "en," + "x" * LONGEST_KEY}

    assert stamp(client, **wordy) != stamp(client, **wordy)


def stamp(client, path=ITEMS, **headers):
    return client.get(path, headers=headers).json()["timeStamp"]


@pytest.mark.django_db(transaction=True)
def test_an_answer_is_sent_again_until_something_changes(make_space):
    make_space("amenities", "one")
    client = Client()
    first, tile = client.get(ITEMS), client.get(TILE)

    assert client.get(ITEMS).content == first.content
    assert client.get(TILE).content == tile.content != b""
    assert dict(client.get(ITEMS).headers) == dict(first.headers)
    assert client.get(ITEMS, headers={"if-none-match": first["ETag"]}).status_code == 304
    assert client.head(ITEMS).content == b""

    apply([Change(Action.MODIFY, "amenities", "one", {"name_en": "Two"}, 1)], author=None, comment="", source="tests")
    changed = client.get(ITEMS)
    assert changed.json()["features"][0]["properties"]["name_en"] == "Two"
    assert changed["ETag"] != first["ETag"]
    assert client.get(TILE).content != tile.content
    assert client.get(ITEMS, headers={"if-none-match": first["ETag"]}).status_code == 200


@pytest.mark.django_db(transaction=True)
def test_who_asks_and_how_keeps_answers_apart(make_space):
    make_space("amenities", "seen")
    make_space("amenities", "draft", status="draft")
    client, reviewer = Client(), Client()
    reviewer.force_login(User.objects.create_user("reviewer", password="a-long-password", role="reviewer"))
    public = stamp(client)

    assert stamp(client) == public
    assert stamp(client, f"{ITEMS}?limit=5") != public
    assert stamp(client, accept="application/geo+json") != public
    assert stamp(client, **{"accept-language": "en"}) != public
    assert [each["id"] for each in reviewer.get(ITEMS).json()["features"]] == ["draft", "seen"]
    assert [each["id"] for each in client.get(ITEMS).json()["features"]] == ["seen"]
    assert stamp(reviewer) != stamp(reviewer)
