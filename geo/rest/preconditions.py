"""`If-Match` and `If-None-Match` of a write: which version its writer saw (RFC 9110 section 13.1, RFC 6585 section 3).

A strong tag weakened on the way (`W/"7"`, as gzip does) or marked by a proxy (`"7-gzip"`) still names version 7.
"""

import re

from django.http import HttpRequest

from geo.texts import Text

_TAG = re.compile(r'(?:W/)?"([\x21\x23-\x7e\x80-\xff]*)"')
_VERSION = re.compile(r"([1-9][0-9]{0,8})(?:-gzip|-br|;gzip|--gzip)?")
NEVER = 0  # no space ever has this version: whoever names it is stale


class PreconditionMissing(Exception):
    """A write that does not say which version it was made on."""

    text = Text(
        'ต้องระบุรุ่นที่แก้ไขด้วย If-Match เช่น If-Match: "3"',
        'Say which version you changed with If-Match, such as If-Match: "3".',
    )


class BadHeader(Exception):
    """A request header that holds what it cannot hold."""

    def __init__(self, header: str, text: Text) -> None:
        super().__init__(text.en)
        self.text = text
        self.extra = {"header": header}


class AlreadyThere(Exception):
    """`If-None-Match: *`, but there is (or was) such a feature."""

    text = Text("มีรหัสนี้อยู่แล้ว หรือเคยใช้แล้ว", "This id is in use, or was used before.")


def base_version(request: HttpRequest) -> int:
    """The version in `If-Match`; NEVER for a tag that is none of ours. Raises PreconditionMissing or BadHeader."""
    header = request.META.get("HTTP_IF_MATCH", "").strip()
    if header in {"", "*"}:  # "whatever there is" would lose what somebody else wrote meanwhile
        raise PreconditionMissing
    tag = _TAG.fullmatch(header)
    if tag is None:
        raise BadHeader("If-Match", Text('If-Match มีแท็กเดียว เช่น "3"', 'If-Match holds one entity tag, such as "3".'))
    version = _VERSION.fullmatch(tag[1])
    return int(version[1]) if version else NEVER


def wants_new(request: HttpRequest) -> bool:
    """Whether a PUT is to make a feature that is not there yet. Raises BadHeader."""
    header = request.META.get("HTTP_IF_NONE_MATCH", "").strip()
    if header and header != "*":
        raise BadHeader("If-None-Match", Text("If-None-Match ใช้ได้แค่ *", "If-None-Match takes only * here."))
    return bool(header)
