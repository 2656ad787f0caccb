"""Features in words, for the pages that mirror the data."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import get_language

from geo.rest.collection import Collection

Feature = Mapping[str, Any]


def names(collection: Collection, feature: Feature) -> tuple[str, str, str]:
    """The name in the reader's language, the other name, its language. The id stands in for a name left out."""
    thai, english = (feature["properties"].get(name) or feature["id"] for name in collection.names)
    if (get_language() or "th").startswith("th"):
        return thai, english, "en"
    return english, thai, "th"


def table_row(collection: Collection, feature: Feature) -> dict[str, str]:
    """What a list shows of a feature."""
    name, other_name, other_language = names(collection, feature)
    return {
        "id": feature["id"],
        "collection": collection.id,
        "name": name,
        "other_name": other_name,
        "other_language": other_language,
        "geometry": position(feature["geometry"]),
    }


def position(geometry: Feature | None) -> str:
    """A point by its coordinates; anything larger by its kind and how many points it has."""
    if geometry is None:
        return "–"
    if geometry["type"] == "Point":
        return ", ".join(f"{number:.10g}" for number in geometry["coordinates"])
    return f"{geometry['type']} ({_points(geometry['coordinates'])})"


def _points(coordinates: Sequence[Any]) -> int:
    if not isinstance(coordinates[0], list):
        return 1
    return sum(_points(part) for part in coordinates)


def value(given: Any) -> str:
    """A property as text: lists with commas, pairs with colons, nothing as a dash."""
    if given is None or given in ("", [], {}):
        return "–"
    if isinstance(given, list):
        return ", ".join(map(str, given))
    if isinstance(given, dict):
        return ", ".join(f"{name}: {part}" for name, part in given.items())
    return str(given)
