"""A whole collection as one file: the same features as the pages, in every format."""

import csv
import gzip
import io
import json

import pytest
from django.contrib.gis.geos import GEOSGeometry

from geo.formats.copied import Copied
from geo.formats.csv import BOM, FORMULA_STARTS
from geo.formats.features_csv import MEDIA
from geo.rest.collection import collections
from geo.rest.export import BLOCK_BYTES, ExportTooSlow, _blocks

pytestmark = pytest.mark.django_db
UTM = "http://www.opengis.net/def/crs/EPSG/0/32647"


@pytest.fixture
def export(get):
    """`export("amenities", f="csv")` is the answer and its bytes."""

    def ask(collection="learning-spaces", *, as_user=None, headers=None, **query):
        response = get(f"collections/{collection}/export", as_user=as_user, headers=headers, **query)
        assert response.status_code == 200, response.getvalue()
        return response, response.getvalue()

    return ask


def table(body):
    return list(csv.DictReader(io.StringIO(body.decode("utf-8-sig"))))


def ids(body):
    return [feature["id"] for feature in json.loads(body)["features"]]


@pytest.mark.parametrize("collection", [each.id for each in collections()])
def test_a_file_holds_the_features_of_the_pages(small_town, get, export, collection):
    features = get(f"collections/{collection}/items").json()["features"]
    _, geojson = export(collection)
    _, sequence = export(collection, f="geojsonseq")

    assert json.loads(geojson)["features"] == features
    assert json.loads(geojson)["numberReturned"] == len(features)
    notice = get(f"collections/{collection}").json().get("notice")
    for feature in features:
        feature |= {"notice": notice} if notice else {}
    assert [json.loads(text) for text in sequence.split(b"\x1e")[1:]] == features


def test_headers_say_how_many_when_and_under_what_name(small_town, export):
    response, body = export("heritage-sites")

    assert response["OGC-NumberMatched"] == "2"
    assert response["Snapshot-Time"] == json.loads(body)["timeStamp"]
    assert response["Content-Disposition"].startswith('attachment; filename="heritage-sites-')
    assert response["Cache-Control"] == "public, no-cache"
    assert "Accept-Encoding" in response["Vary"]


@pytest.mark.parametrize(
    "query",
    [
        {"theme": "murals"},
        {"bbox": "100.0815,7.6175,100.0835,7.6195"},
        {"filter": "subkind = 'temple'"},
        {"q": "วัด"},
        {"toilet": "yes", "bbox": "100,7,101,8"},
        {"open_at": "2027-01-20T09:00:00+07:00"},
    ],
)
def test_filters_narrow_a_file_as_they_narrow_pages(small_town, get, export, query):
    shown = [each["id"] for each in get("collections/learning-spaces/items", **query).json()["features"]]

    assert ids(export(**query)[1]) == shown != []


def test_what_is_hidden_is_in_nobodys_file_but_its_owners(make_space, municipality, owner, export):
    make_space("amenities", "seen")
    make_space("amenities", "draft", status="draft", partner="municipality")

    assert ids(export("amenities")[1]) == ["seen"]
    response, body = export("amenities", as_user=owner)
    assert ids(body) == ["draft", "seen"]
    assert response["Cache-Control"] == "private, no-cache"


@pytest.mark.parametrize("query", [{"theme": "no-such-theme"}, {"open_at": "2027-01-20T09:00:00Z"}])
@pytest.mark.parametrize("f", ["geojson", "geojsonseq", "csv"])
def test_a_file_of_nothing_is_whole(look_ups, export, query, f):
    response, body = export("amenities", f=f, **query)

    assert response["OGC-NumberMatched"] == "0"
    assert {"geojson": lambda: ids(body) == [], "csv": lambda: table(body) == []}.get(f, lambda: body == b"")()


def test_a_file_names_the_system_of_its_coordinates(library, export):
    response, body = export("wisdom-places", crs=UTM)
    found = json.loads(body)
    easting, northing = found["features"][0]["geometry"]["coordinates"]

    assert response["Content-Crs"] == f"<{UTM}>"
    assert found["crs"]["properties"]["name"] == "urn:ogc:def:crs:EPSG::32647"
    assert (round(easting), round(northing)) == (619241, 842106)


