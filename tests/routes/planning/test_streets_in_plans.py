"""Plans along streets: what follows them, what does not, and that everything says which."""

import json
import re
from collections.abc import Iterator
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.contrib.gis.geos import LineString
from django.core.management import call_command

from geo.formats import csv, geojson, gpx, html, ics, kml
from routes.networks.current import forget
from routes.planning import NoStopPossible
from routes.planning.journey import journey_of
from routes.streets.spheroid import length_m
from spaces.models import Closure
from tests.routes.streets.osm_files import OsmFile, grid_town

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("town")]

CREDIT = "© OpenStreetMap contributors"
FAR_OFF = [100.2, 7.75]


@pytest.fixture(autouse=True)
def own_streets(tmp_path: Path, settings: Any) -> Iterator[None]:
    """Networks of a test stay in its folder and in its memory."""
    settings.LOCAL_DIR = tmp_path / "local"
    forget()
    yield
    forget()


@pytest.fixture
def streets(tmp_path: Path) -> Any:
    """Loads a town of streets round the spaces of `small_town`."""

    def load(town: OsmFile | None = None) -> None:
        file = (town or grid_town(6)).write(tmp_path / "town.osm.pbf")
        call_command("import_streets", str(file), stdout=StringIO())

    return load


def legs(answer: dict[str, Any]) -> list[dict[str, Any]]:
    return [leg for leg in answer["itineraries"][0]["legs"] if leg["metres"]]


def test_legs_follow_the_streets(streets: Any, planned: Any) -> None:
    streets()

    for leg in legs(planned(mode="walk")):
        line = leg["geometry"]["coordinates"]
        assert leg["source"] == "streets"
        assert length_m(line) == pytest.approx(leg["metres"], abs=1.2)
        assert leg["seconds"] == pytest.approx(leg["metres"] / 1.1, abs=2)
        assert leg["steps"][0]["th"].startswith("เริ่มจาก")
        assert leg["steps"][-1]["en"].startswith("You have arrived")
        for step in leg["steps"][:-1]:
            assert line[step["first"]] == pytest.approx(step["lonlat"], abs=2e-7)


def test_without_a_network_everything_is_estimated(planned: Any) -> None:
    answer = planned()

    assert {leg["source"] for leg in legs(answer)} == {"estimate"}
    assert answer["itineraries"][0]["attribution"] == ""
    assert all(leg["steps"] == [] for leg in legs(answer))


def test_what_lies_off_the_network_is_estimated_and_says_so(streets: Any, planned: Any) -> None:
    streets()

    found = {leg["from"]: leg for leg in legs(planned(start=FAR_OFF))}

    assert found["start"]["source"] == "estimate"
    assert len(found["start"]["geometry"]["coordinates"]) == 2
    assert "streets" in {leg["source"] for leg in found.values()}


def test_a_leg_says_how_far_its_places_are_from_the_street(streets: Any, planned: Any) -> None:
    streets()

    found = next(leg for leg in legs(planned(mode="walk")) if leg["source"] == "streets")

    assert sum(found["off_street_m"]) < found["metres"]
    assert all(0 <= metres <= 300 for metres in found["off_street_m"])
    assert legs(planned(start=FAR_OFF))[0]["off_street_m"] == []


def test_ranges_hold_the_length(streets: Any, planned: Any) -> None:
    streets()

    for leg in legs(planned(start=[100.08, 7.62])):
        assert leg["metres_low"] <= leg["metres"] <= leg["metres_high"]


def test_known_positions_leave_little_open(streets: Any, planned: Any) -> None:
    """Both ends known to 10 m: 26 m more or less."""
    streets()

    leg = legs(planned(mode="walk"))[0]

    assert leg["metres_high"] - leg["metres"] <= 27


def test_rides_take_the_time_of_their_streets(streets: Any, planned: Any) -> None:
    streets()
    best = planned(mode="vehicle", must=["station-wall"])["itineraries"][0]

    ride = next(leg for leg in best["legs"] if leg["mode"] == "vehicle")

    assert ride["source"] == "streets"
    assert ride["seconds"] >= 300 + ride["metres"] / (25 / 3.6) - 1
    assert "ride_by_streets" in {warning["code"] for warning in best["warnings"]}


