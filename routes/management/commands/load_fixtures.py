"""`manage.py load_fixtures [FOLDER]`: the Phatthalung data into the database."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser

from routes.models import Gateway, Story, StoryChapter, WalkArea
from spaces.loading import LookupFile, Row, Tally, load_all_spaces, load_lookup
from spaces.models import (
    Activity,
    AgeGroup,
    Boundary,
    CurriculumOutcome,
    Offering,
    Partner,
    Subkind,
    Theme,
    VisitMinutes,
)


def gateway_rows(row: Row) -> list[Row]:
    position = {"type": "Point", "coordinates": [row["lon"], row["lat"]]}
    return [
        {**{k: v for k, v in row.items() if k not in {"lon", "lat"}}, "area": row["area"] or "", "geometry": position}
    ]


def story_rows(row: Row) -> list[Row]:
    return [{name: value for name, value in row.items() if name != "chapters"}]


def chapter_rows(row: Row) -> list[Row]:
    return [{**chapter, "story": row["id"]} for chapter in row["chapters"]]


BEFORE_SPACES = (
    LookupFile("boundaries.geojson", Boundary),
    LookupFile("themes.json", Theme),
    LookupFile("age_groups.json", AgeGroup),
    LookupFile("subkinds.json", Subkind),
    LookupFile("visit_minutes.json", VisitMinutes, ("subkind", "age_group")),
    LookupFile("partners.json", Partner),
    LookupFile("outcomes.json", CurriculumOutcome, ("code",)),
)
AFTER_SPACES = (
    LookupFile("activities.json", Activity),
    LookupFile("offerings.json", Offering),
    LookupFile("walk_areas.json", WalkArea),
    LookupFile("gateways.json", Gateway, unfold=gateway_rows),
    LookupFile("stories.json", Story, unfold=story_rows),
    LookupFile("stories.json", StoryChapter, ("story", "order"), unfold=chapter_rows),
)


class Command(BaseCommand):
    help = "Loads the fixture files. Doing it again changes nothing; what people edited since is kept."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", nargs="?", type=Path, default=settings.FIXTURES_DIR)

    def handle(self, *, folder: Path, verbosity: int, **options: Any) -> None:
        for tally in load_everything(folder):
            if verbosity > 1 or tally.created or tally.updated or tally.kept:
                self.stdout.write(str(tally))


def load_everything(folder: Path) -> Iterator[Tally]:
    for lookup in BEFORE_SPACES:
        yield load_lookup(lookup, folder)
    yield from load_all_spaces(folder)
    for lookup in AFTER_SPACES:
        yield load_lookup(lookup, folder)
