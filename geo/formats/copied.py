"""Formats that PostgreSQL writes by itself, row by row, with COPY: what any of them has to say."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Model

from geo.rest.collection import Collection
from geo.rest.media import Media
from geo.rest.reference_systems import ReferenceSystem


@dataclass(frozen=True)
class Shown:
    """What of which rows is written: the properties `names` of rows of `model`, at the moment `at`."""

    collection: Collection
    model: type[Model]
    names: tuple[str, ...]
    system: ReferenceSystem
    at: datetime

    def fields(self) -> dict[str, Any]:
        """The columns by the name of the property, in the order of the collection."""
        own = self.collection.fields
        return {name: self.model._meta.get_field(str(own[name].source)) for name in self.names}

    def notice(self) -> str:
        """What must go along with this collection, in the reader's language."""
        return self.collection.notice.in_language() if self.collection.notice else ""


@dataclass(frozen=True)
class Copied:
    """`columns` is SQL of what COPY writes of a row, with `geo.rest.features.ROW` for the table; `options` are COPY's.

    `head` and `tail(number of rows)` stand around the rows; the first `skip` bytes of the first row only part it from
    one before.
    """

    media: Media
    extension: str
    options: str
    columns: Callable[[Shown], str]
    head: Callable[[Shown], bytes]
    tail: Callable[[int], bytes]
    skip: int = 0