def divided_town(**between: str) -> OsmFile:
    """Two halves of a town; all that joins them are two ways of the same kind."""
    town = grid_town(6)
    cut = [nodes for nodes, _ in town.ways[:6]]
    town.ways = [(part, tags) for nodes, tags in town.ways[:6] for part in (nodes[:3], nodes[3:])] + town.ways[6:]
    town.ways += [((nodes[2], nodes[3]), between) for nodes in cut[1:4]]
    return town


STAIRS = {"highway": "steps", "step_count": "24", "name": "บันไดวัด", "name:en": "Temple Stairs"}


def test_steps_stop_who_must_go_step_free_and_are_named(streets: Any, planned: Any) -> None:
    streets(divided_town(**STAIRS))

    anybody = planned(mode="walk", must=["station-wall"], alternatives=1)["itineraries"][0]
    wheels = planned(mode="walk", access="prefer", alternatives=1)["itineraries"][0]

    over = [barrier for leg in anybody["legs"] for barrier in leg["barriers"]]
    assert {barrier["en"] for barrier in over} == {"24 steps (Temple Stairs)"}
    assert {barrier["th"] for barrier in over} == {"บันได 24 ขั้น (บันไดวัด)"}
    assert all(leg["barriers"] == [] for leg in wheels["legs"])
    (reason,) = [one["reason"] for one in wheels["omitted"] if one["space"] == "station-wall"]
    assert reason["code"] == "barrier"
    assert "24 steps (Temple Stairs)" in reason["en"]
    assert "บันได 24 ขั้น (บันไดวัด)" in reason["th"]


def test_a_way_round_the_steps_is_taken_and_says_what_it_avoids(streets: Any, planned: Any, client: Any) -> None:
    town = divided_town(**STAIRS)
    town.nodes[9001] = (100.083, 7.6202)
    town.ways.append(((3003, 9001, 3004), {"highway": "footway"}))
    streets(town)

    wheels = planned(mode="walk", access="prefer", must=["station-wall"], alternatives=1)["itineraries"][0]
    page = client.get("/en/plan/?age_group=primary&start=library-gate&step_free=true&mode=walk", follow=True)

    avoided = {obstacle["en"] for leg in wheels["legs"] for obstacle in leg["avoids"]}
    assert avoided == {"24 steps (Temple Stairs)"}
    assert all(leg["barriers"] == [] for leg in wheels["legs"])
    assert "Goes round: 24 steps (Temple Stairs)" in page.content.decode()


def test_what_streets_do_not_join_is_not_walked(streets: Any, planned: Any) -> None:
    town = divided_town(highway="residential", foot="no", bicycle="no")
    streets(town)

    found = planned(mode="walk", alternatives=1)["itineraries"][0]

    east = {stop["space"] for stop in found["stops"] if stop["lonlat"][0] > 100.083}
    assert not east
    assert "too_far" in {one["reason"]["code"] for one in found["omitted"]}


@pytest.fixture
def close(reviewer: Any) -> Any:
    """Closes a way on 20 January 2027, the day of the plans."""

    def enter(*lonlat: tuple[float, float], day: int = 20) -> Closure:
        on = date(2027, 1, day)
        words = {"reason_th": "ซ่อมสะพาน", "reason_en": "Bridge works", "author": reviewer}
        return Closure.objects.create(geometry=LineString(*lonlat, srid=4326), starts_on=on, ends_on=on, **words)

    return enter


def joined_by(*rows: int) -> OsmFile:
    """Two halves of a town, joined by streets in these rows only."""
    town = divided_town(highway="residential")
    town.ways = town.ways[:-3] + [((1000 * row + 3, 1000 * row + 4), {"highway": "residential"}) for row in rows]
    return town


WEST_OF_IT = [100.082, 7.62]  # at the third row


def across(row: float, long: float = 0.2) -> tuple[tuple[float, float], tuple[float, float]]:
    """A line over what joins the halves, round a row."""
    return (100.083, 7.614 + (row - long) * 0.002), (100.083, 7.614 + (row + long) * 0.002)


