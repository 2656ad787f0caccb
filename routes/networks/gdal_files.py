"""Files that GDAL reads, opened by named drivers only, and the operation that brings each to WGS 84."""

from __future__ import annotations

from ctypes import c_char_p
from pathlib import Path
from typing import Any

from django.contrib.gis.gdal import CoordTransform, DataSource, GDALException, SpatialReference
from django.contrib.gis.gdal.driver import Driver
from django.contrib.gis.gdal.prototypes import ds as capi

from geo.crs import INDIAN_1975_OPERATION, INDIAN_1975_PROJ, WGS84
from routes.streets.errors import InvalidStreets

DRIVERS = ("GPKG", "ESRI Shapefile", "GeoJSON", "GeoJSONSeq", "FlatGeobuf", "KML", "LIBKML", "MapInfo File")

# Of Indian 1975 only the pinned operation is used: what PROJ takes by default lands 184 m off and says nothing.
INDIAN_1975 = {
    "24047": INDIAN_1975_PROJ,
    "24048": INDIAN_1975_PROJ.replace("+zone=47", "+zone=48"),
    "4240": INDIAN_1975_PROJ.replace("+proj=utm +zone=47", "+proj=longlat").replace(" +units=m", ""),
}


def opened(path: Path) -> DataSource:
    """The file, read by one of DRIVERS. Raises InvalidStreets, also for an address or a `/vsi` path."""
    where = path.resolve()
    if not where.is_file() or str(path).startswith("/vsi"):
        raise InvalidStreets(f"{path.name} is no file on this machine.")
    Driver.ensure_registered()
    allowed = (c_char_p * (len(DRIVERS) + 1))(*(name.encode() for name in DRIVERS), None)
    try:
        handle = capi.open_ds(str(where).encode(), capi.GDAL_OF_READONLY | capi.GDAL_OF_VECTOR, allowed, None, None)
        return DataSource(handle, capi.get_dataset_driver(handle))
    except GDALException as fault:
        raise InvalidStreets(f"{path.name} cannot be read as any of {', '.join(DRIVERS)}.") from fault


def layer_named(source: DataSource, name: str | None, file: str) -> Any:
    """The layer of that name, or the only one. Raises InvalidStreets."""
    names = [source[number].name for number in range(source.layer_count)]
    if name is None and len(names) == 1:
        return source[0]
    if name not in names:
        raise InvalidStreets(f"{file} has the layers {', '.join(names[:20])}: name one by --layer.")
    return source[names.index(name)]


def to_wgs84(layer: Any, told: str | None, file: str) -> tuple[CoordTransform | None, str]:
    """The transformation and its name; none where the layer is in WGS 84.

    `told` is an EPSG code for a layer that does not say. Raises InvalidStreets when nobody says.
    """
    found = code_of(layer.srs) if told is None else told.upper().removeprefix("EPSG:")
    if found in INDIAN_1975:
        return transform(INDIAN_1975[found]), f"EPSG:{found} by {INDIAN_1975_OPERATION}"
    if found == str(WGS84):
        return None, f"EPSG:{WGS84}"
    if found and not found.isdigit():
        raise InvalidStreets(f"--crs is {told!r}; an EPSG code such as 32647 is wanted.")
    if found:
        return transform(int(found)), f"EPSG:{found} by PROJ"
    if layer.srs is None:
        raise InvalidStreets(f"{file} does not say its coordinate system: say it by --crs, such as --crs 32647.")
    if "indian" in layer.srs.wkt.lower():
        raise InvalidStreets(f"{file} is in some form of Indian 1975: say which by --crs 24047 or --crs 24048.")
    return transform(layer.srs), f"{layer.srs.name} by PROJ"


def code_of(srs: SpatialReference | None) -> str:
    """The EPSG code a layer names for itself, found out where it only describes it; "" where there is none."""
    if srs is None:
        return ""
    known = srs.clone()
    try:
        known.identify_epsg()
    except GDALException:
        return ""
    code = known.auth_code("PROJCS" if known.projected else "GEOGCS")
    return str(code or "")


def transform(crs: str | int | SpatialReference) -> CoordTransform:
    """To WGS 84 in the order lon, lat. Raises InvalidStreets for a code nobody knows."""
    try:
        return CoordTransform(
            crs if isinstance(crs, SpatialReference) else SpatialReference(crs), SpatialReference(WGS84)
        )
    except GDALException as fault:
        raise InvalidStreets(f"EPSG:{crs} is no coordinate system that can be brought to WGS 84.") from fault
