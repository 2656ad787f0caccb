"""JSON as clients send it, with everything refused that PostgreSQL or JSON itself could not hold."""

import json
import math
from collections.abc import Mapping
from typing import IO, Any

from django.conf import settings
from rest_framework.exceptions import ParseError
from rest_framework.parsers import BaseParser

from geo.texts import Text


class BodyTooLarge(Exception):
    """More bytes than are read here. Carries the limit, so that the client need not guess."""

    def __init__(self, most_bytes: int) -> None:
        super().__init__(str(most_bytes))
        self.text = Text(f"รับได้ไม่เกิน {most_bytes:,} ไบต์", f"At most {most_bytes:,} bytes are read here.")
        self.extra = {"most_bytes": most_bytes}


class StrictJSONParser(BaseParser):
    """RFC 8259 in UTF-8: no NaN, no number beyond a double, no NUL and no lone surrogate in a text, no endless nesting.

    Raises ParseError, a 400; BodyTooLarge, a 413, before more than `most_bytes` are held.
    """

    media_type = "application/json"
    most_bytes: int = settings.DATA_UPLOAD_MAX_MEMORY_SIZE

    def parse(
        self, stream: IO[Any], media_type: str | None = None, parser_context: Mapping[str, Any] | None = None
    ) -> Any:
        body = stream.read(self.most_bytes + 1)
        if len(body) > self.most_bytes:
            raise BodyTooLarge(self.most_bytes)
        try:
            text = body.decode("utf-8-sig")
            document = json.loads(text, parse_constant=_refuse, parse_float=_finite)
            document_text = json.dumps(document, ensure_ascii=False)
            document_text.encode()
        except RecursionError:
            raise ParseError(_say(Text("JSON ซ้อนลึกเกินไป", "The JSON is nested too deeply."))) from None
        except (ValueError, UnicodeError) as fault:
            raise ParseError(_say(Text(f"JSON ไม่ถูกต้อง: {fault}", f"This is not JSON: {fault}."))) from None
        if "\\u0000" in document_text:
            raise ParseError(_say(Text("มีอักขระ NUL", "A text holds a NUL character.")))
        return document


def _say(text: Text) -> str:
    return text.in_language()


def _refuse(constant: str) -> None:
    raise ValueError(f"{constant} is not a number of JSON")


def _finite(digits: str) -> float:
    number = float(digits)
    if not math.isfinite(number):
        raise ValueError(f"{digits[:40]} is beyond any double")
    return number
