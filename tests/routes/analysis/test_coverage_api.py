"""The analysis as people's programs get it: three formats, strict parameters, honest headers."""

import csv
import io
from typing import Any

import pytest
import shapely
from django.core.management import call_command
from django.db import connection
from shapely.geometry import shape

from geo.utm import PHATTHALUNG
from routes.networks.current import forget
from tests.routes.analysis.conftest import WEST, box
from tests.routes.streets.osm_files import grid_town

pytestmark = pytest.mark.django_db


@pytest.mark.usefixtures("town")
@pytest.mark.parametrize("minutes", [10, 20])
def test_the_gaps_drawn_are_the_gaps_told(get: Any, minutes: int) -> None:
    told = get(minutes=minutes).json()["gaps"]["areas"][0]
    drawn = get(minutes=minutes, f="geojson")

    assert drawn["Content-Type"] == "application/geo+json"
    by_group = {feature["properties"]["age_group"]: feature for feature in drawn.json()["features"]}
    for group in told["groups"]:
        geometry = shape(by_group[group["id"]]["geometry"])
        assert geometry.is_valid
        assert PHATTHALUNG.project(geometry).area / 1e6 == pytest.approx(group["gap_km2"], abs=0.01)
        assert by_group[group["id"]]["properties"]["source"] == "estimate"


@pytest.mark.usefixtures("town")
def test_what_is_drawn_turns_as_geojson_wants_it(get: Any) -> None:
    feature = get(f="geojson", age_group="primary").json()["features"][0]
    ((outer, *holes),) = feature["geometry"]["coordinates"]

    assert shapely.LinearRing(outer).is_ccw
    assert holes
    assert not any(shapely.LinearRing(hole).is_ccw for hole in holes)


@pytest.mark.usefixtures("town")
def test_an_area_all_within_reach_has_no_geometry(get: Any, make_space: Any) -> None:
    make_space("urban-design-zones", "centre", geometry=box(100.0295, 7.5995, 100.0305, 7.6005))

    primary, *_ = get(by="zone", f="geojson", age_group="primary").json()["features"]

    assert (primary["geometry"], primary["properties"]["gap_km2"]) == (None, 0)


@pytest.mark.usefixtures("town")
def test_the_table_has_one_figure_a_row_and_no_formula(get: Any, make_space: Any) -> None:
    make_space("wisdom-places", "evil", (100.04, 7.6), **{**WEST, "district_code": "T9", "district_en": "=1+1"})
    response = get(f="csv")
    rows = list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"))))

    assert response.content.startswith(b"\xef\xbb\xbf")
    assert "coverage-by-district.csv" in response["Content-Disposition"]
    west = [row for row in rows if row["area"] == "T1" and row["by"] == "district"]
    assert {(row["measure"], row["theme"], row["age_group"]): row["value"] for row in west} == {
        ("total", "", ""): "3",
        ("located", "", ""): "2",
        ("positions", "", ""): "1",
        ("total", "crafts", ""): "2",
        ("total", "murals", ""): "2",
        ("total", "", "older"): "2",
        ("total", "", "primary"): "2",
    }
    assert {row["area_en"] for row in rows if row["area"] == "T9"} == {"'=1+1"}
    assert {(row["source"], row["unit"]) for row in rows if row["measure"] == "gap"} == {("estimate", "km2")}
    assert any(row["by"] == "note" and "population" in row["area_en"] for row in rows)


@pytest.mark.usefixtures("look_ups")
@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("by", "province"),
        ("by", ""),
        ("minutes", "15"),
        ("minutes", "1๐"),
        ("minutes", "-10"),
        ("age_group", "nobody"),
        ("age_group", ""),
        ("theme", "crafts,murals"),
        ("f", "html"),
        ("crs", "x"),
    ],
)
def test_a_parameter_that_means_nothing_is_refused_by_name(get: Any, name: str, value: str) -> None:
    response = get(**{name: value})

    assert (response.status_code, response.json()["parameter"]) == (400, name)


@pytest.mark.usefixtures("town")
def test_what_has_not_changed_is_not_sent_again(get: Any, make_space: Any) -> None:
    commit()
    first = get()
    same = get(headers={"if-none-match": first["ETag"]})
    make_space("wisdom-places", "new", (100.04, 7.6), **WEST)
    commit()
    changed = get(headers={"if-none-match": first["ETag"]})

    assert (first.status_code, same.status_code, changed.status_code) == (200, 304, 200)
    assert changed.json()["spaces"]["total"] == first.json()["spaces"]["total"] + 1
    assert first["Cache-Control"] == "public, no-cache"


def commit() -> None:
    """Counts what the test wrote so far as one commit, as the end of its transaction would."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


@pytest.mark.usefixtures("town")
def test_the_answer_to_somebody_signed_in_is_theirs(get: Any, planner: Any) -> None:
    assert get(as_user=planner)["Cache-Control"] == "private, no-cache"


@pytest.mark.usefixtures("town")
@pytest.mark.parametrize("by", ["district", "zone"])
def test_an_answer_costs_a_fixed_number_of_queries(
    get: Any, make_space: Any, django_assert_max_num_queries: Any, by: str
) -> None:
    for number in range(3):
        make_space("wisdom-places", f"more-{number}", (100.04 + number / 100, 7.6), **WEST)
        make_space(
            "urban-design-zones", f"zone-{number}", geometry=box(100.0 + number / 50, 7.6, 100.01 + number / 50, 7.61)
        )

    with django_assert_max_num_queries(16):
        get(by=by)


@pytest.mark.usefixtures("town")
def test_with_streets_loaded_the_ways_follow_them(get: Any, tmp_path: Any, settings: Any) -> None:
    settings.LOCAL_DIR = tmp_path / "local"
    forget()
    call_command(
        "import_streets", str(grid_town(6, west=100.028, south=7.598).write(tmp_path / "t.osm.pbf")), verbosity=0
    )
    try:
        document = get(age_group="primary").json()
    finally:
        forget()

    assert (document["gaps"]["source"], document["gaps"]["en"]) == ("streets", "along streets")
    assert document["gaps"]["attribution"] == "© OpenStreetMap contributors"
    assert 0 < document["gaps"]["estimated_share"] < 1
    assert "streets" in [note["code"] for note in document["notes"]]
    assert 0.9 < document["gaps"]["areas"][0]["groups"][0]["gap_share"] < 1
