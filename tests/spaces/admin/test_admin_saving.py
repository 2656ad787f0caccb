"""An administrator writes a space: through a changeset, with words where something is wrong."""

import json

import pytest
from admin_forms import address, edited, form_of

from spaces.changesets import Action, Change, apply
from spaces.models import Boundary, Changeset, HeritageSite, StreetArtWall, UrbanDesignZone, WisdomPlace

pytestmark = pytest.mark.django_db
SQUARE = [[[100.08, 7.61], [100.09, 7.61], [100.09, 7.62], [100.08, 7.62], [100.08, 7.61]]]
BOW_TIE = [[[100.08, 7.61], [100.09, 7.62], [100.09, 7.61], [100.08, 7.62], [100.08, 7.61]]]


def new(client, kind, **values):
    return form_of(client, address(kind)) | {
        "id": "new-one",
        "name_th": "ที่ใหม่",
        "name_en": "New one",
        "geometry": "100.0812, 7.6174",
        "accuracy_m": "20",
        **values,
    }


def errors(response):
    return response.context["adminform"].form.errors


@pytest.fixture
def ready(desk, look_ups):
    return desk


def test_a_new_space_is_stored_by_a_changeset_of_its_author(ready, administrator):
    data = new(ready, "wisdomplace", subkind="library", themes=["crafts"], changeset_comment="Found it")

    response = ready.post(address("wisdomplace"), data | {"visit_minutes_primary": "25"})

    assert response.status_code == 302
    space = WisdomPlace.objects.get(pk="new-one")
    assert (space.geometry.coords, space.themes, space.visit_minutes) == (
        (100.0812, 7.6174),
        ["crafts"],
        {"primary": 25},
    )
    changeset = space.changeset
    assert (changeset.author, changeset.comment, changeset.source) == (administrator, "Found it", "admin")


def test_an_edit_makes_the_next_version(ready, library):
    response = ready.post(address("wisdomplace", "library"), edited(ready, library, contact="074 611 111"))

    assert response.status_code == 302
    library.refresh_from_db()
    assert (library.version, library.contact) == (2, "074 611 111")


def test_saving_an_untouched_form_leaves_no_trace(ready, library):
    before = Changeset.objects.count()

    response = ready.post(address("wisdomplace", "library"), edited(ready, library), follow=True)

    library.refresh_from_db()
    assert (library.version, Changeset.objects.count()) == (1, before)
    assert "Nothing was different" in response.content.decode()


def test_an_area_is_written_as_geojson_and_comes_back_the_same(ready):
    text = json.dumps({"type": "Polygon", "coordinates": SQUARE})
    ready.post(address("urbandesignzone"), new(ready, "urbandesignzone", subkind="learning-street", geometry=text))
    zone = UrbanDesignZone.objects.get(pk="new-one")

    ready.post(address("urbandesignzone", "new-one"), edited(ready, zone, zone_type="school"))

    zone.refresh_from_db()
    assert (zone.geometry.geom_type, zone.geometry.num_coords, zone.version) == ("MultiPolygon", 5, 2)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("somewhere", "cannot be read"),
        ("7.617, 100.081", "longitude comes first"),
        ("100.081, 7.617, 3", "cannot be read"),
        ('{"type": "LineString", "coordinates": [[100, 7], [100.1, 7]]}', "The type must be Point"),
        ('{"type": "Point", "coordinates": [100, NaN]}', "not a finite number"),
        ("POINT(100 7)", "cannot be read"),
        ("[" * 100_000, "cannot be read"),
        ("", "required"),
    ],
)
def test_a_bad_position_is_answered_in_words_at_its_field(ready, text, words):
    response = ready.post(address("wisdomplace"), new(ready, "wisdomplace", subkind="library", geometry=text))

    assert response.status_code == 200
    assert words in str(errors(response)["geometry"])
    assert not WisdomPlace.objects.exists()


def test_a_bad_area_is_answered_in_thai_too(ready):
    ready.cookies["django_language"] = "th"
    text = json.dumps({"type": "Polygon", "coordinates": BOW_TIE})

    response = ready.post(address("heritagesite"), new(ready, "heritagesite", subkind="temple", geometry=text))

    assert "เส้นขอบตัดกันเอง" in str(errors(response)["geometry"])


