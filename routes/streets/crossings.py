"""Where people cross a road, on ways and at points, from the old tag `crossing` and the new ones."""

from routes.streets.access import Tags, first_value

WAY_KEYS = ("footway", "path", "cycleway", "pedestrian")


def way_crossing(tags: Tags) -> str:
    """How the way crosses a road: "signals", "marked", "unmarked", "yes"; "" where it does not."""
    return crossing_kind(tags) if any(first_value(tags, key) == "crossing" for key in WAY_KEYS) else ""


def point_crossing(tags: Tags) -> str:
    """The same for a point where a road is crossed."""
    is_one = first_value(tags, "highway") == "crossing" or first_value(tags, "crossing") not in ("", "no")
    return crossing_kind(tags) if is_one else ""


def crossing_kind(tags: Tags) -> str:
    old, marks = first_value(tags, "crossing"), first_value(tags, "crossing:markings")
    if old == "traffic_signals" or first_value(tags, "crossing:signals") == "yes":
        return "signals"
    if old in ("marked", "uncontrolled", "zebra") or marks not in ("", "no"):
        return "marked"
    return "unmarked" if old == "unmarked" or marks == "no" else "yes"
