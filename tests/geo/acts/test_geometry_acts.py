"""Acts upon areas: what they give, and what they leave as it was."""

import math

import numpy as np
import pytest
import shapely
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from shapely.geometry import shape

from geo.acts import (
    ActImpossible,
    clip,
    cut_hole,
    fill_hole,
    follow_line,
    holders,
    insert_vertices,
    merge,
    move_corners,
    snap,
    split,
)
from geo.acts.areas import corners_of
from geo.utm import PHATTHALUNG
from geo.validity import layer_faults, round_coordinate
from geo.validity.repairing import area_m2
from tests.geo.validity.bad_geometries import at, multi, polygon, square


def area(*parts):
    return shape(multi(*parts))


def line(*positions):
    return shapely.LineString([at(*position) for position in positions])


def grid_line(*degrees):
    return shapely.LineString([(round_coordinate(x), round_coordinate(y)) for x, y in degrees])


def spot(x, y):
    return tuple(at(x, y))


def on_grid(geometry):
    return all(number == round_coordinate(number) for number in shapely.get_coordinates(geometry).flat)


def layer_codes(**zones):
    return [(fault.code, *fault.ids) for fault in layer_faults(list(zones), list(zones.values())).faults]


SQUARE = area([square(0, 0, 10)])
BESIDE = area([square(10, 0, 10)])
U_SHAPE = shape(
    multi([[at(0, 0), at(30, 0), at(30, 30), at(20, 30), at(20, 10), at(10, 10), at(10, 30), at(0, 30), at(0, 0)]])
)


# --- Split ------------------------------------------------------------------------------------------------------------


def test_a_line_splits_an_area_in_two_with_common_corners():
    found = split(SQUARE, line((-1, 4), (11, 4)))

    assert [piece.area for piece in found.pieces] == pytest.approx([6e-5, 4e-5])
    assert found.cuts == [spot(0, 4), spot(10, 4)]
    assert layer_codes(a=found.pieces[0], b=found.pieces[1]) == []


def test_a_line_may_cross_an_area_many_times():
    found = split(U_SHAPE, line((-1, 20), (31, 20)))

    assert len(found.pieces) == 3
    assert sum(map(area_m2, found.pieces)) == pytest.approx(area_m2(U_SHAPE), rel=1e-7)


def test_parts_that_are_not_crossed_stay_with_the_first_piece():
    far = area([square(0, 0, 10)], [square(20, 20, 5)])
    found = split(far, line((-1, 4), (11, 4)))

    assert [len(piece.geoms) for piece in found.pieces] == [2, 1]


def test_who_splits_may_say_which_piece_keeps_the_id():
    found = split(SQUARE, line((-1, 4), (11, 4)), keep=spot(5, 1))

    assert found.pieces[0].covers(shapely.Point(spot(5, 1)))


@pytest.mark.parametrize(
    "cut", [line((1, 1), (5, 5)), line((-1, 4), (5, 4)), line((20, 0), (20, 9)), line((0, 0), (10, 0))]
)
def test_a_line_that_ends_inside_or_misses_splits_nothing(cut):
    with pytest.raises(ActImpossible) as refused:
        split(SQUARE, cut)

    assert refused.value.code == "line_does_not_cross"


def test_a_hole_is_cut_through():
    ring = cut_hole(SQUARE, shape(polygon(square(4, 4, 2))))
    found = split(ring, line((5, -1), (5, 11)))

    assert len(found.pieces) == 2
    assert not any(part.interiors for piece in found.pieces for part in piece.geoms)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.floats(0.5, 2.0), min_size=5, max_size=12),
    st.floats(0, math.pi),
    st.floats(-0.4, 0.4),
    st.integers(0, 10**6),
)
def test_split_areas_add_up(radii, bearing, aside, seed):
    """Stars of about a square kilometre, cut at any angle."""
    turns = np.linspace(0, 2 * math.pi, len(radii), endpoint=False)
    shift = seed / 1e9
    ring = [
        (100 + shift + 0.004 * r * math.cos(t), 7.6 + shift + 0.004 * r * math.sin(t))
        for r, t in zip(radii, turns, strict=True)
    ]
    star = shapely.MultiPolygon([shapely.Polygon([(round_coordinate(x), round_coordinate(y)) for x, y in ring])])
    away = np.array([math.cos(bearing), math.sin(bearing)])
    middle = np.array([100 + shift, 7.6 + shift]) + aside * 0.002 * np.array([-away[1], away[0]])
    assume(star.is_valid)
    found = split(star, grid_line(middle - 0.02 * away, middle + 0.02 * away))

    assert len(found.pieces) >= 2
    assert all(piece.is_valid and on_grid(piece) for piece in found.pieces)
    slanted = all(min(abs(dx), abs(dy)) / max(abs(dx), abs(dy)) > 0.03 for dx, dy in sides(star))
    assert sum(map(area_m2, found.pieces)) == pytest.approx(area_m2(star), rel=1e-6 if slanted else 1e-5)
    assert not [code for code, *_ in layer_codes(**dict(enumerate_names(found.pieces))) if code != "gap"]


