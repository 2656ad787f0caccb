"""Residents propose without an account and without JavaScript; nothing of it shows before somebody has looked."""

from datetime import timedelta

import pytest
from django.contrib.gis.geos import MultiPolygon, Polygon
from django.test import Client
from django.utils import timezone

from routes.models import Story, StoryChapter
from spaces.models import (
    Boundary,
    Changeset,
    ProposedChange,
    ResidentContact,
    StreetArtWall,
    Tries,
    WallSighting,
    WisdomPlace,
)
from spaces.proposals import deciding, queue, showing

pytestmark = pytest.mark.django_db

MISSING = {
    "subkind": "library",
    "name": "ห้องสมุดวัด",
    "other_name": "Temple library",
    "position": "7.6180, 100.0820",
    "description": "Old manuscripts",
    "note": "Open on Sundays",
    "contact": "081-000000",
}


@pytest.fixture
def client():
    return Client()


def send(client, **form):
    return client.post("/en/propose/", form)


def the_proposal():
    return Changeset.objects.get(source="resident")


def text(response):
    return response.content.decode()


@pytest.mark.parametrize("language", ["th", "en"])
def test_the_page_asks_for_a_missing_place_in_both_languages(client, small_town, language):
    page = text(client.get(f"/{language}/propose/"))

    assert all(f'name="{name}"' in page for name in MISSING)
    assert ("เสนอสถานที่" in page) == (language == "th")


def test_a_missing_place_waits_for_a_reviewer_and_is_seen_by_nobody_else(client, small_town, reviewer, planner):
    response = send(client, **MISSING)
    stored = ProposedChange.objects.get()

    assert (response.status_code, response["Location"]) == (303, "/en/propose/thanks/")
    assert (the_proposal().state, the_proposal().author) == ("proposed", None)
    assert (stored.values["name_th"], stored.values["name_en"], stored.values["status"]) == (
        "ห้องสมุดวัด",
        "Temple library",
        "draft",
    )
    assert (stored.geometry.coords, stored.values["accuracy_m"]) == ((100.082, 7.618), 100)
    assert not WisdomPlace.objects.filter(name_en="Temple library").exists()
    assert queue.visible_to(reviewer).count() == 1
    assert queue.visible_to(planner).count() == 0


def test_a_place_may_be_near_one_that_is_known(client, small_town):
    send(client, **MISSING | {"position": "", "near": "library"})

    stored = ProposedChange.objects.get()
    assert (stored.geometry.coords, stored.values["accuracy_m"]) == ((100.081, 7.617), 2500)


def test_applied_it_is_a_draft_to_be_completed(client, small_town, reviewer):
    send(client, **MISSING)

    deciding.accept(the_proposal(), reviewer=reviewer, revision=1)

    made = WisdomPlace.objects.get(name_en="Temple library")
    assert (made.status, made.changeset.author, made.changeset.reviewed_by) == ("draft", None, reviewer)


def test_what_a_resident_writes_is_never_public(client, small_town, reviewer):
    send(client, **MISSING)
    shown = showing.in_full(queue.listed(queue.visible_to(reviewer)).get(), reviewer)

    deciding.accept(the_proposal(), reviewer=reviewer, revision=1)

    assert shown["note"] == "Open on Sundays"
    assert the_proposal().comment == "ผู้อยู่อาศัยเสนอ / proposed by a resident"
    assert not ResidentContact.objects.exists()


def test_only_reviewers_read_the_contact_and_it_goes_with_the_decision(client, small_town, reviewer, owner):
    send(client, **MISSING)
    line = queue.listed(queue.visible_to(reviewer)).get()

    assert showing.in_full(line, reviewer)["contact"] == "081-000000"
    assert showing.in_full(line, owner)["contact"] is None
    deciding.reject(the_proposal(), reviewer=reviewer, revision=1, reason="We have it")
    assert not ResidentContact.objects.exists()


def test_a_contact_is_kept_ninety_days_at_most(client, small_town, reviewer):
    send(client, **MISSING)
    ResidentContact.objects.update(expires_at=timezone.now() - timedelta(seconds=1))

    assert showing.in_full(queue.listed(queue.visible_to(reviewer)).get(), reviewer)["contact"] is None


def test_what_has_changed_at_a_place_is_a_proposal_for_its_columns(client, small_town):
    page = text(client.get("/en/propose/?space=library"))
    assert 'value="Public Library"' in page

    send(client, space="library", name="Public Library", contact_there="074-1", description="", note="")

    assert ProposedChange.objects.get().values == {"contact": "074-1"}


