"""Metres for degrees: the transverse Mercator projection, many positions at once and without a database.

Areas and lengths of a check are measured in EPSG:32647. A place that lies far from it is measured in its own UTM zone
instead, so that a fault on the other side of the globe is still told in metres.
Source: Krüger's series to the sixth order as in Karney 2011, doi:10.1007/s00190-011-0445-3, good to 5 nm within
3 900 km of the central meridian; a test compares it with PROJ.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import shapely
from shapely.geometry.base import BaseGeometry

Positions = npt.NDArray[np.float64]  # (n, 2)

_A = 6378137.0  # WGS 84, metres
_F = 1 / 298.257223563
_SCALE = 0.9996
_FALSE_EASTING = 500_000.0
_N = _F / (2 - _F)
_E = float(np.sqrt(_F * (2 - _F)))
_RADIUS = _A / (1 + _N) * (1 + _N**2 / 4 + _N**4 / 64 + _N**6 / 256)

_FORWARD = (
    _N / 2 - 2 * _N**2 / 3 + 5 * _N**3 / 16 + 41 * _N**4 / 180 - 127 * _N**5 / 288 + 7891 * _N**6 / 37800,
    13 * _N**2 / 48 - 3 * _N**3 / 5 + 557 * _N**4 / 1440 + 281 * _N**5 / 630 - 1983433 * _N**6 / 1935360,
    61 * _N**3 / 240 - 103 * _N**4 / 140 + 15061 * _N**5 / 26880 + 167603 * _N**6 / 181440,
    49561 * _N**4 / 161280 - 179 * _N**5 / 168 + 6601661 * _N**6 / 7257600,
    34729 * _N**5 / 80640 - 3418889 * _N**6 / 1995840,
    212378941 * _N**6 / 319334400,
)
_BACKWARD = (
    _N / 2 - 2 * _N**2 / 3 + 37 * _N**3 / 96 - _N**4 / 360 - 81 * _N**5 / 512 + 96199 * _N**6 / 604800,
    _N**2 / 48 + _N**3 / 15 - 437 * _N**4 / 1440 + 46 * _N**5 / 105 - 1118711 * _N**6 / 3870720,
    17 * _N**3 / 480 - 37 * _N**4 / 840 - 209 * _N**5 / 4480 + 5569 * _N**6 / 90720,
    4397 * _N**4 / 161280 - 11 * _N**5 / 504 - 830251 * _N**6 / 7257600,
    4583 * _N**5 / 161280 - 108847 * _N**6 / 3991680,
    20648693 * _N**6 / 638668800,
)


@dataclass(frozen=True)
class Plane:
    """The plane of one central meridian (degrees). `PHATTHALUNG` is EPSG:32647."""

    meridian: float

    def metres(self, degrees: Positions) -> Positions:
        """(lon, lat) in WGS 84 degrees → (easting, northing) in metres; south of the equator northings are negative."""
        lon, lat = np.radians(degrees[:, 0] - self.meridian), np.radians(degrees[:, 1])
        sin = np.sin(lat)
        with np.errstate(divide="ignore"):  # at a pole infinity is the right answer
            conformal = np.sinh(np.arctanh(sin) - _E * np.arctanh(_E * sin))
        along, across = np.arctan2(conformal, np.cos(lon)), np.arcsinh(np.sin(lon) / np.hypot(conformal, np.cos(lon)))
        north, east = along.copy(), across.copy()
        for order, factor in enumerate(_FORWARD, 1):
            north += factor * np.sin(2 * order * along) * np.cosh(2 * order * across)
            east += factor * np.cos(2 * order * along) * np.sinh(2 * order * across)
        return np.column_stack([_FALSE_EASTING + _SCALE * _RADIUS * east, _SCALE * _RADIUS * north])

    def degrees(self, metres: Positions) -> Positions:
        """(easting, northing) → (lon, lat)."""
        north, east = metres[:, 1] / (_SCALE * _RADIUS), (metres[:, 0] - _FALSE_EASTING) / (_SCALE * _RADIUS)
        along, across = north.copy(), east.copy()
        for order, factor in enumerate(_BACKWARD, 1):
            along -= factor * np.sin(2 * order * north) * np.cosh(2 * order * east)
            across -= factor * np.cos(2 * order * north) * np.sinh(2 * order * east)
        conformal = np.sin(along) / np.hypot(np.sinh(across), np.cos(along))
        lat = np.arctan(_geographic(conformal))
        lon = self.meridian + np.degrees(np.arctan2(np.sinh(across), np.cos(along)))
        return np.column_stack([lon, np.degrees(lat)])

    def project(self, geometry: BaseGeometry) -> BaseGeometry:
        """The geometry in metres."""
        return shapely.transform(geometry, self.metres)

    def unproject(self, geometry: BaseGeometry) -> BaseGeometry:
        """The geometry in degrees, not rounded."""
        return shapely.transform(geometry, self.degrees)


def _geographic(conformal: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """The tangent of the latitude for that of the conformal latitude: Newton's steps, three reach the last digit."""
    tangent = conformal.copy()
    for _ in range(3):
        root = np.sqrt(1 + tangent**2)
        sigma = np.sinh(_E * np.arctanh(_E * tangent / root))
        guess = tangent * np.sqrt(1 + sigma**2) - sigma * root
        step = (conformal - guess) / np.sqrt(1 + guess**2)
        tangent = tangent + step * (1 + (1 - _E**2) * tangent**2) / ((1 - _E**2) * root)
    return tangent


PHATTHALUNG = Plane(99.0)


def plane_at(lon: float) -> Plane:
    """EPSG:32647 within 9 degrees of its meridian, elsewhere the plane of the UTM zone of `lon`."""
    if abs(lon - PHATTHALUNG.meridian) <= 9:
        return PHATTHALUNG
    return Plane(6.0 * np.floor((lon + 180) / 6) - 177)
