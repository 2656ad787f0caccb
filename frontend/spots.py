"""Spaces as the map draws them when they are no stops: a spot and the circle of its accuracy."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse

from frontend.itineraries import map_labels
from frontend.presenting import words


def spots_map(spaces: Iterable[Any]) -> dict[str, Any]:
    """Map data (WGS 84 lon, lat; metres) of spaces of any kind, lines and areas by their middle and their outline."""
    return {"stops": [], "legs": [], "ends": [], "spots": [spot(space) for space in spaces], "labels": map_labels()}


def spot(space: Any) -> dict[str, Any]:
    middle = space.geometry if space.geometry.geom_type == "Point" else space.geometry.point_on_surface
    return {
        "id": space.id,
        "name": words(space, "name"),
        "lonlat": [middle.x, middle.y],
        "accuracy_m": space.accuracy_m,
        "address": reverse("space", args=[space.id]),
        "outline": outline(space.geometry),
    }


def outline(geometry: Any) -> list[list[list[float]]]:
    """The outer rings of an area, or a line, as lists of positions; nothing for a point."""
    if geometry.geom_type == "MultiPolygon":
        return [[list(position[:2]) for position in polygon[0]] for polygon in geometry]
    if geometry.geom_type == "LineString":
        return [[list(position[:2]) for position in geometry]]
    return []
