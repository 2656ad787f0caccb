"""The one error of a filter."""

from typing import Any

from geo.texts import Text

MAX_SHOWN = 60


class InvalidFilter(ValueError):
    """The filter cannot be read, or asks for what is not offered.

    `text` says so in both languages; `position` is the character (from 1) at fault, when it is known.
    """

    def __init__(self, th: str, en: str, position: int | None = None) -> None:
        super().__init__(en)
        self.text, self.position = Text(th, en), position

    @property
    def extra(self) -> dict[str, Any]:
        """What the problem document adds."""
        where = {} if self.position is None else {"position": self.position}
        return {"parameter": "filter", **where}


def shown(value: object) -> str:
    """The value as a message may repeat it: short and on one line."""
    text = value if isinstance(value, str) else repr(value)
    return " ".join(text.split())[:MAX_SHOWN]
