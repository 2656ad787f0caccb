"""What must hold on this machine before the map can be trusted: checks as data, each with what to do about it."""

import platform
import re
import shutil
from collections.abc import Callable, Iterable, Iterator
from ctypes import byref, c_int
from dataclasses import dataclass
from math import hypot

import django
from django.conf import settings
from django.contrib.gis.gdal import CoordTransform, OGRGeometry, SpatialReference, gdal_version
from django.contrib.gis.gdal.libgdal import lgdal
from django.contrib.gis.geos import geos_version
from django.db import Error, connection
from django.db.migrations.executor import MigrationExecutor

from geo.crs import INDIAN_1975_KNOWN_ANSWER, INDIAN_1975_PROJ, INDIAN_1975_ROW_SQL, INDIAN_1975_SRID, UTM_47N, WGS84

EXTENSIONS = ("postgis", "pg_trgm", "btree_gist")
FREE_DISK_GB = 2.0
DATABASE_UP = "make db starts the private database; or mend DATABASE_URL."
TOLERANCE_M = 0.02

Numbers = tuple[int, ...]
Point = tuple[float, float]


@dataclass(frozen=True)
class Finding:
    """What one check saw, whether that is well, and otherwise what to do."""

    name: str
    ok: bool
    seen: str
    fix: str


@dataclass(frozen=True)
class Check:
    """One question to the machine. `look` says (is it well, what was seen); a database error counts as not well."""

    name: str
    look: Callable[[], tuple[bool, str]]
    fix: str

    def run(self) -> Finding:
        """The answer, never an exception of the database's."""
        try:
            ok, seen = self.look()
        except Error as error:
            return Finding(self.name, False, f"the database refuses: {str(error).strip().splitlines()[0]}", DATABASE_UP)
        return Finding(self.name, ok, seen, "" if ok else self.fix)


def numbers(version: str) -> Numbers:
    """The leading numbers of a version: "3.11.1-CAPI" gives (3, 11, 1)."""
    found = re.search(r"\d+(?:\.\d+)*", version)
    return tuple(int(part) for part in found.group().split(".")) if found else ()


def at_least(oldest: str, version: Callable[[], str]) -> Callable[[], tuple[bool, str]]:
    """A look that is content from the version `oldest` on."""

    def look() -> tuple[bool, str]:
        seen = version()
        return numbers(seen) >= numbers(oldest), f"{seen} (wanted: {oldest} or newer)"

    return look


def answer(sql: str, *values: str | float) -> str:
    """The first column of the first row."""
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return str(cursor.fetchone()[0])


def proj_version() -> str:
    """The version of the PROJ that GDAL uses here (the database brings its own)."""
    parts = (c_int(), c_int(), c_int())
    lgdal.OSRGetPROJVersion(*(byref(part) for part in parts))
    return ".".join(str(part.value) for part in parts)


