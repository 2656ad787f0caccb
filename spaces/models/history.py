"""The history tables: one row per version of a space, written by statement-level triggers, never changed.

Indexes are few on purpose: (id, version) finds a version and answers `as_of` by an anti-join; GiST serves its bbox.
"""

import pghistory
import pgtrigger
from django.db import models

from spaces.models.kinds import KINDS
from spaces.models.registry import ExactPosition


def track(model: type[models.Model], key: str, *, exclude: list[str]) -> type[models.Model]:
    """The event model of `model`. A version that changed nothing has no event."""
    return pghistory.create_event_model(
        model,
        pghistory.InsertEvent(),
        pghistory.UpdateEvent(condition=pgtrigger.AnyChange("version")),
        exclude=exclude,
        obj_field=None,  # type: ignore[arg-type]  # documented: no reference
        context_field=None,  # type: ignore[arg-type]  # the changeset says who and why
        append_only=True,
        abstract=False,
        level=pghistory.Statement,
        meta={
            "constraints": [
                models.UniqueConstraint(fields=[key, "version"], name=f"{model._meta.db_table}event_version_once")
            ]
        },
    )


EVENT_OF = {kind.collection: track(kind, "id", exclude=["search_text"]) for kind in KINDS}
ExactPositionHistory = track(ExactPosition, "space", exclude=[])
