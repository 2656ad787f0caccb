"""What differs between two versions of a space, in words for people."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.contrib.gis.geos import GEOSGeometry
from django.db import models
from django.utils import formats
from django.utils.text import Truncator, capfirst
from django.utils.translation import gettext as _

from geo.differences import is_same
from spaces.admin.geometry_text import as_text
from spaces.versions import columns

LONGEST_SHOWN = 300


@dataclass(frozen=True)
class Difference:
    """One field: `old` and `new` as text, empty for nothing."""

    name: str
    label: str
    old: str
    new: str


def differences(older: models.Model, newer: models.Model) -> list[Difference]:
    """The fields in which the two rows differ; what the database stamps on every version is left out."""
    return list(_each(older, newer))


def _each(older: models.Model, newer: models.Model) -> Iterator[Difference]:
    for column in columns(newer):
        old, new = getattr(older, column.attname), getattr(newer, column.attname)
        if not is_same(old, new):
            yield Difference(column.name, str(capfirst(column.verbose_name)), shown(column, old), shown(column, new))


def shown(column: Any, value: Any) -> str:
    """The value as a person reads it."""
    if column.choices:
        return str(dict(column.flatchoices).get(value, value))
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, GEOSGeometry):
        return Truncator(as_text(value)).chars(LONGEST_SHOWN)
    if isinstance(value, list):
        return ", ".join(map(str, value))
    if isinstance(value, dict):
        return ", ".join(f"{key}: {part}" for key, part in value.items())
    return Truncator("" if value is None else str(formats.localize_input(value))).chars(LONGEST_SHOWN)
