"""A space as plain values by column: what it was, what it is, what somebody wants it to be."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import shapely
from django.contrib.gis.geos import GEOSGeometry

from geo.differences import as_geojson
from spaces.changesets import Action, Change
from spaces.models import Status

Values = dict[str, Any]


def wanted(change: Change) -> Values:
    """The values a change would write, as the columns hold them."""
    if change.action == Action.DELETE:
        return {"status": Status.DELETED.value}
    return dict(change.values)


def held(row: Any, names: Iterable[str]) -> Values:
    """The same columns of a stored space or of one of its versions."""
    return {name: getattr(row, row._meta.get_field(name).attname) for name in names}


def as_json(value: Any) -> Any:
    """A value as the API writes it."""
    if isinstance(value, GEOSGeometry):
        return as_geojson(shapely.from_wkb(bytes(value.wkb)))
    return value.isoformat() if isinstance(value, date) else value


def all_as_json(values: Mapping[str, Any]) -> Values:
    return {name: as_json(value) for name, value in values.items()}
