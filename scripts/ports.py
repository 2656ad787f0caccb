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


def holder(port: int) -> str:
    """Who listens on the port, as "name (process n)"; "another process" when that cannot be seen."""
    wanted = {f"socket:[{inode}]" for inode in socket_inodes(port)}
    for process in (entry for entry in Path("/proc").iterdir() if entry.name.isdigit()):
        try:
            if any(str(link.readlink()) in wanted for link in (process / "fd").iterdir()):
                return f"{(process / 'comm').read_text().strip()} (process {process.name})"
        except OSError:
            continue
    return "another process"
