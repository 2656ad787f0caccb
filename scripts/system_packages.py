"""System packages: what this machine lacks, and the apt commands that bring it."""

from __future__ import annotations

import ctypes.util
import importlib.util
import re
import shlex
import shutil
import subprocess
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from scripts.layout import LOGS
from scripts.steps import StartFailure, is_root, quiet, say, step

OLDEST_POSTGRESQL = 15
APT_INSTALL = ["apt-get", "install", "--yes", "--no-install-recommends"]
NO_QUESTIONS = ["env", "DEBIAN_FRONTEND=noninteractive", "NEEDRESTART_MODE=l"]
# Without this, Debian makes and starts a cluster of its own beside the private one.
NO_MAIN_CLUSTER = Path("/etc/postgresql-common/createcluster.d/phatthalung-map.conf")


@dataclass(frozen=True)
class Need:
    """Something of the system, how to see that it is there, and the Debian packages that bring it."""

    name: str
    present: Callable[[], bool]
    packages: Callable[[], list[str]]


def always(*packages: str) -> Callable[[], list[str]]:
    """Packages whose names are the same on every release."""
    return lambda: list(packages)


def has_library(name: str) -> Callable[[], bool]:
    """Whether the dynamic linker finds the library."""
    return lambda: ctypes.util.find_library(name) is not None


def has_command(*names: str) -> Callable[[], bool]:
    """Whether one of the commands is on the path."""
    return lambda: any(shutil.which(name) for name in names)


def postgres_homes(root: Path = Path("/")) -> list[tuple[int, Path]]:
    """(major, folder of programs) of every installed PostgreSQL >= 15 that has PostGIS, newest first."""
    found = []
    for server in (root / "usr/lib/postgresql").glob("*/bin/postgres"):
        major = server.parent.parent.name
        control = root / f"usr/share/postgresql/{major}/extension/postgis.control"
        if major.isdigit() and int(major) >= OLDEST_POSTGRESQL and control.is_file():
            found.append((int(major), server.parent))
    return sorted(found, reverse=True)


def postgis_package(apt_listing: str, installed_majors: Iterable[int] = ()) -> list[str]:
    """The PostGIS server package to ask for, out of `apt-cache search`: an installed server's first, else the newest.

    Raises StartFailure when the release offers none for PostgreSQL 15 or newer.
    """
    majors = {int(m) for m in re.findall(r"^postgresql-(\d+)-postgis-3\b(?!-)", apt_listing, re.M)}
    usable = {major for major in majors if major >= OLDEST_POSTGRESQL}
    if not usable:
        raise StartFailure(
            "This system's package lists hold no PostGIS 3 for PostgreSQL 15 or newer.",
            "use Debian 12, Ubuntu 24.04 or newer, or set DATABASE_URL to a PostGIS database elsewhere.",
        )
    major = max(usable & set(installed_majors) or usable)
    return [f"postgresql-{major}", f"postgresql-{major}-postgis-3"]


def postgresql_packages() -> list[str]:
    """The server and PostGIS packages of this release."""
    listing = quiet(["apt-cache", "search", "--names-only", "^postgresql-[0-9]+-postgis-3$"], fix="run apt-get update")
    installed = [int(path.name) for path in Path("/usr/lib/postgresql").glob("[0-9]*")]
    return postgis_package(listing, installed)


def can_make_venv() -> bool:
    """Whether this Python can make a virtual environment with pip inside (Debian splits that off)."""
    return all(importlib.util.find_spec(name) is not None for name in ("venv", "ensurepip"))


