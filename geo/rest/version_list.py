"""The versions of a feature as the API tells them: what each was, what it changed, by whom and why."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from django.contrib.gis.geos import GEOSGeometry
from django.http import HttpRequest

from geo.differences import attribute_diff, geometry_diff, is_same
from geo.rest.collection import Collection, JsonObject, Person, Rows
from geo.rest.links import address, link
from geo.rest.media import GEOJSON, JSON

GEOMETRY = "geometry"


def written_names(collection: Collection) -> list[str]:
    """The properties that people write; what the database stamps on every version is left out."""
    return [name for name, field in collection.fields.items() if not field.read_only]


def utc(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def told(collection: Collection, row: Any, older: Any | None, user: Person) -> JsonObject:
    """One version beside the one before it that the same person sees. Who it was is told to who is signed in."""
    who = {"who": row.who} if user.is_authenticated else {}
    return {
        "version": row.version,
        "action": action(row, older),
        "changeset": row.changeset_id,
        "when": utc(row.when),
        **who,
        "why": row.why,
        "source": row.through,
        "changed": changed(collection, row, older),
    }


def action(row: Any, older: Any | None) -> str:
    """create, modify, delete or restore; the first version that somebody sees is where it began for them."""
    if older is None:
        return "create"
    if row.gone:
        return "modify" if older.gone else "delete"
    return "restore" if older.gone else "modify"


def changed(collection: Collection, row: Any, older: Any | None) -> list[str]:
    """The names of what differs between two versions, the geometry among them."""
    if older is None:
        return []
    columns = {name: _attribute(collection, row, name) for name in written_names(collection)}
    differing = [name for name, column in columns.items() if not is_same(getattr(older, column), getattr(row, column))]
    return [*differing, *([GEOMETRY] if older.shape != row.shape else [])]


def _attribute(collection: Collection, row: Any, name: str) -> str:
    field = row._meta.get_field(str(collection.fields[name].source))
    return str(field.attname)


def page(rows: Rows, limit: int, before: int | None) -> list[Any]:
    """The versions below `before`, newest first, and one more than `limit` where there is one: with no geometry."""
    found = rows if before is None else rows.filter(version__lt=before)
    return list(found.defer(GEOMETRY).order_by("-version")[: limit + 1])


def difference(
    older: tuple[Mapping[str, Any], GEOSGeometry], newer: tuple[Mapping[str, Any], GEOSGeometry], names: Sequence[str]
) -> JsonObject:
    """`attributes` before and after, `geometry` as GeoJSON (null when it is the same)."""
    (old, old_geometry), (new, new_geometry) = older, newer
    same = is_same(old_geometry, new_geometry)
    return {
        "attributes": attribute_diff({name: old[name] for name in names}, {name: new[name] for name in names}),
        "geometry": None if same else geometry_diff(old_geometry, new_geometry).as_geojson(),
    }


def version_links(request: HttpRequest, path: str, numbers: Sequence[int], version: int) -> list[dict[str, str]]:
    """Links of a version to its neighbours (RFC 5829). `numbers` are the versions that this person sees, in order."""
    place = numbers.index(version)
    near = {
        "version-history": (f"{path}/versions", JSON),
        "latest-version": (f"{path}/versions/{numbers[-1]}", GEOJSON),
    }
    if place:
        near["predecessor-version"] = (f"{path}/versions/{numbers[place - 1]}", GEOJSON)
    if place + 1 < len(numbers):
        near["successor-version"] = (f"{path}/versions/{numbers[place + 1]}", GEOJSON)
    return [link(rel, address(request, where), media) for rel, (where, media) in near.items()]
