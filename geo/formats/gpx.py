"""Journeys as GPX 1.1: a track along the way and a waypoint at each stop. Every track says when it is an estimate."""

from collections.abc import Sequence
from datetime import UTC

from gpxpy.gpx import GPX, GPXTrack, GPXTrackPoint, GPXTrackSegment, GPXWaypoint

from geo.formats.journey import Journey, Stop, note_of
from geo.formats.text import plain

MEDIA_TYPE = "application/gpx+xml"
CREATOR = "Phatthalung learning map"


def write(journeys: Sequence[Journey]) -> bytes:
    """One file of all journeys."""
    gpx = GPX()
    gpx.creator = CREATOR
    gpx.name = plain(journeys[0].title) if journeys else CREATOR
    said = [text for journey in journeys for text in (journey.notice, journey.attribution) if text]
    gpx.description = plain("\n".join(dict.fromkeys(said))) or None
    gpx.copyright_author = plain(next((one.attribution for one in journeys if one.attribution), "")) or None
    for journey in journeys:
        gpx.waypoints += [waypoint(stop, journey) for stop in journey.stops]
        gpx.tracks.append(track(journey))
    return str(gpx.to_xml(version="1.1")).encode()


def waypoint(stop: Stop, journey: Journey) -> GPXWaypoint:
    """Times are UTC, as the format wants them."""
    lon, lat = stop.lonlat
    return GPXWaypoint(
        latitude=lat,
        longitude=lon,
        time=stop.arrive.astimezone(UTC),
        name=plain(f"{stop.n}. {stop.name}"),
        description=plain(note_of(stop, journey)),
        comment=plain(journey.notice) or None,
        symbol="Flag",
        type=journey.words.stop,
    )


def about(journey: Journey) -> str:
    """How far the track can be trusted, and whose streets it follows."""
    return "\n".join(filter(None, (journey.notice, journey.attribution)))


def track(journey: Journey) -> GPXTrack:
    """The legs one after the other, one segment."""
    made = GPXTrack(name=plain(journey.title), description=plain(about(journey)) or None)
    made.comment = plain(journey.notice) or None
    made.source = "estimate" if any(leg.estimated for leg in journey.legs) else "streets"
    positions = [position for leg in journey.legs for position in leg.coordinates]
    kept = [here for index, here in enumerate(positions) if index == 0 or here != positions[index - 1]]
    made.segments.append(GPXTrackSegment([GPXTrackPoint(lat, lon) for lon, lat in kept]))
    return made
