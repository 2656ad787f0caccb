"""A journey in each format, read back by a reader that is not ours."""

import csv
import io
import json
from datetime import UTC, datetime
from html.parser import HTMLParser
from xml.etree import ElementTree as Xml

import gpxpy
import pytest
import shapely
from icalendar import Calendar

from geo.formats import csv as csv_format
from geo.formats import geojson, gpx, html, ics, kml
from geo.formats.journey import Journey
from geo.formats.text import plain

KML = "{http://www.opengis.net/kml/2.2}"
FIRST = (100.081, 7.618)


def test_geojson_holds_stops_and_legs_as_they_are(journey: Journey, nasty: str) -> None:
    found = json.loads(geojson.write([journey]))
    kinds = [feature["geometry"]["type"] for feature in found["features"]]

    assert (found["type"], kinds) == ("FeatureCollection", ["Point", "Point", "LineString", "LineString", "LineString"])
    assert found["features"][0]["properties"]["name"] == f"{nasty} 1"
    assert found["bbox"] == [100.08, 7.618, 100.086, 7.62]
    assert all(shapely.from_geojson(json.dumps(feature["geometry"])).is_valid for feature in found["features"])
    assert len({feature["id"] for feature in found["features"]}) == 5


def test_geojson_tells_length_range_and_source(journey: Journey) -> None:
    leg = json.loads(geojson.write([journey]))["features"][2]["properties"]

    assert (leg["metres"], leg["metres_low"], leg["metres_high"], leg["source"]) == (410, 0, 1700, "estimate")


def test_gpx_has_one_track_and_a_waypoint_for_each_stop(journey: Journey, nasty: str) -> None:
    found = gpxpy.parse(gpx.write([journey]).decode())

    assert (len(found.tracks), len(found.waypoints)) == (1, 2)
    assert found.waypoints[0].name == plain(f"1. {nasty} 1")
    assert (found.waypoints[0].longitude, found.waypoints[0].latitude) == FIRST
    assert len(found.tracks[0].segments[0].points) == 4


def test_gpx_says_that_it_is_an_estimate(journey: Journey) -> None:
    found = gpxpy.parse(gpx.write([journey]).decode())

    assert found.tracks[0].source == "estimate"
    assert "Estimated" in str(found.tracks[0].description)
    assert "Estimated" in str(found.description)


def test_gpx_times_are_utc(journey: Journey) -> None:
    assert gpxpy.parse(gpx.write([journey]).decode()).waypoints[0].time == datetime(2027, 1, 20, 2, 30, tzinfo=UTC)


def test_kml_is_well_formed_with_points_and_lines(journey: Journey, nasty: str) -> None:
    root = Xml.fromstring(kml.write([journey]))
    marks = root.findall(f".//{KML}Placemark")

    assert [len(root.findall(f".//{KML}{kind}")) for kind in ("Point", "LineString")] == [2, 3]
    assert marks[0].findtext(f"{KML}name") == plain(f"1. {nasty} 1")
    assert marks[0].findtext(f".//{KML}coordinates") == "100.081,7.618"


def test_ics_is_one_tentative_entry(journey: Journey, nasty: str) -> None:
    event = Calendar.from_ical(ics.write([journey])).walk("VEVENT")[0]

    assert event.decoded("dtstart") == datetime(2027, 1, 20, 2, tzinfo=UTC)
    assert event.decoded("dtend") == datetime(2027, 1, 20, 4, tzinfo=UTC)
    assert str(event["status"]) == "TENTATIVE"
    assert str(event["summary"]) == plain(nasty)


def test_csv_is_read_by_excel_and_holds_no_formula(journey: Journey) -> None:
    body = csv_format.write([journey])
    rows = list(csv.DictReader(io.StringIO(body.decode("utf-8-sig"), newline="")))

    assert body.startswith(b"\xef\xbb\xbf")
    assert [row["space"] for row in rows] == ["stop-1", "stop-2", "end"]
    assert rows[0]["name"].startswith("'=1+1")
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row.values())


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_csv_neutralises_every_start_of_a_formula(start: str) -> None:
    assert csv_format.neutral(f"{start}cmd") == f"'{start}cmd"
    assert csv_format.neutral(-7.5) == -7.5


class Page(HTMLParser):
    """What a browser would fetch, and the visible text."""

    def __init__(self) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.scripts = 0
        self.text = ""
        self.hidden = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.addresses += [str(value) for name, value in attrs if name in {"src", "href", "srcset", "action", "data"}]
        self.scripts += tag == "script"
        self.hidden = tag in {"script", "style"}

    def handle_endtag(self, tag: str) -> None:
        self.hidden = False

    def handle_data(self, data: str) -> None:
        self.text += "" if self.hidden else data


def read(body: bytes) -> Page:
    page = Page()
    page.feed(body.decode())
    return page


def test_the_one_file_map_names_no_address(journey: Journey) -> None:
    body = html.write([journey])

    assert read(body).addresses == []
    assert b"url(" not in body.split(b"<script>")[0]
    assert b"sourceMappingURL" not in body


def test_the_one_file_map_tells_the_same_in_words(journey: Journey, nasty: str) -> None:
    text = read(html.write([journey])).text

    assert f"{nasty} 1" in text  # also `{{ 7*7 }}`: no template engine has read it
    assert f"{nasty} 2" in text
    assert "Estimated" in text


def test_no_value_opens_a_script(journey: Journey) -> None:
    one = read(html.write([journey]))

    assert one.scripts == 4  # Leaflet, the drawing, the values, the map
    assert read(html.write([journey, journey])).scripts == 5


def test_the_policy_allows_exactly_what_the_file_holds(journey: Journey) -> None:
    body = html.write([journey])
    policy = html.policy_of(body)

    assert policy.startswith("sandbox allow-scripts; default-src 'none'")
    assert "unsafe" not in policy
    assert "http" not in policy
    assert policy.count("sha256-") == 6


def test_a_backdrop_is_only_data(journey: Journey) -> None:
    feature = {
        "type": "Feature",
        "properties": {"role": "</script>"},
        "geometry": {"type": "Point", "coordinates": [1, 2]},
    }

    assert read(html.write([journey], {"features": [feature]})).scripts == 4


def test_shipped_leaflet_comes_with_its_licence() -> None:
    assert "Leaflet 1.9.4" in html.asset("leaflet.js")[:200]
    assert "BSD 2-Clause" in (html.ASSETS / "leaflet.LICENSE").read_text(encoding="utf-8")
