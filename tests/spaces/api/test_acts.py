"""`POST /api/acts/{act}`: shown first, done as one changeset, by who may."""

import json

import pytest
from django.contrib.gis.geos import GEOSGeometry
from django.test import Client
from shapely.geometry import shape

from geo.acts.areas import corners_of
from spaces.models import Boundary, Changeset, UrbanDesignZone
from spaces.reshaping.doing import ACTS
from tests.geo.validity.bad_geometries import at, multi, polygon, square

pytestmark = pytest.mark.django_db
ZONES = "urban-design-zones"


@pytest.fixture
def make_zone(make_space):
    def make(id, *rings, **values):
        return make_space(ZONES, id, geometry=GEOSGeometry(json.dumps(multi(list(rings)))), **values)

    return make


@pytest.fixture
def west(make_zone):
    return make_zone("west", square(0, 0, 10), name_en="West", zone_type="quarter")


@pytest.fixture
def east(make_zone):
    return make_zone("east", square(10, 0, 10), name_en="East")


@pytest.fixture
def act(reviewer):
    """`act("split", west, line=…)` as a reviewer; `do=True` to have it done."""
    client = Client(raise_request_exception=False)
    client.force_login(reviewer)

    def ask(name, *zones, do=False, as_client=None, **parameters):
        features = [{"collection": ZONES, "id": zone.pk, "version": zone.version} for zone in zones]
        body = {"features": features, "preview": not do, **parameters} if zones else {"preview": not do, **parameters}
        return (as_client or client).post(
            f"/api/acts/{name}", json.dumps(body), content_type="application/json", headers={"accept-language": "en"}
        )

    return ask


def stored(id):
    return shape(json.loads(UrbanDesignZone.objects.get(pk=id).geometry.geojson))


def line(*positions):
    return {"type": "LineString", "coordinates": [at(*position) for position in positions]}


CUT = line((-1, 4), (11, 4))


def test_a_preview_shows_before_and_after_and_changes_nothing(act, west):
    answer = act("split", west, line=CUT).json()

    assert [(f["id"], f["properties"]["state"]) for f in answer["features"]] == [
        ("west", "before"), ("west", "after"), ("west-2", "after"),
    ]  # fmt: skip
    assert answer["valid"]
    assert answer["area_change_m2"] == pytest.approx(0, abs=1)
    assert [change["action"] for change in answer["changes"]] == ["modify", "create"]
    west.refresh_from_db()
    assert west.version == 1
    assert UrbanDesignZone.objects.count() == 1


def test_a_split_is_one_changeset_and_copies_the_attributes(act, west):
    response = act("split", west, do=True, line=CUT, comment="Two quarters")

    assert response.status_code == 201, response.content
    pieces = list(UrbanDesignZone.objects.order_by("pk"))
    assert [(zone.pk, zone.version, zone.name_en, zone.zone_type) for zone in pieces] == [
        ("west", 2, "West", "quarter"), ("west-2", 1, "West", "quarter"),
    ]  # fmt: skip
    assert {zone.changeset_id for zone in pieces} == {response.json()["changeset"]}
    assert Changeset.objects.get(pk=response.json()["changeset"]).comment == "Two quarters"
    assert len(corners_of(stored("west")) & corners_of(stored("west-2"))) == 2


def test_new_ids_are_those_that_were_asked_for(act, west):
    answer = act("split", west, line=CUT, ids=["south"], keep=at(5, 8)).json()

    assert [change["id"] for change in answer["changes"]] == ["west", "south"]


def test_neighbours_take_the_new_corners(act, west, east):
    beside = [{"collection": ZONES, "id": "east", "version": 1}]
    response = act("split", west, do=True, line=line((-1, 4), (10, 4)), neighbours=beside)

    assert response.status_code == 201
    assert tuple(at(10, 4)) in corners_of(stored("east"))
    assert response.json()["layer"] == []


def test_a_merge_keeps_one_id_and_picks_values(act, west, east):
    response = act("merge", west, east, do=True, keep="east", take={"name_en": "west"})

    assert response.status_code == 201
    east.refresh_from_db()
    west.refresh_from_db()
    assert (east.name_en, east.version, west.status) == ("West", 2, "deleted")
    assert stored("east").area == pytest.approx(2e-4)


def test_a_clip_to_the_service_area_can_be_stored(act, make_zone):
    wide = make_zone("wide", square(0, 0, 10))
    Boundary.objects.create(
        id="town", level="service-area", name_th="เมือง", name_en="Town",
        geometry=GEOSGeometry(json.dumps(multi([[at(-5, -5), at(8, -4), at(7, 20), at(-5, 20), at(-5, -5)]]))),
    )  # fmt: skip
    response = act("clip", wide, do=True, to={"boundary": "service-area"})

    assert response.status_code == 201, response.content
    assert response.json()["area_change_m2"] < 0