@pytest.mark.parametrize(
    ("kind", "values", "field", "words"),
    [
        ("heritagesite", {"capacity": "0"}, "capacity", "at least one person"),
        ("heritagesite", {"id": "Ärger"}, "id", "valid"),
        ("heritagesite", {"subkind": "library"}, "subkind", "valid choice"),
        ("heritagesite", {"themes": ["none"]}, "themes", "valid choice"),
        ("heritagesite", {"visit_minutes_primary": "soon"}, "visit_minutes", "whole number of minutes"),
        ("urbandesignzone", {"in_force_from": "2026-05-01", "in_force_to": "2026-04-01"}, "in_force_to", "before"),
    ],
)
def test_what_a_law_forbids_is_said_at_its_field(ready, kind, values, field, words):
    area = json.dumps({"type": "Polygon", "coordinates": SQUARE})
    subkind = {"heritagesite": "temple", "urbandesignzone": "learning-street"}[kind]

    response = ready.post(address(kind), new(ready, kind, **{"subkind": subkind, "geometry": area} | values))

    assert response.status_code == 200
    assert words in str(errors(response)[field])
    assert not Changeset.objects.exists()


def test_an_id_is_never_used_again(ready, library):
    response = ready.post(address("heritagesite"), new(ready, "heritagesite", id="library", subkind="temple"))

    assert "never used again" in str(errors(response)["id"])
    assert not HeritageSite.objects.exists()


def test_deleting_is_a_state(ready, library, administrator):
    url = address("wisdomplace", "library", "delete")
    assert "Its history stays" in ready.get(url).content.decode()

    ready.post(url, {"post": "yes", "version_seen": "1", "changeset_comment": "Closed for good"})

    library.refresh_from_db()
    assert (library.status, library.version) == ("deleted", 2)
    assert library.changeset.comment == "Closed for good"


def test_deleting_what_somebody_changed_meanwhile_is_refused(ready, library, planner):
    apply(
        [Change(Action.MODIFY, "wisdom-places", "library", {"contact": "1"}, 1)], author=planner, comment="", source="x"
    )

    response = ready.post(
        address("wisdomplace", "library", "delete"), {"post": "yes", "version_seen": "1"}, follow=True
    )

    library.refresh_from_db()
    assert library.status == "published"
    assert "Not deleted: planner changed it meanwhile" in response.content.decode()


def test_several_are_deleted_as_one_changeset(ready, small_town):
    walls = {"action": "delete_selected", "_selected_action": ["station-wall", "market-wall"], "post": "yes"}

    ready.post("/admin/spaces/streetartwall/", walls)

    gone = StreetArtWall.objects.all()
    assert {wall.status for wall in gone} == {"deleted"}
    assert len({wall.changeset_id for wall in gone}) == 1


def test_the_history_says_who_changed_what(ready, library):
    ready.post(
        address("wisdomplace", "library"), edited(ready, library, contact="074", changeset_comment="Asked by phone")
    )

    page = ready.get(address("wisdomplace", "library", "history")).content.decode()

    assert "Asked by phone" in page
    assert "<ins>074</ins>" in page
    assert "Create library" in page


def test_every_fault_of_an_area_is_told_at_once(ready):
    Boundary.objects.create(
        id="town", level="service-area", name_th="เมือง", name_en="Town",
        geometry="SRID=4326;MULTIPOLYGON(((100 7, 101 7, 101 8, 100 8, 100 7)))",
    )  # fmt: skip
    crossed = [[102, 7], [102.01, 7.01], [102.01, 7], [102, 7.01], [102, 7]]
    text = json.dumps({"type": "Polygon", "coordinates": [crossed]})

    response = ready.post(address("heritagesite"), new(ready, "heritagesite", subkind="temple", geometry=text))

    told = errors(response)["geometry"]
    assert told == [
        "The outline crosses itself (102.0050000, 7.0050000).",
        "It lies outside the service area (102.0000000, 7.0000000).",
    ]
