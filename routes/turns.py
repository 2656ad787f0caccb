"""Planning takes a processor for about half a second: it may fill some threads of a server, never all of them."""

from geo.texts import Text
from geo.turns import Turns

AGAIN_S = 3


class TooManyPlanning(Exception):
    """Every place in line is taken: come again in `AGAIN_S` seconds."""

    def __init__(self) -> None:
        self.text = Text(
            "ระบบกำลังหาเส้นทางให้คนอื่นอยู่ รอสักครู่แล้วลองอีกครั้ง",
            "Routes are being planned for others. Wait a moment and try again.",
        )
        super().__init__(self.text.en)


# A third planning in one process would only slow the two; of its four threads one is always left for other pages.
PLANNING = Turns(at_once=2, in_line=3, wait_s=10.0, refusal=TooManyPlanning)
turn = PLANNING.turn
