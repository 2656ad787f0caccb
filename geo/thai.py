"""Thai ways of writing: one spelling for search, whatever the keyboard sent, and the years of the calendar."""

import re
import unicodedata

BUDDHIST_OFFSET = 543  # years before the common era at which Thailand begins to count; for display only

_SPLIT_SARA_AM = re.compile("\u0e4d([\u0e48-\u0e4b]?)\u0e32")  # nikhahit, perhaps a tone mark, sara aa
_TONE_BEFORE_NIKHAHIT = re.compile("([\u0e48-\u0e4b])\u0e4d\u0e32")
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))
_DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")


def fold(text: str) -> str:
    """The form in which texts are compared: NFC, lower case, นํ้า = น้ำ, เเ = แ, ๒ = 2, nothing invisible.

    The database holds the same fold as the SQL function `fold_thai` (migration `geo.0001`); a test keeps them equal.
    """
    folded = unicodedata.normalize("NFC", text.lower().translate(_INVISIBLE))
    folded = _TONE_BEFORE_NIKHAHIT.sub("\\1\u0e33", folded)
    folded = _SPLIT_SARA_AM.sub("\\1\u0e33", folded)
    return folded.replace("\u0e40\u0e40", "\u0e41").translate(_DIGITS)
