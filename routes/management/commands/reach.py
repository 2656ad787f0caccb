"""`manage.py reach PLACE…`: which spaces lie within some minutes of gateways, spaces or points."""

import json
from pathlib import Path
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.core.management.base import BaseCommand, CommandError, CommandParser
from shapely.geometry import mapping

from routes.planning.errors import PlanRefused
from routes.planning.spots import spot_of
from routes.planning.world import World, load_world
from routes.reach import SPEED_MPS, Reach, reach
from routes.streets.profiles import PROFILES, WALK
from routes.streets.snapping import LonLat


class Command(BaseCommand):
    help = "Lists what is reached on foot, step-free, by bicycle or vehicle; --lines keeps the streets as GeoJSON."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("place", nargs="+", help="a gateway id, a space id, or lon,lat")
        parser.add_argument("--minutes", type=float, default=10.0)
        parser.add_argument("--profile", choices=PROFILES, default=WALK)
        parser.add_argument("--speed", type=float, metavar="MPS", help=f"metres a second; on foot {SPEED_MPS[WALK]}")
        parser.add_argument("--lines", type=Path, metavar="FILE")

    def handle(self, *, place: list[str], minutes: float, profile: str, **asked: Any) -> None:
        if not 0 < minutes <= 600 or not (asked["speed"] is None or 0 < asked["speed"] <= 50):
            raise CommandError("--minutes is wanted from 0 to 600, --speed from 0 to 50.")
        world = load_world(AnonymousUser())
        spaces = {id_: space.lonlat for id_, space in world.spaces.items() if space.is_located}
        found = reach(
            [position(one, world) for one in place], spaces, profile=profile, minutes=minutes, speed_mps=asked["speed"]
        )
        for one in found.spaces:
            self.stdout.write(f"{one.minutes:5.1f} min  {one.source:<8}  {one.id}")
        self.stdout.write(
            f"{len(found.spaces)} of {len(spaces)} spaces. {found.street_metres / 1000:.1f} km of street."
        )
        self.stdout.write(found.attribution or "By estimate.")
        if asked["lines"]:
            asked["lines"].write_text(geojson(found), encoding="utf-8")


def position(text: str, world: World) -> LonLat:
    """Where the place is. Raises CommandError."""
    lon, _, lat = text.partition(",")
    try:
        return (float(lon), float(lat)) if lat else spot_of(text, "place", world).lonlat
    except ValueError:
        raise CommandError(f"{text!r} is no position; lon,lat is wanted.") from None
    except PlanRefused as refusal:
        raise CommandError(refusal.text.en) from refusal


def geojson(found: Reach) -> str:
    """The streets reached as one feature."""
    told = {"metres": found.street_metres, "attribution": found.attribution}
    return json.dumps({"type": "Feature", "geometry": mapping(found.streets), "properties": told}, ensure_ascii=False)
