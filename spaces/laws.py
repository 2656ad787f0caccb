"""The laws of the database in words, at the field where each belongs."""

from collections.abc import Collection, Iterable
from typing import Any

from django.utils.translation import gettext_lazy

# Words for the laws that a writer could break; the database names the law, or the field.
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


def field_of(law: str, fields: Collection[str]) -> str | None:
    """The field a law is named after: `capacity_positive`, `geometry_valid`."""
    if law in FIELD_OF and FIELD_OF[law] in fields:
        return FIELD_OF[law]
    return max((name for name in fields if law == name or law.startswith(f"{name}_")), key=len, default=None)


def words(law: str, texts: Iterable[Any]) -> Any:
    """A message, or the messages as they came."""
    if law in LAWS:
        return LAWS[law]
    if any("service area" in str(text) for text in texts):
        return OUTSIDE
    return list(texts)
