"""The private PostGIS cluster: made, started, mended after a crash, and stopped. No other cluster is touched.

It listens on a unix socket only, in a folder closed to other users, and knows its people by the kernel's word
(`peer`): the user who runs it and the user who starts it.
"""

from __future__ import annotations

import os
import pwd
import secrets
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from geo.crs import INDIAN_1975_ROW_SQL
from scripts.cluster_place import Place
from scripts.environment import socket_url
from scripts.postmaster import clear_after_crash, server_pid
from scripts.steps import StartFailure, say, step, tail
from scripts.system_packages import postgres_homes

DATABASE = "phatthalung"
ROLE = "map"
ADMINISTRATOR = "postgres"
WAIT_S = "30"

# The role `map` is no superuser, so the extensions stand in template1: every database made from it, also the tests',
# has them.
FIRST_SQL = f"""
CREATE EXTENSION postgis;
CREATE EXTENSION pg_trgm;
CREATE EXTENSION btree_gist;
{INDIAN_1975_ROW_SQL}
CREATE ROLE {ROLE} LOGIN CREATEDB;
CREATE DATABASE {DATABASE} OWNER {ROLE};
"""

# A cluster made by an earlier release lacks what only a superuser may write.
UPGRADE_SQL = f"""
{INDIAN_1975_ROW_SQL}
SELECT EXISTS (SELECT FROM pg_database WHERE datname = '{DATABASE}') AS there \\gset
\\if :there
\\connect {DATABASE}
{INDIAN_1975_ROW_SQL}
\\endif
"""  # noqa: S608  (only constants go in)

SETTINGS = """
listen_addresses = ''
port = 5432
unix_socket_permissions = 0700
max_connections = 60
shared_buffers = 256MB
maintenance_work_mem = 128MB
work_mem = 16MB
effective_cache_size = 1GB
random_page_cost = 1.1
jit = off
timezone = 'UTC'
log_timezone = 'UTC'
log_line_prefix = '%m [%p] %q%u@%d '
cluster_name = 'phatthalung-map'
"""


def is_made(place: Place) -> bool:
    """Whether the cluster was made to the end."""
    return made_file(place).is_file()


def made_file(place: Place) -> Path:
    """The note that the cluster is complete; it holds the cluster's own random name."""
    return place.data.parent / "made"


def identity(place: Place) -> str:
    """A word that changes whenever the cluster is made anew."""
    return made_file(place).read_text() if is_made(place) else "none"


def is_running(place: Place) -> bool:
    """Whether its server is at work."""
    return is_made(place) and server_pid(place.data) is not None


def url(place: Place) -> str:
    """The DATABASE_URL of the map's database."""
    return socket_url(ROLE, place.socket_dir, DATABASE)


def log_file(place: Place) -> Path:
    """The server's log."""
    return place.data.parent / "server.log"


def program(place: Place, name: str) -> Path:
    """A PostgreSQL program of the major version that made the data; for new data, of the newest installed."""
    homes = dict(postgres_homes())
    version = place.data / "PG_VERSION"
    wanted = int(version.read_text()) if version.is_file() else max(homes, default=0)
    if wanted not in homes:
        raise StartFailure(
            f"The database in {place.data} was made by PostgreSQL {wanted}; installed with PostGIS: {sorted(homes)}.",
            f"install postgresql-{wanted} and postgresql-{wanted}-postgis-3, then start again.",
        )
    return homes[wanted] / name


def as_server(place: Place, command: Sequence[object], *, fix: str, text: str = "") -> None:
    """Run a PostgreSQL program as the cluster's user, in a session of its own: Ctrl+C must reach the web first."""
    somebody_else = place.uid != os.geteuid()
    done = subprocess.run(
        [str(part) for part in command],
        input=text,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        cwd="/",
        env={"PATH": os.environ.get("PATH", "/usr/bin:/bin"), "LC_ALL": "C.UTF-8"},
        start_new_session=True,
        check=False,
        user=place.uid if somebody_else else None,
        group=place.gid if somebody_else else None,
        extra_groups=[] if somebody_else else None,
    )
    if done.returncode != 0:
        raise StartFailure(f"{Path(str(command[0])).name} failed:\n{tail(done.stdout)}", fix)