def test_a_note_alone_is_a_proposal_too(client, small_town, reviewer):
    send(client, space="library", note="It has moved to the market")

    assert ResidentContact.objects.get().note == "It has moved to the market"
    deciding.accept(the_proposal(), reviewer=reviewer, revision=1)

    assert WisdomPlace.objects.get(pk="library").version == 1


def test_how_a_wall_looks_enters_its_log_once_it_is_applied(client, small_town, reviewer):
    send(client, space="market-wall", condition="faded", seen_on="2026-11-01", note="")

    assert StreetArtWall.objects.get(pk="market-wall").condition == "unknown"
    deciding.accept(the_proposal(), reviewer=reviewer, revision=1)
    wall = StreetArtWall.objects.get(pk="market-wall")
    assert (wall.condition, str(wall.last_seen)) == ("faded", "2026-11-01")
    assert WallSighting.objects.get().changeset == wall.changeset


def test_the_story_leads_to_the_form_of_its_wall(client, small_town):
    story = Story.objects.create(id="khlong-nui", name_th="คลองนุ้ย", name_en="Khlong Nui", status="published")
    chapter = StoryChapter.objects.create(
        story=story, order=2, title_th="เรือ", title_en="The boat", text_th="…", text_en="…"
    )

    assert f"/en/propose/?chapter={chapter.pk}" in text(client.get("/en/stories/khlong-nui/"))
    assert "The boat" in text(client.get(f"/en/propose/?chapter={chapter.pk}"))
    send(client, **MISSING | {"subkind": "mural", "chapter": chapter.pk})

    assert the_proposal().comment.endswith(" · khlong-nui 2")
    assert ProposedChange.objects.get().collection == "street-art-walls"


@pytest.mark.parametrize(
    "change",
    [
        {"subkind": ""},
        {"subkind": "learning-street"},
        {"name": ""},
        {"name": "x" * 121},
        {"name": "a\x00b"},
        {"position": "", "near": ""},
        {"position": "somewhere"},
        {"position": "97.6, 100.1"},
        {"position": "", "near": "weaving-house"},
        {"description": "x" * 1001},
        {"contact": "x" * 121},
    ],
)
def test_what_is_no_place_comes_back_with_what_was_typed(client, small_town, change):
    response = send(client, **MISSING | change)

    assert response.status_code == 400
    assert 'role="alert"' in text(response)
    assert "Open on Sundays" in text(response)
    assert not Changeset.objects.filter(source="resident").exists()


def test_a_place_outside_the_service_area_is_told(client, small_town):
    ring = ((100.0, 7.5), (100.2, 7.5), (100.2, 7.7), (100.0, 7.7), (100.0, 7.5))
    area = MultiPolygon(Polygon(ring), srid=4326)
    Boundary.objects.create(id="area", level="service-area", name_th="พื้นที่", name_en="Area", geometry=area)

    response = send(client, **MISSING | {"subkind": "library", "position": "13.75, 100.5"})

    assert response.status_code == 400
    assert "outside the area" in text(response)


def test_a_machine_is_thanked_and_nothing_is_kept(client, small_town):
    response = send(client, **MISSING | {"website": "https://spam.example"})

    assert response.status_code == 303
    assert not Changeset.objects.filter(source="resident").exists()


def test_five_an_hour_from_one_address_are_enough(client, small_town):
    for number in range(5):
        assert send(client, **MISSING | {"name": f"ที่ {number}"}).status_code == 303

    response = send(client, **MISSING)

    assert response.status_code == 429
    assert 0 < int(response["Retry-After"]) <= 3600
    assert client.post("/en/propose/", MISSING, REMOTE_ADDR="198.51.100.7").status_code == 303


def test_no_address_is_kept(client, small_town):
    client.post("/en/propose/", MISSING, REMOTE_ADDR="198.51.100.7")

    kept = str(list(Tries.objects.values_list())) + str(list(Changeset.objects.values_list()))
    assert Tries.objects.count() == 3
    assert "198.51" not in kept


@pytest.mark.parametrize("path", ["?space=weaving-house", "?space=nowhere"])
def test_a_hidden_place_cannot_be_told_about(client, small_town, path):
    assert client.get(f"/en/propose/{path}").status_code == 404


def test_a_form_from_another_site_is_refused(small_town):
    strict = Client(enforce_csrf_checks=True)

    assert strict.post("/en/propose/", MISSING).status_code == 403
