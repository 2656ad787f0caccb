"""What a filter may cost, checked before it is parsed and again on its tree.

Measured on cql2 0.6.0: a text that fails inside n nested brackets is read 2^n times (24 took longer than ten seconds;
the brackets of a call do not count), and an operator repeated 4 000 times overflows the stack of the whole process.
So the work is added up first.
"""

import re
from collections.abc import Iterator
from typing import Any

from geo.cql2.errors import InvalidFilter

MAX_BYTES = 8192
MAX_BRACKETS = 64  # inside one another
MAX_OPERATORS = 600  # 2 500 fit in a stack of 8 MiB
MAX_READINGS = 150_000  # characters, each counted as often as the parser may read it: less than half a second
MAX_JSON_DEPTH = 100  # brackets; the parser itself stops at 128
MAX_DEPTH = 32  # operators inside operators
MAX_NODES = 2000

_TEXT_TOKEN = re.compile(
    r"""(?P<quoted> '(?:[^']|'')*+' | "(?:[^"]|"")*+" )
      | (?P<number> [0-9]+(?:\.[0-9]*)?(?:[eE][+-]?[0-9]+)? )
      | (?P<word> [^\W\d][\w.:]* )
      | (?P<other> . )""",
    re.VERBOSE | re.DOTALL,
)
_JSON_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*+"|[\[\]{}]', re.DOTALL)
_OPERATORS = frozenset({*"+-*/%^=<>|!", "not", "in", "like", "is", "between", "div"})
_NO_CALLS = _OPERATORS | {"and", "or"}


def must_fit(text: str) -> None:
    """Raises InvalidFilter for a filter that is too long or that no database could hold."""
    try:
        size = len(text.encode())
    except UnicodeEncodeError as fault:
        raise InvalidFilter("ตัวกรองไม่ใช่ UTF-8", "The filter is not UTF-8.", fault.start + 1) from None
    if size > MAX_BYTES:
        raise InvalidFilter(
            f"ตัวกรองยาว {size} ไบต์ เกิน {MAX_BYTES}", f"The filter has {size} bytes, more than the {MAX_BYTES} allowed."
        )


def text_must_fit(text: str) -> None:
    """Raises InvalidFilter unless brackets and quotes are closed and reading the text is bounded work."""
    brackets = _Brackets()
    readings = operators = 0
    for token in _TEXT_TOKEN.finditer(text):
        readings += len(token.group()) << brackets.doublings
        operators += token.lastgroup != "quoted" and token.group().lower() in _OPERATORS
        if readings > MAX_READINGS or operators > MAX_OPERATORS:
            raise _too_complicated(token.start() + 1)
        brackets.pass_over(token)
    brackets.must_be_closed()


class _Brackets:
    """The brackets that are open: where each stands, and whether the parser may read twice what is inside."""

    def __init__(self) -> None:
        self.opened: list[tuple[int, bool]] = []
        self.doublings = 0
        self.after_name = False

    def pass_over(self, token: re.Match[str]) -> None:
        symbol, position = token.group(), token.start() + 1
        if symbol == "(":
            if len(self.opened) == MAX_BRACKETS:
                raise _too_complicated(position)
            self.opened.append((position, not self.after_name))
            self.doublings += not self.after_name
        elif symbol == ")":
            self._close(position)
        elif symbol in {"'", '"'}:
            raise InvalidFilter("ไม่ได้ปิดเครื่องหมายคำพูด", "A quotation mark is not closed.", position)
        if not symbol.isspace():
            self.after_name = token.lastgroup == "word" and symbol.lower() not in _NO_CALLS

    def _close(self, position: int) -> None:
        if not self.opened:
            raise InvalidFilter("วงเล็บปิดเกินมา", "A bracket is closed that was never opened.", position)
        self.doublings -= self.opened.pop()[1]

    def must_be_closed(self) -> None:
        if self.opened:
            raise InvalidFilter("ไม่ได้ปิดวงเล็บ", "A bracket is not closed.", self.opened[-1][0])


def json_must_fit(text: str) -> None:
    """Raises InvalidFilter for JSON that is nested too deeply."""
    depth = 0
    for token in _JSON_TOKEN.finditer(text):
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(token.group(), 0)
        if depth > MAX_JSON_DEPTH:
            raise _too_complicated(token.start() + 1)


def tree_must_fit(tree: Any) -> None:
    """Raises InvalidFilter for a tree that is too deep or has too many nodes. Coordinates are not nodes."""
    waiting, nodes = [(tree, 0)], 0
    while waiting:
        node, depth = waiting.pop()
        nodes += 1
        if nodes > MAX_NODES or depth > MAX_DEPTH:
            raise _too_complicated(None)
        waiting.extend((part, depth + 1) for part in _parts(node))


def _parts(node: Any) -> Iterator[Any]:
    """The operands in a node; those in a list stand at the same depth."""
    if isinstance(node, list):
        yield from node
    elif isinstance(node, dict):
        for key in node.keys() & {"args", "interval", "bbox", "date", "timestamp", "geometries"}:
            yield from node[key] if isinstance(node[key], list) else [node[key]]


def _too_complicated(position: int | None) -> InvalidFilter:
    return InvalidFilter(
        "ตัวกรองซับซ้อนเกินไป โปรดลดวงเล็บซ้อนหรือจำนวนเงื่อนไข",
        "The filter is too complicated: use fewer nested brackets or conditions.",
        position,
    )
