"""POST, PUT, PATCH and DELETE on a collection (OGC API – Features Part 4)."""

import json

import pytest

from spaces.models import EVENT_OF, Amenity, Changeset, WisdomPlace
from tests.spaces.api.writing import PATCH, Hand, feature, pointers

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("look_ups")]


@pytest.fixture
def hand(reviewer):
    return Hand(reviewer)


def test_a_new_feature_is_where_location_says_with_its_version_as_etag(hand):
    answer = hand.post("amenities", feature())

    assert answer.status_code == 201, answer.content
    assert answer["Location"].endswith("/api/collections/amenities/items/new-toilets")
    assert answer["ETag"] == '"1"'
    assert answer.json()["properties"]["name_th"] == "ห้องน้ำ"
    assert hand.get("collections/amenities/items/new-toilets").json()["properties"] == answer.json()["properties"]
    assert Changeset.objects.get().source == "api"


def test_ids_come_from_the_english_name_and_never_collide(hand):
    made = [hand.post("amenities", feature(name_en=name)).json()["id"] for name in ["Shade!", "Shade", "ร่ม", "ร่ม"]]

    assert made == ["shade", "shade-2", "amenitie", "amenitie-2"] or made == [
        "shade",
        "shade-2",
        "amenity",
        "amenity-2",
    ]


def test_a_client_may_give_the_id_and_no_id_is_given_twice(hand, library):
    assert hand.post("amenities", {**feature(), "id": "my-own"}).json()["id"] == "my-own"
    again = hand.post("amenities", {**feature(), "id": "my-own"})
    other_kind = hand.post("amenities", {**feature(), "id": "library"})

    assert (again.status_code, other_kind.status_code) == (409, 409)
    assert again.json()["type"] == "/api/problems/id-taken"


def test_the_id_of_a_deleted_feature_stays_taken(hand, library):
    assert hand.delete("wisdom-places", "library", 1).status_code == 204

    assert hand.get("collections/wisdom-places/items/library").status_code == 404
    assert hand.post("amenities", {**feature(), "id": "library"}).status_code == 409


def test_what_was_read_can_be_changed_and_put_back(hand, library):
    read = hand.get("collections/wisdom-places/items/library").json()
    read["properties"]["contact"] = "074 000 000"

    answer = hand.put("wisdom-places", "library", read, 1)

    assert answer.status_code == 200, answer.content
    assert answer["ETag"] == '"2"'
    differing = {k for k, v in answer.json()["properties"].items() if v != read["properties"][k]}
    assert differing - {"updated_at"} == {"version", "changeset"}


def test_putting_back_what_was_read_changes_nothing(hand, library):
    read = hand.get("collections/wisdom-places/items/library").json()

    answer = hand.put("wisdom-places", "library", read, 1)

    assert (answer.status_code, answer["ETag"]) == (200, '"1"')
    assert Changeset.objects.count() == 1
    assert EVENT_OF["wisdom-places"].objects.count() == 1


def test_put_replaces_all_so_that_what_is_left_out_gets_its_default(hand, library):
    answer = hand.put("wisdom-places", "library", feature(subkind="library"), 1)

    assert answer.json()["properties"]["themes"] == []
    assert answer.json()["properties"]["status"] == "published"


def test_patch_changes_what_it_names_and_null_gives_the_default(hand, library):
    body = {"properties": {"contact": "074", "themes": None, "visit_minutes": {"primary": 30, "older": 20}}}
    assert hand.patch("wisdom-places", "library", body, 1).status_code == 200

    answer = hand.patch("wisdom-places", "library", {"properties": {"visit_minutes": {"older": None}}}, 2)

    found = answer.json()["properties"]
    assert (found["contact"], found["themes"], found["visit_minutes"]) == ("074", [], {"primary": 30})
    assert found["name_th"] == "ห้องสมุดประชาชน"


def test_patch_moves_a_point_by_its_coordinates_alone(hand, library):
    answer = hand.patch("wisdom-places", "library", {"geometry": {"coordinates": [100.1, 7.6]}}, 1)

    assert answer.json()["geometry"] == {"type": "Point", "coordinates": [100.1, 7.6]}


@pytest.mark.parametrize("method", ["put", "patch", "delete"])
def test_a_write_without_the_version_is_428_and_a_garbled_one_400(hand, library, method):
    path = "collections/wisdom-places/items/library"
    body = None if method == "delete" else feature(subkind="library")

    def write(**headers):
        return hand.send(method.upper(), path, body, **headers).status_code

    assert write() == 428
    assert write(if_match="*") == 428
    assert write(if_match="1") == 400
    assert write(if_match='"1", "2"') == 400
    assert write(if_match='"abc"') == 412
    assert WisdomPlace.objects.get().version == 1


