"""Metres without a database: the same as PROJ gives."""

import warnings

import numpy as np
import pytest
from django.contrib.gis.geos import Point

from geo.crs import UTM_47N, WGS84
from geo.utm import PHATTHALUNG, Plane, plane_at


def by_proj(lon, lat, srid=UTM_47N):
    point = Point(lon, lat, srid=WGS84)
    point.transform(srid)
    return point.coords


def test_positions_are_those_of_proj_to_a_hundredth_of_a_millimetre():
    random = np.random.default_rng(1)
    degrees = np.column_stack([random.uniform(95, 105, 300), random.uniform(-5, 25, 300)])

    assert PHATTHALUNG.metres(degrees) == pytest.approx(np.array([by_proj(*each) for each in degrees]), abs=1e-5)


def test_another_zone_has_another_meridian():
    assert Plane(-3.0).metres(np.array([[-0.1, 51.5]])) == pytest.approx(
        np.array([by_proj(-0.1, 51.5, 32630)]), abs=1e-5
    )


@pytest.mark.parametrize(
    ("lon", "meridian"), [(100.08, 99), (91.0, 99), (89.0, 87), (-0.1, -3), (-180.0, -177), (179.9, 177)]
)
def test_a_place_is_measured_in_phatthalungs_plane_or_in_its_own(lon, meridian):
    assert plane_at(lon).meridian == meridian


def test_a_pole_is_a_place_too():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        metres = PHATTHALUNG.metres(np.array([[0.0, 90.0], [99.0, -90.0]]))

    assert metres == pytest.approx(np.array([[500_000, 9_997_964.94], [500_000, -9_997_964.94]]), abs=0.01)
