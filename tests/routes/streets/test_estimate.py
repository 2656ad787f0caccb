"""Ways between places where no streets are known."""

import numpy as np
import pytest

from routes.streets.estimate import InvalidPositions, estimate, great_circle_m

TOWN_HALL = (100.0742, 7.6167)


def test_one_degree_of_latitude_is_the_sphere_s():
    metres = great_circle_m(np.array([[100.0, 7.0]]), np.array([[100.0, 8.0]]))

    assert metres[0, 0] == pytest.approx(111_195.08, abs=0.01)


def test_the_sphere_is_within_six_thousandths_of_the_ellipsoid():
    # geodesics on WGS 84 by Vincenty 1975: one degree north and one degree east of (100, 7)
    north_m, east_m = 110_593.22, 110_495.20

    metres = great_circle_m(np.array([[100.0, 7.0]]), np.array([[100.0, 8.0], [101.0, 7.0]]))[0]

    assert metres == pytest.approx([north_m, east_m], rel=0.006)


def test_a_way_is_the_great_circle_with_detour_rounded_up():
    ways = estimate([(100.0, 7.0), (100.0, 8.0)])

    assert ways.metres.tolist() == [[0, 144_554], [144_554, 0]]


def test_accuracies_widen_the_range_and_keep_it_around_the_estimate():
    apart_deg = 315 / 111_195.08

    ways = estimate([(100.0, 7.0), (100.0, 7.0 + apart_deg)], [700, 300])

    assert (ways.metres_low[0, 1], ways.metres[0, 1], ways.metres_high[0, 1]) == (0, 410, 1710)


def test_exact_positions_still_leave_the_detour_open():
    apart_deg = 1000 / 111_195.08

    ways = estimate([(100.0, 7.0), (100.0, 7.0 + apart_deg)])

    assert (ways.metres_low[0, 1], ways.metres[0, 1], ways.metres_high[0, 1]) == (1000, 1300, 1300)


def test_two_spaces_at_one_point_are_fifty_metres_apart():
    ways = estimate([TOWN_HALL, TOWN_HALL])

    assert (ways.metres_low[0, 1], ways.metres[0, 1], ways.metres_high[0, 1]) == (0, 50, 50)


def test_the_same_place_is_nowhere_away_from_itself():
    ways = estimate([TOWN_HALL, (100.08, 7.6), TOWN_HALL], [500, 10, 500], places=["hall", "wat", "hall"])

    assert ways.metres[0, 2] == ways.metres_low[0, 2] == ways.metres_high[0, 2] == 0
    assert (ways.metres == ways.metres.T).all()


def test_no_position_gives_empty_matrices():
    assert estimate([]).metres.shape == (0, 0)


@pytest.mark.parametrize("lonlat", [[(100.0, float("nan"))], [(181.0, 7.0)], [(7.6, 100.1)], [(1.0, 2.0, 3.0)]])
def test_positions_that_cannot_be_are_refused(lonlat):
    with pytest.raises(InvalidPositions):
        estimate(lonlat)


@pytest.mark.parametrize("accuracy_m", [[-1.0], [float("inf")], [1.0, 2.0]])
def test_accuracies_that_cannot_be_are_refused(accuracy_m):
    with pytest.raises(InvalidPositions):
        estimate([TOWN_HALL], accuracy_m)


def test_places_and_positions_are_as_many():
    with pytest.raises(InvalidPositions):
        estimate([TOWN_HALL], places=["hall", "wat"])
