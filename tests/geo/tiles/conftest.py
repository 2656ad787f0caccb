"""Tiles made without HTTP, and read by a decoder that is not ours."""

from collections.abc import Callable
from typing import Any

import mapbox_vector_tile
import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection

from geo.tiles.encoding import Encoded, encode
from geo.tiles.matrix import Tile
from geo.tiles.statement import prepare
from spaces.models import KIND_OF, AnySpace
from spaces.tiles import layer

MakeTile = Callable[..., Encoded]


@pytest.fixture
def make_tile() -> MakeTile:
    """The tile of a collection as a visitor gets it."""

    def make(collection: str, tile: Tile) -> Encoded:
        model = KIND_OF.get(collection, AnySpace)
        rows = model.objects.all().visible_to(AnonymousUser())
        return encode(prepare(rows, layer(collection), tile.zoom), tile, [collection])

    return make


def features(found: Encoded) -> dict[str, Any]:
    """The features of the only layer by id, in tile units with y down."""
    if not found.data:
        return {}
    (decoded,) = mapbox_vector_tile.decode(found.data, default_options={"y_coord_down": True}).values()
    return {feature["properties"]["id"]: feature for feature in decoded["features"]}


def by_hand(sql: str, *parameters: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
