"""`manage.py warm_planner`: compile the planner now, so that no visitor waits for it."""

from typing import Any

from django.core.management.base import BaseCommand

from routes.planner.warming import warm
from routes.streets.warming import warm_search


class Command(BaseCommand):
    help = "Compiles the planner's machine code, or loads it when it was compiled before."
    requires_system_checks: list[str] = []

    def handle(self, **options: Any) -> None:
        warm()
        warm_search()