def make_folder(folder: Path, place: Place) -> None:
    """A folder that only the cluster's user may enter. Raises StartFailure when it is somebody else's already."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    facts = folder.lstat()
    if facts.st_uid not in (place.uid, os.geteuid()) or folder.is_symlink():
        raise StartFailure(f"{folder} belongs to another user.", "have it removed, then start again.")
    if facts.st_uid != place.uid:
        os.chown(folder, place.uid, place.gid)
    folder.chmod(0o700)


def hba_text() -> str:
    """Who may connect: only users named in the map, proven by the kernel."""
    return "local all all peer map=people\n"


def ident_text(place: Place) -> str:
    """The two users of this machine and the roles they may take."""
    people = dict.fromkeys([place.user, pwd.getpwuid(os.geteuid()).pw_name])
    return "".join(f"people {person} {role}\n" for person in people for role in (ROLE, ADMINISTRATOR))


def make(place: Place) -> None:
    """Make the cluster from nothing. Whatever an interrupted attempt left holds no data yet and is removed."""
    shutil.rmtree(place.data, ignore_errors=True)
    make_folder(place.data.parent, place)
    options = ["--encoding=UTF8", "--locale=C.UTF-8", "--auth=peer", "--data-checksums"]
    options += [f"--username={ADMINISTRATOR}"]
    as_server(
        place,
        [program(place, "initdb"), "-D", place.data, *options],
        fix="look at the lines above; free disk space and the folder's rights are the usual causes.",
    )
    configure(place)
    start_server(place)
    as_administrator(place, FIRST_SQL)
    made_file(place).write_text(secrets.token_hex(8))


def as_administrator(place: Place, text: str) -> None:
    """Run SQL in template1 as the superuser of the cluster."""
    psql = [program(place, "psql"), "-Xqv", "ON_ERROR_STOP=1", "-h", place.socket_dir, "-U", ADMINISTRATOR]
    as_server(place, [*psql, "-d", "template1"], text=text, fix="see the lines above and .local/pg/server.log")


def configure(place: Place) -> None:
    """Write the settings and the list of people: at every start, so that a moved checkout keeps its database."""
    make_folder(place.socket_dir, place)
    own = SETTINGS + f"unix_socket_directories = '{place.socket_dir}'\n"
    for name, text in (("phatthalung.conf", own), ("pg_hba.conf", hba_text()), ("pg_ident.conf", ident_text(place))):
        write_as_server(place.data / name, text, place)
    main = place.data / "postgresql.conf"
    include = "include 'phatthalung.conf'\n"
    if include not in main.read_text():
        main.write_text(main.read_text() + include)


def write_as_server(path: Path, text: str, place: Place) -> None:
    """Write a file that the cluster's user owns and only that user may read."""
    path.write_text(text)
    path.chmod(0o600)
    if place.uid != os.geteuid():
        os.chown(path, place.uid, place.gid)


def start_server(place: Place) -> None:
    """Start the server on existing data and wait until it answers."""
    command = [program(place, "pg_ctl"), "start", "-D", place.data, "-l", log_file(place), "-w", "-t", WAIT_S, "-s"]
    try:
        as_server(place, command, fix="")
    except StartFailure as failure:
        said = tail(log_file(place).read_text(errors="replace")) if log_file(place).is_file() else str(failure)
        raise StartFailure(f"The database did not start:\n{said}", f"the whole log is {log_file(place)}") from failure


def start(place: Place) -> bool:
    """Have the cluster run; made first if need be. Returns whether it had to be started."""
    if is_running(place):
        return False
    for remark in place.remarks:
        say(f"  {remark}")
    if not is_made(place):
        with step("Private PostGIS database (made once)"):
            stop(place)
            make(place)
        return True
    with step("Private PostGIS database"):
        clear_after_crash(place)
        configure(place)
        start_server(place)
        as_administrator(place, UPGRADE_SQL)
    return True


def stop(place: Place) -> bool:
    """Stop the server and wait until it is down. Returns whether it was running."""
    if server_pid(place.data) is None:
        return False
    command = [program(place, "pg_ctl"), "stop", "-D", place.data, "-m", "fast", "-w", "-t", WAIT_S, "-s"]
    as_server(place, command, fix=f"see {log_file(place)}; then try make stop again.")
    return True
