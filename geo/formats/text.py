"""Text as XML 1.0 and calendars can hold it."""

import re

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def plain(text: str) -> str:
    """The text without the control characters that XML 1.0 forbids."""
    return _FORBIDDEN.sub("", text)