def test_a_table_has_a_row_each_with_its_place(library, export):
    _, body = export("wisdom-places", f="csv", properties="name_th,themes,accuracy_m,demonstration", crs=UTM)
    (row,) = table(body)

    assert body.decode().startswith(BOM + "id,name_th,themes,accuracy_m,demonstration,lon,lat,wkt\n")
    assert (row["id"], row["name_th"], row["themes"]) == ("library", "ห้องสมุดประชาชน", "crafts")
    assert (row["accuracy_m"], row["demonstration"]) == ("10", "false")
    assert (row["lon"], row["lat"]) == ("100.081", "7.617")
    assert row["wkt"].startswith("POINT(619240.")


def test_the_middle_stands_for_what_is_no_point(make_space, export):
    make_space("street-art-walls", "line", geometry=GEOSGeometry("SRID=4326;LINESTRING(-0.2 -7,-0.4 -7)"))
    (row,) = table(export("street-art-walls", f="csv")[1])

    assert (row["lon"], row["lat"], row["wkt"]) == ("-0.3", "-7", "LINESTRING(-0.2 -7,-0.4 -7)")


def test_no_text_becomes_a_formula_and_every_text_comes_back(make_space, export):
    texts = [f"{sign}1+1" for sign in FORMULA_STARTS] + ["-5", "'=1", "''", " =1", "plain", "'s", '"a",\n-b']
    for number, text in enumerate(texts):
        make_space("amenities", f"a{number:02}", contact=text)
    cells = [row["contact"] for row in table(export("amenities", f="csv")[1])]

    assert not [cell for cell in cells if cell.lstrip(" ").startswith(FORMULA_STARTS)]
    assert [cell[1:] if cell[:1] == "'" and is_formula(cell) else cell for cell in cells] == texts


def is_formula(text):
    return text.lstrip(" '").startswith(FORMULA_STARTS)


def test_a_notice_goes_along_with_zones(small_town, export):
    _, geojson = export("urban-design-zones")

    assert "Royal Gazette" in json.loads(geojson)["notice"]
    assert "notice" in export("urban-design-zones", f="csv")[1].decode().split("\n")[0].split(",")


def test_gzip_for_who_asks(small_town, export):
    response, body = export(headers={"accept-encoding": "gzip"})
    refused, plain = export(headers={"accept-encoding": "gzip;q=0, br"})

    assert response["Content-Encoding"] == "gzip"
    assert json.loads(gzip.decompress(body))["features"] == json.loads(plain)["features"]
    assert "Content-Encoding" not in refused


def test_what_has_not_changed_is_not_sent_again(small_town, get, export):
    response, _ = export("amenities")
    again = get("collections/amenities/export", headers={"if-none-match": response["ETag"]})

    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize("name", ["limit", "cursor", "sortby", "colour"])
def test_a_file_has_no_pages(look_ups, get, name):
    response = get("collections/amenities/export", **{name: "1"})

    assert (response.status_code, response.json()["parameter"]) == (400, name)


def test_head_tells_the_same_without_the_file(small_town, client):
    told = client.head("/api/collections/amenities/export")

    assert (told.status_code, told.getvalue()) == (200, b"")
    assert told["OGC-NumberMatched"] == "1"


def test_a_stream_is_cut_when_its_time_is_over(settings):
    settings.EXPORT_MAX_S = -1
    plain = Copied(MEDIA, "csv", "", lambda shown: "", lambda shown: b"", lambda number: b"")
    blocks = _blocks((b"x" * BLOCK_BYTES for _ in range(2)), None, plain)

    assert len(next(blocks)) == BLOCK_BYTES
    with pytest.raises(ExportTooSlow):
        next(blocks)


def test_a_collection_links_to_its_files(small_town, get):
    links = get("collections/amenities").json()["links"]
    files = [each for each in links if each["rel"] == "enclosure"]

    assert [each["type"].partition(";")[0] for each in files] == [
        "application/geo+json",
        "application/geo+json-seq",
        "text/csv",
    ]
    assert all(get(each["href"].partition("/api/")[2]).status_code == 200 for each in files)
