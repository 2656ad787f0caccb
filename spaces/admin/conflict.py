"""When two people edit one row: who was faster, what they changed, and what to do about it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils import formats, timezone
from django.utils.translation import gettext as _

from geo.differences import is_same
from spaces.admin.differences import Difference, differences
from spaces.admin.generic import ModelForm
from spaces.versions import at_version

TAKE_THEIRS = "take_theirs"


@dataclass(frozen=True)
class Clash:
    """A field that they changed. `mine` says whether this form changes it too."""

    change: Difference
    mine: bool


@dataclass(frozen=True)
class Conflict:
    """`theirs` is the row as it is stored now; `clashes` are what happened to it since the form was opened."""

    theirs: Any
    clashes: Sequence[Clash]

    @property
    def message(self) -> str:
        changeset = self.theirs.changeset
        return _(
            "Not saved: %(who)s changed this on %(when)s (version %(version)s, “%(comment)s”) while you were editing. "
            "Nothing you typed is lost. Choose what to keep, then save again."
        ) % {
            "who": changeset.author or _("the system"),
            "when": formats.date_format(timezone.localtime(self.theirs.updated_at), "DATETIME_FORMAT"),
            "version": self.theirs.version,
            "comment": changeset.comment or "–",
        }


def conflict_with(theirs: models.Model, event_model: type[models.Model], seen: int | None, form: Any) -> Conflict:
    """What they changed since version `seen`, beside the values that `form` holds."""
    base = at_version(event_model, theirs, seen)
    changes = differences(base, theirs) if base is not None else []
    return Conflict(theirs, [Clash(change, _typed(form, base, change.name)) for change in changes])


def _typed(form: ModelForm, base: Any, name: str) -> bool:
    """Whether the form holds something else than what its writer saw when it was opened."""
    if name not in form.cleaned_data:
        return False
    return not is_same(_comparable(getattr(base, name)), _comparable(form.cleaned_data[name]))


def _comparable(value: Any) -> Any:
    return sorted(value) if isinstance(value, list) else value


def kept_out(data: Any) -> Collection[str]:
    """The fields for which the writer chose what is stored now."""
    return set(data.getlist(TAKE_THEIRS)) if hasattr(data, "getlist") else ()
