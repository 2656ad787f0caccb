"""The closing line tells the truth about both runners."""

import json
from pathlib import Path

import pytest

from scripts.results import BROKEN, Tally, closing_line, of_pytest, of_vitest

JUNIT = '<testsuites><testsuite tests="{}" failures="{}" errors="{}" skipped="{}"></testsuite></testsuites>'


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """10 of 10 tests passed in pytest, 5 of 5 in vitest."""
    (tmp_path / "pytest.xml").write_text(JUNIT.format(10, 0, 0, 0))
    (tmp_path / "vitest.json").write_text(json.dumps({"numPassedTests": 5, "numFailedTests": 0, "success": True}))
    return tmp_path


def test_both_runners_are_added(reports: Path) -> None:
    assert closing_line(0, 0, reports) == "15 passed, 0 failed"


def test_errors_count_as_failed_and_skipped_as_neither(reports: Path) -> None:
    (reports / "pytest.xml").write_text(JUNIT.format(10, 2, 1, 3))

    assert of_pytest(reports / "pytest.xml") == Tally(4, 3)


def test_a_runner_that_broke_off_has_failed(tmp_path: Path) -> None:
    (tmp_path / "pytest.xml").write_text("<testsuites><tests")

    assert of_pytest(tmp_path / "pytest.xml") == of_vitest(tmp_path / "none.json") == BROKEN


def test_a_front_end_file_that_does_not_load_has_failed(reports: Path) -> None:
    (reports / "vitest.json").write_text(json.dumps({"numPassedTests": 5, "numFailedTests": 0, "success": False}))

    assert of_vitest(reports / "vitest.json") == Tally(5, 1)


@pytest.mark.parametrize(("tests", "checks", "failed"), [(1, 0, 1), (0, 1, 1), (1, 2, 2)])
def test_a_failure_without_a_failed_test_is_never_called_0_failed(
    reports: Path, tests: int, checks: int, failed: int
) -> None:
    assert closing_line(tests, checks, reports) == f"15 passed, {failed} failed"
