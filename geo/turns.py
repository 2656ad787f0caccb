"""Work that takes a processor for long: it may fill some threads of a server, never all of them."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore

from geo.texts import Text

AGAIN_S = 3


class TooManyAtOnce(Exception):
    """Every place in line is taken: come again in `AGAIN_S` seconds."""

    def __init__(self) -> None:
        self.text = Text(
            "ระบบกำลังทำงานให้คนอื่นอยู่ รอสักครู่แล้วลองอีกครั้ง", "The server is busy with others. Wait a moment and try again."
        )
        super().__init__(self.text.en)


class Turns:
    """`at_once` work in one process and `in_line` work or wait; the others are sent away with `refusal`."""

    def __init__(
        self, *, at_once: int, in_line: int, wait_s: float, refusal: Callable[[], Exception] = TooManyAtOnce
    ) -> None:
        self.in_line, self.at_once, self.wait_s, self.refusal = in_line, at_once, wait_s, refusal
        self.line, self.turns = BoundedSemaphore(in_line), BoundedSemaphore(at_once)

    @contextmanager
    def turn(self) -> Iterator[None]:
        """A turn; waits for one a while. Raises the refusal when the line is full or does not move."""
        if not self.line.acquire(blocking=False):
            raise self.refusal()
        try:
            if not self.turns.acquire(timeout=self.wait_s):
                raise self.refusal()
            try:
                yield
            finally:
                self.turns.release()
        finally:
            self.line.release()


# One geometry check at a time in a process, one more waits: of its four threads two are always left.
CHECKING = Turns(at_once=1, in_line=2, wait_s=10.0)
