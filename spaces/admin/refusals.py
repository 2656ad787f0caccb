"""From a refusal of `apply` to words at the field where it belongs."""

from collections.abc import Collection
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from spaces.changesets import ChangeRefused, InvalidValues, SpaceExists, SpaceMissing

# Words for the laws that a form could break; the database names the law, or the field.
LAWS = {
    "capacity_positive": gettext_lazy("A capacity is at least one person. Leave it empty when it is unknown."),
    "in_force_order": gettext_lazy("It cannot end before it begins."),
    "name_th_present": gettext_lazy("A name is more than spaces."),
    "name_en_present": gettext_lazy("A name is more than spaces."),
    "opening_hours_present": gettext_lazy("Write the opening hours, or unknown."),
    "id_slug": gettext_lazy("An id holds a to z, digits and hyphens only, at most 80 of them."),
}
FIELD_OF = {"in_force_order": "in_force_to"}
OUTSIDE = gettext_lazy("It lies outside the service area of this map.")
ID_TAKEN = gettext_lazy("This id is in use or was used before. Ids are never used again: choose another.")


def faults_of(refusal: ChangeRefused, fields: Collection[str]) -> list[tuple[str | None, Any]]:
    """(field or None for the whole form, message or messages)."""
    if isinstance(refusal, SpaceExists):
        return [("id" if "id" in fields else None, ID_TAKEN)]
    if isinstance(refusal, SpaceMissing):
        return [(None, _("This space is no longer stored."))]
    if isinstance(refusal, InvalidValues):
        return [(_field(law, fields), _words(law, texts)) for law, texts in refusal.faults.items()]
    return [(None, str(refusal))]


def _field(law: str, fields: Collection[str]) -> str | None:
    """A law is named after its column: `capacity_positive`, `geometry_valid`."""
    if law in FIELD_OF and FIELD_OF[law] in fields:
        return FIELD_OF[law]
    return max((name for name in fields if law == name or law.startswith(f"{name}_")), key=len, default=None)


def _words(law: str, texts: Any) -> Any:
    if law in LAWS:
        return LAWS[law]
    if any("service area" in str(text) for text in texts):
        return OUTSIDE
    return list(texts)
