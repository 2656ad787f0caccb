"""Each resource: it is there, it says what it is, and its links lead somewhere."""

import gzip
import html
import json

import pytest
from django.db import OperationalError
from django.test.html import parse_html

from geo.rest.collection import collections

pytestmark = pytest.mark.django_db

CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84"
RESOURCES = {
    "": "application/json",
    "conformance": "application/json",
    "collections": "application/json",
    "collections/heritage-sites": "application/json",
    "collections/heritage-sites/items": "application/geo+json",
    "collections/heritage-sites/items/old-temple": "application/geo+json",
    "collections/heritage-sites/schema": "application/schema+json",
    "collections/heritage-sites/queryables": "application/schema+json",
    "collections/learning-spaces": "application/json",
    "openapi.json": "application/vnd.oai.openapi+json;version=3.0",
    "problems/not-found": "application/json",
}


@pytest.mark.parametrize(("path", "media_type"), RESOURCES.items())
def test_a_resource_has_its_exact_media_type(get, small_town, path, media_type):
    response = get(path, f="json")

    assert response.status_code == 200
    assert response["Content-Type"] == media_type
    assert response.json()
    assert get(path, headers={"accept": "application/json"})["Content-Type"] == media_type


@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize("path", [*(path for path in RESOURCES if path != "openapi.json"), "docs", "search?q=วัด"])
def test_a_resource_has_a_page_without_inline_code(get, small_town, path, language):
    browser = {"accept": "text/html,application/xhtml+xml,*/*;q=0.8", "accept-language": language}
    response = get(path, headers=browser)
    page = response.content.decode()

    assert response.status_code == 200
    assert response["Content-Type"].startswith("text/html")
    assert f'<html lang="{language}">' in page
    assert page.count("<script") == page.count('<script type="module"') <= 1
    assert page.count("</script>") == page.count("></script>")
    assert " style=" not in page
    assert "//cdn" not in page
    parse_html(page[page.index("<html") :])


def test_every_link_of_the_landing_page_leads_somewhere(client, small_town):
    links = client.get("/api/?f=json").json()["links"]

    assert {"self", "alternate", "service-desc", "service-doc", "conformance", "data"} <= {one["rel"] for one in links}
    for link in links:
        query = "?q=x" if link["rel"] == "search" else ""
        response = client.get(link["href"] + query, headers={"accept": link["type"]})
        assert response.status_code == 200, link


def test_only_true_conformance_is_declared(get):
    classes = get("conformance").json()["conformsTo"]

    assert "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core" in classes
    assert "http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/crs" in classes
    assert "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/features-filter" in classes
    assert "http://www.opengis.net/spec/cql2/1.0/conf/cql2-text" in classes
    assert "http://www.opengis.net/spec/ogcapi-features-4/1.0/conf/create-replace-delete" in classes
    assert not any(one.endswith(("/functions", "/arithmetic")) for one in classes)


def test_a_collection_tells_its_extent_and_its_systems(get, small_town):
    found = get("collections/heritage-sites").json()

    assert found["extent"]["spatial"]["bbox"] == [[100.079, 7.615, 100.083, 7.619]]
    assert found["storageCrs"] == "http://www.opengis.net/def/crs/OGC/1.3/CRS84"
    assert found["crs"][0] == found["storageCrs"]
    assert {"items", "self", "describedby"} <= {link["rel"] for link in found["links"]}


def test_an_empty_collection_has_no_extent(get):
    assert "extent" not in get("collections/amenities").json()


def test_zones_carry_the_notice_that_only_the_gazette_is_law(get):
    assert "Royal Gazette" in get("collections/urban-design-zones").json()["notice"]


def test_the_collections_cost_one_query_each(get, small_town, django_assert_num_queries):
    with django_assert_num_queries(len(collections())):
        get("collections")


def test_the_schema_names_every_property_of_a_feature(get, small_town):
    schema = get("collections/street-art-walls/schema").json()
    feature = get("collections/street-art-walls/items/market-wall").json()

    assert set(schema["properties"]) == {"id", "geometry", *feature["properties"]}
    assert schema["properties"]["condition"]["enum"][-1] == "unknown"
    assert schema["properties"]["year"]["type"] == ["integer", "null"]
    assert schema["properties"]["geometry"]["x-ogc-role"] == "primary-geometry"
    assert "search_text" not in schema["properties"]


def test_every_queryable_can_be_filtered_by(get, small_town):
    names = get("collections/street-art-walls/queryables").json()["properties"]

    assert {"id", "geometry", "year", "themes", "last_seen", "partner"} <= set(names)
    for name in names:
        assert get("collections/street-art-walls/items", filter=f'"{name}" IS NULL').status_code == 200, name


