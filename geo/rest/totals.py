"""How many rows matched when they were last counted, and the state of the change counters they were counted at.

Counting a hundred thousand rows costs twenty times the page beside it. The number holds as long as nothing is
committed that it could depend on; the page's own statement reads the counters, so a stale number is never used.
"""

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import connections

if TYPE_CHECKING:
    from geo.rest.page import Statement

MOST = 2000


@dataclass(frozen=True)
class Counted:
    """`number` of rows at `state` of the counters."""

    number: int
    state: str


_KEPT: dict[bytes, Counted] = {}


def known(statement: "Statement") -> Counted | None:
    """What was counted for the same question; None inside a transaction, whose own changes no counter tells yet."""
    if connections[statement.using].in_atomic_block:
        return None
    return _KEPT.get(_key(statement))


def keep(statement: "Statement", state: str, number: int) -> None:
    """Remembers the number. A collection that was never counted has no state to compare with."""
    if not state or connections[statement.using].in_atomic_block:
        return
    if len(_KEPT) >= MOST:
        _KEPT.clear()
    _KEPT[_key(statement)] = Counted(number, state)


def _key(statement: "Statement") -> bytes:
    """The question with its values; who asks is part of it wherever rights matter."""
    text = f"{statement.using} {statement.matched} {statement.matched_parameters!r}"
    return hashlib.sha256(text.encode(errors="replace")).digest()
