"""The versions of a space as the history tables hold them."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from django.db import models

from spaces.admin.differences import Difference, differences


@dataclass(frozen=True)
class VersionStory:
    """One version, and what it changed against the one before it."""

    event: Any
    changes: Sequence[Difference]


def events(event_model: type[models.Model], key: str, value: str) -> list[Any]:
    """Every version of one row, oldest first. `key` names the column that identifies the row."""
    rows = event_model._default_manager.filter(**{key: value})
    return list(rows.select_related("changeset__author").order_by("version"))


def story(rows: Sequence[Any]) -> list[VersionStory]:
    """Newest first."""
    told = [VersionStory(rows[0], [])] if rows else []
    told += [VersionStory(newer, differences(older, newer)) for older, newer in pairwise(rows)]
    return told[::-1]


def at_version(event_model: type[models.Model], key: str, value: str, version: int | None) -> Any | None:
    """The row as it stood at `version`, if there ever was such a version."""
    return event_model._default_manager.filter(**{key: value, "version": version}).first()
