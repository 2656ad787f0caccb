"""A space and its versions as plain values: what people write of it, by column."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.db import models

from geo.differences import is_same
from spaces.changes import STAMPED

Values = dict[str, Any]


def at_version(event_model: type[models.Model], row: models.Model, version: int | None) -> Any | None:
    """The row as it stood at `version`, if there ever was such a version."""
    key = row._meta.pk
    return event_model._default_manager.filter(**{key.attname if key else "pk": row.pk, "version": version}).first()


def columns(row: models.Model | type[models.Model]) -> Iterator[Any]:
    """The columns that people write; what the database stamps on every version is left out."""
    for column in row._meta.concrete_fields:
        if column.name not in STAMPED and not column.name.startswith("pgh_") and not column.primary_key:
            yield column


def values_of(row: models.Model) -> Values:
    """What people wrote of the space, by name of column; of a partner the id."""
    return {column.name: getattr(row, column.attname) for column in columns(row)}


def differing(wanted: Mapping[str, Any], stands: Mapping[str, Any]) -> Values:
    """The values that are not so yet."""
    return {name: value for name, value in wanted.items() if not is_same(value, stands.get(name))}
