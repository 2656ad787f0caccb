"""`manage.py issue_token USER --days N`: a token for a program, printed once and stored only as a hash."""

from argparse import ArgumentParser
from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from spaces.models import ApiToken, User
from spaces.permissions import SCOPES

LONGEST_DAYS = 3650


class Command(BaseCommand):
    help = "Print a new API token of USER, once. It expires and does no more than its scopes."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("user", help="the user name")
        parser.add_argument("--days", type=int, default=90, help="how long it holds (default 90)")
        parser.add_argument(
            "--scope", action="append", choices=SCOPES, help="once or more; all that USER may do unless given"
        )
        parser.add_argument("--label", default="", help="what it is for")

    def handle(self, *args: Any, **options: Any) -> None:
        user = User.objects.filter(username=options["user"], is_active=True).first()
        if user is None:
            raise CommandError(f"There is no active user {options['user']!r}.")
        if not 1 <= options["days"] <= LONGEST_DAYS:
            raise CommandError(f"--days is between 1 and {LONGEST_DAYS}, not {options['days']}.")
        _, token = ApiToken.objects.create(
            user=user,
            expiry=timedelta(days=options["days"]),
            label=options["label"],
            scopes=options["scope"] or list(SCOPES),
        )
        self.stdout.write(token)
