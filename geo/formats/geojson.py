"""Journeys as GeoJSON (RFC 7946): stops as points, legs as lines, WGS 84."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from geo.formats.journey import Journey, Leg, LonLat, Stop

MEDIA_TYPE = "application/geo+json"


def write(journeys: Sequence[Journey]) -> bytes:
    """One FeatureCollection of all journeys; each feature names its journey."""
    features = [feature for journey in journeys for feature in features_of(journey)]
    about = [
        {
            "id": journey.id,
            "title": journey.title,
            "notice": journey.notice,
            "attribution": journey.attribution,
            **journey.properties,
        }
        for journey in journeys
    ]
    collection = {"type": "FeatureCollection", **bbox(features), "features": features, "journeys": about}
    return json.dumps(collection, ensure_ascii=False, separators=(",", ":"), default=str).encode()


def features_of(journey: Journey) -> Iterator[dict[str, Any]]:
    for stop in journey.stops:
        yield stop_feature(stop, journey)
    for number, leg in enumerate(journey.legs, start=1):
        yield leg_feature(leg, number, journey)


def stop_feature(stop: Stop, journey: Journey) -> dict[str, Any]:
    return {
        "type": "Feature",
        "id": f"{journey.id}/stop/{stop.n}",
        "geometry": {"type": "Point", "coordinates": list(stop.lonlat)},
        "properties": {
            "role": "stop",
            "itinerary": journey.id,
            "n": stop.n,
            "space": stop.id,
            "name": stop.name,
            "accuracy_m": stop.accuracy_m,
            "arrive": stop.arrive.isoformat(),
            "leave": stop.leave.isoformat(),
            "hours": stop.hours,
            "why": stop.why,
            "activity": stop.activity,
            **stop.properties,
        },
    }


def leg_feature(leg: Leg, number: int, journey: Journey) -> dict[str, Any]:
    return {
        "type": "Feature",
        "id": f"{journey.id}/leg/{number}",
        "geometry": {"type": "LineString", "coordinates": [list(position) for position in leg.coordinates]},
        "properties": {
            "role": "leg",
            "itinerary": journey.id,
            "n": number,
            "from": leg.origin,
            "to": leg.destination,
            "mode": leg.mode,
            "metres": leg.metres,
            "metres_low": leg.metres_low,
            "metres_high": leg.metres_high,
            "seconds": leg.seconds,
            "source": "estimate" if leg.estimated else "streets",
            "notice": journey.notice,
            "steps": list(leg.steps),
            "attribution": "" if leg.estimated else journey.attribution,
        },
    }


def bbox(features: Sequence[dict[str, Any]]) -> dict[str, list[float]]:
    """West, south, east, north of all features; nothing for none."""
    positions: list[LonLat] = []
    for feature in features:
        coordinates = feature["geometry"]["coordinates"]
        positions += [coordinates] if feature["geometry"]["type"] == "Point" else coordinates
    if not positions:
        return {}
    lons, lats = [position[0] for position in positions], [position[1] for position in positions]
    return {"bbox": [min(lons), min(lats), max(lons), max(lats)]}
