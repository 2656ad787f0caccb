"""`manage.py doctor`: is this machine fit to run the map?"""

import sys
from typing import Any

from django.core.management.base import BaseCommand

from geo.doctor import Finding, examine


class Command(BaseCommand):
    help = "Looks at versions, the database, coordinate transformations and the disk; says what to do about each fault."
    requires_system_checks: list[str] = []

    def handle(self, **options: Any) -> None:
        findings = list(examine())
        for finding in findings:
            self.stdout.write(line(finding))
        faults = sum(not finding.ok for finding in findings)
        self.stdout.write(f"\n{faults} of {len(findings)} need attention." if faults else "\nEverything is well.")
        if faults:
            sys.exit(1)


def line(finding: Finding) -> str:
    """One finding; a fault with what to do on the next line."""
    verdict = "ok   " if finding.ok else "FAULT"
    fix = "" if finding.ok else f"\n        what to do: {finding.fix}"
    return f"{verdict}  {finding.name}: {finding.seen}{fix}"
