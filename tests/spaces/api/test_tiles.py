"""Vector tiles over HTTP: who sees what, and what caches may keep."""

import gzip

import mapbox_vector_tile
import pytest
from django.contrib.gis.geos import MultiPolygon, Polygon

from geo.tiles.matrix import tile_at
from spaces.changesets import Action, Change, apply

pytestmark = pytest.mark.django_db

TILES = "collections/learning-spaces/tiles/WebMercatorQuad"
MVT = "application/vnd.mapbox-vector-tile"
EPSG_4326 = "http://www.opengis.net/def/crs/EPSG/0/4326"
KINDS = ["heritage-sites", "street-art-walls", "urban-design-zones", "wisdom-places", "amenities", "learning-spaces"]


def path(zoom: int = 12, collection: str = "learning-spaces") -> str:
    """The address of the tile of the small town."""
    tile = tile_at(100.081, 7.617, zoom)
    return f"collections/{collection}/tiles/WebMercatorQuad/{zoom}/{tile.row}/{tile.column}"


def shown(response) -> set[str]:
    """The ids of the features in a tile."""
    layers = mapbox_vector_tile.decode(response.content).values() if response.content else []
    return {feature["properties"]["id"] for layer in layers for feature in layer["features"]}


def empty(zoom: int = 12) -> str:
    return f"{TILES}/{zoom}/0/0"


# --- The gate


def test_a_draft_is_not_in_a_visitors_tile(get, small_town):
    published = {id for id, space in small_town.items() if space.status == "published"}

    assert shown(get(path())) == published


def test_a_planner_sees_the_draft_and_the_visitor_after_him_does_not(get, small_town, planner):
    assert "weaving-house" in shown(get(path(), as_user=planner))
    assert "weaving-house" not in shown(get(path()))


def test_a_tile_shows_what_the_items_show(get, small_town, teacher, reviewer, municipality):
    teacher.memberships.create(partner=municipality)
    for person in (None, teacher, reviewer):
        items = get("collections/learning-spaces/items", as_user=person).json()["features"]
        assert shown(get(path(9), as_user=person)) == {feature["id"] for feature in items}


@pytest.mark.parametrize("collection", KINDS)
def test_every_collection_has_tiles_with_a_layer_of_its_name(get, small_town, make_space, collection):
    if collection == "urban-design-zones":
        zone = Polygon([(100.08, 7.61), (100.09, 7.61), (100.09, 7.62), (100.08, 7.62), (100.08, 7.61)])
        make_space(collection, "zone", geometry=MultiPolygon(zone, srid=4326))

    assert list(mapbox_vector_tile.decode(get(path(12, collection)).content)) == [collection]


# --- Filters


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"theme": "murals"}, {"station-wall", "market-wall"}),
        ({"q": "วัดเก่า"}, {"old-temple"}),
        ({"age_group": "primary", "subkind": "library"}, {"library"}),
        ({"open_at": "2027-01-23T10:00:00+07:00"}, {"old-temple", "palace"}),
        ({"filter": "subkind IN ('temple','mural') AND name_th LIKE '%เก่า'"}, {"old-temple", "palace"}),
        ({"filter": '{"op":"=","args":[{"property":"toilet"},"yes"]}', "filter-lang": "cql2-json"}, {"park-toilets"}),
        ({"filter": "S_INTERSECTS(geometry, POINT(7.62 100.085))", "filter-crs": EPSG_4326}, {"station-wall"}),
        ({"bbox": "100.0845,7.6,100.09,7.7"}, {"station-wall"}),
    ],
)
def test_the_filters_of_the_items_narrow_the_tiles(get, small_town, query, found):
    assert shown(get(path(), **query)) == found


def test_a_time_narrows_the_tiles_of_what_has_one(get, make_space):
    make_space("street-art-walls", "old-wall", (100.081, 7.617), last_seen="2020-05-01")
    make_space("street-art-walls", "new-wall", (100.082, 7.617), last_seen="2026-05-01")

    assert shown(get(path(collection="street-art-walls"), datetime="2026-01-01/..")) == {"new-wall"}


