"""The public benchmark's files are read by its conventions, and each answer is one JSON line."""

import hashlib
import json
from pathlib import Path

import pytest

from benchmarks.optw import main, read, require_sound
from benchmarks.optw_generate import main as generate
from routes.planner import Route

OWN = Path(__file__).parents[2] / "benchmarks" / "instances"

INSTANCE = """1 1 3 1
0 0
  0 0.00 0.00 0.00 0.00 0 0 5 60
  1 3.33 4.44 10.00 7.00 1 1 1 0 40
  2 0.00 9.99 10.00 5.00 1 2 1 2 20 30
  3 30.00 40.00 10.00 90.00 1 1 1 0 4
"""


@pytest.fixture
def tenths(tmp_path):
    """An instance in tenths."""
    path = tmp_path / "r999.txt"
    path.write_text(INSTANCE)
    return path


@pytest.fixture
def hundredths(tmp_path):
    """The same in hundredths."""
    path = tmp_path / "pr99.txt"
    path.write_text(INSTANCE)
    return path


def test_distances_are_truncated_to_tenths(tenths):
    assert read(tenths).travel_s[0, 1:4].tolist() == [55, 99, 500]


def test_distances_of_pr_instances_are_truncated_to_hundredths(hundredths):
    assert read(hundredths).travel_s[0, 1:4].tolist() == [555, 999, 5000]


def test_windows_are_the_last_two_fields_counted_from_the_departure(tenths):
    problem = read(tenths)

    assert [candidate.windows for candidate in problem.candidates] == [((0, 350),), ((150, 250),), ()]
    assert problem.limits.budget_s == 550


def test_visits_and_scores_are_read(tenths):
    first = read(tenths).candidates[0]

    assert (first.id, first.visit_s, first.score) == ("1", 100, 7)


def test_each_instance_is_one_json_line(tenths, hundredths, capsys):
    main([str(tenths), str(hundredths), "--seconds", "0.05", "--seed", "3"])

    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["instance"] for line in lines] == ["r999", "pr99"]
    assert [(line["score"], line["route"]) for line in lines] == [(12, ["1", "2"])] * 2
    assert all(line["seconds"] >= 0 for line in lines)


def test_a_team_shares_the_places_out(tenths, capsys):
    main([str(tenths), "--seconds", "0.1", "--routes", "2"])

    line = json.loads(capsys.readouterr().out)
    assert (line["score"], sorted(place for route in line["route"] for place in route)) == (12, ["1", "2"])


def test_results_are_kept_with_the_hash_of_their_instance(tenths, tmp_path, capsys):
    main([str(tenths), "--seconds", "0.1", "--seed", "7", "--keep", str(tmp_path / "kept.json")])

    kept = json.loads((tmp_path / "kept.json").read_text())
    assert [(line["seed"], line["score"]) for line in kept] == [(7, 12)]
    assert kept[0]["sha256"] == hashlib.sha256(tenths.read_bytes()).hexdigest()


@pytest.mark.parametrize("path", sorted(OWN.glob("*.txt")), ids=lambda path: path.stem)
def test_own_instances_are_what_their_generator_draws(path, tmp_path):
    generate([str(tmp_path), "--seed", "1"])

    assert (tmp_path / path.name).read_bytes() == path.read_bytes()
    assert len(read(path).candidates) >= 50


def test_an_unsound_route_stops_the_benchmark(tenths):
    false_claim = Route((), score=99, finish_s=0, walk_m=0, ride_m=0, proved_optimal=False, upper_bound=99)

    with pytest.raises(SystemExit, match="score_wrong"):
        require_sound(read(tenths), (false_claim,))
