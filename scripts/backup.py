"""Backup and restore of the map's database, whole and in PostgreSQL's own format."""

from __future__ import annotations

import os
import time
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

from scripts import stamps
from scripts.layout import BACKUPS, ROOT
from scripts.steps import StartFailure, quiet, step
from scripts.system_packages import postgres_homes

MAINTENANCE = "postgres"
NEW, OLD = "_being_restored", "_before_restore"


def libpq_env(url: str) -> dict[str, str]:
    """The address as libpq's environment variables: there, no password shows in the list of processes."""
    parts = urlsplit(url)
    facts = {
        "PGHOST": unquote(parts.hostname or ""),
        "PGPORT": str(parts.port or ""),
        "PGUSER": unquote(parts.username or ""),
        "PGPASSWORD": unquote(parts.password or ""),
        "PGDATABASE": unquote(parts.path.lstrip("/")),
        "PGSSLMODE": parse_qs(parts.query).get("sslmode", [""])[0],
    }
    return {**os.environ, **{key: value for key, value in facts.items() if value}}


def client(name: str) -> str:
    """A client program: the newest PostgreSQL's here, since an older pg_dump refuses a newer server."""
    homes = postgres_homes()
    return str(homes[0][1] / name) if homes else name


def back_up(url: str, folder: Path = BACKUPS) -> Path:
    """Write the whole database into one new file that only its owner may read; never half of it."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    file = folder / time.strftime("phatthalung-%Y%m%d-%H%M%S.dump")
    draft = file.with_suffix(".part")
    # PostGIS fills its own table of coordinate systems, and a role that is no superuser may not write there.
    command = [client("pg_dump"), "--format=custom", "--no-owner", "--exclude-table-data=spatial_ref_sys"]
    with step("Backup"):
        draft.touch(mode=0o600)
        quiet([*command, f"--file={draft}"], env=libpq_env(url), fix="see the lines above; `make doctor` helps.")
        quiet([client("pg_restore"), "--list", draft], fix="free some disk space and try again.")
        draft.replace(file)
    return file


def sql(env: Mapping[str, str], *statements: str, database: str = MAINTENANCE) -> str:
    """Run statements one by one outside the map's database."""
    orders = [word for statement in statements for word in ("-c", statement)]
    return quiet(
        [client("psql"), "-XAtq", "-v", "ON_ERROR_STOP=1", "-d", database, *orders],
        env=env,
        fix="the role must be allowed to create databases and must own the map's.",
    )


def quoted(name: str, mark: str = '"') -> str:
    """A name (or with another mark, a text) as SQL wants it."""
    return mark + name.replace(mark, mark * 2) + mark


def restore(url: str, file: Path) -> str:
    """Put a backup in the database's place. Returns the name under which the replaced database is kept.

    It is read into a database of its own first: a broken file leaves everything as it was.
    """
    env = libpq_env(url)
    name = env["PGDATABASE"]
    with step(f"Reading {file.name}"):
        sql(env, f"DROP DATABASE IF EXISTS {quoted(name + NEW)}", f"CREATE DATABASE {quoted(name + NEW)}")
        options = ["--exit-on-error", "--single-transaction", "--no-owner", "--no-comments"]
        quiet(
            [client("pg_restore"), *options, "--dbname", f"{name}{NEW}", file],
            env=env,
            fix="the backup could not be read; the database is as it was. Is the file whole?",
        )
    with step("Changing places"):
        swap(env, name)
    stamps.forget("data")
    return name + OLD


def swap(env: Mapping[str, str], name: str) -> None:
    """The restored database takes the name; connections to the old one are ended, new ones find the new one."""
    now, new, old = quoted(name), quoted(name + NEW), quoted(name + OLD)
    guests = f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = {quoted(name, chr(39))}"  # noqa: S608
    sql(
        env,
        f"DROP DATABASE IF EXISTS {old} WITH (FORCE)",
        f"ALTER DATABASE {now} ALLOW_CONNECTIONS false",
        guests,
        f"ALTER DATABASE {now} RENAME TO {old}",
        f"ALTER DATABASE {new} RENAME TO {now}",
        f"ALTER DATABASE {old} ALLOW_CONNECTIONS true",
    )


def chosen_file(text: str | None) -> Path:
    """The file that FILE names, from here or from the backups' folder. Raises StartFailure when there is none."""
    known = sorted(path.name for path in BACKUPS.glob("*.dump"))
    if not text:
        raise StartFailure("FILE names the backup to restore.", f"make restore FILE=..., one of: {', '.join(known)}")
    for candidate in (Path(text), ROOT / text, BACKUPS / text):
        if candidate.is_file():
            return candidate
    raise StartFailure(f"There is no file {text}.", f"the backups here: {', '.join(known) or 'none'}")