def sides(star):
    return np.diff(np.array(star.geoms[0].exterior.coords), axis=0)


def enumerate_names(pieces):
    return ((f"piece{number}", piece) for number, piece in enumerate(pieces))


def test_neighbours_take_the_new_corners_and_stay_the_same():
    slanted = area([[at(0, 0), at(10, 0), at(13, 7), at(0, 10), at(0, 0)]])
    beside = area([[at(10, 0), at(20, 0), at(20, 7), at(13, 7), at(10, 0)]])
    found = split(slanted, line((-1, 4), (15, 3)))
    followed = insert_vertices(beside, found.cuts)

    assert len(corners_of(followed)) == 5
    assert area_m2(followed) == pytest.approx(area_m2(beside), rel=1e-6)
    assert layer_codes(a=found.pieces[0], b=found.pieces[1], c=followed) == []


# --- Merge ------------------------------------------------------------------------------------------------------------


def test_adjoining_areas_become_one_without_a_seam():
    found = merge([SQUARE, BESIDE])

    assert len(found.geoms) == 1
    assert area_m2(found) == pytest.approx(area_m2(SQUARE) + area_m2(BESIDE), rel=1e-12)


def test_areas_apart_become_parts_of_one():
    assert len(merge([SQUARE, area([square(30, 0, 5)])]).geoms) == 2


def test_what_was_split_merges_back():
    found = merge(split(U_SHAPE, line((-1, 20), (31, 22))).pieces)

    assert area_m2(found) == pytest.approx(area_m2(U_SHAPE), rel=1e-6)


def test_one_area_alone_merges_with_nothing():
    with pytest.raises(ActImpossible):
        merge([SQUARE])


# --- Clip -------------------------------------------------------------------------------------------------------------


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.integers(-90, 190), st.integers(-90, 190)), min_size=3, max_size=3, unique=True))
def test_what_is_clipped_lies_within_the_boundary(corners):
    boundary = shapely.Polygon([at(x / 10 + 0.003, y / 10) for x, y in corners])
    assume(boundary.area > 1e-7)
    assume(boundary.intersection(SQUARE).area > 1e-8)
    assume(not boundary.covers(SQUARE))
    found = clip(SQUARE, boundary)

    assert found.is_valid
    assert on_grid(found)
    assert boundary.covers(found)
    common = PHATTHALUNG.project(boundary.intersection(SQUARE))
    assert area_m2(found) == pytest.approx(common.area, abs=0.03 * common.length)  # each corner moves by 2 cm at most


def test_corners_of_the_boundary_are_copied():
    boundary = shape(polygon([at(2, 2), at(20, 3), at(20, 20), at(3, 20), at(2, 2)]))

    assert spot(2, 2) in corners_of(clip(SQUARE, boundary))


@pytest.mark.parametrize(
    ("boundary", "code"), [(square(-5, -5, 30), "nothing_to_clip"), (square(50, 50, 5), "nothing_left")]
)
def test_a_clip_that_changes_nothing_or_leaves_nothing_is_refused(boundary, code):
    with pytest.raises(ActImpossible) as refused:
        clip(SQUARE, shape(polygon(boundary)))

    assert refused.value.code == code


# --- Snap -------------------------------------------------------------------------------------------------------------


def test_snapping_copies_the_corners_of_a_neighbour():
    rough = area([[at(10.002, 0.001), at(20, 0), at(20, 10), at(9.998, 10.001), at(10.002, 0.001)]])
    found = snap(rough, [SQUARE], tolerance_m=1)

    assert {spot(10, 0), spot(10, 10)} <= corners_of(found.area)
    assert layer_codes(a=SQUARE, b=found.area) == []


def test_corners_of_a_neighbour_are_put_into_a_long_border():
    stairs = area([[at(0, 0), at(10, 0), at(10.001, 3), at(9.999, 6), at(10, 10), at(0, 10), at(0, 0)]])
    found = snap(BESIDE, [stairs], tolerance_m=1)

    assert {spot(10.001, 3), spot(9.999, 6)} <= corners_of(found.area)
    assert layer_codes(a=stairs, b=found.area) == []


def test_own_corners_along_a_neighbours_edge_go():
    bumpy = area([[at(10, 0), at(20, 0), at(20, 10), at(10, 10), at(10.002, 7), at(9.998, 3), at(10, 0)]])
    found = snap(bumpy, [SQUARE], tolerance_m=1)

    assert corners_of(found.area) == corners_of(BESIDE)


