"""`manage.py demo_logins`: one account per role, for a demonstration database only."""

import os
import secrets
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import transaction

from spaces.models import Membership, Partner, Role, User

ACCOUNTS = {
    "planner": Role.PLANNER,
    "reviewer": Role.REVIEWER,
    "coach": Role.COACH,
    "publicworks": Role.PUBLIC_WORKS,
    "teacher": Role.TEACHER,
    "admin": Role.ADMIN,
}
# Which partner of the demonstration an account works for, and whether it may publish its spaces.
WORKS_FOR = {"planner": ("phatthalung-municipality", True), "coach": ("yec", False)}


class Command(BaseCommand):
    help = (
        "Makes the demonstration accounts that are missing and writes their random passwords to .local/demo-logins.txt."
    )

    def handle(self, **options: Any) -> None:
        path = settings.LOCAL_DIR / "demo-logins.txt"
        made = make_accounts()
        if made:
            remember(path, made)
            self.stdout.write(f"Demonstration accounts: {', '.join(made)}. Their passwords stand in {path.name}.")


@transaction.atomic
def make_accounts() -> dict[str, str]:
    """Password by name, of the accounts that did not exist yet."""
    missing = [name for name in ACCOUNTS if not User.objects.filter(username=name).exists()]
    return {name: make_account(name) for name in missing}


def make_account(name: str) -> str:
    password = secrets.token_urlsafe(12)
    role = ACCOUNTS[name]
    is_admin = role == Role.ADMIN
    user = User.objects.create_user(name, password=password, role=role, is_staff=is_admin, is_superuser=is_admin)
    partner_id, may_publish = WORKS_FOR.get(name, ("", False))
    for partner in Partner.objects.filter(pk=partner_id):
        Membership.objects.create(user=user, partner=partner, may_publish=may_publish)
    return password


def remember(path: Path, made: dict[str, str]) -> None:
    """Appends the new passwords; the file is readable by its owner only, from the first byte on."""
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.writelines(f"{name}\t{password}\n" for name, password in made.items())