def test_queryables_are_described_as_in_the_schema(get, small_town):
    schema = get("collections/street-art-walls/schema").json()["properties"]
    names = get("collections/street-art-walls/queryables").json()["properties"]

    assert names == {name: schema[name] for name in names}
    assert set(schema) - set(names) == {"visit_minutes"}


def test_the_openapi_document_is_complete_in_itself(get):
    document = get("openapi.json").json()
    text = json.dumps(document)

    assert document["openapi"].startswith("3.0.")
    assert document["servers"] == [{"url": "http://testserver/api"}]
    refs = {part.split('"')[1] for part in text.split('"$ref": ')[1:]}
    assert refs
    for ref in refs:
        assert ref.startswith("#/components/schemas/")
        assert ref.rsplit("/", 1)[1] in document["components"]["schemas"]


def test_no_schema_asks_for_nothing(get):
    assert '"required": []' not in json.dumps(get("openapi.json").json())  # OpenAPI 3.0 forbids an empty list


def test_every_operation_has_an_id_of_its_own(get):
    document = get("openapi.json").json()
    ids = [operation["operationId"] for item in document["paths"].values() for operation in item.values()]

    assert len(ids) == len(set(ids))


def test_health_asks_the_database(get, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert get("health").json() == {"status": "ok", "database": "ok"}


def test_health_is_503_when_the_database_is_away(get, monkeypatch):
    def away():
        raise OperationalError("no socket at /secret")

    monkeypatch.setattr("geo.rest.views.service.connection.cursor", away)
    response = get("health")

    assert response.status_code == 503
    assert response["Retry-After"]
    assert response["Content-Type"] == "application/problem+json"
    assert "secret" not in response.content.decode()


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_other_methods_are_405_and_say_what_is_allowed(client, small_town, method):
    response = getattr(client, method)("/api/collections/learning-spaces/items")

    assert response.status_code == 405
    assert "GET" in response["Allow"]
    assert response["Content-Type"] == "application/problem+json"


def test_head_and_options_are_answered(client, small_town):
    assert client.head("/api/collections/learning-spaces/items").status_code == 200
    answer = client.options("/api/collections/learning-spaces/items")
    assert (answer.status_code, answer["Allow"]) == (204, "GET, HEAD, OPTIONS")


@pytest.mark.parametrize(
    "path",
    [
        "collections/heritage-sites",
        "collections/heritage-sites/items?limit=1&crs=http://www.opengis.net/def/crs/EPSG/0/24047",
        "collections/heritage-sites/items/palace?properties=uid",
        "collections/heritage-sites/tiles/WebMercatorQuad?subkind=temple",
        "search?q=วัดเก่า",
    ],
)
def test_the_map_of_a_page_asks_for_the_same_features_in_degrees(get, small_town, path):
    page = get(path, headers={"accept": "text/html"}).content.decode()
    address = html.unescape(page.partition('data-src="')[2].partition('"')[0])

    answer = get(address.removeprefix("/api/"))

    assert (answer.status_code, answer["Content-Crs"]) == (200, f"<{CRS84}>")
    for feature in answer.json().get("features", [answer.json()]):
        assert set(feature["properties"]) == {"name_th", "name_en", "accuracy_m"}
        assert feature["id"] in page or "items" not in path


def test_a_page_needs_no_front_end_to_have_been_built(get, small_town, settings):
    settings.API_MAP_MODULE = "src/nothing.ts"
    page = get("collections/heritage-sites/items", f="html").content.decode()

    assert "<script" not in page
    assert "<table>" in page


def test_where_nothing_lies_there_is_no_map(get):
    for path in ("collections/amenities", "collections/amenities/items", "collections/amenities/tiles/WebMercatorQuad"):
        assert "data-features-map" not in get(path, f="html").content.decode()


def test_pages_and_documents_are_compressed_and_tell_what_they_are_about(get, small_town):
    for path in ("openapi.json", "docs", "collections", "collections/heritage-sites/items?f=html"):
        plain, zipped = get(path), get(path, headers={"accept-encoding": "gzip"})
        assert zipped["Content-Encoding"] == "gzip", path
        assert gzip.decompress(zipped.content) == plain.content
        assert "Accept-Encoding" in zipped["Vary"]
    page = get("collections/heritage-sites/items/old-temple", f="html").content.decode()

    assert '<meta name="description" content="Old Temple · วัดเก่า · Heritage sites">' in page


def test_a_strong_tag_stands_for_the_same_bytes(get, small_town):
    response = get("collections/heritage-sites/items/old-temple", headers={"accept-encoding": "gzip"})

    assert response["ETag"] == '"1"'
    assert "Content-Encoding" not in response
