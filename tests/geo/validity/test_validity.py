"""Every fault has its name, its words, its place, and where one can be made its proposal."""

import math
import time

import pytest
import shapely
from shapely.geometry import shape

from geo.geometry import InvalidGeometry, at_entry
from geo.validity import MAX_WIDTH_DEG, Rules, Severity, examine, faults
from tests.geo.validity.bad_geometries import (
    ANY,
    ERRORS,
    SERVICE_AREA,
    SQUARE,
    WARNINGS,
    at,
    line,
    multi,
    point,
    polygon,
)

RULES = Rules(types=ANY, areas=(SERVICE_AREA,), max_width_deg=MAX_WIDTH_DEG)
EVERY = [pytest.param(bad, id=bad.name) for bad in (*ERRORS, *WARNINGS)]


@pytest.mark.parametrize("bad", EVERY)
def test_all_faults_are_listed(bad):
    assert tuple(fault.code for fault in faults(bad.geometry, RULES)) == bad.codes


@pytest.mark.parametrize("bad", EVERY)
def test_the_first_fault_says_where(bad):
    first = faults(bad.geometry, RULES)[0]

    assert first.pointer == bad.pointer
    if bad.at:
        assert first.at == pytest.approx(bad.at, abs=1e-9)


@pytest.mark.parametrize("bad", EVERY)
def test_every_fault_has_words_in_both_languages(bad):
    for fault in faults(bad.geometry, RULES):
        assert any("ก" <= letter <= "๛" for letter in fault.text.th)
        assert fault.text.en.isascii() or "±" in fault.text.en or "²" in fault.text.en or "°" in fault.text.en
        assert "{" not in fault.text.th + fault.text.en


@pytest.mark.parametrize("bad", [pytest.param(bad, id=bad.name) for bad in ERRORS])
def test_one_proposal_takes_all_errors_away(bad):
    repair = examine(bad.geometry, RULES).repair

    assert (repair is not None) == bad.repaired
    if repair:
        assert not examine(repair.geometry, RULES).errors


@pytest.mark.parametrize("bad", [pytest.param(bad, id=bad.name) for bad in ERRORS])
def test_what_has_an_error_does_not_enter(bad):
    with pytest.raises(InvalidGeometry) as refused:
        at_entry(bad.geometry, ANY, RULES)

    assert refused.value.code == bad.codes[0]
    assert [fault.code for fault in refused.value.faults] == list(bad.codes)


@pytest.mark.parametrize("bad", [pytest.param(bad, id=bad.name) for bad in WARNINGS])
def test_a_warning_may_be_stored(bad):
    found = examine(bad.geometry, RULES)

    assert {fault.severity for fault in found.faults} == {Severity.WARNING}
    assert at_entry(bad.geometry, ANY, RULES).valid
    assert found.geometry is not None


@pytest.mark.parametrize(
    "good",
    [
        point(*at(0, 0)),
        line((0, 0), (5, 5), (0, 5), (5, 0)),
        polygon(SQUARE),
        multi([SQUARE], [[at(20, 0), at(25, 0), at(20, 5), at(20, 0)]]),
    ],
)
def test_nothing_is_said_of_what_is_right(good):
    found = examine(good, RULES)

    assert (found.faults, found.notes, found.repair) == ((), (), None)
    assert found.geometry.is_valid


def test_the_repair_of_a_bow_tie_keeps_its_area():
    repair = faults(polygon([at(0, 0), at(10, 10), at(10, 0), at(0, 10), at(0, 0)]), RULES)[0].repair

    assert repair.geometry["type"] == "MultiPolygon"
    assert repair.area_change_percent == pytest.approx(0, abs=1e-3)


def test_a_dropped_part_says_how_much_is_lost():
    repair = faults(multi([SQUARE], [[at(0, 0), at(2, 0), at(2, 2), at(0, 2), at(0, 0)]]), RULES)[0].repair

    assert repair.area_change_m2 == pytest.approx(-48_800, rel=0.01)  # 0.002 degrees squared, drawn twice
    assert repair.area_change_percent == pytest.approx(-100 * 4 / 104, abs=0.01)


def test_rounding_and_turning_are_told_and_are_no_faults():
    clockwise = polygon([[lon + 1e-9, lat] for lon, lat in reversed(SQUARE)])
    found = examine(clockwise, RULES)

    assert [note.code for note in found.notes] == ["rounded", "clockwise"]
    assert not found.faults
    assert shape(found.geometry.__geo_interface__).geoms[0].exterior.is_ccw


def test_swapping_is_only_guessed_where_it_helps():
    assert [fault.code for fault in faults(point(7.6, 100.0), Rules())] == ["out_of_range", "swapped"]
    assert not faults(point(7.6, 48.0), Rules())
    assert [fault.code for fault in faults(point(7.6, 48.0), RULES)] == ["outside_area"]


def test_a_spike_of_hundreds_of_metres_says_how_long():
    spike = polygon([at(0, 0), at(10, 0), at(10, 5), at(15, 5), at(10, 5), at(10, 10), at(0, 10), at(0, 0)])

    assert "551" in faults(spike, RULES)[0].text.en


def tangle(corners):
    """A star whose every edge crosses nearly every other."""
    step = corners // 2
    angles = [2 * math.pi * (step * n % corners) / corners for n in range(corners)]
    positions = [[100 + math.cos(a) / 100, 7.6 + math.sin(a) / 100] for a in angles]
    return polygon([*positions, positions[0]])


def test_what_crosses_itself_everywhere_is_refused_in_time():
    started = time.perf_counter()
    found = [fault.code for fault in faults(tangle(20_001), RULES)]

    assert "too_complex" in found
    assert time.perf_counter() - started < 5


def test_a_long_list_of_faults_is_cut():
    found = [fault for fault in faults(tangle(201), RULES) if fault.severity == Severity.ERROR]

    assert len(found) == 20
    assert len({fault.at for fault in found}) == 20
    assert examine(tangle(201), RULES).repair is None


def test_measuring_goes_on_far_from_phatthalung():
    fiji = shapely.box(178.0, -18.0, 178.001, -17.999)

    assert not faults(shapely.geometry.mapping(fiji), Rules())


def test_rings_too_tangled_to_lay_over_one_another_are_still_told():
    """Untangled by GEOS alone, these two cannot be compared: it raised a TopologyException."""
    outer = [at(4, 5), at(2, 0), at(1, 5), at(0, 1), at(3, 3), at(4, 5)]
    hole = [at(4, 6), at(0, 6), at(2, 3), at(4, 4), at(1, 4), at(0, 1), at(2, 5), at(6, 5), at(5, 1), at(4, 6)]
    found = examine(
        polygon(
            outer, [at(0, 2), at(4, 1), at(1, 5), at(4, 5), at(3, 2), at(1, 3), at(0, 5), at(5, 0), at(0, 2)], hole
        ),
        RULES,
    )

    assert {fault.code for fault in found.faults} >= {"self_intersection"}