def test_a_stale_write_gets_theirs_and_base_who_and_when(hand, library, owner):
    hand.patch("wisdom-places", "library", {"properties": {"contact": "first"}}, 1)

    answer = Hand(owner).patch("wisdom-places", "library", {"properties": {"contact": "second"}}, 1)

    problem = answer.json()
    assert (answer.status_code, problem["type"]) == (412, "/api/problems/stale-version")
    assert problem["theirs"]["properties"]["contact"] == "first"
    assert problem["base"]["properties"]["contact"] == ""
    assert (problem["who"], problem["version"]) == ("reviewer", 2)
    assert problem["when"] == problem["theirs"]["properties"]["updated_at"]


@pytest.mark.parametrize("tag", ['"1"', 'W/"1"', '"1-gzip"'])
def test_a_tag_that_gzip_or_a_proxy_marked_still_names_its_version(hand, library, tag):
    path = "collections/wisdom-places/items/library"

    assert hand.send("PATCH", path, {"properties": {"contact": "x"}}, if_match=tag).status_code == 200


def test_put_makes_a_feature_under_an_id_when_there_is_none(hand):
    def put():
        return hand.put("amenities", "my-own", feature(), if_none_match="*")

    assert (put().status_code, put().status_code) == (201, 412)
    assert Amenity.objects.count() == 1


def test_every_fault_is_told_with_its_pointer(hand):
    body = feature(name_th=5, accuracy_m="far", wheelchair="perhaps", themes=["no-such"], nonsense=1, version=7)
    del body["properties"]["name_en"]
    body["geometry"] = {"type": "Point", "coordinates": [100.1, 97.6]}

    answer = hand.post("amenities", body)

    assert answer.status_code == 422
    names = {"name_th", "name_en", "accuracy_m", "wheelchair", "nonsense", "version"}
    assert {f"/properties/{name}" for name in names} <= pointers(answer)
    assert any(pointer.startswith("/geometry") for pointer in pointers(answer))
    assert not Amenity.objects.exists()


@pytest.mark.parametrize(
    ("properties", "pointer"),
    [
        ({"themes": ["no-such"]}, "/properties/themes"),
        ({"subkind": "temple"}, "/properties/subkind"),
        ({"capacity": 0}, "/properties/capacity"),
        ({"partner": "nobody"}, "/properties/partner"),
        ({"visit_minutes": {"primary": 9999}}, "/properties/visit_minutes"),
        ({"name_th": "   "}, "/properties/name_th"),
        ({"status": "deleted"}, "/properties/status"),
        ({"uid": "6e7b6f0a-7f5e-4c8c-9f5e-5d8c4a1f0e11"}, "/properties/uid"),
        ({"changeset": 1}, "/properties/changeset"),
        ({"created_at": "2001-01-01T00:00:00Z"}, "/properties/created_at"),
        ({"id": "other"}, "/properties/id"),
        ({"search_text": "x"}, "/properties/search_text"),
        ({"name_en": "a\u0001b"}, "/properties/name_en"),
        ({"name_en": "x" * 201}, "/properties/name_en"),
        ({"accuracy_m": 2**40}, "/properties/accuracy_m"),
        ({"verified_on": "2026-02-30"}, "/properties/verified_on"),
    ],
)
def test_what_cannot_be_stored_is_422_at_its_pointer(hand, properties, pointer):
    answer = hand.post("amenities", feature(**properties))

    assert answer.status_code == 422, answer.content
    assert any(found.startswith(pointer) for found in pointers(answer))
    assert not Amenity.objects.exists()


def test_the_id_never_changes(hand, library):
    answer = hand.put("wisdom-places", "library", {**feature(subkind="library"), "id": "other"}, 1)

    assert (answer.status_code, pointers(answer)) == (422, {"/id"})


@pytest.mark.parametrize(
    ("code", "coordinates"),
    [
        ("EPSG/0/4326", [7.6166667, 100.0833333]),
        ("EPSG/0/32647", [619498.225, 842069.9]),
        ("EPSG/0/3857", None),
    ],
)
def test_coordinates_come_in_the_system_that_content_crs_names(hand, code, coordinates):
    uri = f"http://www.opengis.net/def/crs/{code}"
    hand.post("amenities", {**feature((100.0833333, 7.6166667)), "id": "here"})
    read = hand.get(f"collections/amenities/items/here?crs={uri}")

    answer = hand.put("amenities", "here", read.json(), 1, content_crs=read["Content-Crs"])

    assert (answer.status_code, answer["ETag"]) == (200, '"1"'), answer.content  # it lies where it lay
    assert answer.json()["geometry"]["coordinates"] == [100.0833333, 7.6166667]
    if coordinates:
        assert read.json()["geometry"]["coordinates"] == pytest.approx(coordinates, abs=0.01)


