"""`manage.py import_streets FILE`: OpenStreetMap, a layer of lines or a walked track as a new street network."""

import sys
import time
from pathlib import Path
from typing import Any

import shapely
from django.conf import settings
from django.contrib.gis.gdal import CoordTransform, GDALException
from django.core.management.base import BaseCommand, CommandError, CommandParser

from routes.models import StreetNetwork
from routes.networks.gdal_files import opened, to_wgs84
from routes.networks.gdal_lines import ENCODINGS, mapping_of
from routes.networks.loading import network_of
from routes.networks.progress import Progress
from routes.networks.reading import LINE_ENDS_M, Options, Read, read
from routes.networks.storing import store
from routes.streets.clipping import Clip
from routes.streets.errors import InvalidStreets
from routes.streets.osm_reading import ENDINGS
from spaces.models import Boundary

MOST_TIE_M = 100


class Command(BaseCommand):
    help = "Loads streets as a new network and plans along them from then on. A file that fails changes nothing."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "file", type=Path, help="OpenStreetMap (.osm.pbf, .osm), GPX, or lines in a form GDAL reads"
        )
        parser.add_argument("--bbox", help="west,south,east,north in degrees")
        parser.add_argument("--clip", help="a file with one polygon, or the id of a boundary")
        parser.add_argument("--map", default="", metavar="TAG=COLUMN,…", help="columns of a layer; TAG==TEXT for all")
        parser.add_argument("--layer", help="the layer of a file that has several")
        parser.add_argument("--crs", help="EPSG code of a layer that does not say it")
        parser.add_argument("--encoding", default="", choices=["", *ENCODINGS], help="of the texts of a Shapefile")
        parser.add_argument(
            "--tie", type=float, default=LINE_ENDS_M, metavar="M", help="ends this near to a line meet it"
        )
        parser.add_argument("--add", action="store_true", help="add to the network in use (always so for GPX)")
        parser.add_argument("--attribution", default="", help="whom to name wherever these streets are used")
        parser.add_argument("--no-switch", action="store_true", help="store the network but do not use it yet")
        parser.add_argument("--dry-run", action="store_true", help="read and report, store nothing")

    def handle(self, *, file: Path, dry_run: bool, no_switch: bool, **asked: Any) -> None:
        begun = time.monotonic()
        workspace = settings.LOCAL_DIR / "streets"
        try:
            workspace.mkdir(parents=True, exist_ok=True)
            with Progress(file, sys.stderr) as progress:
                found = read(file, options(file, asked), workspace, progress)
            self.report(found, time.monotonic() - begun)
            if dry_run:
                self.stdout.write("Nothing was stored (--dry-run).")
                return
            network = store(found.edges, found.about, found.turns, switch_to=not no_switch)
            network_of(network)  # the shared files are made now, not in a visitor's request
        except (InvalidStreets, OSError) as fault:
            raise CommandError(f"{fault} The network in use has not been changed.") from fault
        state = "not in use yet: `manage.py streets use` switches" if no_switch else "in use"
        self.stdout.write(f"Network {network.pk} is stored, {state}.")

    def report(self, found: Read, seconds: float) -> None:
        """What was read, in lines."""
        for name, value in found.about.report.items():
            if name != "profiles":
                self.stdout.write(f"{name.replace('_', ' ')}: {value}")
        for profile, told in found.about.report["profiles"].items():
            self.stdout.write(f"{profile}: {told['km']} km in {told['pieces']} piece(s)")
        self.stdout.write(f"{len(found.edges)} stretches of street, read in {seconds:.1f} s. {found.about.attribution}")


def options(file: Path, asked: dict[str, Any]) -> Options:
    """The options, checked. Raises InvalidStreets."""
    onto = None
    if not 0 <= asked["tie"] <= MOST_TIE_M:
        raise InvalidStreets(f"--tie is {asked['tie']}; 0 to {MOST_TIE_M} metres are wanted.")
    if asked["add"] and file.name.lower().endswith(ENDINGS):
        raise InvalidStreets("--add is for lines and tracks: an OpenStreetMap file is a network by itself.")
    if asked["add"] or file.name.lower().endswith(".gpx"):
        onto = StreetNetwork.objects.filter(in_use=True).first()
    return Options(
        clip=clip_of(asked["bbox"], asked["clip"]),
        columns=mapping_of(asked["map"]),
        layer=asked["layer"],
        crs=asked["crs"],
        encoding=asked["encoding"],
        attribution=asked["attribution"],
        onto=onto,
        tolerance_m=asked["tie"],
    )


def clip_of(bbox: str | None, clip: str | None) -> Clip | None:
    """The box, or the polygon of a file or a boundary; None for everything."""
    if bbox and clip:
        raise InvalidStreets("Give --bbox or --clip, not both.")
    if bbox:
        return Clip.parse(bbox)
    if not clip:
        return None
    boundary = Boundary.objects.filter(pk=clip).first()
    if boundary is not None:
        return Clip.around(shapely.from_wkb(bytes(boundary.geometry.wkb)))
    return Clip.around(polygon_of(Path(clip)))


def polygon_of(path: Path) -> Any:
    """The one polygon of a file, in WGS 84. Raises InvalidStreets."""
    if not path.is_file():
        raise InvalidStreets(f"--clip is {str(path)!r}: there is no such file, and no boundary of that id.")
    try:
        layer = opened(path)[0]
        move, _ = to_wgs84(layer, None, path.name)
        shapes = [in_wgs84(feature.geom, move) for feature in layer]
    except GDALException as fault:
        raise InvalidStreets(f"{path.name} cannot be read: {fault}") from fault
    return shapely.force_2d(shapely.union_all(shapes))


def in_wgs84(geometry: Any, move: CoordTransform | None) -> Any:
    """The geometry of a feature as shapely has it."""
    if move is not None:
        geometry.transform(move)
    return shapely.from_wkb(bytes(geometry.wkb))
