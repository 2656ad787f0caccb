"""Whether a TCP port is free, and whose it is when it is not."""

from __future__ import annotations

import socket
from pathlib import Path

LISTENING = "0A"  # the state column of /proc/net/tcp


def is_free(host: str, port: int) -> bool:
    """Whether a server could listen there now."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as attempt:
        attempt.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            attempt.bind((host, port))
        except OSError:
            return False
    return True


def socket_inodes(port: int, proc: Path = Path("/proc")) -> set[str]:
    """The kernel's numbers of the sockets that listen on the port."""
    found = set()
    for table in ("net/tcp", "net/tcp6"):
        file = proc / table
        rows = file.read_text().splitlines()[1:] if file.is_file() else []
        for columns in (row.split() for row in rows):
            if columns[3] == LISTENING and int(columns[1].rsplit(":", 1)[1], 16) == port:
                found.add(columns[9])
    return found


def holder(port: int) -> Path | None:
    """The folder in /proc of a process that listens on the port; None when there is none or it cannot be seen."""
    wanted = {f"socket:[{inode}]" for inode in socket_inodes(port)}
    processes = (entry for entry in Path("/proc").iterdir() if entry.name.isdigit())
    return next((process for process in processes if has_open(process, wanted)), None)


def has_open(process: Path, sockets: set[str]) -> bool:
    """Whether the process has one of the sockets open; no, where that cannot be seen."""
    try:
        return any(str(link.readlink()) in sockets for link in (process / "fd").iterdir())
    except OSError:
        return False


def name_of(process: Path | None) -> str:
    """A process as people know it."""
    try:
        return f"{(process / 'comm').read_text().strip()} (process {process.name})" if process else "another process"
    except OSError:
        return "another process"


def is_server_of(process: Path | None, root: Path) -> bool:
    """Whether the process is the web server of this checkout."""
    try:
        return process is not None and (process / "cwd").resolve() == root and b"geo.wsgi" in command(process)
    except OSError:
        return False


def command(process: Path) -> bytes:
    """The command line of a process."""
    return (process / "cmdline").read_bytes()
