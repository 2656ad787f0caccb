"""Planning takes a processor for about half a second: it may fill some threads of a server, never all of them."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore

from geo.texts import Text

AT_ONCE = 2  # planning in one process; a third would only slow the two
IN_LINE = 3  # planning or waiting, of the four threads of a process: one is always left for every other page
WAIT_S = 10.0
AGAIN_S = 3

_line = BoundedSemaphore(IN_LINE)
_turns = BoundedSemaphore(AT_ONCE)


class TooManyPlanning(Exception):
    """Every place in line is taken: come again in `AGAIN_S` seconds."""

    def __init__(self) -> None:
        self.text = Text(
            "ระบบกำลังหาเส้นทางให้คนอื่นอยู่ รอสักครู่แล้วลองอีกครั้ง",
            "Routes are being planned for others. Wait a moment and try again.",
        )
        super().__init__(self.text.en)


@contextmanager
def turn() -> Iterator[None]:
    """A turn at planning; waits for one a while. Raises TooManyPlanning when the line is full or does not move."""
    if not _line.acquire(blocking=False):
        raise TooManyPlanning
    try:
        if not _turns.acquire(timeout=WAIT_S):
            raise TooManyPlanning
        try:
            yield
        finally:
            _turns.release()
    finally:
        _line.release()