def missing_extensions() -> tuple[bool, str]:
    """Whether the database has what the map uses."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT extname FROM pg_extension")
        present = {name for (name,) in cursor.fetchall()}
    missing = [name for name in EXTENSIONS if name not in present]
    return not missing, f"missing: {', '.join(missing)}" if missing else ", ".join(EXTENSIONS)


def by_gdal(point: Point) -> Point:
    """Indian 1975 / UTM 47N to WGS 84 / UTM 47N (metres) by GDAL and PROJ, with the pinned parameters."""
    moved = OGRGeometry(f"POINT ({point[0]} {point[1]})")
    moved.transform(CoordTransform(SpatialReference(INDIAN_1975_PROJ), SpatialReference(UTM_47N)))
    x, y = moved.coords[:2]  # type: ignore[attr-defined]  # missing in the stubs
    return x, y


def by_postgis(point: Point) -> Point:
    """The same by PostGIS, with the definition in words."""
    sql = "SELECT ST_X(p) || ' ' || ST_Y(p) FROM ST_Transform(ST_MakePoint(%s, %s), %s::text, %s::int) AS p"
    x, y = answer(sql, *point, INDIAN_1975_PROJ, UTM_47N).split()
    return float(x), float(y)


def as_the_api_does(point: Point) -> Point:
    """The same backwards: where in WGS 84 the point must lie for the function of the API to answer `point`."""
    target = by_gdal(point)
    sql = (
        "SELECT ST_X(p) || ' ' || ST_Y(p) FROM geo_indian_1975(ST_Transform("
        "ST_SetSRID(ST_MakePoint(%s, %s), %s::int), %s::int)) AS p"
    )
    x, y = map(float, answer(sql, *target, UTM_47N, WGS84).split())
    return target[0] + x - point[0], target[1] + y - point[1]


def pinned_row() -> tuple[bool, str]:
    """Whether PostGIS keeps the definition ready. Without it answers are right, but a geometry costs a millisecond."""
    sql = "SELECT count(*) FROM spatial_ref_sys WHERE srid = %s AND proj4text = %s"
    if answer(sql, INDIAN_1975_SRID, INDIAN_1975_PROJ) == "1":
        return True, f"spatial_ref_sys holds {INDIAN_1975_SRID}"
    return True, f"a millisecond each; faster after, as a superuser of the database: {INDIAN_1975_ROW_SQL}"


def known_answer(transform: Callable[[Point], Point]) -> Callable[[], tuple[bool, str]]:
    """A look that compares with the Royal Thai Survey's parameters: a silent default lands 184 m away."""

    def look() -> tuple[bool, str]:
        start, wanted = INDIAN_1975_KNOWN_ANSWER
        came = transform(start)
        off_m = hypot(came[0] - wanted[0], came[1] - wanted[1])
        return off_m <= TOLERANCE_M, f"({came[0]:.2f}, {came[1]:.2f}), {off_m:.3f} m from the known answer"

    return look


def migrations_applied() -> tuple[bool, str]:
    """Whether the schema is the one of this release."""
    executor = MigrationExecutor(connection)
    waiting = [str(migration) for migration, _ in executor.migration_plan(executor.loader.graph.leaf_nodes())]
    return not waiting, f"{len(waiting)} waiting, first {waiting[0]}" if waiting else "all applied"


def free_disk() -> tuple[bool, str]:
    """Whether there is room for the database, exports and backups."""
    free_gb = shutil.disk_usage(settings.BASE_DIR).free / 1e9
    return free_gb >= FREE_DISK_GB, f"{free_gb:.1f} GB free (wanted: {FREE_DISK_GB:.0f} GB)"


UPGRADE = "install a newer one from the distribution (Debian 12 and Ubuntu 24.04 hold it), then make run."
REINSTALL = "make clean, then make run: the packages of the lock are installed anew."
PIN = "update PROJ; until then neither export nor import EPSG:24047."

CHECKS: list[Check] = [
    Check("Python", at_least("3.11", platform.python_version), UPGRADE),
    Check("Django", at_least("5.2.17", django.get_version), REINSTALL),
    Check("GDAL", at_least("3.6", lambda: gdal_version().decode()), UPGRADE),
    Check("GEOS", at_least("3.11", lambda: geos_version().decode()), UPGRADE),
    Check("PROJ", at_least("9.0", proj_version), UPGRADE),
    Check("PostgreSQL", at_least("15", lambda: answer("SHOW server_version")), UPGRADE),
    Check("PostGIS", at_least("3.3", lambda: answer("SELECT PostGIS_Lib_Version()")), "CREATE EXTENSION postgis."),
    Check("Database extensions", missing_extensions, "as a superuser of the database: CREATE EXTENSION <name>."),
    Check("Indian 1975 by GDAL", known_answer(by_gdal), PIN),
    Check("Indian 1975 by PostGIS", known_answer(by_postgis), PIN),
    Check("Indian 1975 in the API", known_answer(as_the_api_does), "manage.py migrate"),
    Check("Indian 1975 at speed", pinned_row, DATABASE_UP),
    Check("Migrations", migrations_applied, "manage.py migrate"),
    Check("Free disk", free_disk, "make room; old files in .local/backups are a good start."),
]


def add(check: Check) -> None:
    """One more question, of an app that stands above this one."""
    CHECKS.append(check)


def examine(checks: Iterable[Check] = CHECKS) -> Iterator[Finding]:
    """Every finding, in order."""
    return (check.run() for check in checks)
