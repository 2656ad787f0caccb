"""From a refusal of `apply` to words at the field where it belongs."""

from collections.abc import Collection
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from spaces.changesets import ChangeRefused, InvalidValues, SpaceExists, SpaceMissing
from spaces.laws import field_of, words

ID_TAKEN = gettext_lazy("This id is in use or was used before. Ids are never used again: choose another.")


def faults_of(refusal: ChangeRefused, fields: Collection[str]) -> list[tuple[str | None, Any]]:
    """(field or None for the whole form, message or messages)."""
    if isinstance(refusal, SpaceExists):
        return [("id" if "id" in fields else None, ID_TAKEN)]
    if isinstance(refusal, SpaceMissing):
        return [(None, _("This space is no longer stored."))]
    if isinstance(refusal, InvalidValues):
        return [(field_of(law, fields), words(law, texts)) for law, texts in refusal.faults.items()]
    return [(None, str(refusal))]
