"""`manage.py import_boundaries FILE --level district`: outlines of the province, districts or subdistricts."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from spaces.boundary_files import DIGITS, BadBoundaries, load


class Command(BaseCommand):
    help = "Loads outlines from a GeoJSON file in WGS 84; those with the same code are replaced."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--level", choices=[str(level) for level in DIGITS], required=True)
        parser.add_argument("--code", metavar="COLUMN", help="what the file calls the code, such as TH9301 or 9301")
        parser.add_argument("--name-th", metavar="COLUMN")
        parser.add_argument("--name-en", metavar="COLUMN")
        parser.add_argument("--source", default="", help="whom to credit; the file's name unless told")

    def handle(self, *, file: Path, level: str, source: str, **asked: Any) -> None:
        columns = {name: asked[name] or "" for name in ("code", "name_th", "name_en")}
        try:
            number = load(file, level, columns, source or file.name)
        except BadBoundaries as fault:
            raise CommandError(str(fault)) from fault
        self.stdout.write(f"{number} outlines of level {level}.")
