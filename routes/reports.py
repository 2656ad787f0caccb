"""What routes know for the planning report of a zone: where visitors start, and the ways along streets."""

from collections.abc import Sequence

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from geo.texts import Text
from geo.utm import plane_at
from routes.models import Gateway
from routes.networks.current import streets_in_use
from routes.streets.matrix import between, places_of
from routes.streets.profiles import WALK
from routes.streets.snapping import snap
from spaces.zone_reports.reach import LonLat, StartingPoint, Ways

EVERY_M = 25.0
MOST_ENTRANCES = 400


class WalkingAlongStreets:
    """Given to `spaces.zone_reports.reach` when the app is ready."""

    def starting_points(self) -> Sequence[StartingPoint]:
        return [
            StartingPoint(gateway.pk, Text(gateway.name_th, gateway.name_en), (gateway.geometry.x, gateway.geometry.y))
            for gateway in Gateway.objects.order_by("pk")
        ]

    def ways(self, zone: BaseGeometry, places: Sequence[LonLat], most_m: float) -> Ways | None:
        """The shortest ways to any entrance; a place within the zone is there already."""
        streets = streets_in_use()
        if streets is None:
            return None
        graph = streets.matrix(WALK).graph
        starts, goals = snap(graph, places), [one for one in snap(graph, entrances(zone)) if one is not None]
        known = [index for index, one in enumerate(starts) if one is not None]
        metres = np.full(len(places), np.inf)
        if known and goals:
            origins = [one for one in starts if one is not None]
            found = between(graph, places_of(graph, origins), places_of(graph, goals), most_m)
            there = found.metres + np.array([goal.away_m for goal in goals])
            metres[known] = there.min(axis=1) + np.array([one.away_m for one in origins])
        metres[shapely.intersects_xy(zone, np.array(places))] = 0.0
        return Ways(metres, streets.attribution)


def entrances(zone: BaseGeometry) -> list[LonLat]:
    """Points on the border, 25 m apart, farther where it is very long."""
    border = zone.boundary
    plane = plane_at(zone.bounds[0])
    metres = float(plane.project(border).length)
    number = int(min(MOST_ENTRANCES, max(4, metres / EVERY_M)))
    points = shapely.line_interpolate_point(
        shapely.get_parts(border)[:, None], np.linspace(0, 1, number, endpoint=False)[None, :], normalized=True
    ).ravel()
    return [(float(point.x), float(point.y)) for point in points[:: max(1, len(points) // MOST_ENTRANCES)]]
