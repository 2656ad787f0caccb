"""The order in which a space is described: names, what it teaches, where it is, how to get in, who says so."""

from typing import Any

from django.utils.translation import gettext_lazy as _

Fieldset = tuple[Any, dict[str, Any]]

NAMES: Fieldset = (
    _("Names"),
    {
        "fields": ["id", ("name_th", "name_en"), ("description_th", "description_en"), "subkind", "status"],
        "description": _("Both languages are shown as equals. The id stands in addresses and never changes."),
    },
)
LEARNING: Fieldset = (
    _("Learning"),
    {
        "fields": ["themes", "age_groups", "outcomes", "visit_minutes", "takes_school_groups", "capacity"],
        "description": _("What it is good for, and for whom. What nobody has checked stays empty or unknown."),
    },
)
PLACE: Fieldset = (
    _("Where it is"),
    {
        "fields": [
            "geometry",
            ("accuracy_m", "sensitive"),
            "coordinate_source",
            ("district_code", "district_th", "district_en"),
            ("subdistrict_code", "subdistrict_th", "subdistrict_en"),
        ],
        "description": _(
            "Everybody sees this position. For a fragile or private place blur it here, tick “blurred on purpose”, and "
            "keep the exact position apart. The accuracy says honestly how many metres it may be off."
        ),
    },
)
VISITING: Fieldset = (
    _("Visiting"),
    {
        "fields": [
            "opening_hours",
            "contact",
            "wheelchair",
            ("access_note_th", "access_note_en"),
            ("steps", "ramp", "seats"),
            ("toilet", "shade", "water"),
        ],
        "description": _(
            "Opening hours in OpenStreetMap's syntax, such as Tu-Su 09:00-16:00; PH off. Write unknown when nobody has "
            "asked: unknown never counts as open, nor as accessible."
        ),
    },
)
TRUST: Fieldset = (
    _("Source and trust"),
    {
        "fields": ["source", ("verified", "verified_on"), "partner", "demonstration"],
        "description": _("Verified means that somebody stood there and checked."),
    },
)
SAVING: Fieldset = (
    _("This change"),
    {"fields": ["changeset_comment", "version_seen"]},
)
STAMPS: Fieldset = (
    _("Stored"),
    {"fields": ["version", "updated_at", "last_change"], "classes": ["collapse"]},
)


def fieldsets(own_title: Any, own_fields: list[Any], *, is_new: bool) -> list[Fieldset]:
    """All of them, with the columns that only this kind has after the names."""
    shared = [NAMES, (own_title, {"fields": own_fields}), PLACE, LEARNING, VISITING, TRUST, SAVING]
    return shared if is_new else [*shared, STAMPS]
