"""The query string, read strictly: every parameter known, given once, and proper UTF-8."""

import re
from collections.abc import Iterable
from urllib.parse import unquote_plus

from django.http import HttpRequest

from geo.cql2.limits import MAX_BYTES
from geo.rest.problems import BadParameter
from geo.texts import Text

MAX_VALUE_LENGTH = 2000
_LONGER = {"filter": MAX_BYTES}
_BROKEN_ESCAPE = re.compile("%(?![0-9A-Fa-f]{2})")


def read(request: HttpRequest, allowed: Iterable[str]) -> dict[str, str]:
    """The parameters by name. Raises BadParameter for one that is unknown, repeated or garbled."""
    known = frozenset(allowed)
    found: dict[str, str] = {}
    for pair in filter(None, request.META.get("QUERY_STRING", "").split("&")):
        raw_name, _, raw_value = pair.partition("=")
        name = _decoded(raw_name, raw_name)
        if name not in known:
            raise BadParameter(name, _unknown(name, known))
        if name in found:
            raise BadParameter(name, Text(f"ใส่ {name} ได้ครั้งเดียว", f"{name} may be given once."))
        found[name] = _decoded(raw_value, name)
    return found


def _unknown(name: str, known: frozenset[str]) -> Text:
    names = ", ".join(sorted(known)) or "-"
    shown = name[:80]
    return Text(f"ไม่รู้จัก {shown} ที่นี่ใช้ได้: {names}", f"{shown} is unknown here. Known: {names}.")


def _decoded(raw: str, name: str) -> str:
    """The text behind percent-encoding. WSGI hands bytes over as Latin-1."""
    try:
        text = unquote_plus(raw.encode("latin-1").decode("utf-8"), errors="strict")
    except (UnicodeDecodeError, UnicodeEncodeError):
        raise BadParameter(_printable(name), Text("ไม่ใช่ UTF-8", "The value is not UTF-8.")) from None
    if _BROKEN_ESCAPE.search(raw):
        raise BadParameter(_printable(name), Text("รหัส % ไม่ครบ", "A % is not followed by two hexadecimal digits."))
    if "\x00" in text:
        raise BadParameter(_printable(name), Text("มีอักขระ NUL", "The value holds a NUL character."))
    most = _LONGER.get(name, MAX_VALUE_LENGTH)
    if len(text) > most:
        raise BadParameter(name, Text(f"ยาวเกิน {most} ตัวอักษร", f"Longer than {most} characters."))
    return text


def _printable(name: str) -> str:
    return name.encode("ascii", "replace").decode()