def test_a_corner_that_ends_on_a_neighbours_edge_is_told():
    half = area([[at(10, 0), at(20, 0), at(20, 5), at(10, 5), at(10, 0)]])
    found = snap(half, [SQUARE], tolerance_m=1)

    assert found.loose == [spot(10, 5)]
    assert layer_codes(a=insert_vertices(SQUARE, found.loose), b=found.area) == []


@settings(max_examples=50, deadline=None)
@given(
    st.lists(st.tuples(st.integers(-60, 60), st.integers(-60, 60)), min_size=4, max_size=9),
    st.floats(0.5, 8),
)
def test_snapping_again_changes_nothing(jitter, tolerance_m):
    along = np.linspace(0, 10, len(jitter))
    border = [at(10 + dx / 1000, y + dy / 1000) for (dx, dy), y in zip(jitter, along, strict=True)]
    rough = area([[*border, at(20, 10), at(20, 0), border[0]]])
    assume(rough.is_valid)
    try:
        once = snap(rough, [SQUARE, area([square(0, 10, 30)])], tolerance_m).area
    except ActImpossible:
        return
    assert on_grid(once)
    if once.is_valid:
        assert snap(once, [SQUARE, area([square(0, 10, 30)])], tolerance_m).area.equals_exact(once, 0)


def test_a_neighbour_out_of_reach_is_said():
    with pytest.raises(ActImpossible) as refused:
        snap(area([square(30, 0, 5)]), [SQUARE], tolerance_m=1)

    assert refused.value.code == "no_neighbour_near"


# --- Borders ----------------------------------------------------------------------------------------------------------


FOUR = {f"{x}{y}": area([square(x * 10, y * 10, 10)]) for x in (0, 1) for y in (0, 1)}


@settings(max_examples=40, deadline=None)
@given(st.integers(-40_000, 40_000), st.integers(-40_000, 40_000))
def test_a_moved_corner_takes_every_zone_along(east, north):
    to = (round_coordinate(100.01 + east / 1e7), round_coordinate(7.61 + north / 1e7))
    moved = move_corners(FOUR, {spot(10, 10): to})

    assert set(moved) == set(FOUR)
    assert all(to in corners_of(zone) for zone in moved.values())
    assert shapely.coverage_is_valid(np.array(list(moved.values())))
    assert layer_codes(**{f"z{name}": zone for name, zone in moved.items()}) == []


def test_only_zones_with_the_corner_follow():
    assert holders(FOUR, [spot(20, 10)]) == ["10", "11"]
    assert set(move_corners(FOUR, {spot(20, 10): spot(21, 11)})) == {"10", "11"}


def test_a_border_follows_a_line_in_both_zones():
    bend = [spot(10, 10), spot(11, 7), spot(9, 3), spot(10, 0)]
    moved = follow_line(FOUR, bend)

    assert set(moved) == {"00", "10"}
    assert all(set(bend) <= corners_of(zone) for zone in moved.values())
    assert shapely.coverage_is_valid(np.array(list({**FOUR, **moved}.values())))


def test_a_border_without_a_neighbour_follows_too():
    moved = follow_line(FOUR, [spot(0, 0), spot(5, -3), spot(10, 0)])

    assert set(moved) == {"00"}
    assert spot(5, -3) in corners_of(moved["00"])


@pytest.mark.parametrize(
    "act", [lambda: move_corners(FOUR, {spot(1, 1): spot(2, 2)}), lambda: follow_line(FOUR, [spot(1, 1), spot(10, 0)])]
)
def test_what_is_no_corner_cannot_be_moved(act):
    with pytest.raises(ActImpossible) as refused:
        act()

    assert refused.value.code == "no_corner_there"


# --- Holes ------------------------------------------------------------------------------------------------------------


def test_a_hole_is_cut_and_filled_again():
    cut = cut_hole(SQUARE, shape(polygon(square(4, 4, 2))))

    assert len(cut.geoms[0].interiors) == 1
    assert fill_hole(cut, spot(5, 5)).equals_exact(SQUARE, 0)


def test_an_island_in_a_filled_hole_becomes_part_of_it():
    island = area([square(0, 0, 10), square(2, 2, 6)], [square(4, 4, 1)])
    filled = fill_hole(island, spot(3, 3))

    assert filled.equals(SQUARE)


@pytest.mark.parametrize("hole", [square(8, 8, 5), square(0, 4, 2), square(20, 20, 2), square(-1, -1, 12)])
def test_a_hole_lies_wholly_inside(hole):
    with pytest.raises(ActImpossible) as refused:
        cut_hole(SQUARE, shape(polygon(hole)))

    assert refused.value.code == "hole_not_inside"


def test_where_no_hole_is_nothing_can_be_filled():
    with pytest.raises(ActImpossible):
        fill_hole(SQUARE, spot(5, 5))
