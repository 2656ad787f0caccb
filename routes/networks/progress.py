"""How far the reading of a large file has come, on one line of the terminal."""

from __future__ import annotations

import os
import time
from pathlib import Path
from types import TracebackType
from typing import Self, TextIO

EVERY_S = 0.5
WIDTH = 24


class Progress:
    """Told by a reader what it is doing; shows how much of the file has been read. Silent where nobody looks."""

    def __init__(self, path: Path, out: TextIO) -> None:
        self.path, self.out, self.shown = path.resolve(), out, out.isatty()
        self.last = 0.0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, at: TracebackType | None) -> None:
        if self.last:
            self.out.write(f"\r{'':78}\r")

    def __call__(self, what: str, count: int) -> None:
        now = time.monotonic()
        if self.shown and now - self.last >= EVERY_S:
            self.last = now
            self.out.write(f"\r{line(what, count, share_read(self.path))}")
            self.out.flush()


def line(what: str, count: int, share: float | None) -> str:
    """nodes [#####       ] 41 %  12 300 000."""
    if share is None:
        return f"{what:<9} {count:>13,}".replace(",", " ").ljust(78)
    bar = "#" * round(share * WIDTH)
    return f"{what:<9} [{bar:<{WIDTH}}] {share:4.0%} {count:>13,}".replace(",", " ").ljust(78)


def share_read(path: Path) -> float | None:
    """How much of a file this process has read so far, as Linux tells; None where it does not."""
    try:
        for number in os.listdir("/proc/self/fd"):  # noqa: PTH208  (the entries are links to anything)
            if Path(f"/proc/self/fd/{number}").resolve() == path:
                told = Path(f"/proc/self/fdinfo/{number}").read_text(encoding="ascii")
                return min(1.0, int(told.split("pos:", 1)[1].split(None, 1)[0]) / max(1, path.stat().st_size))
    except (OSError, ValueError, IndexError):
        return None
    return None
