"""Coordinate reference systems: their names here, and the one operation per pair that this project uses.

Stored: WGS 84, 2D, (lon, lat), 1e-7 degree. Measured: UTM 47N or the spheroid; degrees are never a distance.
"""

WGS84 = 4326
WEB_MERCATOR = 3857
UTM_47N = 32647
INDIAN_1975_UTM_47N = 24047

COORDINATE_DECIMALS = 7

# PROJ, GDAL and PostGIS by default land 184 m off the Royal Thai Survey result and say nothing. These are its three
# parameters (dX 206, dY 837, dZ 295 m) on the Everest 1830 (1937 Adjustment) spheroid; `doctor` checks the answer.
INDIAN_1975_PROJ = (
    "+proj=utm +zone=47 +a=6377276.345 +rf=300.8017 +towgs84=206,837,295,0,0,0,0 +units=m +no_defs +type=crs"
)
# PostGIS parses a definition anew for every geometry (a millisecond); one that stands in its table, under a number for
# own systems, it keeps. `geo_indian_1975()` takes that way where the table has the row (see `geo.apps`, `scripts`).
INDIAN_1975_SRID = 924047
INDIAN_1975_ROW_SQL = (
    f"INSERT INTO spatial_ref_sys (srid, proj4text) VALUES ({INDIAN_1975_SRID}, '{INDIAN_1975_PROJ}')"  # noqa: S608
    " ON CONFLICT (srid) DO UPDATE SET proj4text = EXCLUDED.proj4text;"
)
INDIAN_1975_OPERATION = "Royal Thai Survey Department 3 parameters: dX 206 m, dY 837 m, dZ 295 m"

# Known answer: easting, northing in Indian 1975 / UTM 47N -> WGS 84 / UTM 47N, metres, good to 0.01 m.
INDIAN_1975_KNOWN_ANSWER = ((618000.0, 842000.0), (617666.30, 842301.29))