def test_a_filtered_tile_does_not_change_the_unfiltered_one(get, small_town):
    whole = get(path()).content
    get(path(), theme="murals")

    assert get(path()).content == whole


@pytest.mark.parametrize(
    "query", [{"nonsense": "1"}, {"theme": "A B"}, {"f": "png"}, {"limit": "5"}, {"filter": "year ="}]
)
def test_other_parameters_are_400(get, query):
    assert get(path(), **query).status_code == 400


# --- Addresses


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("a/0/0", 400),
        ("0/0/-1", 400),
        ("1/1.5/0", 400),
        ("23/0/0", 404),
        ("1/2/0", 404),
        ("1/0/2", 404),
    ],
)
def test_what_is_no_tile_is_a_problem(get, address, status):
    response = get(f"{TILES}/{address}")

    assert response.status_code == status
    assert response["Content-Type"] == "application/problem+json"
    assert response["Cache-Control"] == "no-store"


def test_the_last_tile_of_the_deepest_zoom_exists(get, library):
    assert get(f"{TILES}/22/4194303/4194303").status_code == 204


@pytest.mark.parametrize("missing", ["collections/nothing/tiles", "collections/learning-spaces/tiles/WorldCRS84Quad"])
def test_there_is_nothing_else(get, missing):
    assert get(missing).status_code == 404


# --- Caches


def test_an_empty_tile_is_204_and_may_be_kept(get, library):
    response = get(empty())

    assert (response.status_code, response.content) == (204, b"")
    assert "Content-Type" not in response
    assert response["Cache-Control"] == "public, max-age=60"
    assert response["ETag"]


@pytest.mark.parametrize("address", [path(), empty()])
def test_a_private_tile_is_never_kept_by_a_shared_cache(get, small_town, planner, address):
    response = get(address, as_user=planner)

    assert response["Cache-Control"] == "private, no-cache"
    assert get(address)["Cache-Control"] == "public, max-age=60"
    vary = {name.strip() for name in get(address)["Vary"].split(",")}
    assert {"Authorization", "Cookie", "Accept-Encoding"} <= vary


def test_a_tile_costs_one_statement_and_a_304_another(get, small_town, django_assert_num_queries):
    with django_assert_num_queries(1):
        tag = get(path())["ETag"]
    with django_assert_num_queries(1):
        again = get(path(), headers={"if-none-match": tag})

    assert (again.status_code, again.content, again["ETag"]) == (304, b"", tag)
    assert again["Cache-Control"] == "public, max-age=60"


def test_tags_differ_by_person_and_question(get, small_town, planner, reviewer):
    asked = [get(path()), get(path(), theme="murals"), get(path(13)), get(path(), as_user=planner)]
    asked.append(get(path(), as_user=reviewer))

    assert len({response["ETag"] for response in asked}) == len(asked)


@pytest.mark.django_db(transaction=True)
def test_a_committed_change_gives_a_new_tile(get, library):
    before = get(path())
    change = Change(Action.MODIFY, "wisdom-places", "library", {"status": "draft"}, base_version=1)
    apply([change], author=None, comment="-", source="tests")
    after = get(path(), headers={"if-none-match": before["ETag"]})

    assert shown(before) == {"library"}
    assert (after.status_code, after.content) == (204, b"")


def test_tiles_are_compressed_for_those_who_take_it(get, small_town):
    plain, zipped = get(path()), get(path(), headers={"accept-encoding": "gzip, deflate"})

    assert "Content-Encoding" not in plain
    assert zipped["Content-Encoding"] == "gzip"
    assert gzip.decompress(zipped.content) == plain.content
    assert len(zipped.content) < len(plain.content)


@pytest.mark.parametrize("accept", ["*/*", MVT, "application/x-protobuf", "image/webp,*/*;q=0.8"])
def test_a_tile_has_its_media_type(get, library, accept):
    response = get(path(), headers={"accept": accept})

    assert (response.status_code, response["Content-Type"]) == (200, MVT)
    assert (response["OGC-NumberMatched"], response["OGC-NumberReturned"]) == ("1", "1")
