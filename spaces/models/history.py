"""The history tables: one row per version of a space, written by statement-level triggers, never changed.

Indexes are few on purpose: (id, version) finds a version and answers `as_of` by an anti-join, GiST serves its bbox, and
a small one knows which changesets made versions that were never public.
"""

from copy import deepcopy
from typing import Any

import pghistory
import pgtrigger
from django.db import models
from django.utils.translation import gettext_lazy as _

from geo.history import append_only
from spaces.models.choices import Status
from spaces.models.kinds import KINDS, HeritageSite
from spaces.models.registry import ExactPosition
from spaces.models.space import CommonFields


def track(
    model: type[models.Model], key: str, *, exclude: list[str], indexes: list[models.Index] | None = None
) -> type[models.Model]:
    """The event model of `model`. A version that changed nothing has no event."""
    return pghistory.create_event_model(
        model,
        pghistory.InsertEvent(),
        pghistory.UpdateEvent(condition=pgtrigger.AnyChange("version")),
        exclude=exclude,
        obj_field=None,  # type: ignore[arg-type]  # documented: no reference
        context_field=None,  # type: ignore[arg-type]  # the changeset says who and why
        append_only=False,  # ours has a door for retention, pghistory's has none
        abstract=False,
        level=pghistory.Statement,
        meta={
            "constraints": [
                models.UniqueConstraint(fields=[key, "version"], name=f"{model._meta.db_table}event_version_once")
            ],
            "indexes": indexes or [],
            "triggers": [append_only(purgeable=True)],
        },
    )


def _never_public(kind: type[models.Model]) -> models.Index:
    """Answers whether a changeset, however large, made a version that visitors may not see."""
    condition = ~models.Q(status=Status.PUBLISHED)
    return models.Index(fields=["changeset"], condition=condition, name=f"{kind._meta.model_name}event_hidden")


EVENT_OF = {
    kind.collection: track(kind, "id", exclude=["search_text"], indexes=[_never_public(kind)]) for kind in KINDS
}
ExactPositionHistory = track(ExactPosition, "space", exclude=[])


def _of_all_kinds() -> type[models.Model]:
    """The model of the view `learning_spaces_past`: the versions of every kind, with the columns all of them have."""
    common = {field.name for field in CommonFields._meta.concrete_fields} | {"pgh_id"}
    event: Any = EVENT_OF[HeritageSite.collection]
    members: dict[str, Any] = {
        field.name: deepcopy(field) for field in event._meta.concrete_fields if field.name in common
    }
    members["collection"] = models.CharField(_("kind"), max_length=40)
    meta = type("Meta", (), {"managed": False, "db_table": "learning_spaces_past"})
    name = "AnySpaceEvent"
    return type(name, (models.Model,), {**members, "Meta": meta, "__module__": __name__, "__doc__": "Read only."})


AnySpaceEvent = _of_all_kinds()
