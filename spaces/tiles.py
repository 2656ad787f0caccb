"""What vector tiles show of the spaces, and which spaces matter most where not all fit."""

from geo.tiles.layer import Layer

# How exactly a position is known goes along at every zoom: a guess must never be drawn like a survey.
OVERVIEW = ("name_th", "name_en", "subkind", "status", "accuracy_m")
DETAIL = ("themes", "age_groups", "opening_hours", "wheelchair", "verified", "demonstration", "partner", "version")
IMPORTANCE = ("-verified", "accuracy_m")

# What a map colours by is needed at every zoom.
OWN_OVERVIEW = {
    "street-art-walls": ("condition",),
    "urban-design-zones": ("design_stage", "palette_row"),
    "learning-spaces": ("collection",),
}
OWN_DETAIL = {
    "heritage-sites": ("heritage_type", "period"),
    "street-art-walls": ("artist", "year", "last_seen"),
    "urban-design-zones": ("zone_type", "plan_code"),
    "wisdom-places": ("by_appointment",),
    "amenities": ("fee",),
}


def layer(collection: str) -> Layer:
    """The tile layer of a collection."""
    return Layer(
        name=collection,
        overview=OVERVIEW + OWN_OVERVIEW.get(collection, ()),
        detail=DETAIL + OWN_DETAIL.get(collection, ()),
        importance=IMPORTANCE,
    )
