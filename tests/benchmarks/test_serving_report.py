"""The maths of ratios, and what the report says of a goal met or missed."""

import json

import pytest

from benchmarks.serving import report
from benchmarks.serving.goals import Goal, findings, goals
from benchmarks.serving.numbers import Spread, ratio
from benchmarks.serving.rounds import Measured
from benchmarks.serving.running import FULL, MILLION, SMALL
from benchmarks.serving.servers import ROOT
from benchmarks.serving.works import Work

GOAL = Goal("page of 100 points", "ours", "raw SQL", 2.0, 1.5)


def measured(ours, raw, name="page of 100 points"):
    """Two rounds of seconds for each."""
    return Measured(Work(name, 1000, ()), {"ours": ours, "raw SQL": raw}, {"ours": 10, "raw SQL": 9})


def test_a_spread_is_median_smallest_and_largest():
    assert Spread.of([3.0, 1.0, 2.0]) == Spread(2.0, 1.0, 3.0)


def test_ratios_are_taken_round_by_round():
    assert ratio([2.0, 40.0, 3.0], [1.0, 10.0, 1.0]) == Spread(3.0, 2.0, 4.0)


def test_rounds_must_be_paired():
    with pytest.raises(ValueError, match="shorter"):
        ratio([1.0, 2.0], [1.0])


@pytest.mark.parametrize(("found", "met"), [(2.0, True), (2.01, False)])
def test_a_limit_may_be_reached_but_not_passed(found, met):
    assert GOAL.met(found) is met


def test_at_least_turns_the_comparison():
    goal = Goal("page", "naive DRF-GIS", "ours", 6, 10, at_least=True)

    assert (goal.met(6.0), goal.met(5.9), goal.sign) == (True, False, "≥")


def test_goals_without_a_measurement_are_left_out():
    found = findings(goals(1000, 10_000), [measured([0.004, 0.004], [0.002, 0.002])])

    assert [each.goal.work for each in found] == ["page of 100 points"]


def test_the_table_has_a_line_for_each_goal_and_each_thing_that_does_not_exist_yet():
    found = findings([GOAL], [measured([0.005, 0.005], [0.002, 0.002])])
    lines = report.as_table(found).splitlines()

    assert lines[2] == (
        "| page of 100 points: ours / raw SQL | 1,000 | 2.50 (2.50 to 2.50) | ≤ 2 | ≤ 1.5 | **no** "
        "| ours 5.00 (5.00) ms; raw SQL 2.00 (2.00) ms |"
    )
    assert [line.count("not yet") for line in lines[3:]] == [1] * len(report.NOT_YET)
    assert {line.count("|") for line in lines} == {8}


def test_a_goal_without_a_reference_is_about_the_measure_itself():
    goal = Goal("first byte", "ours", "", 0.2, 0.05)
    found = findings([goal], [Measured(Work("first byte", 1000, ()), {"ours": [0.1, 0.3, 0.1]}, {"ours": 10})])

    assert report.as_table(found).splitlines()[2] == (
        "| first byte | 1,000 | 0.10 (0.10 to 0.30) | ≤ 0.2 | ≤ 0.05 | yes |  |"
    )


def test_a_small_set_leaves_the_results_of_the_repository_alone():
    assert SMALL.results.is_relative_to(ROOT / ".local")
    assert FULL.results == MILLION.results == ROOT / "benchmarks" / "results" / "serving.json"


def test_the_document_is_json_with_every_work_and_goal():
    each = measured([0.005, 0.007], [0.002, 0.002])
    document = json.loads(json.dumps(report.as_document(findings([GOAL], [each]), [each], {"set": "small"})))

    assert document["works"][0]["contenders"]["ours"]["cpu_ms"] == {"median": 6.0, "low": 5.0, "high": 7.0}
    assert document["goals"][0]["ratio"]["median"] == 3.0
    assert document["goals"][0]["met"] is False


def test_the_table_takes_its_place_between_the_marks(tmp_path):
    page = tmp_path / "page.md"
    page.write_text(f"before\n{report.BEGIN}\nold\n{report.END}\nafter\n")

    report.put_into(page, "new")

    assert page.read_text() == f"before\n{report.BEGIN}\n\nnew\n\n{report.END}\nafter\n"
