"""Every list and every form of the administration opens, in both languages."""

import pytest
from admin_forms import form_of
from django.contrib import admin
from django.contrib.auth.models import Group
from django.contrib.gis.geos import Point
from django.db import transaction
from django.test import Client
from django.urls import NoReverseMatch, reverse

from geo.history import write_under
from routes.models import Gateway, LearningRoute, StreetNetwork
from spaces.models import (
    ApiToken,
    Boundary,
    Changeset,
    Closure,
    ExactPosition,
    LoadedRow,
    SpaceRegistry,
    User,
    WallSighting,
)

pytestmark = pytest.mark.django_db
REGISTERED = sorted(admin.site._registry, key=lambda model: model._meta.label)


@pytest.fixture
def full(desk, phatthalung, administrator):
    """The real data, and one row of each table that the files do not fill."""
    Group.objects.create(name="Coaches")
    LearningRoute.objects.create(id="walk", name_th="ทาง", name_en="Walk", request={"a": 1}, itinerary={"stops": []})
    StreetNetwork.objects.create(file="town.osm.pbf", source="osm", nodes=2, edges=1, metres=100, report={"ways": 1})
    ApiToken.objects.create(user=administrator, label="for QGIS", scopes=["read"])
    with transaction.atomic():
        changeset = Changeset.objects.create(comment="exact", source="tests")
        write_under(changeset.pk)
        registered = SpaceRegistry.objects.get(pk="tham-khao-klang")
        ExactPosition.objects.create(space=registered, geometry=Point(100, 7.6), accuracy_m=5, changeset=changeset)
        WallSighting.objects.create(wall=registered, seen_on="2026-11-01", condition="faded", changeset=changeset)
    Closure.objects.create(
        space=registered, starts_on="2026-11-01", reason_th="ซ่อม", reason_en="Repairs", author=administrator
    )
    return desk


def page(model, name, *args):
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{name}", args=args)


@pytest.mark.parametrize("model", REGISTERED, ids=lambda model: model._meta.label)
def test_the_list_opens(full, model):
    for language in ("th", "en"):
        full.cookies["django_language"] = language
        assert full.get(page(model, "changelist")).status_code == 200
    assert full.get(page(model, "changelist"), {"q": "วัด"}).status_code == 200


@pytest.mark.parametrize("model", [m for m in REGISTERED if m is not ApiToken], ids=lambda model: model._meta.label)
def test_the_form_of_a_row_opens(full, model):
    row = model._default_manager.first()

    for language in ("th", "en"):
        full.cookies["django_language"] = language
        assert full.get(page(model, "change", row.pk), follow=True).status_code == 200


@pytest.mark.parametrize("model", REGISTERED, ids=lambda model: model._meta.label)
def test_the_form_of_a_new_row_opens_where_rows_may_be_added(full, administrator, model, rf):
    request = rf.get("/")
    request.user = administrator
    may_add = admin.site._registry[model].has_add_permission(request)

    assert full.get(page(model, "add")).status_code == (200 if may_add else 403)


def test_what_the_files_last_gave_is_nobodys_business():
    assert LoadedRow not in admin.site._registry


def test_a_token_has_no_page_of_its_own():
    with pytest.raises(NoReverseMatch):
        page(ApiToken, "change", "digest")


def test_whoever_is_not_staff_is_sent_to_the_login(client: Client, reviewer: User):
    client.force_login(reviewer)

    response = client.get("/admin/spaces/heritagesite/")

    assert response.status_code == 302
    assert response["Location"].startswith("/admin/login/")


def test_the_language_changes_with_a_button(full):
    response = full.post("/admin/language/", {"language": "th", "next": "/admin/"}, follow=True)

    assert "แผนที่เรียนรู้พัทลุง" in response.content.decode()


def test_a_starting_point_and_an_outline_are_moved_by_their_text(full, caplog):
    """Their laws are checked by Django too, with the geometry as a value."""
    for model, geometry in [
        (Gateway, "100.1, 7.6"),
        (Boundary, '{"type": "Polygon", "coordinates": [[[99, 7], [101, 7], [101, 8], [99, 7]]]}'),
    ]:
        row = model._default_manager.first()
        url = page(model, "change", row.pk)
        assert full.post(url, form_of(full, url) | {"geometry": geometry}).status_code == 302
        row.refresh_from_db()
        assert row.geometry.num_coords in (1, 4)
    assert "database error" not in caplog.text
