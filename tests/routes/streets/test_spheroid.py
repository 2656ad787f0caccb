"""Lengths and bearings, against published lengths of the WGS 84 ellipsoid."""

import numpy as np
import pytest

from routes.streets.spheroid import apart_m, bearing_deg, length_m, plane_per_metre, segments_m, to_plane

MERIDIAN_DEGREE_M = 110_574.389  # from the equator to 1° north
EQUATOR_DEGREE_M = 111_319.491


def dense(start: tuple[float, float], end: tuple[float, float]) -> np.ndarray:
    return np.linspace(start, end, 101)


def test_a_degree_at_the_equator() -> None:
    assert length_m(dense((100, 0), (100, 1))) == pytest.approx(MERIDIAN_DEGREE_M, abs=0.01)
    assert length_m(dense((100, 0), (101, 0))) == pytest.approx(EQUATOR_DEGREE_M, abs=0.01)


def test_a_second_of_longitude_in_phatthalung() -> None:
    """a cos β for the parallel, with tan β = (1 - f) tan φ."""
    beta = np.arctan((1 - 1 / 298.257223563) * np.tan(np.radians(7.617)))

    assert apart_m((100, 7.617), (100 + 1 / 3600, 7.617)) == pytest.approx(
        6_378_137 * np.cos(beta) * np.radians(1 / 3600), abs=1e-6
    )


def test_segments_add_up() -> None:
    line = [(100.08, 7.617), (100.081, 7.618), (100.083, 7.618)]

    assert segments_m(line).sum() == pytest.approx(length_m(line))
    assert len(segments_m(line)) == 2


@pytest.mark.parametrize(
    ("destination", "bearing"), [((100, 7.01), 0), ((100.01, 7), 90), ((100, 6.99), 180), ((99.99, 7), 270)]
)
def test_bearings_turn_with_the_clock(destination: tuple[float, float], bearing: float) -> None:
    assert bearing_deg((100, 7), destination) == pytest.approx(bearing, abs=0.01)


def test_the_plane_measures_alike_in_all_directions() -> None:
    origin, east, north = to_plane([(100.0, 7.6), (100.001, 7.6), (100.0, 7.601)])

    for point, lonlat in ((east, (100.001, 7.6)), (north, (100.0, 7.601))):
        on_plane = np.hypot(*(point - origin)) / plane_per_metre(7.6)
        assert on_plane == pytest.approx(apart_m((100.0, 7.6), lonlat), rel=1e-4)