def test_a_closed_way_is_gone_round_and_the_answer_says_so(streets: Any, close: Any, planned: Any, client: Any) -> None:
    streets(joined_by(3, 4))
    wish = {"mode": "walk", "start": WEST_OF_IT, "must": ["station-wall"], "alternatives": 1}
    before = planned(**wish)["itineraries"][0]
    close(*across(3))

    after = planned(**wish)["itineraries"][0]
    page = client.get("/en/plan/?age_group=primary&start=100.082,7.62&mode=walk&must=station-wall"
                      "&depart=2027-01-20T09:00:00%2B07:00", follow=True)  # fmt: skip

    assert min(leg["metres"] for leg in after["legs"] if leg["avoids"]) > 700
    assert "way_closed" not in {one["code"] for one in before["warnings"]}
    (told,) = [one for one in after["warnings"] if one["code"] == "way_closed"]
    assert told["en"].startswith("A way is closed (Bridge works): the route goes round it and is ")
    assert told["th"].startswith("มีทางปิด (ซ่อมสะพาน) เส้นทางนี้จึงอ้อม ไกลขึ้น ")
    assert {one["en"] for leg in after["legs"] for one in leg["avoids"]} == {"a closed way (Bridge works)"}
    assert "Goes round: a closed way (Bridge works)" in page.content.decode()


def test_on_other_days_the_way_is_open(streets: Any, close: Any, planned: Any) -> None:
    streets(joined_by(3, 4))
    before = planned(mode="walk", alternatives=1)
    close(*across(3), day=21)

    assert planned(mode="walk", alternatives=1) == before


def test_a_place_behind_a_closed_way_is_left_out_and_says_why(streets: Any, close: Any, planned: Any) -> None:
    streets(joined_by(3))
    close(*across(3))

    found = planned(mode="walk", start=WEST_OF_IT, alternatives=1)["itineraries"][0]
    reasons = {one["space"]: one["reason"] for one in found["omitted"]}

    assert not {stop["space"] for stop in found["stops"] if stop["lonlat"][0] > 100.083}
    assert reasons["station-wall"]["code"] == "way_closed"
    assert reasons["station-wall"]["en"] == "The way there is closed: a closed way (Bridge works)."
    assert "ซ่อมสะพาน" in reasons["station-wall"]["th"]


def test_a_must_behind_a_closed_way_is_refused_by_that_reason(streets: Any, close: Any, planned: Any) -> None:
    streets(joined_by(3))
    close(*across(3))

    with pytest.raises(NoStopPossible) as refusal:
        planned(mode="walk", start=WEST_OF_IT, must=["station-wall"])

    assert refusal.value.code == "must_way_closed"
    assert "Bridge works" in refusal.value.text.en


FORMATS = {one.__name__: one for one in (csv, geojson, gpx, html, ics, kml)}


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("language", ["th", "en"])
def test_every_file_names_whose_streets_these_are(streets: Any, planned: Any, name: str, language: str) -> None:
    streets()
    journey = journey_of(planned()["itineraries"][0], language)

    body = FORMATS[name].write([journey]).decode().replace("\r\n ", "")

    assert CREDIT in body


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize(("language", "flag"), [("th", "โดยประมาณ"), ("en", "estimated")])
def test_every_file_names_the_legs_that_are_estimates(
    streets: Any, planned: Any, name: str, language: str, flag: str
) -> None:
    streets()
    itinerary = planned(start=FAR_OFF)["itineraries"][0]
    known = planned()["itineraries"][0]

    bodies = [
        FORMATS[name].write([journey_of(one, language)]).decode().replace("\r\n ", "") for one in (itinerary, known)
    ]

    told = [len(re.findall(rf"\bestimate\b|{flag}", body)) for body in bodies]
    assert told[0] > told[1]


def test_files_carry_the_directions(streets: Any, planned: Any) -> None:
    streets()
    itinerary = planned()["itineraries"][0]

    body = geojson.write([journey_of(itinerary, "th")]).decode()
    steps = [feature["properties"].get("steps") for feature in json.loads(body)["features"]]

    assert any(step and step[0].startswith("เริ่มจาก") for step in steps)
    assert "Start along" in html.write([journey_of(itinerary, "en")]).decode()


def test_the_page_names_them_too_and_draws_a_solid_line(streets: Any, client: Any) -> None:
    streets()

    page = client.get("/en/plan/?age_group=primary&start=library-gate", follow=True).content.decode()

    assert f"Streets: {CREDIT}" in page
    assert '"estimated": false' in page
    assert "You have arrived" in page


def test_the_same_question_costs_one_query_more(planned: Any, streets: Any, django_assert_max_num_queries: Any) -> None:
    streets()
    planned()

    with django_assert_max_num_queries(22):
        planned()
