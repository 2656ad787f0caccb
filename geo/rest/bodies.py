"""The body of a request, read strictly: its type, its length, and JSON that the database can hold.

What is too long is refused by its announced length, before a byte is read; what would unfold into too many objects is
refused by counting commas and brackets, before one is made. So memory stays flat, whatever comes.
"""

import json
import math
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.http.request import RawPostDataException
from rest_framework.exceptions import ParseError

from geo.texts import Text

MOST_DEPTH = 40
DISCARD_S = 3.0
_PIECE = 64 * 1024
_ENCODINGS = frozenset({"", "identity"})
_CHARSETS = frozenset({"", "utf-8", "utf8", "us-ascii"})


@dataclass(frozen=True)
class Limits:
    """Bytes of a body, and the values (members and elements) that its JSON may hold."""

    most_bytes: int
    most_values: int


# A geometry of 50 000 vertices, one number a line, with its properties: each vertex counts three.
FEATURE = Limits(most_bytes=4 * 1024 * 1024, most_values=200_000)
MANY = Limits(most_bytes=settings.DATA_UPLOAD_MAX_MEMORY_SIZE, most_values=1_000_000)


class BodyTooLarge(Exception):
    """More bytes or values than are read here. Carries the limit, so that the client need not guess."""

    def __init__(self, most: int, what: str = "bytes") -> None:
        super().__init__(f"{most} {what}")
        thai = {"bytes": "ไบต์", "values": "ค่า", "changes": "รายการ"}[what]
        self.text = Text(f"รับได้ไม่เกิน {most:,} {thai}", f"At most {most:,} {what} are read here.")
        self.extra = {f"most_{what}": most}


class UnreadableType(Exception):
    """The body comes in a media type, character set or compression that is not read here."""

    def __init__(self, accepted: Sequence[str]) -> None:
        listed = ", ".join(accepted)
        super().__init__(listed)
        self.text = Text(f"ที่นี่รับ {listed} แบบ UTF-8 ไม่บีบอัด", f"Read here: {listed}, in UTF-8 and not compressed.")
        self.extra = {"accepted": list(accepted)}
        self.headers = {"Accept": listed}


def must_be_readable(request: HttpRequest, accepted: Sequence[str], limits: Limits) -> None:
    """Raises UnreadableType or BodyTooLarge for what the headers alone tell."""
    if int(request.META.get("CONTENT_LENGTH") or 0) > limits.most_bytes:
        raise BodyTooLarge(limits.most_bytes)
    charset = (request.content_params or {}).get("charset", "").strip('"').lower()
    compressed = request.META.get("HTTP_CONTENT_ENCODING", "").strip().lower() not in _ENCODINGS
    if (request.content_type or "").lower() not in accepted or charset not in _CHARSETS or compressed:
        raise UnreadableType(accepted)


def discard(request: HttpRequest) -> None:
    """Reads what is left of a body that was refused, bit by bit and not for ever.

    A server that closes a connection on which a client still sends resets it: the client would never see the answer.
    """
    deadline = time.monotonic() + DISCARD_S
    try:
        while not hasattr(request, "_body") and time.monotonic() < deadline:
            if not request.read(_PIECE):
                return
    except (OSError, RawPostDataException):  # the client has gone, or the body was read as something else
        return


def parse(body: bytes, limits: Limits) -> Any:
    """The document: RFC 8259 in UTF-8 without a byte order mark, each name once in an object, numbers finite.

    No NUL and no lone surrogate in a text, no endless nesting. Raises ParseError, a 400; BodyTooLarge, a 413.
    """
    if len(body) > limits.most_bytes:
        raise BodyTooLarge(limits.most_bytes)
    if sum(map(body.count, (b",", b"[", b"{"))) > limits.most_values:
        raise BodyTooLarge(limits.most_values, "values")
    try:
        document = _loaded(body.decode())
    except RecursionError:
        raise _too_deep() from None
    except (ValueError, UnicodeError) as fault:
        raise ParseError(Text(f"JSON ไม่ถูกต้อง: {fault}", f"This is not JSON: {fault}.").in_language()) from None
    _must_be_shallow(document)
    return document


def _loaded(text: str) -> Any:
    document = json.loads(text, parse_constant=_refuse, parse_float=_finite, object_pairs_hook=_each_once)
    if "\\u" in text:  # only an escape can bring in what UTF-8 itself cannot hold
        _must_be_storable(document)
    return document


def _must_be_storable(document: Any) -> None:
    """Raises ValueError for a NUL or, as UnicodeError, for a lone surrogate in any text."""
    written = json.dumps(document, ensure_ascii=False)
    written.encode()
    if "\\u0000" in written:
        raise ValueError("a text holds a NUL character")


def _must_be_shallow(document: Any) -> None:
    level = [document]
    for _ in range(MOST_DEPTH):
        level = [part for whole in level for part in _parts(whole) if isinstance(part, list | dict)]
        if not level:
            return
    raise _too_deep()


def _parts(whole: Any) -> Any:
    return whole.values() if isinstance(whole, dict) else whole if isinstance(whole, list) else ()


def _too_deep() -> ParseError:
    return ParseError(Text("JSON ซ้อนลึกเกินไป", "The JSON is nested too deeply.").in_language())


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        seen: set[str] = set()
        twice = next(name for name, _ in pairs if name in seen or seen.add(name))  # type: ignore[func-returns-value]
        raise ValueError(f"the member {twice[:80]!r} comes twice")
    return found


def _refuse(constant: str) -> None:
    raise ValueError(f"{constant} is not a number of JSON")


def _finite(digits: str) -> float:
    number = float(digits)
    if not math.isfinite(number):
        raise ValueError(f"{digits[:40]} is beyond any double")
    return number
