"""The planning report of a zone: figures that can be checked by hand, for who sees the zone."""

import csv
import io
import json

import numpy as np
import pytest
from django.contrib.gis.geos import GEOSGeometry, Point

from routes import reports
from routes.models import Gateway
from routes.streets.building import build
from routes.streets.joining import meeting_by_position
from routes.streets.network import Network
from routes.streets.streets import Streets
from routes.streets.tag_rules import traits_of
from tests.geo.validity.bad_geometries import at, multi, square

pytestmark = pytest.mark.django_db
ITEMS = "collections/urban-design-zones/items"


@pytest.fixture
def make_zone(make_space):
    def make(id, ring, **values):
        return make_space("urban-design-zones", id, geometry=GEOSGeometry(json.dumps(multi([ring]))), **values)

    return make


@pytest.fixture
def quarter(make_zone, make_space):
    """A square kilometre with a library and a wall in it; a temple 330 m, a palace 1.1 km to the east."""
    make_space("wisdom-places", "library", tuple(at(5, 5)), themes=["crafts"], age_groups=["primary"], toilet="yes")
    make_space("street-art-walls", "wall", tuple(at(2, 2)), themes=["crafts", "murals"], capacity=20)
    make_space("heritage-sites", "temple", tuple(at(13, 5)))
    make_space("heritage-sites", "palace", tuple(at(20, 5)))
    make_zone("beside", square(10, 0, 10), name_en="Beside")
    return make_zone("quarter", square(0, 0, 10), name_en="=Quarter", name_th="ย่าน")


@pytest.fixture
def report(get, quarter):
    response = get(f"{ITEMS}/quarter/report")
    assert response.status_code == 200, response.content
    return response.json()


def counts(rows):
    return {row["id"]: row["count"] for row in rows}


def test_area_and_perimeter_are_those_of_the_spheroid(report):
    assert report["measured"] == "WGS 84 spheroid"
    assert report["area_m2"] == pytest.approx(1_220_000, rel=0.005)
    assert report["perimeter_m"] == pytest.approx(4_418, rel=0.005)


def test_spaces_inside_are_counted_by_kind_theme_and_age_group(report):
    assert report["spaces"]["total"] == 2
    assert counts(report["spaces"]["by_kind"]) == {"street-art-walls": 1, "wisdom-places": 1}
    assert counts(report["spaces"]["by_theme"]) == {"crafts": 2, "murals": 1}
    assert counts(report["spaces"]["by_age_group"]) == {"older": 1, "primary": 2}


def test_what_nobody_knows_is_counted(report):
    assert report["unknown"]["toilet"] == 1
    assert report["unknown"]["capacity"] == 1
    assert report["unknown"]["wheelchair"] == 2


def test_who_comes_in_ten_minutes_is_estimated_without_streets(report):
    groups = {group["id"]: group for group in report["reach"]["groups"]}

    assert report["reach"]["source"] == "estimate"
    assert "Estimated" in report["reach"]["en"]
    assert (groups["primary"]["metres"], groups["older"]["metres"]) == (660, 540)
    assert (groups["primary"]["spaces"], groups["older"]["spaces"]) == (1, 1)  # the temple, 330 m × 1.3


def test_the_common_border_is_measured(report):
    (beside,) = report["neighbours"]

    assert (beside["id"], beside["name_en"]) == ("beside", "Beside")
    assert beside["border_m"] == pytest.approx(1_106, rel=0.005)


def test_the_notice_says_what_is_law(report):
    assert "Royal Gazette" in report["notice"]["en"]


def test_starting_points_within_reach_are_named(get, quarter, library_gateway):
    report = get(f"{ITEMS}/quarter/report").json()

    assert [start["id"] for start in report["reach"]["groups"][0]["starting_points"]] == ["pier"]


@pytest.fixture
def library_gateway(quarter):
    return Gateway.objects.create(
        id="pier",
        name_th="ท่าเรือ",
        name_en="Pier",
        space_id="temple",
        geometry=Point(*at(13, 5), srid=4326),
        accuracy_m=10,
    )


def test_with_streets_the_way_round_counts(get, quarter, monkeypatch):
    """The only street to the temple makes a long bend: straight it would be near enough."""
    bend = [at(13, 5), at(13, 15), at(9, 15), at(9, 5), at(0, 5)]
    traits = traits_of({"highway": "residential"})
    network = Network.of(build(meeting_by_position([(np.array(bend), traits, 0)])))
    monkeypatch.setattr(reports, "streets_in_use", lambda: Streets(network, "test", "© somebody"))
    reach = get(f"{ITEMS}/quarter/report").json()["reach"]

    assert (reach["source"], reach["attribution"]) == ("streets", "© somebody")
    assert [group["spaces"] for group in reach["groups"]] == [0, 0]


def test_with_a_straight_street_the_temple_is_near(get, quarter, monkeypatch):
    street = [at(13, 5), at(10, 5), at(-9, 5)]
    traits = traits_of({"highway": "residential"})
    network = Network.of(build(meeting_by_position([(np.array(street), traits, 0)])))
    monkeypatch.setattr(reports, "streets_in_use", lambda: Streets(network, "test", "© somebody"))
    reach = get(f"{ITEMS}/quarter/report").json()["reach"]

    assert [group["spaces"] for group in reach["groups"]] == [1, 1]


def test_the_same_as_a_page_in_both_languages(get, quarter):
    english = get(f"{ITEMS}/quarter/report", f="html").content.decode()
    thai = get(f"{ITEMS}/quarter/report", f="html", headers={"accept-language": "th"}).content.decode()

    assert "Who comes here in 10 minutes" in english
    assert "ใครเดินมาถึงใน 10 นาที" in thai
    assert "ราชกิจจานุเบกษา" in thai


def test_the_same_as_a_table_that_no_spreadsheet_calculates(get, quarter, make_zone):
    make_zone("evil", square(-10, 0, 10), name_en="=1+1")
    response = get(f"{ITEMS}/quarter/report", f="csv")
    rows = list(csv.reader(io.StringIO(response.content.decode("utf-8-sig"))))

    assert response["Content-Type"].startswith("text/csv")
    assert rows[0] == ["section", "what", "value"]
    assert ["Neighbours and common border (m)", "'=1+1"] in [row[:2] for row in rows]


def test_what_is_hidden_has_no_report_and_is_not_counted(get, quarter, make_zone, make_space, teacher, administrator):
    make_zone("secret", square(0, 10, 10), status="draft")
    make_space("amenities", "secret-toilet", tuple(at(3, 3)), status="draft")

    assert get(f"{ITEMS}/secret/report").status_code == 404
    assert get(f"{ITEMS}/secret/report", as_user=teacher).status_code == 404
    assert get(f"{ITEMS}/no-such/report").status_code == 404
    seen = get(f"{ITEMS}/quarter/report").json()
    assert (seen["spaces"]["total"], len(seen["neighbours"])) == (2, 1)
    all_ = get(f"{ITEMS}/quarter/report", as_user=administrator).json()
    assert (all_["spaces"]["total"], len(all_["neighbours"])) == (3, 2)


def test_a_report_costs_a_fixed_number_of_queries(get, quarter, make_space, django_assert_num_queries):
    for number in range(5):
        make_space("amenities", f"bench-{number}", tuple(at(number, 1)))

    with django_assert_num_queries(11):
        get(f"{ITEMS}/quarter/report")
