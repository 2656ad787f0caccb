"""Who may pass, by the access tags of OpenStreetMap (wiki.openstreetmap.org/wiki/Key:access)."""

from collections.abc import Mapping, Sequence

Tags = Mapping[str, str]

ALLOWED = frozenset(
    {"yes", "permissive", "designated", "destination", "customers", "official", "public", "permit", "dismount"}
)
DENIED = frozenset(
    {"no", "private", "use_sidepath", "agricultural", "forestry", "delivery", "emergency", "military", "restricted"}
)

# the closest tag decides
FOOT_KEYS = ("foot", "access")
BICYCLE_KEYS = ("bicycle", "vehicle", "access")
VEHICLE_KEYS = ("motorcar", "motor_vehicle", "vehicle", "access")


def first_value(tags: Tags, key: str) -> str:
    """The value before any `;`, in lower case; "" where the key is missing."""
    return tags.get(key, "").split(";", 1)[0].strip().lower()


def permitted(tags: Tags, keys: Sequence[str], *, usual: bool) -> bool:
    """What the first tag of `keys` says that says anything; `usual` where none does."""
    for key in keys:
        value = first_value(tags, key)
        if value in ALLOWED:
            return True
        if value in DENIED:
            return False
    return usual


def said(tags: Tags, key: str, values: frozenset[str] = ALLOWED) -> bool:
    """Whether the tag itself holds one of the values."""
    return first_value(tags, key) in values
