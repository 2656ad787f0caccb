"""How many tests passed and failed, read from the reports that the runners wrote."""

from __future__ import annotations

import json
import sys
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from pathlib import Path

from scripts.layout import REPORTS


@dataclass(frozen=True)
class Tally:
    """Numbers of tests. An error in a set-up counts as failed; a skipped test counts as neither."""

    passed: int = 0
    failed: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.passed + other.passed, self.failed + other.failed)

    def __str__(self) -> str:
        return f"{self.passed} passed, {self.failed} failed"


# A report that is not there or cannot be read means that its runner broke off.
BROKEN = Tally(failed=1)


def of_pytest(report: Path) -> Tally:
    """The tally of a JUnit report."""
    try:
        suites = list(ET.parse(report).getroot().iter("testsuite"))  # noqa: S314 - our own pytest wrote it
    except (OSError, ET.ParseError):
        return BROKEN
    count = {key: sum(int(suite.get(key, 0)) for suite in suites) for key in ("tests", "failures", "errors", "skipped")}
    failed = count["failures"] + count["errors"]
    return Tally(count["tests"] - failed - count["skipped"], failed)


def of_vitest(report: Path) -> Tally:
    """The tally of vitest's JSON report."""
    try:
        read = json.loads(report.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return BROKEN
    failed = int(read["numFailedTests"])
    # A file that does not even load has no failed test, and yet the run has failed.
    return Tally(int(read["numPassedTests"]), failed or int(not read["success"]))


def forget(reports: Path = REPORTS) -> None:
    """Remove the reports of an earlier run."""
    reports.mkdir(parents=True, exist_ok=True)
    for report in reports.glob("*"):
        report.unlink()


def closing_line(test_status: int, check_status: int, reports: Path = REPORTS) -> str:
    """One line for machines: the tests' numbers, and never "0 failed" when a runner or a check failed."""
    tally = of_pytest(reports / "pytest.xml") + of_vitest(reports / "vitest.json")
    silent_failure = (test_status != 0 and tally.failed == 0) + (check_status != 0)
    return str(tally + Tally(failed=silent_failure))


if __name__ == "__main__":
    print(closing_line(int(sys.argv[1]), int(sys.argv[2])))
