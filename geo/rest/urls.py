"""The addresses under `/api/`: fixed ones, and some for each registered collection."""

from collections.abc import Iterator

from django.urls import URLPattern, URLResolver, include, path, re_path

from geo.rest.collection import Collection, collections, searched
from geo.rest.views.collections import CollectionsView, CollectionView, SchemaView
from geo.rest.views.export import ExportView
from geo.rest.views.item import ItemView
from geo.rest.views.items import ItemsView, SearchView
from geo.rest.views.root import ConformanceView, LandingView
from geo.rest.views.service import DocsView, HealthView, OpenApiView, ProblemView, missing
from geo.rest.views.tile_matrix_sets import TileMatrixSetsView, TileMatrixSetView
from geo.rest.views.tiles import TilesetsView, TilesetView, TileView
from geo.rest.views.validate import ValidateView
from geo.rest.views.versions import DiffView, VersionsView, VersionView
from geo.rest.views.writing import WritableItemsView, WritableItemView
from geo.tiles.matrix import IDENTIFIER


def _addresses(collection: Collection) -> Iterator[URLPattern | URLResolver]:
    """A path of its own for each collection, so that OpenAPI can say exactly what it takes and gives."""
    yield path(collection.path, CollectionView.as_view(collection=collection))
    # Below it, so that an address is compared with those of its own collection only.
    yield path(f"{collection.path}/", include(list(_below(collection))))


def _below(collection: Collection) -> Iterator[URLPattern]:
    yield path("schema", SchemaView.as_view(collection=collection, name="schema"))
    yield path("queryables", SchemaView.as_view(collection=collection, name="queryables"))
    items, item = (WritableItemsView, WritableItemView) if collection.writer else (ItemsView, ItemView)
    yield path("items", items.as_view(collection=collection))
    yield path("items/<str:feature_id>", item.as_view(collection=collection))
    yield path("export", ExportView.as_view(collection=collection))
    if collection.past:
        yield from _history(collection, "items/<str:feature_id>/versions")
    yield path("tiles", TilesetsView.as_view(collection=collection))
    yield path(f"tiles/{IDENTIFIER}", TilesetView.as_view(collection=collection))
    yield path(
        f"tiles/{IDENTIFIER}/<str:tileMatrix>/<str:tileRow>/<str:tileCol>", TileView.as_view(collection=collection)
    )


def _history(collection: Collection, at: str) -> Iterator[URLPattern]:
    yield path(at, VersionsView.as_view(collection=collection))
    yield path(f"{at}/<str:version>", VersionView.as_view(collection=collection))
    yield path(f"{at}/<str:older>/diff/<str:newer>", DiffView.as_view(collection=collection))


def _search() -> Iterator[URLPattern]:
    if collection := searched():
        yield path("search", SearchView.as_view(collection=collection))


urlpatterns = [
    *(address for collection in collections() for address in _addresses(collection)),  # first: asked for most
    path("", LandingView.as_view(), name="api"),
    path("conformance", ConformanceView.as_view()),
    path("openapi.json", OpenApiView.as_view(), name="openapi"),
    path("docs", DocsView.as_view(), name="api-docs"),
    path("health", HealthView.as_view()),
    path("problems/<slug:code>", ProblemView.as_view()),
    path("validate", ValidateView.as_view()),
    path("collections", CollectionsView.as_view()),
    path("tileMatrixSets", TileMatrixSetsView.as_view()),
    path(f"tileMatrixSets/{IDENTIFIER}", TileMatrixSetView.as_view()),
    *_search(),
    re_path("^", missing),  # a problem document, also where DEBUG would show Django's page
]
