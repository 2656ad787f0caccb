"""`manage.py openapi`: the OpenAPI document of the API, without a running server."""

import json
from typing import Any

from django.core.management.base import BaseCommand

from geo.rest.openapi import document


class Command(BaseCommand):
    help = "Writes the OpenAPI document of /api/ as JSON."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(json.dumps(document(), ensure_ascii=False, indent=1, sort_keys=True))
