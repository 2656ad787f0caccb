"""`manage.py suggest_routes`: the catalogue of learning routes, planned over what is known now."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from routes.catalogue import suggest
from routes.models import LearningRoute
from routes.suggesting import Pair
from spaces.models import Status


class Command(BaseCommand):
    help = "Suggests a route for each age group and theme. Doing it again changes nothing unless told to --refresh."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--publish", type=int, default=5, metavar="N", help="publish N of each age group (5)")
        parser.add_argument("--refresh", action="store_true", help="plan again; published and walked routes stay")

    def handle(self, *, publish: int, refresh: bool, verbosity: int, **options: Any) -> None:
        if LearningRoute.objects.exists() and not refresh:
            self.stdout.write(f"{summary()} Nothing to do (--refresh plans again).")
            return
        found, _ = suggest(publish)
        for pair in found:
            if verbosity > 1 or not pair.found:
                self.stdout.write(line(pair))
        with_route = sum(bool(pair.found) for pair in found)
        self.stdout.write(f"{with_route} of {len(found)} pairs of age group and theme have a route. {summary()}")


def line(pair: Pair) -> str:
    """One pair: how many stops in each area, or why there is no route."""
    areas = ", ".join(f"{area}: {suggestion.places}" for area, suggestion in pair.found.items())
    return f"{pair.age.id} × {pair.theme.id}: {areas or f'none ({pair.reason.en if pair.reason else None})'}"


def summary() -> str:
    routes = LearningRoute.objects
    return f"{routes.count()} routes kept, {routes.filter(status=Status.PUBLISHED).count()} of them published."