def test_a_zone_is_clipped_to_another(act, west, make_zone):
    other = make_zone("other", square(5, 5, 10))
    response = act("clip", west, do=True, to={"collection": ZONES, "id": other.pk})

    assert response.status_code == 201
    assert stored("west").equals(shape(polygon(square(5, 5, 5))))


def test_what_a_neighbour_overlaps_is_cut_away_from_it(act, west, make_zone):
    make_zone("over", square(8, 2, 6))
    response = act("cut-away", west, do=True, **{"from": [{"collection": ZONES, "id": "over", "version": 1}]})

    assert response.status_code == 201, response.content
    assert response.json()["layer"] == []
    assert stored("over").equals(shape(polygon([at(10, 2), at(14, 2), at(14, 8), at(10, 8), at(10, 2)])))
    assert {tuple(at(10, 2)), tuple(at(10, 8))} <= corners_of(stored("west"))


def drawn(id, *rings):
    return {"collection": ZONES, "id": id, "geometry": multi(list(rings))}


def test_a_preview_acts_upon_what_is_drawn_instead_of_what_is_stored(act, west, east):
    beside = [drawn("east", square(12, 0, 12))]
    answer = act("split", features=[drawn("west", square(0, 0, 12))], line=line((-1, 4), (12, 4)), neighbours=beside)

    assert answer.status_code == 200, answer.content
    after = {f["id"]: shape(f["geometry"]) for f in answer.json()["features"] if f["properties"]["state"] == "after"}
    assert after["west"].union(after["west-2"]).equals(shape(polygon(square(0, 0, 12))))
    assert tuple(at(12, 4)) in corners_of(after["east"])
    assert [change["version"] for change in answer.json()["changes"]] == [1, None, 1]
    assert answer.json()["layer"] == []


def test_what_is_drawn_need_not_be_stored(act):
    both = [drawn("new-1", square(0, 0, 10)), drawn("new-2", square(10, 0, 10))]
    answer = act("merge", features=both).json()

    assert [(change["id"], change["action"], change["version"]) for change in answer["changes"]] == [
        ("new-1", "modify", None), ("new-2", "delete", None),
    ]  # fmt: skip
    assert shape(answer["features"][1]["geometry"]).area == pytest.approx(2e-4)


def test_a_zone_is_clipped_to_what_is_drawn(act, west):
    answer = act("clip", west, to={"geometry": polygon(square(5, 5, 10))}).json()

    assert shape(answer["features"][1]["geometry"]).equals(shape(polygon(square(5, 5, 5))))


def test_what_is_drawn_is_never_stored_by_an_act(act, west):
    response = act("split", do=True, features=[drawn("west", square(0, 0, 12))], line=CUT)

    assert response.status_code == 422
    assert response.json()["errors"][0]["pointer"] == "/features/0/geometry"
    west.refresh_from_db()
    assert west.version == 1


@pytest.mark.parametrize(
    "geometry",
    [polygon([at(0, 0), at(9, 9), at(9, 0), at(0, 9), at(0, 0)]), {"type": "Point", "coordinates": at(0, 0)}, {}],
)
def test_what_is_drawn_is_judged(act, west, geometry):
    response = act("split", features=[{"collection": ZONES, "id": "west", "geometry": geometry}], line=CUT)

    assert response.status_code == 422
    assert response.json()["pointer"] == "/features/0/geometry"


def test_a_rough_zone_snaps_to_all_that_are_near(act, west, make_zone):
    rough = make_zone("rough", [at(10.002, 0.001), at(20, 0), at(20, 10), at(9.998, 10.001), at(10.002, 0.001)])
    response = act("snap", rough, do=True, tolerance_m=1)

    assert response.status_code == 201
    assert response.json()["layer"] == []
    assert {tuple(at(10, 0)), tuple(at(10, 10))} <= corners_of(stored("rough"))


def test_a_corner_is_moved_in_every_zone_along(act, west, east):
    move = [{"from": at(10, 10), "to": at(11, 12)}]
    shown = act("move-border", collection=ZONES, moves=move).json()
    response = act("move-border", west, east, do=True, moves=move)

    assert {change["id"] for change in shown["changes"]} == {"west", "east"}
    assert response.status_code == 201
    assert all(tuple(at(11, 12)) in corners_of(stored(id)) for id in ("west", "east"))


def test_a_border_that_moves_wants_all_its_zones_named(act, west, east):
    response = act("move-border", west, do=True, moves=[{"from": at(10, 10), "to": at(11, 12)}])

    assert response.status_code == 422
    assert response.json()["code"] == "feature_not_named"
    assert "east" in response.json()["detail"]


def test_a_border_is_laid_along_a_line(act, west, east):
    response = act("move-border", west, east, do=True, line=line((10, 0), (12, 5), (10, 10)))

    assert response.status_code == 201
    assert all(tuple(at(12, 5)) in corners_of(stored(id)) for id in ("west", "east"))


