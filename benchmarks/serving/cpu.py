"""CPU time of processes, from /proc: what a loaded machine disturbs least."""

import os
from collections.abc import Iterable
from pathlib import Path

PROC = Path("/proc")
_TICKS_PER_S = os.sysconf("SC_CLK_TCK")
_NS_PER_S = 1_000_000_000


class ProcessGone(RuntimeError):
    """A process that was being measured has ended."""


def used_s(pids: Iterable[int]) -> float:
    """Seconds of CPU, user and system, that the processes have used since they began."""
    return sum(map(_used_s, pids))


def used_or_zero_s(pid: int) -> float:
    """The same of one process; 0 when it is gone."""
    try:
        return _used_s(pid)
    except (ProcessGone, ProcessLookupError):
        return 0.0


def forget_peak(pid: int) -> int:
    """Bytes of memory the process holds; the peak begins anew from here."""
    (PROC / str(pid) / "clear_refs").write_text("5")
    return peak_bytes(pid)


def peak_bytes(pid: int) -> int:
    """The most bytes of memory the process held."""
    lines = (PROC / str(pid) / "status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM:")) * 1024


def _used_s(pid: int) -> float:
    try:
        exact = [int(path.read_text().split()[0]) for path in PROC.glob(f"{pid}/task/*/schedstat")]
        return sum(exact) / _NS_PER_S if exact else sum(map(int, _fields(pid)[11:13])) / _TICKS_PER_S
    except FileNotFoundError:
        raise ProcessGone(f"Process {pid} ended while it was measured.") from None


def family(pid: int) -> set[int]:
    """The process and all that descend from it."""
    parents = {int(path.name): _parent(int(path.name)) for path in PROC.iterdir() if path.name.isdigit()}
    found = {pid}
    while more := {child for child, parent in parents.items() if parent in found} - found:
        found |= more
    return found


def _parent(pid: int) -> int:
    try:
        return int(_fields(pid)[1])
    except (FileNotFoundError, ProcessLookupError):
        return 0


def _fields(pid: int) -> list[str]:
    """The fields of stat behind the name, which may itself hold blanks: state, parent, …"""
    return (PROC / str(pid) / "stat").read_text().rpartition(")")[2].split()
