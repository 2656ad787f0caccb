"""What describes the tiles: the links that clients follow, tile set metadata, TileJSON, OpenAPI."""

import mapbox_vector_tile
import pytest

from geo.rest.collection import collections
from geo.tiles.matrix import tile_at
from tests.spaces.api.test_tiles import MVT, TILES, path, shown

pytestmark = pytest.mark.django_db


def by_rel(document) -> dict[str, dict]:
    return {link["rel"].rpartition("/")[2]: link for link in document["links"]}


def ask(get, link):
    return get(link["href"].partition("/api/")[2]).json()


def test_from_the_landing_page_to_a_tile_by_links_alone(get, small_town):
    data = ask(get, by_rel(get().json())["data"])
    collection = next(each for each in data["collections"] if each["id"] == "learning-spaces")
    (listed,) = ask(get, by_rel(collection)["tilesets-vector"])["tilesets"]
    tileset = ask(get, by_rel(listed)["self"])
    item, tile = by_rel(tileset)["item"], tile_at(100.081, 7.617, 12)

    filled = item["href"].format(tileMatrix=12, tileRow=tile.row, tileCol=tile.column)

    assert (item["type"], item["templated"]) == (MVT, True)
    assert "library" in shown(get(filled.partition("/api/")[2]))


def test_the_tile_set_names_its_scheme_and_its_layer(get, small_town):
    tileset = get(TILES).json()
    scheme = ask(get, by_rel(tileset)["tiling-scheme"])

    assert scheme["uri"] == tileset["tileMatrixSetURI"]
    assert len(scheme["tileMatrices"]) == 23
    (layer,) = tileset["layers"]
    tile = mapbox_vector_tile.decode(get(path()).content)[layer["id"]]
    assert {key for feature in tile["features"] for key in feature["properties"]} <= set(
        layer["propertiesSchema"]["properties"]
    )
    assert "500" in tileset["description"]


def test_tilejson_leads_to_the_same_tiles(get, small_town):
    document = get(TILES, f="tilejson", theme="murals").json()
    tile = tile_at(100.081, 7.617, document["minzoom"] + 12)

    (template,) = document["tiles"]
    address = template.format(z=tile.zoom, y=tile.row, x=tile.column).partition("/api/")[2]

    assert document["tilejson"] == "3.0.0"
    assert shown(get(address)) == {"station-wall", "market-wall"}
    west, south, east, north = document["bounds"]
    assert (west, south, east, north) == pytest.approx((100.082, 7.618, 100.085, 7.62))


def test_the_tiles_of_a_filtered_set_keep_the_filter(get, small_town):
    asked = {"filter": '{"op":"=","args":[{"property":"subkind"},"temple"]}', "filter-lang": "cql2-json"}
    tile = tile_at(100.081, 7.617, 12)
    (template,) = get(TILES, f="tilejson", **asked).json()["tiles"]
    link = by_rel(get(TILES, f="json", **asked).json())["item"]["href"]

    for filled in (
        template.format(z=12, y=tile.row, x=tile.column),
        link.format(tileMatrix=12, tileRow=tile.row, tileCol=tile.column),
    ):
        assert shown(get(filled.partition("/api/")[2])) == {"old-temple", "palace"}


def test_a_persons_way_to_the_tiles_begins_on_the_page_of_the_collection(get, small_town):
    page = get("collections/amenities", f="html").content.decode()

    assert 'href="/api/collections/amenities/tiles/WebMercatorQuad?f=html"' in page


def test_the_bounds_are_those_of_what_one_may_see(get, make_space, planner):
    make_space("wisdom-places", "far-draft", (100.3, 7.9), status="draft")
    make_space("wisdom-places", "near", (100.08, 7.6))

    assert get(TILES, f="tilejson").json()["bounds"] == [100.08, 7.6, 100.08, 7.6]
    assert get(TILES, f="tilejson", as_user=planner).json()["bounds"] == [100.08, 7.6, 100.3, 7.9]


def test_without_spaces_there_are_no_bounds(get):
    assert "bounds" not in get(TILES, f="tilejson").json()


def test_zones_say_that_they_are_no_law(get):
    for f in ("json", "tilejson"):
        description = get("collections/urban-design-zones/tiles/WebMercatorQuad", f=f).json()["description"]
        assert "Royal Gazette" in description


@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize("page", [TILES.rpartition("/")[0], TILES, "tileMatrixSets", "tileMatrixSets/WebMercatorQuad"])
def test_every_description_is_a_page_too(get, small_town, page, language):
    response = get(page, f="html", headers={"accept-language": language})

    assert response.status_code == 200
    assert f'<html lang="{language}">' in response.content.decode()
    assert "style=" not in response.content.decode()


def test_the_openapi_document_names_every_tile_address(get):
    paths = get("openapi.json").json()["paths"]

    for collection in collections():
        address = f"/collections/{collection.id}/tiles/WebMercatorQuad/{{tileMatrix}}/{{tileRow}}/{{tileCol}}"
        described = paths[address]["get"]
        assert {"200", "204", "400", "404"} <= set(described["responses"])
        assert {"tileMatrix", "tileRow", "tileCol", "theme", "filter", "datetime"} <= {
            one["name"] for one in described["parameters"]
        }


def test_what_no_tile_takes_its_list_refuses_too(get):
    for asked in ({"wheelchair": "AAA"}, {"filter": "year ="}, {"datetime": "soon"}):
        assert get(TILES.rpartition("/")[0], **asked).status_code == 400
