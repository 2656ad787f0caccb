"""The serializer is the contract: what PostgreSQL renders is the same, for every field of every kind."""

import json
from datetime import date
from uuid import UUID

import pytest
from django.contrib.gis.geos import GEOSGeometry, MultiPolygon, Polygon
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geo.rest.collection import collections
from geo.rest.page import View, fetch
from spaces.collections import ALL_SPACES
from spaces.models import KIND_OF, AnySpace, User

pytestmark = pytest.mark.django_db

AWKWARD = "วัด\"คำพูด\" 'x' \\ / <b>&amp;</b> \t\n\r \u2028 \U0001f418 %s %(a)s {} ก่ำ้"


def rendered(collection, rows):
    names = tuple(collection.fields)
    return json.loads(b"[" + fetch(collection, rows, View(names, 10_000)).features + b"]")


def contract(collection, rows):
    data = collection.serializer(rows.order_by("id"), many=True).data
    return json.loads(json.dumps(data, default=str))["features"]


@pytest.fixture
def awkward_spaces(make_space, municipality):
    square = Polygon(((100, 7), (100.001, 7), (100.001, 7.001), (100, 7.001), (100, 7)))
    hole = Polygon(square.coords[0], ((100.0002, 7.0002), (100.0002, 7.0004), (100.0004, 7.0004), (100.0002, 7.0002)))
    extremes = {
        "name_th": AWKWARD,
        "description_en": AWKWARD,
        "themes": ["crafts", "murals"],
        "visit_minutes": {"primary": 20, "older": 30},
        "capacity": 2_147_483_647,
        "verified": True,
        "verified_on": date(2026, 2, 28),
        "partner": municipality.pk,
    }
    make_space("heritage-sites", "bare", themes=[], age_groups=[])
    make_space("heritage-sites", "full", (-179.9999999, -89.1234567), **extremes)
    make_space("street-art-walls", "line", geometry=GEOSGeometry("SRID=4326;LINESTRING(0 0,1e-7 -1e-7)"), year=2026)
    make_space("urban-design-zones", "zone", geometry=MultiPolygon(hole, srid=4326), in_force_from=date(2026, 1, 1))
    make_space("wisdom-places", "shop", products_th=AWKWARD)
    make_space("amenities", "tap", fee="no")


@pytest.mark.parametrize("collection", [*KIND_OF, "learning-spaces"])
def test_both_paths_give_the_same_features(awkward_spaces, collection):
    found = next(one for one in collections() if one.id == collection)
    rows = found.visible_to(User(is_superuser=True))

    assert rendered(found, rows) == contract(found, rows) != []


def test_moments_are_utc_with_six_digits(awkward_spaces):
    feature = rendered(ALL_SPACES, AnySpace.objects.all())[0]
    stamp = feature["properties"]["updated_at"]

    assert len(stamp) == len("2026-11-22T08:00:00.123456Z")
    assert stamp.endswith("Z")
    assert UUID(feature["properties"]["uid"])


text = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=60)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    name=text.filter(lambda name: name.strip() and not name.isspace()),
    description=text,
    minutes=st.dictionaries(st.sampled_from(["primary", "older"]), st.integers(1, 600)),
    lon=st.integers(-1_800_000_000, 1_800_000_000),
    lat=st.integers(-900_000_000, 900_000_000),
)
def test_both_paths_agree_on_any_text_and_position(library, name, description, minutes, lon, lat):
    library.name_en, library.description_th, library.visit_minutes = f"x{name}", description, minutes
    library.geometry = GEOSGeometry(f"SRID=4326;POINT({lon / 1e7!r} {lat / 1e7!r})")
    from django.db import transaction

    from geo.history import write_under

    with transaction.atomic():
        write_under(library.changeset_id)
        library.save()
    found = next(one for one in collections() if one.id == "wisdom-places")

    assert rendered(found, type(library).objects.all()) == contract(found, type(library).objects.all())
