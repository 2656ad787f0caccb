"""Where the private cluster lies and which user runs it: decided from plain facts, nothing is touched here."""

from __future__ import annotations

import os
import pwd
import stat
from dataclasses import dataclass
from pathlib import Path

from scripts.layout import LOCAL, ROOT, checkout_name
from scripts.steps import StartFailure, is_root

# A unix socket's path has 108 bytes, the last of which is the closing zero.
LONGEST_SOCKET_PATH = 107
SOCKET_NAME = ".s.PGSQL.5432"
SERVER_USER = "postgres"
ROOT_DATA = Path("/var/lib")
SHORT = Path("/var/tmp")  # noqa: S108 - the folder is made with mode 700 and refused when somebody else's


@dataclass(frozen=True)
class Place:
    """Folders of the cluster, the user that runs it, and what should be said about an unusual choice."""

    data: Path
    socket_dir: Path
    user: str
    uid: int
    gid: int
    remarks: tuple[str, ...] = ()


def socket_fits(socket_dir: Path) -> bool:
    """Whether the socket's full path is within what the kernel takes."""
    return len(os.fsencode(socket_dir / SOCKET_NAME)) <= LONGEST_SOCKET_PATH


def may_enter(folder: Path, uid: int, groups: set[int]) -> bool:
    """Whether a user may pass through this folder and all above it (by mode bits; the last may not exist yet)."""
    existing = [path for path in (folder, *folder.parents) if path.exists()]
    return all(has_x(path.stat(), uid, groups) for path in existing)


def has_x(facts: os.stat_result, uid: int, groups: set[int]) -> bool:
    """Whether the folder's mode lets this user through."""
    if facts.st_uid == uid:
        return bool(facts.st_mode & stat.S_IXUSR)
    if facts.st_gid in groups:
        return bool(facts.st_mode & stat.S_IXGRP)
    return bool(facts.st_mode & stat.S_IXOTH)


def data_folder(local: Path, uid: int, groups: set[int], name: str) -> tuple[Path, tuple[str, ...]]:
    """The folder for the data, with a remark when the checkout is closed to the database's user."""
    if may_enter(local, uid, groups):
        return local / "pg" / "data", ()
    data = ROOT_DATA / name / "data"
    return data, (f"The user {SERVER_USER} may not enter this folder, so the database lies in {data.parent}.",)


def socket_folder(data: Path, name: str) -> tuple[Path, tuple[str, ...]]:
    """The folder for the socket, beside the data or, when that path is too long, in a short one."""
    beside = data.parent / "socket"
    if socket_fits(beside):
        return beside, ()
    short = SHORT / name
    return short, (f"This folder's path is too long for a socket, so the database listens in {short}.",)


def decide(local: Path, uid: int, gid: int, user: str, name: str) -> Place:
    """The place of the cluster for a server that runs as the given user."""
    data, data_remarks = data_folder(local, uid, {gid}, name)
    socket_dir, socket_remarks = socket_folder(data, name)
    return Place(data, socket_dir, user, uid, gid, data_remarks + socket_remarks)


def place() -> Place:
    """Where this checkout's cluster belongs. PostgreSQL refuses to run as root: then Debian's `postgres` runs it."""
    if not is_root():
        me = pwd.getpwuid(os.geteuid())
        return decide(LOCAL, me.pw_uid, me.pw_gid, me.pw_name, checkout_name(ROOT))
    try:
        server = pwd.getpwnam(SERVER_USER)
    except KeyError as missing:
        raise StartFailure(
            f"There is no user {SERVER_USER}, and PostgreSQL does not run as root.",
            f"adduser --system {SERVER_USER}; or start as an ordinary user.",
        ) from missing
    return decide(LOCAL, server.pw_uid, server.pw_gid, SERVER_USER, checkout_name(ROOT))
