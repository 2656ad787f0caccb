"""The benchmark of checks measures what it says."""

from benchmarks.validity import measured, zones
from geo.validity import layer_faults


def test_the_zones_of_the_benchmark_adjoin():
    made = zones(rows=4, broken=0, seed=1)

    assert len(made) == 16
    assert layer_faults([str(index) for index in range(16)], made).faults == []


def test_it_counts_what_was_broken():
    found = measured(rows=8, broken=6, seed=1)

    assert (found["zones"], found["zone_faults"]) == (64, 0)
    assert found["layer_faults"] >= 3
