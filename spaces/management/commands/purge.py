"""`manage.py purge --before 2026-01-01`: what was deleted before that day goes for good; only shown without --apply."""

from argparse import ArgumentParser
from datetime import datetime, time, timedelta
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.dateparse import parse_date

from spaces.retention import Due, NotYetPast, due, purge


class Command(BaseCommand):
    help = "Deletes for good what was deleted before a day, and what has expired. Shows it only, unless --apply."

    def add_arguments(self, parser: ArgumentParser) -> None:
        when = parser.add_mutually_exclusive_group(required=True)
        when.add_argument("--before", help="a day, as 2026-01-01: what was deleted earlier goes")
        when.add_argument("--days", type=int, help="what was deleted longer ago than so many days goes")
        parser.add_argument("--apply", action="store_true", help="do it, not only show it")

    def handle(self, *args: Any, **options: Any) -> None:
        before, now = _moment(options["before"], options["days"]), timezone.now()
        try:
            found, changeset = purge(before, now) if options["apply"] else (due(before, now), None)
        except NotYetPast as fault:
            raise CommandError(str(fault)) from fault
        self._tell(found, "Purged" if options["apply"] else "Would purge")
        if changeset:
            self.stdout.write(f"Logged as changeset {changeset.pk}; every row is in geo_purgedrow.")
        elif not options["apply"]:
            self.stdout.write("Nothing was changed. Add --apply to do it.")

    def _tell(self, found: Due, verb: str) -> None:
        for collection, ids in found.spaces.items():
            self.stdout.write(f"{verb} {len(ids)} of {collection}: {', '.join(ids)}")
        self.stdout.write(
            f"{verb} {len(found.ids)} spaces, {found.contacts} contacts of residents, {found.answers} kept answers, "
            f"{found.tries} counts of tries."
        )
        for id, names in found.kept.items():
            self.stdout.write(f"{id} stays: {', '.join(names)} still refers to it.")


def _moment(before: str | None, days: int | None) -> datetime:
    """The moment that the options name: the beginning of a day here, or so many days ago."""
    if days is not None:
        return timezone.now() - timedelta(days=min(max(days, 0), 36_500))
    try:
        day = parse_date(before or "")
    except ValueError:
        day = None
    if day is None:
        raise CommandError("--before is a day, as 2026-01-01.")
    return datetime.combine(day, time.min, timezone.get_default_timezone())