def test_an_answer_comes_in_the_system_that_crs_names(hand):
    answer = hand.post("amenities", feature(), "?crs=http://www.opengis.net/def/crs/EPSG/0/4326")

    assert answer.json()["geometry"]["coordinates"] == [7.62, 100.08]
    assert answer["Content-Crs"] == "<http://www.opengis.net/def/crs/EPSG/0/4326>"


def test_an_unknown_system_or_parameter_is_400(hand):
    assert hand.post("amenities", feature(), content_crs="<urn:nonsense>").status_code == 400
    assert hand.post("amenities", feature(), "?limit=3").status_code == 400
    assert not Amenity.objects.exists()


def test_the_view_of_all_kinds_is_read_only(hand, library):
    answer = hand.send("POST", "collections/learning-spaces/items", feature())

    assert (answer.status_code, answer["Allow"]) == (405, "GET, HEAD, OPTIONS")
    assert hand.delete("learning-spaces", "library", 1).status_code == 405


def test_options_say_what_can_be_done():
    def allowed(path):
        return Hand(None).send("OPTIONS", path)["Allow"]

    assert allowed("collections/amenities/items") == "GET, HEAD, POST, OPTIONS"
    assert allowed("collections/amenities/items/x") == "GET, HEAD, PUT, PATCH, DELETE, OPTIONS"
    assert allowed("collections/learning-spaces/items/x") == "GET, HEAD, OPTIONS"


def test_options_say_what_is_read():
    answer = Hand(None).send("OPTIONS", "collections/amenities/items/x")

    assert answer["Accept-Patch"].startswith("application/merge-patch+json")
    assert "application/geo+json" in Hand(None).send("OPTIONS", "collections/amenities/items")["Accept-Post"]


def test_a_tag_read_through_gzip_can_be_written_with(hand, library, settings):
    settings.MIDDLEWARE = ["django.middleware.gzip.GZipMiddleware", *settings.MIDDLEWARE]
    path = "collections/wisdom-places/items/library"
    read = hand.get(path, accept_encoding="gzip")
    assert (read["Content-Encoding"], read["ETag"]) == ("gzip", 'W/"1"')

    answer = hand.send("PATCH", path, {"properties": {"contact": "x"}}, PATCH, if_match=read["ETag"])

    assert answer.status_code == 200
    assert hand.get(path, if_none_match=answer["ETag"]).status_code == 304


def test_who_may_not_publish_proposes(planner):
    answer = Hand(planner).post("amenities", feature())

    assert answer.status_code == 202
    assert answer.json()["state"] == "proposed"
    assert "/api/proposals/" in answer["Location"]
    assert not Amenity.objects.exists()


def test_a_publisher_may_only_propose_if_that_is_wished(hand):
    answer = hand.post("amenities", feature(), "?propose=true&comment=%E0%B8%94%E0%B8%B9")

    assert answer.status_code == 202
    assert Changeset.objects.get().comment == "ดู"


def test_nobody_writes_without_an_account_or_right(library, teacher):
    assert Hand(None).post("amenities", feature()).status_code == 401
    assert Hand(None).delete("wisdom-places", "library", 1).status_code == 401
    assert WisdomPlace.objects.get().version == 1


def test_what_is_hidden_is_not_there_to_be_written(make_space, teacher):
    make_space("wisdom-places", "secret", status="draft")

    for answer in [
        Hand(teacher).put("wisdom-places", "secret", feature(subkind="library"), 1),
        Hand(teacher).patch("wisdom-places", "secret", {}, 1),
        Hand(teacher).delete("wisdom-places", "secret", 9),
    ]:
        assert answer.status_code == 404
        assert b"secret" not in json.dumps(answer.json() | {"instance": ""}).encode()


def test_a_session_needs_the_csrf_token(reviewer):
    from django.test import Client

    client = Client(enforce_csrf_checks=True)
    client.force_login(reviewer)
    answer = client.post("/api/collections/amenities/items", json.dumps(feature()), content_type="application/geo+json")

    assert answer.status_code == 403
    assert not Amenity.objects.exists()
