"""`manage.py warm_streets`: load the street network in use now, so that no visitor waits for it."""

from typing import Any

from django.core.management.base import BaseCommand
from django.db import Error

from routes.networks.current import warm


class Command(BaseCommand):
    help = "Loads the streets in use, with the ways between all places; without a network there is nothing to do."
    requires_system_checks: list[str] = []

    def handle(self, *, verbosity: int, **options: Any) -> None:
        try:
            streets = warm()
        except Error as fault:  # the service starts without its database, and says so on its pages
            self.stderr.write(f"The streets cannot be read: {str(fault).strip().splitlines()[0]}")
            return
        if verbosity:
            self.stdout.write("No network is in use." if streets is None else f"Network {streets.version} is warm.")