SPATIAL_LIBRARIES = Need(
    "GDAL, GEOS and PROJ",
    lambda: all(has_library(name)() for name in ("gdal", "geos_c", "proj")) and has_command("ogrinfo")(),
    always("gdal-bin"),
)
GETTEXT = Need("gettext", has_command("msgfmt"), always("gettext"))
VENV_SUPPORT = Need("Python's venv", can_make_venv, always("python3-venv"))
DATABASE_SERVER = Need("PostgreSQL 15+ with PostGIS 3", lambda: bool(postgres_homes()), postgresql_packages)
DATABASE_CLIENT = Need("the PostgreSQL client", has_command("pg_dump"), always("postgresql-client"))
# Playwright brings a Node of its own that a bare Debian cannot start without this.
ATOMIC = Need("libatomic", has_library("atomic"), always("libatomic1"))
CHROMIUM = Need("Chromium", has_command("chromium", "chromium-browser"), always("chromium"))


def needs(*, own_database: bool, browser: bool) -> list[Need]:
    """What the machine must have for this start."""
    database = DATABASE_SERVER if own_database else DATABASE_CLIENT
    return [SPATIAL_LIBRARIES, GETTEXT, VENV_SUPPORT, database] + ([ATOMIC, CHROMIUM] if browser else [])


def apt_commands(packages: Sequence[str]) -> list[list[str]]:
    """The commands, in order, that install the packages without making a database cluster of the system's own."""
    if not any(name.startswith("postgresql-") and name != "postgresql-client" for name in packages):
        return [[*APT_INSTALL, *packages]]
    keep = f"mkdir -p {NO_MAIN_CLUSTER.parent} && echo 'create_main_cluster = false' > {NO_MAIN_CLUSTER}"
    return [
        [*APT_INSTALL, "postgresql-common"],
        ["sh", "-c", keep],
        [*APT_INSTALL, *packages],
        ["rm", "-f", str(NO_MAIN_CLUSTER)],
    ]


def line_to_run(commands: Sequence[Sequence[str]]) -> str:
    """The same commands as one line for a person who may become root."""
    return " && ".join("sudo " + shlex.join(command) for command in [["apt-get", "update"], *commands])


def become_root() -> list[str] | None:
    """The prefix that runs a command as root without any question, or None where there is no such way."""
    if is_root():
        return NO_QUESTIONS
    if (
        shutil.which("sudo")
        and subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False).returncode == 0
    ):
        return ["sudo", "-n"]
    return None


def install(missing: Sequence[Need]) -> None:
    """Install what is missing with apt, or raise StartFailure that holds the line to run."""
    names = ", ".join(need.name for need in missing)
    if not shutil.which("apt-get"):
        raise StartFailure(f"Missing: {names}.", "install them with this system's package manager and start again.")
    root = become_root()
    if root is not None:
        with step("Package lists (apt-get update)"):
            run_apt([*root, "apt-get", "update"])
    commands = apt_commands([package for need in missing for package in need.packages()])
    if root is None:
        raise StartFailure(f"Missing: {names}.", f"run this line, then start again:\n\n{line_to_run(commands)}\n")
    say(f"  Missing: {names}")
    try:
        for command in commands:
            install_with(root, command)
    finally:
        run_apt([*root, "rm", "-f", str(NO_MAIN_CLUSTER)])


def install_with(root: Sequence[str], command: Sequence[str]) -> None:
    """Run one of the commands; an installation is shown with its packages."""
    if command[0] != "apt-get":
        run_apt([*root, *command])
        return
    with step(f"System packages: {', '.join(command[len(APT_INSTALL) :])}"):
        run_apt([*root, *command])


def run_apt(command: Sequence[str]) -> None:
    """Run one command as root, an apt command's output in `.local/logs/apt.log`."""
    log = LOGS / "apt.log" if "apt-get" in command else None
    quiet(command, log=log, fix="see the lines above; usually the network or another apt at work. Then start again.")


def ensure(*, own_database: bool, browser: bool) -> None:
    """See that the machine has what this start needs, installing it where that is allowed."""
    missing = [need for need in needs(own_database=own_database, browser=browser) if not need.present()]
    if missing:
        install(missing)
    still = [need.name for need in missing if not need.present()]
    if still:
        raise StartFailure(f"Still missing after the installation: {', '.join(still)}.", "read .local/logs/apt.log")
