"""From the text of a filter to the tree of CQL2 JSON."""

import re
from enum import StrEnum
from typing import Any

import cql2

from geo.cql2 import limits
from geo.cql2.errors import InvalidFilter

Node = Any  # a node of CQL2 JSON: an object with `op` and `args`, `property`, …, a list or a literal

_PLACES = (re.compile(r"-->\s*(\d+):(\d+)"), re.compile(r"line (\d+) column (\d+)"))


class Language(StrEnum):
    """What `filter-lang` may say."""

    TEXT = "cql2-text"
    JSON = "cql2-json"


def parse(text: str, language: Language = Language.TEXT) -> Node:
    """The tree of the filter, within the limits. Raises InvalidFilter."""
    limits.must_fit(text)
    if language is Language.TEXT:
        limits.text_must_fit(text)
        tree = _parsed(cql2.parse_text, text)
    else:
        limits.json_must_fit(text)
        tree = _parsed(cql2.parse_json, text)
    limits.tree_must_fit(tree)
    return tree


def _parsed(parser: Any, text: str) -> Node:
    try:
        return parser(text).to_json()
    except Exception as fault:  # the parser lets errors of its geometry library through as bare Exceptions
        place = _position(str(fault), text)
        at_th, at_en = (f"ที่ตัวอักษรที่ {place}", f" at character {place}") if place else ("", "")
        raise InvalidFilter(f"อ่านตัวกรอง CQL2 ไม่ได้{at_th}", f"This is not CQL2{at_en}.", place) from fault


def _position(message: str, text: str) -> int | None:
    """The character that a message such as `--> 1:5` or `line 1 column 5` speaks of, from 1."""
    found = next(filter(None, (place.search(message) for place in _PLACES)), None)
    if found is None:
        return None
    line, column = map(int, found.groups())
    before = text.split("\n")[: line - 1]
    return sum(len(part) + 1 for part in before) + column
