"""Properties that hold for whatever is drawn."""

import json

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.geometry import mapping, shape

from geo.utm import PHATTHALUNG, plane_at
from geo.validity import Rules, Severity, examine, examine_all, layer_faults
from geo.validity.repairing import area_m2
from tests.geo.validity.bad_geometries import ANY, ERRORS, SERVICE_AREA, WARNINGS, at, point, polygon, square

RULES = Rules(types=ANY, areas=(SERVICE_AREA,), max_width_deg=3)
corner = st.tuples(st.integers(0, 12), st.integers(0, 12)).map(lambda xy: at(*xy))
ring = st.lists(corner, min_size=3, max_size=9).map(lambda corners: [*corners, corners[0]])
open_ring = st.lists(corner, min_size=0, max_size=6)
area = st.lists(st.one_of(ring, ring, open_ring), min_size=1, max_size=3)
areas = st.one_of(
    area.map(lambda rings: {"type": "Polygon", "coordinates": rings}),
    st.lists(area, min_size=1, max_size=3).map(lambda parts: {"type": "MultiPolygon", "coordinates": parts}),
)


@settings(max_examples=80, deadline=None)
@given(areas)
def test_what_has_an_error_is_never_stored_and_its_repair_has_none(drawn):
    found = examine(drawn, RULES)

    assert bool(found.errors) == (found.geometry is None)
    if found.geometry is not None:
        assert found.geometry.is_valid
    if found.errors and found.repair:
        mended = examine(found.repair.geometry, RULES)
        assert not mended.errors
        assert mended.geometry.is_valid


@settings(max_examples=60, deadline=None)
@given(areas)
def test_the_judge_agrees_with_geos(drawn):
    errors = {fault.code for fault in examine(drawn, RULES).errors}
    structural = {"unclosed_ring", "too_few_points", "empty", "empty_part"}

    if not errors & structural:
        assert bool(errors) == (not shape(drawn).is_valid)


@settings(max_examples=15, deadline=None)
@given(st.lists(areas, min_size=1, max_size=6))
def test_many_at_once_are_judged_as_each_alone(drawn):
    def said(found):
        return [fault.code for fault in (*found.faults, *found.notes)]

    assert [said(found) for found in examine_all(drawn, RULES)] == [said(examine(one, RULES)) for one in drawn]


def test_the_hand_made_ones_are_judged_alike_one_by_one_and_together():
    every = [bad.geometry for bad in (*ERRORS, *WARNINGS)]

    assert [tuple(f.code for f in found.faults) for found in examine_all(every, RULES)] == [
        bad.codes for bad in (*ERRORS, *WARNINGS)
    ]


@settings(max_examples=50, deadline=None)
@given(st.floats(94, 104), st.floats(-20, 20))
def test_metres_and_back_is_the_same_place(lon, lat):
    there = np.array([[lon, lat]])

    assert np.abs(PHATTHALUNG.degrees(PHATTHALUNG.metres(there)) - there).max() < 1e-12


def test_a_place_far_away_is_measured_in_its_own_zone():
    assert plane_at(100.0).meridian == 99.0
    assert plane_at(-0.1).meridian == -3.0
    assert area_m2(shapely.box(0, 51.5, 0.001, 51.501)) == pytest.approx(7_720, rel=0.01)


# --- Layers -----------------------------------------------------------------------------------------------------------


def tiles(columns, rows, size=10):
    """Squares that adjoin, by name."""
    places = [(x, y) for x in range(columns) for y in range(rows)]
    return {f"{x}-{y}": shape(polygon(square(x * size, y * size, size))) for x, y in places}


def codes(zones, **options):
    return sorted(
        (fault.code, *fault.ids) for fault in layer_faults(list(zones), list(zones.values()), **options).faults
    )


def test_zones_with_common_corners_have_no_fault():
    assert codes(tiles(4, 4)) == []


def test_a_hair_between_borders_is_a_near_miss():
    zones = tiles(2, 1)
    zones["1-0"] = shapely.affinity.translate(zones["1-0"], 5e-8)

    assert codes(zones) == [("near_miss", "0-0", "1-0")]


def test_a_corner_on_the_middle_of_a_border_is_a_near_miss():
    zones = {"long": shape(polygon([at(0, 0), at(10, 0), at(10, 20), at(0, 20), at(0, 0)])), **tiles(3, 2)}
    del zones["0-0"], zones["0-1"]

    assert codes(zones) == [("near_miss", "long", "1-0"), ("near_miss", "long", "1-1")]


def test_a_missing_zone_is_a_gap_between_all_around_it():
    zones = tiles(3, 3)
    del zones["1-1"]
    (fault,) = layer_faults(list(zones), list(zones.values())).faults

    assert fault.code == "gap"
    assert len(fault.ids) == 8
    assert fault.area_m2 == pytest.approx(1_220_000, rel=0.01)
    assert shape(fault.geometry).contains(shapely.Point(fault.at))


def test_a_hole_that_was_cut_into_one_zone_is_no_gap():
    zones = tiles(2, 1)
    zones["0-0"] = zones["0-0"].difference(shapely.box(100.002, 7.602, 100.004, 7.604))

    assert codes(zones) == []


def test_how_wide_a_strip_may_be_is_the_askers_choice():
    zones = tiles(2, 1)
    zones["1-0"] = shapely.affinity.translate(zones["1-0"], 3e-5)  # 3.3 m

    assert codes(zones) == []
    assert codes(zones, gap_m=5) == [("gap", "0-0", "1-0")]


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 15), st.integers(-40, 40), st.integers(-40, 40))
def test_a_corner_that_is_pulled_away_is_found(zone, east, north):
    zones = tiles(4, 4)
    name = list(zones)[zone]
    corners = np.array(zones[name].exterior.coords)
    corners[[0, -1]] += np.round([east * 1e-6, north * 1e-6], 7)
    zones[name] = shapely.Polygon(np.round(corners, 7))

    pulled = (east, north) != (0, 0)
    inside = zone % 4 or zone // 4  # the first zone's corner is the layer's own: no neighbour to miss
    assert bool(codes(zones)) == bool(pulled and inside) or (pulled and not inside)


def test_points_are_no_layer():
    assert layer_faults(["a"], [shape(point(*at(0, 0)))]).faults == []


def test_a_warning_is_not_an_error():
    for bad in WARNINGS:
        assert {
            fault.severity for fault in examine(json.loads(json.dumps(mapping(shape(bad.geometry)))), RULES).faults
        } <= {Severity.WARNING}