def test_a_border_is_not_moved_over_another_zone(act, west, east, make_zone):
    make_zone("north", square(0, 11, 10))
    response = act("move-border", west, east, do=True, moves=[{"from": at(10, 10), "to": at(5, 15)}])

    assert response.status_code == 422
    assert response.json()["type"] == "/api/problems/act-refused"
    assert "north" in json.dumps(response.json()["layer"])


def test_a_result_with_faults_is_refused(act, west, east):
    move = [{"from": at(10, 10), "to": at(5, -5)}]
    shown = act("move-border", collection=ZONES, moves=move).json()
    response = act("move-border", west, east, do=True, moves=move)

    assert not shown["valid"]
    assert response.status_code == 422
    assert "self_intersection" in {fault["code"] for fault in response.json()["faults"]}
    west.refresh_from_db()
    assert west.version == 1


def test_a_hole_is_cut_and_filled(act, west):
    assert act("cut-hole", west, do=True, hole=polygon(square(4, 4, 2))).status_code == 201
    west.refresh_from_db()
    assert act("fill-hole", west, do=True, at=at(5, 5)).status_code == 201

    assert stored("west").equals(shape(polygon(square(0, 0, 10))))


def test_who_was_slower_is_told(act, west):
    act("cut-hole", west, do=True, hole=polygon(square(4, 4, 2)))
    response = act("split", west, do=True, line=CUT)

    assert response.status_code == 412
    assert response.json()["theirs"]["properties"]["version"] == 2
    assert response.json()["base"]["properties"]["version"] == 1


def test_doing_wants_the_version_that_was_seen(act, west):
    response = act("split", do=True, line=CUT, features=[{"collection": ZONES, "id": "west"}])

    assert (response.status_code, response.json()["code"]) == (422, "version_wanted")


def test_who_may_not_publish_proposes(act, west, planner):
    client = Client()
    client.force_login(planner)
    response = act("split", west, do=True, as_client=client, line=CUT)

    assert response.status_code == 202
    assert "/api/proposals/" in response["Location"]
    assert UrbanDesignZone.objects.count() == 1


def test_nobody_acts_without_signing_in(act, west):
    assert act("split", west, as_client=Client(), line=CUT).status_code == 401


def test_what_is_hidden_is_not_there(act, make_zone, teacher):
    draft = make_zone("secret", square(0, 0, 10), status="draft")
    client = Client()
    client.force_login(teacher)

    assert act("split", draft, as_client=client, line=CUT).status_code == 404


def test_a_hidden_neighbour_is_neither_moved_nor_told(act, west, make_zone, teacher):
    make_zone("secret", square(10, 0, 10), status="draft")
    client = Client()
    client.force_login(teacher)
    answer = act("move-border", west, as_client=client, moves=[{"from": at(10, 10), "to": at(9, 9)}])

    assert answer.status_code == 200
    assert "secret" not in answer.content.decode()


@pytest.mark.parametrize("name", list(ACTS))
@pytest.mark.parametrize("body", [[], {"features": []}, {"features": [1]}, {"features": [{"id": "x"}]}, {"x": 1}, None])
def test_a_body_that_does_not_fit_is_said(act, reviewer, name, body):
    client = Client(raise_request_exception=False)
    client.force_login(reviewer)
    response = client.post(f"/api/acts/{name}", json.dumps(body), content_type="application/json")

    assert response.status_code == 422
    assert response.json()["errors"]


@pytest.mark.parametrize(
    ("name", "parameters", "pointer"),
    [
        ("split", {"line": {"type": "LineString", "coordinates": [[1, 1]]}}, "/line"),
        ("split", {"line": {"type": "Point", "coordinates": [1, 1]}}, "/line"),
        ("split", {"line": line((20, 0), (20, 5))}, "/line"),
        ("merge", {}, "/features"),
        ("merge", {"keep": "nobody"}, "/features"),
        ("clip", {"to": {"boundary": "nowhere"}}, "/to/boundary"),
        ("cut-away", {}, "/from"),
        ("clip", {"to": {"geometry": {"type": "Point", "coordinates": [100, 7]}}}, "/to/geometry"),
        ("snap", {}, "/tolerance_m"),
        ("move-border", {"moves": [{"from": [100, 7], "to": [100, 8]}]}, "/moves/0/from"),
        ("move-border", {"moves": [{"from": [500, 900], "to": [1e300, 8]}]}, "/moves/0/from"),
        ("cut-hole", {"hole": polygon(square(8, 8, 5))}, "/hole"),
        ("fill-hole", {"at": at(5, 5)}, "/at"),
    ],
)
def test_what_is_impossible_is_said_with_its_parameter(act, west, name, parameters, pointer):
    response = act(name, west, **parameters)

    assert response.status_code == 422, response.content
    assert response.json()["type"] == "/api/problems/act-impossible"
    assert response.json()["pointer"] == pointer


def test_a_space_that_is_no_area_is_said(act, make_space):
    make_space("heritage-sites", "shrine")
    response = act("split", line=CUT, features=[{"collection": "heritage-sites", "id": "shrine"}])

    assert (response.status_code, response.json()["code"]) == (422, "no_area")
